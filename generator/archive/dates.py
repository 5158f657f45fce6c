"""When items were printed, as lists and facets need it."""

from __future__ import annotations

from generator.archive.groups import Archive, Entry, Group
from generator.model import DateTag, Item, Page
from generator.model.edtf import days

UNKNOWN = "unknown"
"""Stands for the year of what has none."""
LONGEST = 200
"""Years that a date may touch; a longer interval is a slip."""


def date_of(page: Page, item: Item) -> DateTag:
    """Return when `item` was printed: its own tag, or else what is stated of the issue."""
    return item.tags.date if item.tags.date.edtf else page.issue.date


def years_of(entry: Entry) -> tuple[str, ...]:
    """Return every year that an item may have been printed in; empty where unknown."""
    span = days(date_of(entry.page, entry.item).edtf)
    if span is None:
        return ()
    first, last = int(span[0][:4]), int(span[1][:4])
    return tuple(str(year) for year in range(first, min(last, first + LONGEST) + 1))


def by_year(archive: Archive) -> dict[str, Group]:
    """Return the items by year, the latest first, what has none last; what may be of two years stands in both."""
    groups: dict[str, list[Entry]] = {}
    for entry in archive.items:
        for year in years_of(entry) or (UNKNOWN,):
            groups.setdefault(year, []).append(entry)
    order = sorted(groups, key=lambda key: (key != UNKNOWN, key), reverse=True)
    return {key: tuple(groups[key]) for key in order}
