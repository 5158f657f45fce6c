"""How fast pages are read: run `python -m tests.benchmarks.bench_reading`; it prints pages a minute on one core.

Times of different machines cannot be compared, so the reading is also given as a multiple of the
time that one pass of a plain loop over the same characters takes.
"""

from __future__ import annotations

import time

from generator.model.sidecar import Sidecar
from tests.reading_pages import ARTICLES, assemble_page, make_source, make_taxonomy

PAGES = 60


def make_pages(articles: int = 8) -> list[list[str]]:
    """Return pages of `articles` articles each, broken in the ways of print, no two alike."""
    names = list(ARTICLES)
    pages = []
    for number in range(PAGES):
        lines: list[str] = []
        for at in range(articles):
            name = names[(number + at) % len(names)]
            body = [
                f"@{name}.1",
                f"@{name}.2<{22 + number % 9}",
                f"@{name}.2>{22 + number % 9}",
                f"@{name}.3",
                f"@{name}.4",
            ]
            head = [
                f"◎山乡{'一二三四五六七八'[at % 8]}",
                f"@{name}",
                f"□本报记者 林{'一二三四五六七八'[at % 8]}禾",
            ]
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


def measure_growth() -> float:
    """Return the cost of a page of sixteen articles as a multiple of one of four; 4 is linear."""
    taxonomy = make_taxonomy({})
    spent = []
    for articles in (4, 16):
        sources = [make_source(lines) for lines in make_pages(articles)[:10]]
        start = time.process_time()
        for source in sources:
            assemble_page(source, Sidecar.empty(), taxonomy)
        spent.append(time.process_time() - start)
    return spent[1] / spent[0]


if __name__ == "__main__":
    from sys import stdout

    pages, multiple = measure()
    stdout.write(
        f"{pages:,.0f} pages a minute on one core; {multiple:,.0f} times a plain loop over the characters\n"
    )
    stdout.write(f"a page of four times the articles costs {measure_growth():.1f} times as much\n")
