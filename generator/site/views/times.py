"""What the date view shows: years and months, with intervals never made narrower than they are known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.archive.dates import page_date
from generator.archive.groups import Entry
from generator.model import Page
from generator.model.edtf import days
from generator.site.views.frame import Frame
from generator.site.views.rows import Link

SHOWN = 60
"""Newspaper pages named under a month or a year; the rest are found by their items."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """One day of a month's calendar."""

    number: int
    """The day of the month, from 1."""
    state: str
    """page (a page of that day is here), maybe (inside the interval of one), none (nothing entered)."""
    links: tuple[Link, ...]
    """The pages of that very day; empty for none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """A month with how many items are surely of it, and how many perhaps."""

    key: str
    """Year and month, such as `2022-06`."""
    name: str
    """The month in Chinese, such as `6月`."""
    sure: int
    """Items of pages that are surely of this month."""
    maybe: int
    """Items of pages whose interval touches this month and another."""
    days: tuple[Day, ...]
    """Empty where nothing is known of the month, or where every day is only possible."""
    blanks: int
    """Days of the week before the first, from Monday."""
    pages: tuple[Link, ...]
    """Pages surely of this month."""
    more: int
    """How many of these are not named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    """A year of the archive."""

    key: str
    """The year in four digits."""
    total: int
    """How many items are or may be of it."""
    months: tuple[Month, ...]
    """All twelve, in order."""
    loose: tuple[Link, ...]
    """Pages known to be of this year, but not of one month."""
    more: int
    """How many of these are not named."""

    @property
    def sure(self) -> int:
        """Items of pages that are surely of one of its months."""
        return sum(month.sure for month in self.months)

    @property
    def most(self) -> int:
        """Items of the fullest month, at least one."""
        return max((month.sure + month.maybe for month in self.months), default=0) or 1


def year_view(frame: Frame, key: str, entries: tuple[Entry, ...]) -> Year:
    """Return the twelve months of a year, each with its calendar of pages."""
    spans: list[tuple[Page, tuple[str, str], int]] = []
    for page, count in _pages(entries):
        span = days(page_date(page).edtf)
        if span:
            spans.append((page, span, count))
    loose = [page for page, span, _ in spans if span[0][:7] != span[1][:7]]
    return Year(
        key=key,
        total=len(entries),
        months=tuple(_month(frame, key, number, spans) for number in range(1, 13)),
        loose=tuple(frame.page_link(page) for page in loose[:SHOWN]),
        more=max(0, len(loose) - SHOWN),
    )


def _pages(entries: tuple[Entry, ...]) -> Iterator[tuple[Page, int]]:
    counts: dict[str, int] = {}
    pages: dict[str, Page] = {}
    for entry in entries:
        pages[entry.page.id] = entry.page
        counts[entry.page.id] = counts.get(entry.page.id, 0) + 1
    for key, page in pages.items():
        yield page, counts[key]


def _month(frame: Frame, year: str, number: int, spans: list[tuple[Page, tuple[str, str], int]]) -> Month:
    from calendar import monthrange

    key = f"{year}-{number:02d}"
    weekday, length = monthrange(int(year), number)
    touching = [(page, span, count) for page, span, count in spans if span[0][:7] <= key <= span[1][:7]]
    inside = [(page, span, count) for page, span, count in touching if span[0][:7] == span[1][:7]]
    days = tuple(_day(frame, f"{key}-{day:02d}", day, touching) for day in range(1, length + 1))
    return Month(
        key=key,
        name=f"{number}月",
        sure=sum(count for _, _, count in inside),
        maybe=sum(count for _, _, count in touching) - sum(count for _, _, count in inside),
        days=() if {day.state for day in days} in ({"maybe"}, {"none"}) else days,
        blanks=weekday,
        pages=tuple(frame.page_link(page) for page, _, _ in inside[:SHOWN]),
        more=max(0, len(inside) - SHOWN),
    )


def _day(frame: Frame, key: str, number: int, spans: list[tuple[Page, tuple[str, str], int]]) -> Day:
    exact = tuple(frame.page_link(page) for page, span, _ in spans if span == (key, key))
    maybe = any(span[0] <= key <= span[1] for _, span, _ in spans)
    return Day(number=number, state="page" if exact else "maybe" if maybe else "none", links=exact)
