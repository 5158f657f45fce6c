"""The mutation run: it changes what it says, and tells a change that a test notices from one that none does."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import Any

import pytest

from generator.vocabulary.settings import ROOT
from tests.mutation.__main__ import main
from tests.mutation.javascript import mutated_script, script_mutants
from tests.mutation.mutants import Mutant, draw, mutated_code, python_mutants
from tests.mutation.patterns import shrunk
from tests.mutation.report import judged_survivors, markdown, share
from tests.mutation.running import Verdict

TOY = '''
"""Says how big something is."""
from typing import TYPE_CHECKING
if TYPE_CHECKING:
    from typing import Any
WORDS = {"much": 9, "some": 4}

def size(count: int, *, most: int = 5) -> str:
    """Say it."""
    if count > most:
        return "big"
    return "small"

def never(count):
    return count + 1

def ends(count):
    while count:
        count -= 1
    return WORDS["much"]
'''
TESTS = """
from generator.toy import ends, size

def test_big():
    assert size(9) == "big"

def test_small():
    assert size(1) == "small"

def test_ends():
    assert ends(2) == 9
"""


def changes(code: str) -> list[tuple[str, str, str]]:
    """Return operator, before and after of every mutant of some Python."""
    return [(each.operator, each.before, each.after) for each in python_mutants("toy", "toy.py", code)]


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("f(a < b)", [("statement", "f(a < b)", "pass"), ("comparison", "a < b", "a <= b")]),
        ("x = a is None", [("comparison", "a is None", "a is not None")]),
        ("x = not a", [("not", "not a", "a")]),
        ("x = a and b", [("logic", "a and b", each) for each in ("a or b", "b", "a")]),
        ("x = a + b", [("arithmetic", "a + b", "a - b")]),
        ("x = 'a' + b", [("words", "'a'", "''")]),
        ("x = True", [("boolean", "True", "False")]),
        ("x = 1", [("number", "1", "2")]),
        ("x = 2", [("number", "2", "3"), ("number", "2", "1")]),
        ("x = 3.0", [("number", "3.0", "1.5"), ("number", "3.0", "6.0")]),
        ("x = {a, b}", [("element", "{a, b}", "{b}"), ("element", "{a, b}", "{a}")]),
        ("x = {a: b}", [("element", "{a: b}", "{}")]),
        ("if a: b = c", [("condition", "a", "not a")]),
        ("for a in b:\n if a == c: continue", [
            ("comparison", "a == c", "a != c"), ("jump", "continue", "break"), ("statement", "continue", "pass"),
        ]),
        ("def f(a=0):\n return a", [("number", "0", "1"), ("return", "return a", "return None")]),
        ("x = re.compile('ab?')", [("words", "'ab?'", "''"), ("pattern", "'ab?'", "'ab'")]),
        ("a.b = c", [("statement", "a.b = c", "pass")]),
        ("raise e", [("statement", "raise e", "pass")]),
    ],
)  # fmt: skip
def test_python_is_changed(code: str, found: list[tuple[str, str, str]]) -> None:
    assert changes(code) == found


@pytest.mark.parametrize(
    "code",
    [
        '"""Docstring."""',
        "def f(a: Literal['b']) -> 'c': ...",
        "if TYPE_CHECKING:\n import a",
        "__all__ = ['a', 'b']",
        "@lru_cache(maxsize=3)\ndef f(): ...",
        "import a",
    ],
)
def test_what_makes_no_difference_is_not_changed(code: str) -> None:
    assert changes(code) == []


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("ab|cd", ["cd", "ab"]),
        ("x(?:a|b|c)", ["x(?:b|c)", "x(?:a|c)", "x(?:a|b)"]),
        ("a{2,}b+?", ["ab+?", "a{2,}b"]),
        (r"\||[|?*]", ["[|?*]", r"\|"]),
        (r"\(a?\)", [r"\(a\)"]),
        ("(?P<n>a*)(?=b)", ["(?P<n>a)(?=b)"]),
    ],
)
def test_patterns_are_shrunk(pattern: str, found: list[str]) -> None:
    assert list(shrunk(pattern)) == found


@pytest.mark.parametrize(
    ("script", "found"),
    [
        ("if (a === b) f();", ["if (a !== b) f();"]),
        ("if (!a && b) f();", ["if (a && b) f();", "if (!a || b) f();"]),
        ("return a < 2; // a < b", ["return void a < 2; // a < b", "return a <= 2; // a < b",
                                     "return a < 3; // a < b", "return a < 1; // a < b"]),
        ("return;", []),
        ("x = /a+|b/.test(c) / d;", ["x = /a+|b/.test(c) * d;"]),
        ('import a from "b"; f("c+d");', ['import a from "b"; f("");']),
        ("for (;;) continue;", ["for (;;) break;"]),
        ("x = 'a' + b;", ["x = '' + b;"]),
    ],
)  # fmt: skip
def test_scripts_are_changed(script: str, found: list[str]) -> None:
    mutants = script_mutants("scripts", "a.js", script)
    assert [mutated_script(script, each.number) for each in mutants] == found


def test_a_mutant_knows_where_it_stands() -> None:
    (mutant,) = (each for each in python_mutants("toy", "toy.py", TOY) if each.operator == "comparison")
    assert (mutant.line, mutant.function, mutant.statement) == (10, "size", "if count > most")
    moved = next(
        each for each in python_mutants("toy", "toy.py", "\n" + TOY) if each.operator == "comparison"
    )
    assert (moved.line, moved.key) == (11, mutant.key)
    names: dict[str, object] = {}
    exec(mutated_code(TOY, mutant.number, "toy.py"), names)
    assert names["size"](5) == "big"  # type: ignore[operator]


def test_a_sample_is_drawn_evenly_and_alike() -> None:
    made = {name: python_mutants("toy", name, TOY * many) for name, many in (("a.py", 1), ("b.py", 9))}
    sample = draw(made, 10, 7)
    assert sample == draw(made, 10, 7) != draw(made, 10, 8)
    assert [each.path for each in sample].count("a.py") == 5
    assert len({(each.path, each.at) for each in sample}) == 10


def verdict(status: str, line: int = 1, by: str = "") -> Verdict:
    return Verdict(Mutant("toy", "toy.py", line, "size", "number", f"x = {line}", "1", "2", 0), status, by)


def test_a_judged_survivor_is_shown_apart_and_counts_neither_way() -> None:
    verdicts = [verdict("killed"), verdict("timeout"), verdict("survived", 2), verdict("survived", 3)]
    judged: dict[tuple[str, ...], str] = {verdicts[3].mutant.key: "nobody sees it"}
    assert (share(verdicts, {}), share(verdicts, judged)) == (1 / 2, 2 / 3)
    told = markdown(verdicts, judged)
    open_ones, known = told.split("## Survivors judged")
    assert "toy.py:2" in open_ones
    assert "toy.py:3" not in open_ones
    assert "nobody sees it" in known


def test_every_judgement_has_a_reason() -> None:
    assert all(judged_survivors(ROOT / "tests" / "mutation" / "judged.toml").values())


def test_where_nothing_forks_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "fork", raising=False)
    with pytest.raises(SystemExit, match="Linux or macOS"):
        main([])


if hasattr(os, "fork"):

    @pytest.fixture(scope="module")
    def toy_run(tmp_path_factory: pytest.TempPathFactory) -> list[Any]:
        """Judge all mutants of a toy by the command that people use."""
        root = tmp_path_factory.mktemp("toy")
        for name, text in {
            "generator/__init__.py": "",
            "generator/toy.py": TOY,
            "tests/__init__.py": "",
            "tests/test_toy.py": TESTS,
            "pyproject.toml": "[tool.pytest.ini_options]\nmarkers = ['browser', 'site', 'scale']\n",
        }.items():
            (root / name).parent.mkdir(exist_ok=True)
            (root / name).write_text(text, "utf-8")
        command = [
            sys.executable,
            "-m",
            "tests.mutation",
            "--root",
            str(root),
            "--rooms",
            "toy",
            "--patience",
            "1",
        ]
        ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        assert ran.returncode == 1, ran.stderr
        found: list[Any] = json.loads((root / ".cache/mutation/report.json").read_text("utf-8"))
        return found

    def test_all_that_a_toy_can_be_changed_to_is_judged(toy_run: list[Any]) -> None:
        assert len(toy_run) == len(python_mutants("toy", "generator/toy.py", TOY))

    @pytest.mark.parametrize(
        ("before", "after", "status"),
        [
            ("count > most", "count >= most", "survived"),
            ("count > most", "count <= most", None),
            ("'big'", "''", "killed"),
            ("count + 1", "count - 1", "unreached"),
            ("9", "10", "killed"),
            ("4", "5", "survived"),
            ("5", "6", "survived"),
            ("count -= 1", "pass", "timeout"),
        ],
    )
    def test_what_a_test_notices_is_told_from_what_none_does(
        toy_run: list[Any], before: str, after: str, status: str | None
    ) -> None:
        found = [
            each for each in toy_run if (each["mutant"]["before"], each["mutant"]["after"]) == (before, after)
        ]
        assert [each["status"] for each in found] == ([status] if status else [])
