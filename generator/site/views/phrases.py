"""The Chinese words of the interface for what the model names in English."""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.model import RegionTag
from generator.model.edtf import DATE
from generator.vocabulary.taxonomy import ColumnKind

COLUMN_KINDS: Mapping[ColumnKind, str] = {
    ColumnKind.CAPTIONS: "图片",
    ColumnKind.COMMENTARY: "评论",
}
"""Of a column of articles nothing need be said: its items say what they are."""
UNDATED = "日期未定"


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


def ordinal(number: int) -> str:
    """Return a number with thousands set apart, for prose and tables.

    >>> ordinal(12345)
    '12,345'
    """
    return f"{number:,}"


def place_words(tag: RegionTag, name: str) -> str:
    """Return a place as readers see it: one that is only guessed is called so."""
    return f"疑为{name}" if tag.guess else name
