"""Kills whole builds at random moments while a visitor looks: `python -m tests.kills --kills 200`.

A site stands; `banmian build` is started over it and ended by SIGKILL, alone or with all its children. Every build
has another mark in its pages, so that a look at three files of the site tells whether they are of one build. It
says how many kills and looks there were, how many looks found no whole site, which children outlived their build,
and what the killed builds left for the next start to sweep.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import signal
import subprocess
import sys
import time
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from generator.publishing.workshop import WORK, open_workshop
from generator.vocabulary.settings import ROOT, Settings, load_settings
from tests.making import PLACES

PAGE = """◎草原书屋

# 书送到牧民家门口{mark}

□本报记者 林禾

入冬前,流动书车走了三个苏木,给各嘎查的书屋送去新书四百册。车里有书,也有放映机。
"""
LOOKED_AT = ("index.html", "data/articles.jsonl", "search/d/0.js")
"""What a visitor needs to find, read and search: each names the headline of the newest page."""
MARK = re.compile(r"门口(K\d{6}K)")
MOMENTS = (("next", 0.03), ("", 0.0), ("fresh", 0.3), ("", 0.0), ("", 0.0))
"""What a build must have made before the clock of a kill begins, and how long that runs; nothing for the whole build."""
PAUSE = 0.002
"""Seconds between two looks."""
PATIENCE = 5.0
"""Seconds that a child may need to notice that its build has gone."""


@dataclass(slots=True, kw_only=True)
class Tally:
    """What a run of kills has seen."""

    kills: int = 0
    """Builds that were killed."""
    alone: int = 0
    """Of these, those whose children were left to notice it themselves."""
    ended: int = 0
    """Builds that were done before they could be killed."""
    broken: list[str] = field(default_factory=list)
    """Kills after which the site was not whole, or was no build's."""
    outlived: list[float] = field(default_factory=list)
    """Seconds that children were there after their build, where there were any."""
    left: Counter[str] = field(default_factory=Counter)
    """What lay in the out folder after a kill, by name, and in how many cases."""
    unswept: list[str] = field(default_factory=list)
    """What was still there after the next start."""
    looks: int = 0
    """How often the visitor looked."""
    missed: list[str] = field(default_factory=list)
    """Looks that found no whole site of one build."""


def look(site: Path) -> str:
    """Look once, as a visitor does; return what is wrong, or nothing where a whole site of one build stands.

    The files are opened in the folder that stood there at the beginning; where another one has taken its place
    meanwhile, the look is begun anew.
    """
    while True:
        try:
            folder = os.open(site, os.O_RDONLY | os.O_DIRECTORY)
        except OSError as error:
            return f"no site: {error.strerror}"
        try:
            said = _look_in(folder)
            with suppress(OSError):
                if not said or os.path.samestat(os.fstat(folder), site.stat()):
                    return said
        finally:
            os.close(folder)


def _look_in(folder: int) -> str:
    marks = {}
    for name in LOOKED_AT:
        try:
            with open(os.open(name, os.O_RDONLY, dir_fd=folder), encoding="utf-8") as file:  # noqa: PTH123
                found = MARK.search(file.read())
        except OSError as error:
            return f"{name}: {error.strerror}"
        marks[name] = found[1] if found else "half a file"
    return "" if len(set(marks.values())) == 1 else f"of several builds: {marks}"


def watch(site: Path) -> None:
    """Look until standard input ends; then tell how often, and what was missed, as JSON."""
    os.set_blocking(0, False)
    looks, missed = 0, []
    while True:
        said, looks = look(site), looks + 1
        if said:
            missed.append(said)
        with suppress(BlockingIOError):
            if os.read(0, 1) == b"":
                break
        time.sleep(PAUSE)
    sys.stdout.write(json.dumps({"looks": looks, "missed": missed}))


@contextmanager
def watching(site: Path, tally: Tally) -> Iterator[None]:
    """Have another process look at `site` meanwhile."""
    command = [sys.executable, "-m", "tests.kills", "--watch", str(site)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        try:
            yield
        finally:
            told = json.loads(process.communicate()[0])
            tally.looks += told["looks"]
            tally.missed += told["missed"]


def make_place(folder: Path) -> Settings:
    """Make a small archive in `folder`; return its settings."""
    (folder / "seeds").mkdir()
    (folder / "config" / "regions").mkdir(parents=True)
    rows = [[place.code, place.name, str(place.level), place.parent, place.slug] for place in PLACES]
    few = {"format": 1, "districts": rows, "places": []}
    (folder / "config" / "regions" / "150000.json").write_text(json.dumps(few), encoding="utf-8")
    return load_settings(seeds_dir=folder / "seeds", config_dir=folder / "config", out_dir=folder / "out")


def write_page(settings: Settings, number: int) -> None:
    """Write the only page, with the mark of a build."""
    text = PAGE.format(mark=f"K{number:06}K")
    (settings.seeds_dir / "a-01.txt").write_text(text, encoding="utf-8")


def start(settings: Settings) -> subprocess.Popen[bytes]:
    """Start a whole build, in a group of its own."""
    folders = {"--seeds": settings.seeds_dir, "--config": settings.config_dir, "--out": settings.out_dir}
    options = [word for name, folder in folders.items() for word in (name, str(folder))]
    return subprocess.Popen(
        [sys.executable, "-m", "generator", "build", *options],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def build_whole(settings: Settings) -> float:
    """Build to the end; return the seconds."""
    begun = time.monotonic()
    code = start(settings).wait()
    if code:
        raise RuntimeError(f"a build that nobody killed ended with {code}")
    return time.monotonic() - begun


def kill(settings: Settings, moment: float, tally: Tally, *, group: bool, after: str) -> bool:
    """Start a build and kill it `moment` seconds after it began, or after it had made `after`; return whether it was."""
    build = start(settings)
    begun = time.monotonic()
    while after and build.poll() is None and not (settings.out_dir / WORK / after).exists():
        time.sleep(0.0002)
        begun = time.monotonic()
    while time.monotonic() < begun + moment and build.poll() is None:
        time.sleep(0.0005)
    if build.poll() is not None:
        tally.ended += 1
        return False
    (os.killpg if group else os.kill)(build.pid, signal.SIGKILL)
    build.wait()
    tally.kills += 1
    tally.alone += not group
    wait_for_children(build.pid, tally)
    return True


def wait_for_children(group: int, tally: Tally) -> None:
    """Wait until nothing is left of a process group; note how long that took."""
    begun = time.monotonic()
    while time.monotonic() < begun + 2 * PATIENCE:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            break
        time.sleep(0.005)
    else:
        os.killpg(group, signal.SIGKILL)
    if (took := time.monotonic() - begun) > 0.005:
        tally.outlived.append(took)


def whole(site: Path) -> str:
    """Return what differs in a site from its own checksums; nothing where it is whole."""
    lines = (site / "SHA256SUMS").read_text("utf-8").splitlines()
    told = dict(line.split("  ", 1)[::-1] for line in lines)
    found = {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in site.rglob("*")
        if path.is_file() and path not in (site / ".banmian", site / "SHA256SUMS")
    }
    return ", ".join(sorted(name for name in told | found if told.get(name) != found.get(name)))


def note_left(out: Path, tally: Tally) -> None:
    """Note what a killed build has left beside docs and site."""
    work = out / WORK
    names = {f"{WORK}/{path.name}" for path in work.iterdir()} if work.is_dir() else set()
    others = {path.name for path in out.iterdir()} - {"docs", "site", WORK}
    tally.left.update(names | others or {"nothing"})


def run(folder: Path, kills: int, seed: int) -> Tally:
    """Kill `kills` builds of a small archive in `folder`; return what was seen.

    Of five kills three fall on any moment of the build, one on the writing of MkDocs, one on the exchange of the sites.
    """
    chance, tally, settings = Random(seed), Tally(), make_place(folder)
    write_page(settings, 0)
    build_whole(settings)
    took = build_whole(settings)
    number = 0
    with watching(settings.site_dir, tally):
        while tally.kills < kills:
            number += 1
            write_page(settings, number)
            after, longest = MOMENTS[number % len(MOMENTS)]
            moment = chance.uniform(0, longest or 1.05 * took)
            begun = time.monotonic()
            if kill(settings, moment, tally, group=chance.random() < 0.4, after=after):
                _look_after(settings, tally, number)
            elif not after:
                took = (took + time.monotonic() - begun) / 2
        build_whole(settings)
    tally.unswept += [path.name for path in settings.out_dir.iterdir() if path.name not in ("docs", "site")]
    return tally


def _look_after(settings: Settings, tally: Tally, number: int) -> None:
    """Look at the whole site after a kill; every second time, sweep as the next start does, and look again."""
    note_left(settings.out_dir, tally)
    broken = whole(settings.site_dir)
    if number % 2:
        with open_workshop(settings):
            broken = broken or whole(settings.site_dir)
        others = {path.name for path in settings.out_dir.iterdir()} - {"docs", "site"}
        tally.unswept += sorted(others)
    if broken:
        tally.broken.append(f"{number}: {broken}")


def main(arguments: Sequence[str] | None = None) -> int:
    """Kill, and tell what was seen; the exit code is 1 where anything was wrong."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--watch", type=Path, help="look at this site, and nothing else")
    given = parser.parse_args(arguments)
    if given.watch:
        watch(given.watch)
        return 0
    with TemporaryDirectory() as folder:
        tally = run(Path(folder), given.kills, given.seed)
    sys.stdout.write(told(tally))
    return int(bool(tally.broken or tally.missed or tally.unswept))


def told(tally: Tally) -> str:
    """Return what was seen, in lines."""
    late = [seconds for seconds in tally.outlived if seconds > PATIENCE]
    lines = [
        f"kills {tally.kills} (the process alone {tally.alone}), builds done before it {tally.ended}",
        f"looks {tally.looks:,}, without a whole site of one build {len(tally.missed)} {tally.missed[:3]}",
        f"after a kill: site not whole {len(tally.broken)} {tally.broken[:3]}",
        f"children after their build: {len(tally.outlived)}, longest {max(tally.outlived, default=0):.2f} s, "
        f"still there after {PATIENCE:.0f} s {len(late)}",
        f"left by kills: {dict(sorted(tally.left.items()))}",
        f"left after the next start: {tally.unswept}",
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main())
