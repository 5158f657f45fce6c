"""Whole builds that are killed at random moments leave a whole site at every moment; the long run is `python -m tests.kills`."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.kills import LOOKED_AT, Tally, look, run, told, wait_for_children, watching, whole

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no kill -9")
WORDS = "书送到牧民家门口K{:06}K"


def put_site(folder: Path, *numbers: int) -> Path:
    """Write the files that a visitor looks at, each of the build with its number."""
    for name, number in zip(LOOKED_AT, numbers, strict=True):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(WORDS.format(number), encoding="utf-8")
    return folder


def test_a_whole_site_of_one_build_is_seen(tmp_path: Path) -> None:
    assert look(put_site(tmp_path / "site", 7, 7, 7)) == ""


def test_no_site_is_seen(tmp_path: Path) -> None:
    assert look(tmp_path / "site").startswith("no site")


def test_files_of_two_builds_are_seen(tmp_path: Path) -> None:
    assert look(put_site(tmp_path / "site", 7, 7, 8)).startswith("of several builds")


@pytest.mark.parametrize("name", LOOKED_AT)
def test_a_missing_file_is_seen(tmp_path: Path, name: str) -> None:
    (put_site(tmp_path / "site", 7, 7, 7) / name).unlink()
    assert look(tmp_path / "site").startswith(name)


def test_half_a_file_is_seen(tmp_path: Path) -> None:
    site = put_site(tmp_path / "site", 7, 7, 7)
    (site / "index.html").write_text("书送到", encoding="utf-8")
    assert "half a file" in look(site)


def test_a_changed_file_is_seen(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("甲", encoding="utf-8")
    (tmp_path / "SHA256SUMS").write_text(f"{'0' * 64}  a.txt\n{'0' * 64}  b.txt\n", encoding="utf-8")
    assert whole(tmp_path) == "a.txt, b.txt"


def test_a_site_that_goes_is_seen_by_the_watcher(tmp_path: Path) -> None:
    tally = Tally()
    put_site(tmp_path / "site", 7, 7, 7).rename(tmp_path / "aside")
    with watching(tmp_path / "site", tally):
        pass
    assert tally.looks > 0
    assert len(tally.missed) == tally.looks


def test_a_child_that_stays_is_seen_and_ended() -> None:
    child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"], start_new_session=True)
    tally = Tally()
    os.kill(child.pid, signal.SIGSTOP)
    monkey = pytest.MonkeyPatch()
    monkey.setattr("tests.kills.PATIENCE", 0.1)
    wait_for_children(child.pid, tally)
    monkey.undo()
    assert child.wait() == -signal.SIGKILL
    assert tally.outlived[0] >= 0.2


@pytest.mark.site
def test_killed_builds_leave_a_whole_site_at_every_moment(tmp_path: Path) -> None:
    tally = run(tmp_path, kills=10, seed=5)
    assert (tally.kills, tally.broken, tally.missed, tally.unswept) == (10, [], [], []), told(tally)
    assert tally.looks > 500
    assert max(tally.outlived, default=0) < 10
