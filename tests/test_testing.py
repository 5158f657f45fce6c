"""The second command: every check runs, the first failing code wins, and the last line says how it went."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from generator.commands import testing
from generator.commands.browsers import CHOSEN, LEFT_OUT
from generator.commands.cli import run
from generator.commands.testing import run_tests
from generator.telling.errors import UsageError


@pytest.fixture
def said() -> list[str]:
    return []


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with tests whose checks are two small programs: `ruff` and `pytest` leave with their codes."""
    (tmp_path / "tests").mkdir()
    monkeypatch.setattr(testing, "CHECKS", (("ruff", ("first",)), ("pytest", ("second",))))
    monkeypatch.delenv(LEFT_OUT, raising=False)
    monkeypatch.setattr(
        testing, "find_browser", lambda say, agreed: "/a/browser" if not agreed else "/a/new/browser"
    )
    for name in ("first", "second"):
        (tmp_path / f"{name}.py").write_text(
            "import os, sys\n"
            "open('log', 'a').write(f'{__file__[-9:]} {sys.argv[1:]} ' + os.environ.get('BANMIAN_BROWSER', '-') + '\\n')\n"
            f"sys.exit(int(open('{name}.code').read()))\n"
        )
        (tmp_path / f"{name}.code").write_text("0")
    return tmp_path


def test_all_pass(project: Path, said: list[str]) -> None:
    assert run_tests(project, ["-k", "search"], said.append) == 0
    assert said[-1].startswith("全部通过:ruff、pytest;用时 0 分")
    assert (project / "log").read_text().splitlines() == [
        "/first.py [] /a/browser",
        "second.py ['-k', 'search'] /a/browser",
    ]


@pytest.mark.parametrize(("first", "second", "code"), [(3, 0, 3), (0, 5, 5), (3, 1, 3)])
def test_the_first_failing_code_wins_and_all_are_run(
    project: Path, said: list[str], first: int, second: int, code: int
) -> None:
    (project / "first.code").write_text(str(first))
    (project / "second.code").write_text(str(second))
    assert run_tests(project, [], said.append) == code
    assert said[-1].startswith("没有通过:")
    assert len((project / "log").read_text().splitlines()) == 2


def test_leaving_the_browser_out_is_said_last(
    project: Path, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(LEFT_OUT, "1")
    monkeypatch.delenv(CHOSEN, raising=False)
    assert run_tests(project, [], said.append) == 0
    assert "没有运行浏览器测试" in said[-1]
    assert "/a/browser" not in (project / "log").read_text()


@pytest.mark.parametrize("value", ["0", "", "yes"])
def test_nothing_but_1_leaves_the_browser_out(
    project: Path, said: list[str], monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    monkeypatch.setenv(LEFT_OUT, value)
    run_tests(project, [], said.append)
    assert "/a/browser" in (project / "log").read_text()


def test_a_browser_is_installed_only_where_the_person_says_so(project: Path, said: list[str]) -> None:
    run_tests(project, [], said.append, install_browser=True)
    assert "/a/new/browser" in (project / "log").read_text()


def test_the_option_is_ours_and_all_else_is_for_pytest(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[tuple[Any, ...]] = []
    monkeypatch.setattr(testing, "run_tests", lambda *given, **named: calls.append((*given[1:2], named)))
    run(["test", "-k", "search", "--install-browser", "-x"])
    run(["test", "tests/test_cli.py"])
    assert calls == [
        (("-k", "search", "-x"), {"install_browser": True}),
        (("tests/test_cli.py",), {"install_browser": False}),
    ]


def test_where_there_are_no_tests(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="没有 tests/"):
        run_tests(tmp_path / "none", [], print)


def test_pytest_itself_leaves_browser_tests_out_only_when_told(tmp_path: Path) -> None:
    root = Path(__file__).parent.parent
    command = [
        sys.executable,
        "-m",
        "pytest",
        "--collect-only",
        "-q",
        "tests/test_serving.py",
        "-m",
        "browser",
    ]
    for left_out, code in (("1", 5), ("0", 0)):
        environment = {**os.environ, LEFT_OUT: left_out}
        done = subprocess.run(command, cwd=root, env=environment, capture_output=True, check=False)
        assert done.returncode == code
