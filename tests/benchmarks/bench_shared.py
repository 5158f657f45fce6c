"""What it costs to find text that stands in two places: run `python -m tests.benchmarks.bench_shared`.

The pages are made by program: words drawn as unevenly as in print, one item in ten the reprint of a
part of an earlier one with a misprint here and there, one in three with a formula of a handful. Times of
different machines cannot be compared, so each row says what an item costs as a share of the first row's:
well above 1 means that something grows faster than the archive.
"""

from __future__ import annotations

import random
import sys
import time
import tracemalloc
from itertools import accumulate
from sys import stdout

from generator.archive.groups import Group
from generator.archive.shared import RunKind, find_shared
from tests.making import Draft, make_archive, make_page

SIZES = (1_000, 10_000, 30_000)
WORDS, CHARACTERS, PER_PAGE = 20_000, 700, 10
WEIGHTS = list(accumulate(1 / rank for rank in range(1, WORDS + 1)))
FORMULAS, REPRINTED, WITH_FORMULA = 40, 10, 3


def made_items(count: int, seed: int = 7) -> Group:
    """Return `count` items, reprints and formulas among them; the same for the same numbers."""
    chance = random.Random(seed)
    letters = [chr(code) for code in range(0x4E00, 0x4E00 + 3_000)]
    words = ["".join(chance.choices(letters, k=chance.choice((1, 2, 2, 2, 3, 4)))) for _ in range(WORDS)]
    formulas = ["".join(chance.choices(letters, k=chance.randint(14, 40))) for _ in range(FORMULAS)]
    texts: list[str] = []
    for number in range(count):
        text = "".join(chance.choices(words, cum_weights=WEIGHTS, k=CHARACTERS // 2))
        if texts and number % REPRINTED == 0:
            text = text[:100] + _misprinted(chance.choice(texts)[80:500], chance, letters)
        if number % WITH_FORMULA == 0:
            at = chance.randrange(len(text))
            text = f"{text[:at]}{chance.choice(formulas)}{text[at:]}"
        texts.append(text)
    pages = (
        make_page(
            *(Draft(headline=f"第{at + start}则", paragraphs=(text,)) for at, text in enumerate(part)),
            page_id=f"p-{start}",
        )
        for start in range(0, count, PER_PAGE)
        if (part := texts[start : start + PER_PAGE])
    )
    return make_archive(*pages).items


def _misprinted(text: str, chance: random.Random, letters: list[str]) -> str:
    return "".join(chance.choice(letters) if chance.random() < 0.005 else letter for letter in text)


def measure(entries: Group) -> tuple[float, int, int, int]:
    """Return processor seconds, the most memory at one time in bytes, passages and formulas."""
    begin = time.process_time()
    runs = find_shared(entries)
    seconds = time.process_time() - begin
    formulas = sum(run.kind is RunKind.FORMULA for run in runs)
    del runs
    tracemalloc.start()
    find_shared(entries)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return seconds, most, len(find_shared(entries)) - formulas, formulas


def main(sizes: tuple[int, ...] = SIZES) -> None:
    """Print the table."""
    stdout.write("    items  seconds  a share of  MB at most  a share of  passages  formulas\n")
    first: tuple[float, float] | None = None
    for size in sizes:
        seconds, most, passages, formulas = measure(made_items(size))
        first = first or (seconds / size, most / size)
        shares = (seconds / size / first[0], most / size / first[1])
        stdout.write(
            f"{size:9,} {seconds:8.2f} {shares[0]:11.2f} {most / 1e6:11.1f} {shares[1]:11.2f}"
            f" {passages:9,} {formulas:9,}\n"
        )


if __name__ == "__main__":
    main(tuple(map(int, sys.argv[1:])) or SIZES)
