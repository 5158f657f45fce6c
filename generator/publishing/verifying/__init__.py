"""Holds a published site against its sources: nothing lost, doubled, changed or dead.

Written apart from the code that made the site: of the program it imports how to tell a person, and nothing else. It
reads the published files, as anybody can.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from generator.publishing.verifying.addressing import check_addresses
from generator.publishing.verifying.conserving import check_items, check_lines
from generator.publishing.verifying.correcting import check_corrections
from generator.publishing.verifying.databases import check_tables
from generator.publishing.verifying.linking import check_links
from generator.publishing.verifying.places import Fault, Site, open_site
from generator.publishing.verifying.resolving import check_citations, check_evidence
from generator.publishing.verifying.searching import check_search
from generator.publishing.verifying.showing import check_shown
from generator.publishing.verifying.sources import check_seeds
from generator.publishing.verifying.sums import check_sums
from generator.telling.progress import Progress

Check = Callable[[Site], Iterator[Fault]]
CHECKS: tuple[tuple[str, Check], ...] = (
    ("逐个核对文件", check_sums),
    ("逐行核对版面", check_lines),
    ("逐字核对稿件", check_items),
    ("核对网页上的文字", check_shown),
    ("核对编者的改正", check_corrections),
    ("核对依据", check_evidence),
    ("核对引文", check_citations),
    ("核对表格和数据库", check_tables),
    ("核对检索", check_search),
    ("核对地址簿", check_addresses),
    ("核对链接", check_links),
)
"""What is looked at, in order, with what a person is told of it."""


def verify(
    place: Path, seeds: Path | None, *, progress: Progress
) -> tuple[tuple[Fault, ...], dict[str, int]]:
    """Return what is wrong with the site in a folder or zip, and how much was looked at, by what it is.

    `seeds` is the folder of the pages, where there is one to hold the site against. Raises UsageError where no site is.
    """
    with open_site(place) as site:
        faults: list[Fault] = []
        for name, check in CHECKS:
            progress.step(name)
            faults.extend(_guarded(name, check, site))
        if seeds is not None:
            progress.step("与版面文件核对")
            faults.extend(_guarded("与版面文件核对", partial(check_seeds, seeds=seeds), site))
        return tuple(dict.fromkeys(faults)), dict(site.counts)


def _guarded(name: str, check: Check, site: Site) -> Iterator[Fault]:
    """Yield what a check finds; data too spoilt to be read are a fault themselves."""
    try:
        yield from check(site)
    except (KeyError, TypeError, ValueError, AttributeError, IndexError, RecursionError) as error:
        yield Fault(where=name, said=f"数据坏得读不下去({type(error).__name__}:{error})。")
