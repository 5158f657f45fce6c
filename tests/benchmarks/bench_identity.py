"""What it costs to keep addresses: run `python -m tests.benchmarks.bench_identity`.

Pages made by program are recorded; then one in fifty loses an item and another page gets it, so that strays are
looked for everywhere. Each row says what an item costs as a share of the first row's: well above 1 means that
something grows faster than the archive.
"""

from __future__ import annotations

import time
from dataclasses import replace
from sys import stdout

from generator.archive.identity.formers import Fate
from generator.archive.identity.recording import recorded
from generator.archive.identity.settling import settle
from generator.model import Page
from tests.benchmarks.bench_shared import made_items
from tests.making import make_archive

SIZES = (1_000, 4_000, 16_000)
MOVED = 50


def made_pages(count: int) -> list[Page]:
    """Return the pages of `count` items."""
    return list({entry.page.id: entry.page for entry in made_items(count)}.values())


def measure(count: int) -> tuple[float, int]:
    """Return processor seconds, and how many items are gone."""
    pages, identity = settle(made_pages(count), (), {}, {})
    archive = replace(make_archive(*pages), identity=identity)
    ledgers = recorded(archive, (), "2026-11-30", lambda entry: entry.item.id)
    cut = [replace(page, items=page.items[1:]) if at % MOVED == 0 else page for at, page in enumerate(pages)]
    begin = time.process_time()
    _, identity = settle(cut, ledgers, {}, {})
    spent = time.process_time() - begin
    return spent, sum(former.fate is Fate.GONE for former in identity.formers)


def main() -> None:
    """Print a row a size."""
    first = 0.0
    for size in SIZES:
        spent, gone = measure(size)
        each = spent / size
        first = first or each
        stdout.write(f"{size:>7,} items  {spent:7.2f} s  {each / first:5.2f} ×  {gone} gone\n")


if __name__ == "__main__":
    main()
