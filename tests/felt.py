"""For each weight of the search, a page that is read otherwise without it.

`python -m tests.felt` looks for them among the short pages of tests/cases/felt_pages.yml and all whole pages of our own, and writes tests/cases/felt.yml. A weight that no page feels is inert: take
it out of the code.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from generator.model import SourceText
from generator.model.sidecar import Sidecar
from generator.reading.assembling.weights import WEIGHTS, Weights
from generator.reading.reading import read
from tests.home.manners import MANNERS, pages_of
from tests.reading_pages import make_taxonomy, told, write_out

CASES = Path(__file__).parent / "cases"
FELT = CASES / "felt.yml"
SHORT = CASES / "felt_pages.yml"
SEEDS = range(2)
"""Layouts that are tried."""
NAMES = [
    f"{group.name}.{field.name}" if is_dataclass(getattr(WEIGHTS, group.name)) else group.name
    for group in fields(Weights)
    for field in (
        fields(getattr(WEIGHTS, group.name)) if is_dataclass(getattr(WEIGHTS, group.name)) else (group,)
    )
]


def without(name: str) -> Weights:
    """Return the weights with one of them, `join.pair` or `prefix`, at zero."""
    group, _, inner = name.rpartition(".")
    if not group:
        return replace(WEIGHTS, **{name: 0.0})
    return replace(WEIGHTS, **{group: replace(getattr(WEIGHTS, group), **{inner: 0.0})})


@cache
def short_pages() -> list[list[str]]:
    """Return the short pages, each a list of lines."""
    pages: list[list[str]] = yaml.safe_load(SHORT.read_text("utf-8"))
    return pages


@cache
def lines_of(page: str) -> tuple[str, ...]:
    """Return the lines of a page that is named `short/3` or `columns/0/2`: manner, seed and number."""
    manner, *numbers = page.split("/")
    if manner == "short":
        return tuple(write_out(str(line)) for line in short_pages()[int(numbers[0])])
    if manner == "pages":
        return tuple((CASES / "pages" / f"{numbers[0]}.txt").read_text("utf-8").split("\n"))
    seed, number = map(int, numbers)
    return tuple(pages_of(manner, seed)[number].text.split("\n"))


def reading(lines: Sequence[str], weights: Weights) -> list[dict[str, Any]]:
    """Return what is told of each item of a page of these lines."""
    text = "\n".join(lines)
    source = SourceText(id="p-1", name="p-1.txt", text=text, encoding="utf-8", sha256="", path="p-1.txt")
    page = read(source, Sidecar.empty(), make_taxonomy({}), weights)
    return [told(item) for item in page.items]


def pages() -> Iterator[str]:
    """Yield the name of every page that may feel a weight."""
    for number in range(len(short_pages())):
        yield f"short/{number}"
    for path in sorted((CASES / "pages").glob("*.txt")):
        yield f"pages/{path.stem}"
    for seed in SEEDS:
        for manner in MANNERS:
            for number in range(len(pages_of(manner, seed))):
                yield f"{manner}/{seed}/{number}"


def find(name: str, usual: dict[str, list[dict[str, Any]]]) -> str | None:
    """Return a page that is read otherwise without the weight `name`, or None."""
    weights = without(name)
    return next((page for page in pages() if reading(lines_of(page), weights) != usual[page]), None)


if __name__ == "__main__":
    usual = {page: reading(lines_of(page), WEIGHTS) for page in pages()}
    found = {name: find(name, usual) for name in NAMES}
    FELT.write_text(
        yaml.safe_dump({name: page for name, page in found.items() if page}, sort_keys=False), "utf-8"
    )
    print("felt by no page:", ", ".join(name for name, page in found.items() if page is None) or "none")
