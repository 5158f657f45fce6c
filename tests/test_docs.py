"""The documents say what the program does: commands, options, codes, keys, files, links and examples."""

from __future__ import annotations

import ast
import inspect
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from generator import __version__
from generator.commands.bootstrap import LOCKS
from generator.commands.cli import cli
from generator.data.catalogue import CRATE
from generator.editing import sidecars
from generator.editing.checks import CODES
from generator.editing.scoring import read_answer
from generator.editing.scoring.answers import answer_schema
from generator.editing.scoring.showing import COLUMNS
from generator.editing.sidecars import read_sidecar
from generator.editing.sidecars import schema as sidecar_schema
from generator.model import Kind, SourceText
from generator.model.doubts import DOUBTS, TEXT_DOUBTS
from generator.vocabulary.settings import ROOT
from generator.vocabulary.yamlfiles import YamlFile

BOOK = tuple(sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "docs").glob("*.md")))
DOCUMENTS = ("README.md", "README.zh.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md", *BOOK)
TEXT = {name: (ROOT / name).read_text("utf-8") for name in DOCUMENTS}
GUIDE = TEXT["CONTRIBUTING.md"]
TWO_COMMANDS = "```sh\npython3 -m generator build\npython3 -m generator test --install-browser\n```\n"


def blocks(text: str) -> Iterator[tuple[str, str]]:
    """Yield the language and the text of each code block."""
    for match in re.finditer(r"^```(\w*)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL):
        yield match[1], match[2]


PROGRAM = r"(?:python3 -m generator|banmian)"
CALL = re.compile(rf"^ *{PROGRAM} ([a-z].*)$|`{PROGRAM} ([a-z]+ [^`\n]+)`", re.MULTILINE)
"""A line of its own, or code inside a line; there a command's bare name is no call."""
CALLS = sorted(
    {
        (match[1] or match[2]).strip()
        for text in (*TEXT.values(), *(command.help or "" for command in (cli, *cli.commands.values())))
        for match in CALL.finditer(text)
    }
)


@pytest.mark.parametrize("name", ["README.md", "README.zh.md", "CONTRIBUTING.md"])
def test_the_two_commands_stand_there_word_for_word(name: str) -> None:
    assert TWO_COMMANDS in TEXT[name]


def test_ci_runs_the_second_command() -> None:
    script = (ROOT / ".ci" / "run").read_text("utf-8")
    assert script.splitlines()[-1] == 'exec python3 -m generator test --install-browser "$@"'


@pytest.mark.parametrize("call", CALLS)
def test_every_call_in_a_document_is_a_right_one(call: str) -> None:
    words = re.split(r"\s{2,}|\s*[|>&]\s*", call)[0].split()
    command = cli.commands[words[0]]
    assert command.make_context(words[0], words[1:], resilient_parsing=False)


@pytest.mark.parametrize("name", cli.commands)
def test_every_command_is_documented(name: str) -> None:
    assert f"| `{name}` " in GUIDE
    assert name in TEXT["CHANGELOG.md"]


@pytest.mark.parametrize(
    ("name", "option"),
    [
        (name, option)
        for name, command in cli.commands.items()
        for parameter in command.params
        if isinstance(parameter, click.Option)
        for option in parameter.opts
    ],
)
def test_every_option_is_documented(name: str, option: str) -> None:
    row = next(line for line in GUIDE.splitlines() if line.startswith(f"| `{name}` "))
    above = next(line for line in GUIDE.splitlines() if line.startswith("| `build` "))
    assert f"`{option}" in (row + above if "同上" in row else row)


def literal_codes() -> set[str]:
    """Return every code that is written out where a Diagnostic or a Doubt is made."""
    found = {inspect.signature(YamlFile.fault).parameters["code"].default}
    for path in (ROOT / "generator").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            given = [word.value for word in node.keywords if word.arg == "code"]
            called = node.func.id if isinstance(node.func, ast.Name) else ""
            if path.name == "files.py" and called == "_fault":
                given.append(node.args[1])
            found |= {value.value for value in given if isinstance(value, ast.Constant)}
    return {code for code in found if re.fullmatch(r"[a-z]+(-[a-z]+)*", str(code))}


@pytest.mark.parametrize("code", sorted({*CODES, *DOUBTS, *TEXT_DOUBTS, *literal_codes()}))
def test_every_code_is_documented(code: str) -> None:
    assert f"| `{code}` | " in GUIDE


def test_codes_are_found_where_they_are_made() -> None:
    assert {"empty", "same-stem", "yaml", "sidecar-line", "no-headline"} <= {*CODES, *literal_codes()}


def test_no_code_is_documented_that_does_not_exist() -> None:
    tables = GUIDE.partition("## 检查说的是什么")[2].partition("## 在自己的电脑上")[0]
    listed = set(re.findall(r"^\| `([a-z-]+)` \|", tables, re.MULTILINE))
    assert listed - {*CODES, *DOUBTS, *TEXT_DOUBTS, *literal_codes()} == set()


NARROW = str.maketrans("，；：？！（）", ",;:?!()")
"""The guide is set as Chinese print is; a terminal's sentences have signs of half the width."""


@pytest.mark.parametrize("code", CODES)
def test_the_meaning_of_a_code_is_the_programs_own(code: str) -> None:
    words = {"error": "错误", "warning": "警告", "note": "提示"}
    meaning = DOUBTS.get(code) or TEXT_DOUBTS.get(code) or CODES[code].meaning
    told = f"| `{code}` | {words[CODES[code].severity]} | {meaning} |"
    assert told.translate(NARROW) in GUIDE.translate(NARROW)


def example() -> str:
    return next(text for language, text in blocks(GUIDE) if language == "yaml")


def test_the_sidecar_in_the_guide_is_a_right_one(tmp_path: Path) -> None:
    line = "草原上的民警路和杭锦旗,读的人都知道是哪里。"
    named = {
        int(number): words for number, words in re.findall(r"\b(\d+) (\w+)", re.sub("#.*", "", example()))
    }
    text = "".join(f"{named.get(number, '')}{line}\n" for number in range(1, 91))
    source = SourceText(id="a", name="a.txt", text=text, encoding="utf-8", sha256="")
    (tmp_path / "a.yml").write_text(example(), encoding="utf-8")
    sidecar = read_sidecar(source, tmp_path / "a.yml")
    assert sidecar.issue.paper == "草原晚报"
    assert len(sidecar.misprints) == 2


def keys(schema: Any) -> Iterator[str]:
    """Yield the names of all properties of a JSON Schema."""
    if isinstance(schema, dict):
        yield from schema.get("properties", {})
        for part in schema.values():
            yield from keys(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from keys(part)


SIDECAR_KEYS = sorted(
    {
        key
        for name, value in vars(sidecar_schema).items()
        if isinstance(value, dict) and not name.startswith("__")
        for key in keys(value)
    }
)


@pytest.mark.parametrize("key", SIDECAR_KEYS)
def test_every_key_of_a_sidecar_is_in_the_example(key: str) -> None:
    assert re.search(rf"\b{key}:", example())


def test_keys_of_a_sidecar_are_found() -> None:
    assert {"paper", "corrections", "role", "joins", "read", "add"} <= set(SIDECAR_KEYS)


@pytest.mark.parametrize("role", sidecars.ROLES)
def test_every_role_of_a_sidecar_is_explained(role: str) -> None:
    assert re.search(rf"`{role}` [\u4e00-\u9fff]", GUIDE)


def answer_example() -> str:
    return next(text for language, text in blocks(GUIDE.partition("## 答案怎样写")[2]) if language == "yaml")


def test_the_answer_in_the_guide_is_a_right_one(tmp_path: Path) -> None:
    told = yaml.safe_load(answer_example())
    named = {1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29, 31, 33}
    text = "".join("有字的一行\n" if line in named else "\n" for line in range(1, 34))
    source = SourceText(id="a", name="a.txt", text=text, encoding="utf-8", sha256="")
    (tmp_path / "a.answer.yml").write_text(answer_example(), encoding="utf-8")
    answer = read_answer(source, tmp_path / "a.answer.yml")
    assert len(answer.items) == len(told["items"])
    assert answer.items[0].body[2] == (23, 25, 27, 29, 31)


@pytest.mark.parametrize("key", sorted(set(keys(answer_schema()))))
def test_every_key_of_an_answer_is_in_the_example(key: str) -> None:
    assert re.search(rf"\b{key}:", answer_example())


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_of_an_answer_is_in_the_example_and_the_schema(kind: Kind) -> None:
    assert re.search(rf"\b{kind}\b", answer_example())
    assert kind in answer_schema()["properties"]["items"]["items"]["properties"]["kind"]["enum"]


@pytest.mark.parametrize("heading", list(COLUMNS)[3:])
def test_every_figure_of_the_score_is_explained(heading: str) -> None:
    table = GUIDE.partition("| 列 | 意思 |")[2].partition("\n\n")[0]
    first = "、".join(row.split(" | ")[0] for row in table.splitlines())
    assert heading in re.split("[、| ]+", first)
    assert heading in (cli.commands["score"].help or "") or heading in ("次序", "可靠且对", "可靠而混")


@pytest.mark.parametrize("name", DOCUMENTS)
def test_links_lead_somewhere(name: str) -> None:
    for target in links(name):
        path, _, anchor = target.partition("#")
        file = (ROOT / name).parent / path if path else ROOT / name
        assert file.exists(), target
        assert not anchor or anchor in anchors(file.read_text("utf-8")), target


def links(name: str) -> list[str]:
    """Return where a document's links lead, other hosts left out."""
    targets = re.findall(r"\]\(([^)]+)\)", TEXT[name])
    return [target for target in targets if not target.startswith("https://")]


def anchors(text: str) -> set[str]:
    """Return the anchors that GitHub gives to the headings."""
    titles = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


def test_anchors_are_found() -> None:
    assert any(target.startswith("#") for target in links("CONTRIBUTING.md"))
    assert "改代码" in anchors(GUIDE)


@pytest.mark.parametrize("name", BOOK)
def test_the_book_is_reached(name: str) -> None:
    assert "docs/README.md" in {*links("README.md")} & {*links("README.zh.md")} & {*links("CONTRIBUTING.md")}
    assert Path(name).name in {"README.md", *links("docs/README.md")}


@pytest.mark.parametrize("name", ["README.md", "README.zh.md"])
def test_every_stage_is_in_the_drawing(name: str) -> None:
    (drawing,) = (text for language, text in blocks(TEXT[name]) if text.startswith("seeds/"))
    stages = re.findall(r"^  (\w+)", drawing, re.MULTILINE)
    for stage in stages:
        assert (ROOT / "generator" / stage).is_dir() or (ROOT / "generator" / f"{stage}.py").is_file(), stage
    assert len(drawing.splitlines()) <= 11


def test_the_version_is_the_same_everywhere() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
    assert {project["version"], str(citation["version"])} == {__version__}


def test_the_commands_for_the_locks_name_the_locks() -> None:
    for lock in LOCKS:
        assert f"pyproject.toml -o requirements/{lock}.txt\n" in GUIDE


WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_workflows_read_with_a_token_that_can_only_read(path: Path) -> None:
    text = path.read_text("utf-8")
    workflow = yaml.safe_load(text)
    assert workflow["permissions"] == {"contents": "read"}
    assert "pull_request_target" not in workflow[True]
    for used in re.findall(r"uses: (\S+)", text):
        assert re.fullmatch(r"[\w-]+/[\w-]+@v\d+", used)
    for step in re.findall(r"^ +(?:- )?run: .*", text, re.MULTILINE):
        assert "${{" not in step


@pytest.mark.parametrize("path", sorted((ROOT / ".github").rglob("*.yml")), ids=lambda path: path.name)
def test_forms_and_workflows_are_yaml(path: Path) -> None:
    assert isinstance(yaml.safe_load(path.read_text("utf-8")), dict)


@pytest.mark.parametrize("label", ["错字", "漏文", "归类", "新版面"])
def test_there_is_a_form_for_each_kind_of_report(label: str) -> None:
    forms = [
        yaml.safe_load(path.read_text("utf-8")) for path in (ROOT / ".github/ISSUE_TEMPLATE").glob("[1-9]*")
    ]
    assert [label] in [form["labels"] for form in forms]


@pytest.mark.parametrize("name", ["README.md", "README.zh.md"])
def test_what_is_kept_is_told_in_both_languages(name: str) -> None:
    told = TEXT[name].partition("banmian package --bag --zim\n")[2].partition("\n## ")[0]
    for word in ("-bag.zip", ".zim", CRATE, "released", "editors", "RFC 8493", "Kiwix", "preserve.txt"):
        assert word in told


def test_the_release_carries_every_form() -> None:
    pages = yaml.safe_load((ROOT / ".github/workflows/pages.yml").read_text("utf-8"))["jobs"]
    steps = pages["build"]["steps"]
    (made,) = (at for at, step in enumerate(steps) if "generator package" in step.get("run", ""))
    (kept,) = (at for at, step in enumerate(steps) if step.get("with", {}).get("name") == "packages")
    assert steps[made]["run"].endswith("package --no-build --bag --zim")
    assert made < kept
    assert steps[kept]["with"]["path"] == "dist/"
    assert all("generator" not in step.get("run", "") for step in pages["release"]["steps"])


@pytest.mark.site
@pytest.mark.parametrize("name", ["README.md", "README.zh.md"])
def test_every_data_file_of_the_readme_is_published(name: str, built_site: Path) -> None:
    for named in re.findall(r"`([\w.]+\.(?:jsonl|csv|sqlite|bib|ris|json))`", TEXT[name]):
        assert (built_site / "data" / named).is_file(), named
