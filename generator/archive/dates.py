"""When items were printed, as lists and facets need it."""

from __future__ import annotations

from generator.archive.groups import Entry
from generator.model import DateTag, Item, Page
from generator.model.edtf import days

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
