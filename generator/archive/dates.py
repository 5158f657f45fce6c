"""When items were printed, as lists and facets need it."""

from __future__ import annotations

from collections.abc import Iterable

from generator.archive.groups import Archive, Entry, Group
from generator.model import DateBasis, DateTag, Item, Page
from generator.model.edtf import bounds, days

UNKNOWN = "unknown"
"""Stands for the year of what has none."""
LONGEST = 200
"""Years that a date may touch; a longer interval is a slip."""


def date_of(page: Page, item: Item) -> DateTag:
    """Return when `item` was printed: its own tag, or else what is stated of the issue."""
    return item.tags.date if item.tags.date.edtf else page.issue.date


def is_single(date: DateTag) -> bool:
    """Tell whether a date is one stated day, month or year, not an interval and not inferred."""
    first, last = bounds(date.edtf or "")
    return bool(first) and date.edtf == first == last and date.basis is not DateBasis.INFERRED


def to_find(page: Page, date: DateTag) -> tuple[str, ...]:
    """Return what a reader would have to find out before an item that is printed on `date` is cited in full."""
    found = (("报名", page.issue.paper), ("日期", is_single(date)), ("版次", page.issue.label))
    return tuple(name for name, known in found if not known)


def page_date(page: Page) -> DateTag:
    """Return when a newspaper page was printed: as stated, or else as its items' words have it."""
    if page.issue.date.edtf:
        return page.issue.date
    return next((item.tags.date for item in page.items if item.tags.date.edtf), page.issue.date)


def in_time(pages: Iterable[Page]) -> tuple[Page, ...]:
    """Return pages by the latest day that is known of each, the earliest first; undated ones lead, all by id."""
    return tuple(sorted(pages, key=lambda page: (latest(page_date(page).edtf), page.id)))


def latest(edtf: str | None) -> str:
    """Return the last day that `edtf` can mean, or the one end that is known of an open interval; empty for none.

    >>> latest("2022-06"), latest("2019-07-15/.."), latest(None)
    ('2022-06-31', '2019-07-15', '')
    """
    first, last = bounds(edtf or "")
    span = days(edtf) or days(last or first)
    return span[1] if span else ""


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
