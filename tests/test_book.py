"""The developers' book says what is so: its example, its tables, and every file, name and test in it."""

from __future__ import annotations

import ast
import dataclasses
import re
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from generator.data.catalogue import data_files
from generator.editing.sidecars.schema import ROLES, SCHEMA
from generator.model.doubts import DOUBTS
from generator.reading.assembling.weights import JoinWeights, Weights
from generator.reading.rules import RULES
from generator.vocabulary.settings import ROOT
from tests.book import BOOK, READING, made, printed
from tests.test_architecture import LAYERS, TREES

CHAPTERS = {path.name: path.read_text("utf-8") for path in sorted(BOOK.glob("*.md"))}
PROSE = {name: re.sub(r"^```.*?^```$", "", text, flags=re.M | re.S) for name, text in CHAPTERS.items()}
CODES = sorted({(name, code) for name, text in PROSE.items() for code in re.findall(r"`([^`\n]+)`", text)})
FILE = re.compile(r"[\w./-]*/[\w./-]*|[\w.-]+\.(?:py|js|css|md|yml|txt|toml|json|jsonl|csv|jinja|html)")
NAME = re.compile(r"[a-z_]+(?:\.\w+)+")
TEST = re.compile(r"(tests/\w+\.py)::(\w+)")
WEIGHTS = {field.name for kind in (Weights, JoinWeights) for field in dataclasses.fields(kind)}


def chosen(kind: str) -> list[tuple[str, str]]:
    """Return chapter and text of every piece of code that is a file, a name or a test."""
    found = []
    for name, code in CODES:
        is_test, is_file = TEST.fullmatch(code), FILE.fullmatch(code)
        mine = "test" if is_test else "file" if is_file else "name" if NAME.fullmatch(code) else ""
        if mine == kind:
            found.append((name, code))
    return found


# ---- the example ----


@pytest.fixture(scope="module")
def blocks() -> dict[str, str]:
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        return made()


@pytest.mark.parametrize("name", [name for name, _ in printed(CHAPTERS[READING.name])])
def test_what_is_printed_is_what_the_program_says(name: str, blocks: dict[str, str]) -> None:
    said = dict(printed(CHAPTERS[READING.name]))[name].splitlines()
    assert said == blocks[name].splitlines(), "after a change on purpose: python -m tests.book"


def test_every_block_that_is_made_is_printed(blocks: dict[str, str]) -> None:
    assert {name for name, _ in printed(CHAPTERS[READING.name])} == set(blocks)


def test_every_line_of_the_page_is_told_of() -> None:
    lines = (BOOK / "example-page.txt").read_text("utf-8").splitlines()
    told = re.findall(r"^\*\*Lines? (\d+)(?: and (\d+))?", PROSE[READING.name], re.MULTILINE)
    numbers = [int(number) for pair in told for number in pair if number]
    assert numbers == [number for number, line in enumerate(lines, 1) if line]


def test_the_text_gives_no_figure_of_a_weight() -> None:
    said = re.findall(r"`(\w+)` \(([+-][\d.]+)\)", PROSE[READING.name])
    assert said == [], "a figure in the prose is stale after the next fit; the blocks that are made show it"


def test_every_word_in_code_is_a_rule_a_weight_a_doubt_or_a_key() -> None:
    known = {*(name for name, _ in RULES), *WEIGHTS, *DOUBTS, *ROLES, *SCHEMA["properties"]}
    words = {
        code for name, code in CODES if name == READING.name and re.fullmatch(r"[a-z]+(?:[-_][a-z]+)*", code)
    }
    assert words - known == set()
    assert len(words & {name for name, _ in RULES}) > 4


# ---- files, names and tests ----


def published(name: str) -> bool:
    """Tell whether a bare name is that of a published data file."""
    return name in {file.uri.rpartition("/")[2] for file in data_files()}


@pytest.mark.parametrize(("chapter", "path"), chosen("file"))
def test_every_file_is_there(chapter: str, path: str) -> None:
    assert (ROOT / path).exists() or path.startswith("build/") or published(path)


def modules() -> dict[str, list[str]]:
    """Return the modules of the program by their last name."""
    found: dict[str, list[str]] = {}
    for path in TREES:
        dotted = path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        found.setdefault(dotted.rpartition(".")[2], []).append(dotted)
    return found


MODULES = modules()


def leads_somewhere(name: str) -> bool:
    """Tell whether `module.name` or `module.Class.name` is in one of the modules of that name."""
    first, *rest = name.removeprefix("tests.").split(".")
    candidates = [name] if name.startswith("tests.") else MODULES.get(first, [])
    if name.startswith("tests."):
        return (ROOT / f"{name.replace('.', '/')}.py").is_file()
    return any(resolved(import_module(module), rest) for module in candidates)


def resolved(value: Any, names: list[str]) -> bool:
    for name in names:
        if not hasattr(value, name):
            return name in getattr(value, "__annotations__", {})
        value = getattr(value, name)
    return True


@pytest.mark.parametrize(("chapter", "name"), chosen("name"))
def test_every_name_is_there(chapter: str, name: str) -> None:
    assert leads_somewhere(name)


def functions_of(path: Path) -> set[str]:
    return {
        node.name for node in ast.parse(path.read_text("utf-8")).body if isinstance(node, ast.FunctionDef)
    }


@pytest.mark.parametrize(("chapter", "test"), chosen("test"))
def test_every_test_is_there(chapter: str, test: str) -> None:
    match = TEST.fullmatch(test)
    assert match
    assert match[2] in functions_of(ROOT / match[1])


def test_files_names_and_tests_are_found() -> None:
    assert ("README.md", "theme/markdown/region.md.jinja") in chosen("file")
    assert ("README.md", "tables.csv_row") in chosen("name")
    assert len(chosen("test")) > 15
    assert not leads_somewhere("tables.csv_rows")
    assert not leads_somewhere("places.PlaceView.colour")
    assert leads_somewhere("tests.book")


# ---- the house ----


def rows() -> dict[str, set[str]]:
    """Return the rooms of the table, with what each may import."""
    table = re.findall(r"^\| `(\w+)` \| [^|]+ \|([^|]*)\|$", CHAPTERS["README.md"], re.MULTILINE)
    names: list[str] = []
    found: dict[str, set[str]] = {}
    for room, may in table:
        found[room] = set(names) if "all of the above" in may else set(re.findall(r"`(\w+)`", may))
        names.append(room)
    return found


def test_every_room_may_import_what_the_table_says() -> None:
    allowed = {
        room: {above for layer in LAYERS[:depth] for above in layer}
        for depth, rooms in enumerate(LAYERS)
        for room in rooms
    }
    assert rows() == allowed


def test_the_walks_and_lists_are_all_there() -> None:
    assert re.findall(r"^\*\*I want to (.+?)\.\*\*", CHAPTERS["README.md"], re.MULTILINE) == [
        "add a byline form",
        "change how a region's page looks",
        "add a column to the CSV",
    ]
    lists = re.findall(r"^## (.+)$", CHAPTERS["how-to-add.md"], re.MULTILINE)
    assert re.findall(r"^- \[(.+)\]\(#", CHAPTERS["how-to-add.md"], re.MULTILINE) == lists


def test_a_record_is_short() -> None:
    records = CHAPTERS["why-so.md"].split("\n## ")[1:]
    assert all(len(record.strip().splitlines()) <= 15 for record in records)
    assert all("- **Context.**" in record and "- **Decision.**" in record for record in records)
