"""The browser's code: how its modules are linked, what they may not use, and their own tests, run by deno."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from generator.commands.testing import CHECKS, quiet_deno
from generator.data.exporting.tables import RISKY
from generator.site.linking import ENTRIES, SCRIPTS, ScriptFault, link, script_files
from generator.site.views.taking import taken_row
from generator.vocabulary.settings import ROOT
from tests.making import Draft, make_archive, make_page

MODULES = sorted(SCRIPTS.rglob("*.js"))
LINKED = {file.uri: file.data.decode() for file in script_files()}
LONGEST_MODULE, LONGEST_FUNCTION = 300, 50
FETCHING = {"desk": ["fetch("]}
"""What asks a server after all: the desk, where `serve` is behind it, and only there."""
FORBIDDEN = re.compile(
    r"\bfetch\(|XMLHttpRequest|\bimport\(|Worker|innerHTML|outerHTML|insertAdjacentHTML|document\.write"
    r"|\beval\(|new Function|https?://|indexedDB|import\.meta|\?\.[a-z(\[]|\?\?"
)
"""What asks elsewhere, makes markup of words, does not work from a folder, or not in older browsers."""


def run_deno(*words: str) -> subprocess.CompletedProcess[str]:
    """Run deno in the repository."""
    environment = {**os.environ, **quiet_deno(ROOT), "NO_COLOR": "1"}
    return subprocess.run(
        [sys.executable, "-m", "deno", *words],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize(
    "path", sorted((ROOT / "tests" / "scripts").glob("*.js")), ids=lambda path: path.stem
)
def test_what_the_modules_say_of_themselves_holds(path: Path) -> None:
    done = run_deno("test", "-q", "--no-check", path.relative_to(ROOT).as_posix())
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("check", "code"),
    [
        ("deno lint", "export function f() {\n  const unused = 1;\n}\n"),
        ("deno fmt", "export const a  = 'b'\n"),
        ("deno check", "export const a = missing();\n"),
        ("deno check", "export const a = [[1]].flat();\n"),
    ],
)
def test_the_second_command_finds_a_fault_in_a_script(check: str, code: str, tmp_path: Path) -> None:
    (tmp_path / "deno.json").write_bytes((ROOT / "deno.json").read_bytes())
    (tmp_path / "a.js").write_text(code, encoding="utf-8")
    words = [word for word in dict(CHECKS)[check][1:] if "/" not in word]
    found = run_deno(*words, "--config", str(tmp_path / "deno.json"), str(tmp_path / "a.js"))
    assert found.returncode == 1, found.stderr


# ---- linking ----


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with an entry that imports a module of a folder, which imports one beside it."""
    (tmp_path / "parts").mkdir()
    write(tmp_path / "a.js", 'import { b } from "./parts/b.js";', "b();")
    write(
        tmp_path / "parts" / "b.js",
        "/* Why. */",
        'import { c, D } from "./c.js";',
        "export const b = () => c(D);",
    )
    write(tmp_path / "parts" / "c.js", "export function c(x) {", "  return x;", "}", 'export const D = "字";')
    return tmp_path


def write(path: Path, *lines: str) -> None:
    path.write_text("\n".join((*lines, "")), encoding="utf-8")


def test_modules_stand_behind_what_they_import(folder: Path) -> None:
    assert link(folder, "a.js") == (
        '(() => {\n"use strict";\n\nfunction c(x) {\n  return x;\n}\nconst D = "字";\n\nconst b = () => c(D);\n\nb();\n})();\n'
    )


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (['import { c } from "./d.js";'], "没有这个文件"),
        (['import { nothing } from "./c.js";'], "没有给出 nothing"),
        (['import { b } from "../a.js";'], "绕了一圈"),
        (['import { c as other } from "./c.js";'], "没有给出 c as other"),
        (['import * as c from "./c.js";'], "连不起来"),
        (['import "./c.js";'], "连不起来"),
        (["export default 1;"], "连不起来"),
        (["export { b };"], "连不起来"),
        (["export let x = 1;"], "连不起来"),
        (["const { x } = y;"], "连不起来"),
        (["let x = 1, y = 2;"], "连不起来"),
        (["let x, y;"], "连不起来"),
        (["var x = 1;"], "连不起来"),
        (['import { D } from "./c.js";', "function c() {}"], "c 在 parts/c.js 里已经有了"),
        (['import { D } from "./c.js";', "function* c() {}"], "c 在 parts/c.js 里已经有了"),
        (['import { D } from "./c.js";', "async function c() {}"], "c 在 parts/c.js 里已经有了"),
        (['import { c } from "./c.js";', "class D {}"], "D 在 parts/c.js 里已经有了"),
        (['import { c } from "./c.js";', "let D;"], "D 在 parts/c.js 里已经有了"),
    ],
)
def test_what_cannot_be_linked_is_refused(folder: Path, lines: list[str], said: str) -> None:
    write(folder / "parts" / "b.js", *lines, "export const b = 1;")
    with pytest.raises(ScriptFault, match=said):
        link(folder, "a.js")


def test_every_module_is_loaded_by_an_entry() -> None:
    imported = {
        (path.parent / source).resolve()
        for path in MODULES
        for source in re.findall(r'from "(.+)"', path.read_text("utf-8"))
    }
    assert {path.relative_to(SCRIPTS).as_posix() for path in MODULES if path not in imported} == {
        f"{entry}.js" for entry in ENTRIES
    }


@pytest.mark.parametrize("entry", ENTRIES)
def test_a_linked_script_is_one_classic_script(entry: str, tmp_path: Path) -> None:
    text = LINKED[f"assets/{entry}.js"]
    assert text.startswith('(() => {\n"use strict";\n')
    assert not re.search(r"^\s*(import|export)\b", text, re.MULTILINE)
    done = run_deno("eval", f"new Function({json.dumps(text)})")
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("entry", ENTRIES)
def test_a_linked_script_uses_nothing_that_a_folder_forbids(entry: str) -> None:
    code = re.sub(r"/\*.*?\*/", "", LINKED[f"assets/{entry}.js"], flags=re.DOTALL)
    assert [found[0] for found in FORBIDDEN.finditer(code)] == FETCHING.get(entry, [])


@pytest.mark.parametrize(
    ("entry", "most"),
    [
        ("settings", 1_300),
        ("palette", 1_500),
        ("features", 1_000),
        ("site", 13_300),
        ("search", 50_000),
        ("bench", 90_000),
        ("browse", 2_000),
        ("desk", 60_000),
    ],
)
def test_a_linked_script_is_light(entry: str, most: int) -> None:
    assert len(LINKED[f"assets/{entry}.js"].encode()) < most


# ---- modules ----


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(SCRIPTS).as_posix())
def test_a_module_and_its_functions_are_short_and_it_says_what_it_is(path: Path) -> None:
    text = path.read_text("utf-8")
    functions = re.findall(
        r"^( *)(?:export )?(?:async )?(?:function )?\w+\(.*\{\n(.*?\n)\1\}$", text, re.MULTILINE | re.DOTALL
    )
    assert text.startswith("/* ")
    assert len(text.splitlines()) <= LONGEST_MODULE
    assert all(body.count("\n") < LONGEST_FUNCTION for _, body in functions)


def listed(name: str) -> list[str]:
    """Return the constant `name` of bench/table.js, a list of words."""
    text = (SCRIPTS / "bench" / "table.js").read_text("utf-8")
    (words,) = re.findall(rf"const {name} = (\[.*?\]);", text, re.DOTALL)
    return list(json.loads(re.sub(r",\s*\]", "]", words)))


def test_the_table_of_the_browser_guards_what_the_tables_of_the_data_guard() -> None:
    assert listed("RISKY") == list(RISKY)


def test_the_table_of_the_browser_has_a_name_for_each_cell_of_a_row() -> None:
    archive = make_archive(make_page(Draft(headline="雪")))
    assert len(taken_row(archive, archive.items[0])) == len(listed("COLUMNS"))
