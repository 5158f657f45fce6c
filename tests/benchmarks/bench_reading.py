"""How fast pages are read: run `python -m tests.benchmarks.bench_reading`; it prints pages a minute on one core.

Times of different machines cannot be compared, so the reading is also given as a multiple of the
time that one pass of a plain loop over the same characters takes.
"""

from __future__ import annotations

import time

from generator.assembling import assemble_page
from generator.sidecars import Sidecar
from tests.reading_pages import ARTICLES, make_source, make_taxonomy

PAGES = 60
LEAST = 300
"""Pages a minute that the reading must reach."""


def make_pages() -> list[list[str]]:
    """Return pages of eight articles each, broken in the ways of print, no two alike."""
    names = list(ARTICLES)
    pages = []
    for number in range(PAGES):
        lines: list[str] = []
        for at in range(8):
            name = names[(number + at) % len(names)]
            body = [
                f"@{name}.1",
                f"@{name}.2<{22 + number % 9}",
                f"@{name}.2>{22 + number % 9}",
                f"@{name}.3",
                f"@{name}.4",
            ]
            head = [f"◎山乡{'一二三四五六七八'[at]}", f"@{name}", f"□本报记者 林{'一二三四五六七八'[at]}禾"]
            lines += [*body[:2], *head, *body[2:]] if (number + at) % 4 == 0 else [*head, *body]
        pages.append(lines)
    return pages


def measure() -> tuple[float, float]:
    """Return pages a minute, and the time of a page as a multiple of a plain loop over its characters."""
    sources = [make_source(lines, f"p-{number}") for number, lines in enumerate(make_pages())]
    taxonomy = make_taxonomy({})
    assemble_page(sources[0], Sidecar.empty(), taxonomy)
    start = time.process_time()
    for source in sources:
        assemble_page(source, Sidecar.empty(), taxonomy)
    reading = time.process_time() - start
    start = time.process_time()
    count = 0
    for source in sources:
        for character in source.text:
            count += character > "一"
    plain = max(time.process_time() - start, 1e-6)
    return PAGES / reading * 60, reading / plain


def test_a_page_is_read_in_a_fifth_of_a_second_at_most() -> None:
    assert measure()[0] >= LEAST


if __name__ == "__main__":
    from sys import stdout

    pages, multiple = measure()
    stdout.write(
        f"{pages:,.0f} pages a minute on one core; {multiple:,.0f} times a plain loop over the characters\n"
    )
