"""Builds work alone, a visitor always finds a whole site, and what a killed build left goes at the next start."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from generator.publishing import exchanging, locking
from generator.publishing.exchanging import exchange, set_aside
from generator.publishing.manifest import write_manifest
from generator.publishing.workshop import WORK, open_workshop, swap_in
from generator.telling.errors import UsageError
from generator.vocabulary.settings import ROOT, Settings, load_settings

PAGE = "◎草原书屋\n\n# 书送到牧民家门口\n\n□本报记者 林禾\n\n入冬前,流动书车走了三个苏木,给各嘎查的书屋送去新书四百册。\n"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    (tmp_path / "seeds").mkdir()
    return replace(load_settings(out_dir=tmp_path / "out"), seeds_dir=tmp_path / "seeds")


def make_site(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name, encoding="utf-8")
    write_manifest(folder, names)


def files_of(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def build_fresh(settings: Settings, *names: str) -> None:
    with open_workshop(settings) as workshop:
        make_site(workshop.fresh, *names)
        swap_in(workshop)


@pytest.fixture(params=["one step", "three steps"])
def any_system(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run on this system as it is, and as one that cannot exchange two folders."""
    if request.param == "three steps":
        monkeypatch.setattr(exchanging, "_in_one_step", lambda *paths: False)


@pytest.mark.usefixtures("any_system")
def test_a_new_site_takes_the_place_of_the_old_one(settings: Settings) -> None:
    build_fresh(settings, "index.html", "old/index.html")
    build_fresh(settings, "index.html", "new/index.html")
    assert files_of(settings.out_dir) == {"site/index.html", "site/new/index.html", "site/.banmian"}


@pytest.mark.usefixtures("any_system")
def test_two_folders_change_places(tmp_path: Path) -> None:
    make_site(tmp_path / "a", "甲")
    make_site(tmp_path / "b", "乙")
    exchange(tmp_path / "a", tmp_path / "b")
    assert files_of(tmp_path) == {"a/乙", "a/.banmian", "b/甲", "b/.banmian"}


@pytest.mark.skipif(sys.platform not in ("linux", "darwin"), reason="only these exchange folders in one step")
def test_an_exchange_leaves_no_moment_without_a_site(tmp_path: Path) -> None:
    make_site(tmp_path / "site", "index.html")
    make_site(tmp_path / "next", "index.html")
    missed, done = [], threading.Event()

    def watch() -> None:
        while not done.is_set():
            if not (tmp_path / "site" / "index.html").exists():
                missed.append(time.monotonic())

    watcher = threading.Thread(target=watch)
    watcher.start()
    for _ in range(2000):
        exchange(tmp_path / "next", tmp_path / "site")
    done.set()
    watcher.join()
    assert missed == []


def left_by(kill: str, out: Path) -> None:
    """Leave in `out` what a build leaves that was killed at a moment."""
    work = out / WORK
    make_site(out / "site", "index.html", "good/index.html")
    match kill:
        case "while MkDocs was building":
            (work / "fresh" / "half").mkdir(parents=True)
            (work / "fresh" / "half" / "index.html").touch()
            (work / "tmp" / "banmian-search-x").mkdir(parents=True)
            (work / "lock").touch()
        case "before the exchange" | "after the exchange":
            make_site(work / "next", "index.html", "other/index.html")
        case "between the first and the second step":
            make_site(work / "next", "index.html", "other/index.html")
            (out / "site").rename(set_aside(work / "next"))
        case "between the second and the third step":
            make_site(set_aside(work / "next"), "index.html", "other/index.html")


@pytest.mark.parametrize(
    "kill",
    [
        "while MkDocs was building",
        "before the exchange",
        "after the exchange",
        "between the first and the second step",
        "between the second and the third step",
    ],
)
def test_what_a_killed_build_left_goes_at_the_next_start(settings: Settings, kill: str) -> None:
    left_by(kill, settings.out_dir)
    with open_workshop(settings):
        assert files_of(settings.out_dir / "site") == {"index.html", "good/index.html", ".banmian"}
    assert {path.name for path in settings.out_dir.iterdir()} == {"site"}


def test_a_build_that_fails_leaves_nothing_behind(settings: Settings) -> None:
    with pytest.raises(TypeError), open_workshop(settings) as workshop:
        make_site(workshop.fresh, "half.html", None)  # type: ignore[arg-type]
    assert not settings.out_dir.exists()


def test_temporary_files_lie_where_the_next_build_finds_them(settings: Settings) -> None:
    before = tempfile.gettempdir()
    with open_workshop(settings) as workshop:
        assert Path(tempfile.mkdtemp()).parent == workshop.temporary
    assert tempfile.gettempdir() == before
    assert not settings.out_dir.exists()


def test_a_visible_file_of_somebody_else_keeps_the_old_site(settings: Settings) -> None:
    build_fresh(settings, "index.html")
    with open_workshop(settings) as workshop:
        make_site(workshop.fresh, "index.html")
        (settings.site_dir / "cname").touch()
        with pytest.raises(UsageError, match="cname"):
            swap_in(workshop)
    assert files_of(settings.out_dir) == {"site/index.html", "site/cname", "site/.banmian"}


def test_a_hidden_file_that_both_have_is_not_written_over(settings: Settings) -> None:
    build_fresh(settings, "index.html")
    (settings.site_dir / ".nojekyll").write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError, match="nojekyll"):
        build_fresh(settings, "index.html", ".nojekyll")
    assert (settings.site_dir / ".nojekyll").read_text(encoding="utf-8") == "mine"


def test_two_builds_at_once_meet_a_sentence(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locking, "PATIENCE", 0.0)
    with open_workshop(settings):
        with pytest.raises(UsageError, match="另一次建成"), open_workshop(settings):
            pass
        assert (settings.out_dir / WORK / "lock").exists()
    with open_workshop(settings):
        pass


def test_a_build_that_ends_is_waited_for(settings: Settings) -> None:
    with open_workshop(settings) as first:
        descriptor = os.dup(first.lock)
    threading.Timer(0.3, os.close, [descriptor]).start()
    with open_workshop(settings):
        pass


def start_build(settings: Settings) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "generator", "build", "--seeds", str(settings.seeds_dir)]
    return subprocess.Popen(
        [*command, "--out", str(settings.out_dir)],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


@pytest.fixture
def standing(settings: Settings) -> Iterator[Settings]:
    """Settings of a site that stands."""
    (settings.seeds_dir / "a-01.txt").write_text(PAGE, encoding="utf-8")
    assert start_build(settings).wait() == 0
    yield settings
    assert start_build(settings).wait() == 0
    assert {path.name for path in settings.out_dir.iterdir()} == {"docs", "site"}


def wait_for(path: Path, build: subprocess.Popen[bytes]) -> None:
    while not path.exists() and build.poll() is None:
        time.sleep(0.001)


@pytest.mark.site
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no kill -9")
@pytest.mark.parametrize("moment", ["lock", "tmp", "fresh", "next"])
def test_a_killed_build_leaves_the_whole_site(standing: Settings, moment: str) -> None:
    before = {path: path.read_bytes() for path in standing.site_dir.rglob("*") if path.is_file()}
    build = start_build(standing)
    wait_for(standing.out_dir / WORK / moment, build)
    build.send_signal(signal.SIGKILL)
    build.wait()
    assert {path: path.read_bytes() for path in standing.site_dir.rglob("*") if path.is_file()} == before


@pytest.mark.site
@pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="processes are looked up in /proc")
def test_mkdocs_does_not_outlive_a_killed_build(standing: Settings) -> None:
    build = start_build(standing)
    wait_for(standing.out_dir / WORK / "fresh", build)
    children = running_for(standing)
    build.send_signal(signal.SIGKILL)
    build.wait()
    latest = time.monotonic() + 5
    while running_for(standing) and time.monotonic() < latest:
        time.sleep(0.02)
    assert children
    assert not running_for(standing)


def running_for(settings: Settings) -> list[str]:
    """Return the processes that work on an out folder for MkDocs."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            environment = (process / "environ").read_bytes()
        except OSError:
            continue
        if f"BANMIAN_DOCS={settings.docs_dir}".encode() in environment:
            found.append(process.name)
    return found
