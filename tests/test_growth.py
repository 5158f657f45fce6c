"""Pages that are made to hurt: ten times the page is at most fifteen times the steps, and nothing of it is lost."""

from __future__ import annotations

import sys
from collections import Counter
from types import FrameType
from typing import Any

import pytest

from generator.build import read_page
from generator.model import Page, SourceText
from generator.model.sidecar import Sidecar
from generator.reading.remnants import text_of
from generator.vocabulary.gazetteer import Gazetteer, load_gazetteer
from generator.vocabulary.settings import ROOT
from generator.vocabulary.taxonomy import Taxonomy, load_taxonomy
from tests.growth.pages import page_of, recipes

SMALL, LARGE = 1_900, 19_000
"""Bytes of a page and of one ten times as large."""
ONE_LINE = sorted(name for name in recipes() if not name.startswith("lines-"))
"""Pages of one line; `python -m tests.growth` measures those of many lines, too."""
MOST = 15.0
"""How many times the steps ten times the page may take."""
FIXED = 2_000
"""Steps of any page, which tell nothing of growth."""


@pytest.fixture(scope="module")
def taxonomy() -> Taxonomy:
    return load_taxonomy(ROOT / "site_config")


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer(ROOT / "site_config" / "regions" / "150000.json")


def source_of(text: str) -> SourceText:
    return SourceText(id="p-1", name="p-1.txt", text=text, encoding="utf-8", sha256="0")


def read_counted(text: str, taxonomy: Taxonomy, gazetteer: Gazetteer) -> tuple[int, Page]:
    """Return how many calls reading and tagging take, and the page."""
    steps = 0

    def count(frame: FrameType, event: str, told: Any) -> None:
        nonlocal steps
        steps += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        page = read_page(source_of(text), Sidecar.empty(), taxonomy, gazetteer)
    finally:
        sys.setprofile(None)
    return steps, page


@pytest.mark.parametrize("name", ONE_LINE)
def test_ten_times_the_page_takes_no_more_than_fifteen_times_the_steps(
    name: str, taxonomy: Taxonomy, gazetteer: Gazetteer
) -> None:
    read_counted(page_of(name, SMALL), taxonomy, gazetteer)
    few, _ = read_counted(page_of(name, SMALL), taxonomy, gazetteer)
    many, page = read_counted(page_of(name, LARGE), taxonomy, gazetteer)
    assert many <= MOST * (few + FIXED), f"{name}: {few:,} steps, then {many:,}"
    owned = Counter(block.line for block in page.blocks)
    assert owned == Counter(n for n, raw in enumerate(page.source.lines, 1) if is_text(raw))


def is_text(raw: str) -> bool:
    """Tell whether a line holds more than blanks and what is left of a web page."""
    start, end = text_of(raw)
    return start < end
