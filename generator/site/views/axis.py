"""One axis of time with what the archive has: stated days by month, inferred dates as long as they are unsure."""

from __future__ import annotations

from calendar import isleap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from generator.archive.dates import in_time, is_single, page_date
from generator.model import DateTag, Page
from generator.model.date_words import date_words, when_words
from generator.model.edtf import bounds, days, last_day
from generator.site.views.frame import Frame

YEAR = 1000
"""Units of the drawing that a year is long."""
LABELS = 8
"""Most years that are named below the axis."""
MOST = 60
"""Most stretches that are drawn; with more, those of stated days are told by year, then the latest are drawn."""
THIN = 12
"""Units of the shortest stretch, so that a day is seen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Newspaper pages of one month, or of one interval."""

    when: str
    """When they were printed, in Chinese; an inferred date begins with 约."""
    text: str
    """The name of the page, or how many there are."""
    href: str
    """The address of the page, or of the year."""
    alone: bool
    """Whether it is one page."""
    count: int
    """How many items they have."""
    x: int
    """Where it begins, in units from the beginning of the axis."""
    width: int
    """How long it is, in units."""
    sure: bool
    """Whether the days are stated."""
    open: bool
    """Whether one end is unknown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """The years from the first to the last, with what stands in them."""

    years: tuple[str, ...]
    """A label for each year; empty where too many would stand side by side."""
    first: str
    """The first year."""
    last: str
    """The last year."""
    width: int
    """Units of the whole axis."""
    stretches: tuple[Stretch, ...]
    """In order of time."""
    more: int
    """How many stretches are not drawn."""


def time_axis(frame: Frame) -> Axis | None:
    """Return the axis of an archive; None where no page has a date."""
    pages = [page for page in in_time(frame.archive.pages) if any(bounds(page_date(page).edtf or ""))]
    if not pages:
        return None
    ends = [year for page in pages for year in _years(page_date(page))]
    first, last = min(ends), max(ends)
    groups = _grouped(pages, 7)
    if len(groups) > MOST:
        groups = _grouped(pages, 4)
    step = -(-(last - first + 1) // LABELS)
    return Axis(
        years=tuple(str(year) if (year - first) % step == 0 else "" for year in range(first, last + 1)),
        first=str(first),
        last=str(last),
        width=(last - first + 1) * YEAR,
        stretches=tuple(_stretch(frame, group, first, last) for group in groups[-MOST:]),
        more=max(0, len(groups) - MOST),
    )


def _years(tag: DateTag) -> Iterator[int]:
    return (int(end[:4]) for end in bounds(tag.edtf or "") if end)


def _grouped(pages: Sequence[Page], length: int) -> list[list[Page]]:
    """Return neighbouring pages together: those of one interval, and those of one stated month or year."""

    def key(page: Page) -> tuple[bool, str]:
        tag = page_date(page)
        return is_single(tag), (tag.edtf or "")[:length] if is_single(tag) else tag.edtf or ""

    return [list(group) for _, group in groupby(pages, key=key)]


def _stretch(frame: Frame, group: list[Page], first: int, last: int) -> Stretch:
    tags = [page_date(page) for page in group]
    starts, ends = zip(*(_ends(tag, last) for tag in tags), strict=True)
    x, end = _place(min(starts), first), _place(max(ends), first, whole=True)
    link = frame.page_link(group[0])
    alone = len(group) == 1
    return Stretch(
        when=when_words(tags[0]) if alone or not is_single(tags[0]) else _shared(tags),
        text=link.text if alone else f"{len(group)} 个版面",
        href=link.href if alone else f"dates/{next(_years(tags[0]))}/index.html",
        alone=alone,
        count=sum(len(page.items) for page in group),
        x=x,
        width=max(THIN, end - x),
        sure=is_single(tags[0]),
        open=days(tags[0].edtf) is None,
    )


def _shared(tags: Iterable[DateTag]) -> str:
    """Return the month of stated days, or their year where they are of several months."""
    months = {(tag.edtf or "")[:7] for tag in tags}
    return date_words(min(months) if len(months) == 1 else min(months)[:4])


def _ends(tag: DateTag, last: int) -> tuple[date, date]:
    """Return the first and the last day that a date can mean; of an open interval up to a year on, or back."""
    start, end = bounds(tag.edtf or "")
    final = last_day(end or start) or date(last, 12, 31)
    if not start:
        return date(final.year, 1, 1), final
    begin = date.fromisoformat((days(start) or (start, start))[0])
    return begin, final if end else date(last, 12, 31)


def _place(day: date, first: int, *, whole: bool = False) -> int:
    """Return where a day begins on the axis, or where it ends."""
    passed = (day.timetuple().tm_yday - (not whole)) / (366 if isleap(day.year) else 365)
    return (day.year - first) * YEAR + round(passed * YEAR)
