"""Dates in Chinese: as they are stated, and about when where they are only inferred."""

from __future__ import annotations

import datetime
import re

from generator.model.edtf import DATE, bounds, days, last_day
from generator.model.tags import DateBasis, DateTag

UNDATED = "日期待考"
SEASON = {1: 0, 2: 0, 3: 1, 4: 1, 5: 1, 6: 2, 7: 2, 8: 2, 9: 3, 10: 3, 11: 3, 12: 4}
"""The part of the year that a month is of."""
PARTS = ("年初", "年春", "年夏", "年秋", "年底")
NEIGHBOURS = ("年冬春", "年春夏", "年夏秋", "年秋冬")
"""Two parts together, by the first of them."""
SLIGHT = 8
"""A part of the year that holds less than one of so many days of an interval does not name it."""


def date_words(edtf: str | None) -> str:
    """Return an EDTF date or interval in Chinese.

    >>> date_words("2022-06-11/2022-06-30")
    '2022年6月11日至30日'
    """
    if not edtf:
        return UNDATED
    first, slash, last = edtf.partition("/")
    start, end = DATE.fullmatch(first), DATE.fullmatch(last)
    if not slash:
        return _day(start) if start else edtf
    if start and end:
        return f"{_day(start)}至{_day(end, since=start)}"
    if start:
        return f"{_day(start)}或以后"
    return f"{_day(end)}或以前" if end else UNDATED


def when_words(date: DateTag) -> str:
    """Return when something was printed, as a list says it: an inferred date is marked, an interval is no span.

    >>> when_words(DateTag(edtf="2022-06-11/2022-06-30", basis=DateBasis.STATED))
    '2022年6月11日至30日之间'
    """
    if not date.edtf or date.basis is not DateBasis.INFERRED:
        return between_words(date.edtf)
    return about_words(date.edtf)


def between_words(edtf: str | None) -> str:
    """Return an EDTF date in Chinese; of an interval, that the day is within it."""
    closed = "/" in (edtf or "") and all(bounds(edtf or ""))
    return f"{date_words(edtf)}之间" if closed else date_words(edtf)


def about_words(edtf: str) -> str:
    """Return about when an inferred date is: a day, one or two months, a season or a year, with 约 in front.

    >>> about_words("2023-07-03/2023-09-08"), about_words("2024-07-01/2024-10-28"), about_words("2019-07-15/..")
    ('约2023年夏', '约2024年夏秋', '约2019年7月以后')
    """
    span = days(edtf)
    if span is None:
        return _open(*bounds(edtf)) or date_words(edtf)
    first, last = span
    if first == last or "/" not in edtf:
        return f"约{date_words(edtf)}"
    if first[:7] == last[:7]:
        return f"约{date_words(first[:7])}"
    if first[:4] != last[:4]:
        return _years(first, last)
    months = int(first[5:7]), int(last[5:7])
    if months[1] - months[0] == 1:
        return f"约{first[:4]}年{months[0]}至{months[1]}月"
    return f"约{first[:4]}{_season(edtf, first)}"


def _open(first: str, last: str) -> str:
    if first:
        return f"约{date_words(first[:7])}以后"
    return f"约{date_words(last[:7])}以前" if last else ""


def _years(first: str, last: str) -> str:
    turn = int(last[:4]) - int(first[:4]) == 1 and first[5:7] >= "11" and last[5:7] <= "02"
    return f"约{first[:4]}年底至{last[:4]}年初" if turn else f"约{first[:4]}至{last[:4]}年"


def _season(edtf: str, first: str) -> str:
    """Return the part of the one year that an interval is of."""
    start, end = datetime.date.fromisoformat(first), last_day(edtf)
    length = (end - start).days + 1 if end else 1
    months = [SEASON[(start + datetime.timedelta(days=day)).month] for day in range(length)]
    parts = [part for part in range(len(PARTS)) if months.count(part) * SLIGHT >= length]
    if len(parts) == 1:
        return PARTS[parts[0]]
    if len(parts) == 2:
        return NEIGHBOURS[parts[0]]
    if end and end.month <= 6:
        return "年上半年"
    return "年下半年" if start.month >= 7 else "年"


def _day(date: re.Match[str], *, since: re.Match[str] | None = None) -> str:
    year, month, day = date.groups()
    same_year = since is not None and since[1] == year
    same_month = same_year and since is not None and since[2] == month and bool(since[3] and day)
    words = "" if same_year else f"{year}年"
    if month and not same_month:
        words += f"{int(month)}月"
    if day:
        words += f"{int(day)}日"
    return words or f"{year}年"
