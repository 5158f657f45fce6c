"""Whatever is wrong at a machine, over all commands: a sentence, a code, the last good site, and nothing left behind."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

from generator.commands import cli
from tests.bad_inputs import (
    CASES,
    Case,
    arguments_of,
    attempt,
    attempt_apart,
    copy_for,
    faults_of,
    is_apart,
    make_place,
    make_standing,
    mounter,
    needs_mount,
    needs_site,
    run_command,
)

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows has neither pipes, limits nor modes of files"
)
STEADY = [case for case in CASES if not case.get("fragile")]


def marked(case: Case) -> Any:
    slow = is_apart(case) or needs_site(case)
    return pytest.param(case, marks=[pytest.mark.site] if slow else [], id=case["name"])


@pytest.fixture(scope="module")
def standing(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A place in which a site stands."""
    return make_standing(tmp_path_factory.mktemp("standing") / "place")


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A place without a site, for the commands that ask after none."""
    return make_place(tmp_path_factory.mktemp("bare") / "place")


def able(case: Case) -> None:
    """Skip a case, and say so, where the system itself cannot be brought into its state."""
    if needs_mount(case) and not mounter():
        pytest.skip("nobody may mount a disk here; test_refusals tells what a full one is told")
    if "memory" in case.get("under", {}) and sys.platform != "linux":
        pytest.skip("only Linux holds a process to its memory")


@pytest.mark.parametrize("case", [marked(case) for case in STEADY])
def test_is_told(
    case: Case,
    request: pytest.FixtureRequest,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    able(case)
    source = request.getfixturevalue("standing" if needs_site(case) else "bare")
    place = copy_for(case, source, tmp_path / "place")
    monkeypatch.chdir(place)

    def run_here(case: Case, place: Path) -> tuple[int, str]:
        code = cli.run(arguments_of(case, place))
        told = capsys.readouterr()
        return code, told.out + told.err

    if needs_mount(case):
        outcome = attempt_apart(case, place)
    else:
        outcome = attempt(case, place, run_command if is_apart(case) else run_here)
    assert faults_of(case, outcome) == [], outcome.told


def test_every_command_is_given_something_bad() -> None:
    assert {case["run"][0] for case in CASES} >= set(cli.cli.commands)
    assert len({case["name"] for case in CASES}) == len(CASES)
