"""Very long pages are read in sections, and nothing of them is lost."""

from __future__ import annotations

from itertools import pairwise

import pytest

from generator.model.sidecar import Sidecar
from generator.reading.assembling.beam import hurried
from generator.reading.assembling.elements import Element, Sort, element
from generator.reading.assembling.sections import LONGEST, MANY, SHARE, SHORTEST, sections_of
from generator.reading.recognising import recognise
from tests.reading_pages import ARTICLES, make_source, make_taxonomy, read_lines

ARTICLE = ["@井", "□本报记者 林禾", "@井.1", "@井.2", "@井.3", "@井.4"]


def elements_of(lines: list[str]) -> list[Element]:
    """Return the elements of a page of these lines."""
    source = make_source(lines)
    return [element(block, source) for block in recognise(source, make_taxonomy({}), Sidecar.empty())]


@pytest.mark.parametrize("length", [1, LONGEST, LONGEST + 1, MANY, MANY + 1])
def test_sections_are_the_whole_page_in_order(length: int) -> None:
    elements = elements_of([f"第{number}户的水满了。" for number in range(length)])
    sections = sections_of(elements)
    assert [place for section in sections for place in section] == list(range(length))
    assert all(len(section) <= LONGEST for section in sections)


def test_a_page_that_is_no_longer_than_a_page_is_one_section() -> None:
    assert len(sections_of(elements_of(ARTICLE * 10))) == 1


@pytest.mark.parametrize(("articles", "share"), [(70, 1), (100, SHARE)])
def test_a_section_ends_above_a_headline(articles: int, share: float) -> None:
    elements = elements_of(ARTICLE * articles)
    sections = sections_of(elements)
    assert len(sections) > 2
    assert all(elements[below.start].sort is Sort.HEADLINE for _, below in pairwise(sections))
    assert all(SHORTEST * share <= len(section) <= LONGEST * share for section in sections[:-1])


def test_the_longer_a_page_is_beyond_print_the_fewer_readings_are_kept() -> None:
    assert [hurried(elements) for elements in (1, 600, 1_000, 2_250, 40_000)] == [15, 15, 9, 4, 3]


def test_a_very_long_page_is_read_whole() -> None:
    names = list(ARTICLES)
    lines = [line.replace("井", names[number % 5]) for number in range(60) for line in ARTICLE]
    page = read_lines(lines)
    assert sorted(block.line for block in page.blocks) == list(range(1, len(lines) + 1))
    assert len(page.items) == 60
