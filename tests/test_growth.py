"""Pages that are made to hurt: ten times the page is at most fifteen times the steps, and nothing of it is lost."""

from __future__ import annotations

import pytest

from generator.reading.assembling import sections
from generator.reading.files import LIMIT
from tests.fuzz.trying import hold
from tests.growth.counting import steps_of
from tests.growth.pages import bound_of, is_taken, page_of, recipes

SMALL, LARGE = 1_900, 19_000
"""Bytes of a page and of one ten times as large."""
ONE_LINE = sorted(name for name in recipes() if not name.startswith("lines-"))
MANY_LINES = sorted(name for name in recipes() if name.startswith("lines-"))
MADE = ("lines-articles", "lines-captions-bare", "lines-credits", "lines-list", "lines-signatures-named")
"""Pages of which the site is made as well; `python -m tests.growth` does so with all."""
MOST = 15.0
"""How many times the steps ten times the page may take."""
FIXED = 2_000
"""Steps of any page, which tell nothing of growth."""
SHORT_SECTION = 24
"""Elements of a section, for these tests: then a page that a test can pay for has many, as the largest have."""


def grown(name: str, *, made: bool = False) -> dict[str, tuple[int, int]]:
    """Return the steps of each stage for a small page and a large one; nothing of the large one is lost."""
    steps_of(page_of(name, SMALL), made=made)
    few, _ = steps_of(page_of(name, SMALL), made=made)
    many, archive = steps_of(page_of(name, LARGE), made=made)
    hold(archive.pages)
    return {stage: (few[stage], many[stage]) for stage in few}


@pytest.mark.parametrize("name", ONE_LINE)
def test_ten_times_the_line_is_read_in_no_more_than_fifteen_times_the_steps(name: str) -> None:
    few, many = grown(name)["read"]
    assert many <= MOST * (few + FIXED), f"{name}: {few:,} steps, then {many:,}"


@pytest.mark.parametrize("name", MANY_LINES)
def test_ten_times_the_lines_are_read_in_no_more_than_fifteen_times_the_steps(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sections, "LONGEST", SHORT_SECTION)
    monkeypatch.setattr(sections, "SHORTEST", SHORT_SECTION // 2)
    few, many = grown(name)["read"]
    assert many <= MOST * (few + FIXED), f"{name}: {few:,} steps, then {many:,}"


@pytest.mark.parametrize("name", MADE)
def test_the_site_of_ten_times_the_lines_is_made_in_no_more_than_fifteen_times_the_steps(name: str) -> None:
    bare, _ = steps_of("草\n", made=True)
    few, many = grown(name, made=True)["make"]
    assert many - bare["make"] <= MOST * (max(0, few - bare["make"]) + FIXED), (
        f"{name}: {few:,}, then {many:,}"
    )


@pytest.mark.parametrize("name", ["lines-digits", "lines-paragraphs", "one-character"])
def test_the_largest_page_that_is_taken_is_found(name: str) -> None:
    most = bound_of(name)
    assert is_taken(page_of(name, most))
    assert not is_taken(page_of(name, most + 1_000)) or most > LIMIT - 1_000
