"""Pages made at random of our own seeds and of pages that hurt, read and tagged: `python -m tests.fuzz --cases N`.

Every case must be read without a traceback, within a time, with every line in one place; or be refused with a
sentence. It says how many cases, crashes and hangs there were, and which.
"""

from __future__ import annotations

import signal
import sys
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from types import FrameType

from generator.build import read_page
from generator.editing.checks import check_page
from generator.editing.sidecars import read_sidecar
from generator.model import Page
from generator.reading.files import read_source
from generator.reading.remnants import text_of
from generator.telling.errors import PageFaults
from generator.vocabulary.gazetteer import Gazetteer, load_gazetteer
from generator.vocabulary.settings import ROOT
from generator.vocabulary.taxonomy import Taxonomy, load_taxonomy
from tests.growth.pages import page_of, recipes

SECONDS = 20
"""A case that takes longer hangs."""
SIGNS = (
    "□◎◆★#“”‘’（）()《》【】、，。：:;!?—…·0159年月日\t \u3000\u200b\u0301\ufeff\x0c\ufffd<>&*_`[]{}|\\$%\r\n"
)
SIDECAR = (
    "corrections:\n  1: headline\n",
    "corrections:\n  3: {item: new}\n",
    "corrections:\n  5: {joins: 3}\n",
    "corrections:\n  2: {read: 草, as: 原}\n",
    "checked: [1, 3]\n",
    "authors:\n  1: [林禾]\n",
    "date: 2022-06-31\n",
    "tags:\n  themes: {add: [社区治理], refuse: [志愿服务]}\n",
    "corrections: [\n",
    "date: {a: [1]}\n",
    "",
)
"""Sidecars of which some lines are right on some pages, and some on none."""


class Hang(BaseException):
    """A case took too long."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One page with its sidecar."""

    text: str
    """The page."""
    sidecar: str
    """What stands beside it; empty for nothing."""


@cache
def corpus() -> Sequence[str]:
    """Return the pages that cases are made of: the repository's seeds and the pages that hurt."""
    seeds = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))]
    return (*seeds, *(page_of(name, 1_500) for name in sorted(recipes())))


@cache
def vocabularies() -> tuple[Taxonomy, Gazetteer]:
    """Return the repository's own."""
    folder = ROOT / "site_config"
    return load_taxonomy(folder), load_gazetteer(folder / "regions" / "150000.json")


def case_of(seed: int) -> Case:
    """Return the case of a number, always the same."""
    rng = Random(seed)
    lines = rng.choice(corpus()).split("\n")
    for _ in range(rng.randint(1, 8)):
        lines = _changed(lines, rng)
    sidecar = rng.choice(SIDECAR) if rng.random() < 0.4 else ""
    return Case(text="\n".join(lines)[:6_000], sidecar=sidecar)


def _changed(lines: list[str], rng: Random) -> list[str]:
    """Return the lines with one of them cut, doubled, moved, joined, spoiled or changed for one of another page."""
    lines = lines or [""]
    at, way = rng.randrange(len(lines)), rng.randrange(7)
    line = lines[at]
    cut = rng.randint(0, len(line))
    if way == 0:
        return [*lines[:at], line[:cut], line[cut:], *lines[at + 1 :]]
    if way == 1:
        return [*lines[:at], *[line] * rng.randint(2, 5), *lines[at + 1 :]]
    if way == 2:
        return rng.sample(lines, len(lines))
    if way == 3:
        return [*lines[:at], "".join(lines[at : at + 3]), *lines[at + 3 :]]
    if way == 4:
        return [*lines[:at], *rng.choice(corpus()).split("\n")[:20], *lines[at:]]
    if way == 5:
        return lines[: at + 1]
    sign = rng.choice(SIGNS) * rng.choice((1, 1, 2, 60))
    return [*lines[:at], line[:cut] + sign + line[cut:], *lines[at + 1 :]]


def try_case(case: Case, folder: Path) -> None:
    """Read and tag a case. Raises whatever the program raises, but for sentences; AssertionError where a line is lost."""
    path = folder / "page-1.txt"
    path.write_text(case.text, encoding="utf-8", newline="")
    beside = path.with_suffix(".yml")
    beside.write_text(case.sidecar, encoding="utf-8")
    taxonomy, gazetteer = vocabularies()
    try:
        source = read_source(path)
        sidecar = read_sidecar(source, beside if case.sidecar else None)
        page = read_page(source, sidecar, taxonomy, gazetteer)
    except PageFaults:
        return
    check_page(page, taxonomy)
    assert not lost(page), lost(page)


def lost(page: Page) -> Counter[int]:
    """Return the lines that are in no place of the page, and those that are in more than one."""
    lines = enumerate(page.source.lines, 1)
    wanted = Counter(number for number, raw in lines if text_of(raw)[0] < text_of(raw)[1])
    found = Counter(block.line for block in page.blocks)
    return (wanted - found) + (found - wanted)


def _too_long(number: int, frame: FrameType | None) -> None:
    raise Hang


def run(first: int, cases: int) -> tuple[list[str], list[str]]:
    """Try cases; return what crashed and what hung, each with its number."""
    crashes, hangs = [], []
    before = signal.signal(signal.SIGPROF, _too_long)
    try:
        with TemporaryDirectory() as folder:
            for seed in range(first, first + cases):
                signal.setitimer(signal.ITIMER_PROF, SECONDS)
                try:
                    try_case(case_of(seed), Path(folder))
                except Hang:
                    hangs.append(str(seed))
                except Exception as error:  # noqa: BLE001 - whatever it is, it is what is looked for
                    crashes.append(f"{seed}: {type(error).__name__}: {error}"[:200])
                finally:
                    signal.setitimer(signal.ITIMER_PROF, 0)
    finally:
        signal.signal(signal.SIGPROF, before)
    return crashes, hangs


if __name__ == "__main__":
    parser = ArgumentParser()
    parser.add_argument("--cases", type=int, default=1000)
    parser.add_argument("--first", type=int, default=0)
    told = parser.parse_args()
    crashes, hangs = run(told.first, told.cases)
    print(f"{told.cases} cases, {len(crashes)} crashes, {len(hangs)} hangs", *crashes, *hangs, sep="\n")
    sys.exit(bool(crashes or hangs))
