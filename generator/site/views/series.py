"""A series with its parts in order, told alike on the pages of its items and of its column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.site.views.frame import Frame
from generator.site.views.rows import Link

NEAR = 4
"""Parts before and behind an item's own that its page names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesView:
    """A series, or the parts of it around one part."""

    name: str
    """The series' name."""
    number: int
    """Which part the item is, from 1; 0 where the series is told by itself."""
    parts: tuple[Link, ...]
    """The parts that the archive has, each by its headline; `count` is its number, `note` that number as printed."""
    missing: tuple[str, ...]
    """Numbers of the whole series, up to the highest, that the archive has not, as single numbers and ranges."""


def series_view(frame: Frame, name: str, number: int = 0) -> SeriesView:
    """Return a series; around its part `number`, if that is given."""
    last = frame.last_part(name)
    wanted = range(max(1, number - NEAR), min(last, number + NEAR) + 1) if number else range(1, last + 1)
    found = frame.series_parts(name, wanted)
    parts = []
    for part, entry in sorted(found.items()):
        printed = entry.item.series.part if entry.item.series else ""
        row = frame.row(entry)
        parts.append(Link(text=row.title, href=row.href, count=part, note=printed))
    missing = tuple(runs(part for part in range(1, last + 1) if part not in frame.parts_of(name)))
    return SeriesView(name=name, number=number, parts=tuple(parts), missing=missing)


def runs(numbers: Iterable[int]) -> Iterator[str]:
    """Yield numbers in ascending order as single numbers and ranges.

    >>> list(runs([1, 2, 3, 5]))
    ['1–3', '5']
    """
    start = end = 0
    for number in numbers:
        if start and number == end + 1:
            end = number
            continue
        if start:
            yield str(start) if start == end else f"{start}–{end}"
        start = end = number
    if start:
        yield str(start) if start == end else f"{start}–{end}"
