"""Very long pages in sections, so that time and memory grow with the length and not with its square."""

from __future__ import annotations

from collections.abc import Sequence

from generator.reading.assembling.elements import Element, Sort

LONGEST = 160
"""Elements that are read at once; a printed page has about eighty."""
SHORTEST = 80
"""Elements of the shortest section of a longer page."""
MANY = 480
"""Elements of the longest page that is read so; what is longer than print can be is read in shorter sections."""
SHARE = 1 / 4
"""How long those are, beside the others."""


def sections_of(elements: Sequence[Element]) -> list[range]:
    """Return the stretches of `elements` that are read each by itself: one, where the page is no longer than a page.

    A section ends above the last mark of a column, or else headline, that leaves it long enough.
    """
    share = 1 if len(elements) <= MANY else SHARE
    longest, shortest = int(LONGEST * share), int(SHORTEST * share)
    found: list[range] = []
    start = 0
    while len(elements) - start > longest:
        end = _end(elements, start, longest, shortest)
        found.append(range(start, end))
        start = end
    return [*found, range(start, len(elements))]


def _end(elements: Sequence[Element], start: int, longest: int, shortest: int) -> int:
    places = range(start + longest, start + shortest, -1)
    for begins in (_opens_column, _opens_item, _opens_paragraph):
        for place in places:
            if begins(elements, place):
                return place
    return start + longest


def _opens_column(elements: Sequence[Element], place: int) -> bool:
    return elements[place].sort is Sort.COLUMN


def _opens_item(elements: Sequence[Element], place: int) -> bool:
    above = elements[place - 1]
    whole = above.sort is Sort.BODY and above.open < 0.5
    return whole and elements[place].sort is Sort.HEADLINE


def _opens_paragraph(elements: Sequence[Element], place: int) -> bool:
    return elements[place - 1].sort is Sort.BODY and elements[place - 1].open < 0.5
