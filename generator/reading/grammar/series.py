"""Columns that are numbered series: `窗口⑦`, `窗口(三)`, `窗口之三`."""

from __future__ import annotations

import re

from generator.model import Series
from generator.vocabulary.taxonomy import Taxonomy

CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
DIGITS = "一二三四五六七八九十"
NUMBER = re.compile(
    rf"\s*(?P<all>(?P<circle>[{CIRCLED}])|[（(](?P<bracket>[{DIGITS}]{{1,3}}|\d{{1,3}})[)）]"
    rf"|(?:·|—+)?之(?P<of>[{DIGITS}]{{1,3}}|\d{{1,3}}))$"
)


def number_of(digits: str) -> int:
    """Return the value of Chinese or Arabic digits up to 99.

    >>> number_of("7"), number_of("十二"), number_of("二十")
    (7, 12, 20)
    """
    if digits.isdigit():
        return int(digits)
    tens, ten, ones = digits.rpartition("十")
    value = (DIGITS.index(tens) + 1 if tens else 1) * 10 if ten else 0
    return value + (DIGITS.index(ones) + 1 if ones else 0)


def split_series(printed: str) -> tuple[str, Series | None]:
    """Return a column's name without its number, and the series if it has one.

    >>> split_series("草原讲堂③")[0]
    '草原讲堂'
    """
    found = NUMBER.search(printed)
    if found is None or not found.start():
        return printed, None
    circle = found.group("circle")
    digits = found.group("bracket") or found.group("of")
    number = CIRCLED.index(circle) + 1 if circle else number_of(digits)
    name = printed[: found.start()].strip()
    return name, Series(name=name, number=number, printed=found.group("all"))


def known_name(printed: str, taxonomy: Taxonomy) -> str | None:
    """Return the archive's name of the column called `printed`, or None."""
    for name in (printed, split_series(printed)[0]):
        column = taxonomy.column(name)
        if column is not None:
            return column.name
    return None
