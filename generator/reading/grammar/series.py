"""Columns that are numbered series: `窗口⑦`, `窗口(三)`, `窗口之三`."""

from __future__ import annotations

import re

from generator.model import Series
from generator.model.numerals import CIRCLED, DIGITS, number_of
from generator.vocabulary.taxonomy import Taxonomy

NUMBER = re.compile(
    rf"\s*(?P<all>(?P<circle>[{CIRCLED}])|[（(](?P<bracket>[{DIGITS}]{{1,3}}|\d{{1,3}})[)）]"
    rf"|(?:·|—+)?之(?P<of>[{DIGITS}]{{1,3}}|\d{{1,3}}))$"
)


def split_series(printed: str) -> tuple[str, Series | None]:
    """Return a column's name without its number, and the series if it has one.

    >>> split_series("草原讲堂③")[0]
    '草原讲堂'
    """
    found = NUMBER.search(printed)
    if found is None or not found.start():
        return printed, None
    number = number_of(found.group("circle") or found.group("bracket") or found.group("of"))
    if number is None:
        return printed, None
    name = printed[: found.start()]
    return name, Series(name=name, number=number, printed=found.group("all"))


def known_name(printed: str, taxonomy: Taxonomy) -> str | None:
    """Return the archive's name of the column called `printed`, or None."""
    for name in (printed, split_series(printed)[0]):
        column = taxonomy.column(name)
        if column is not None:
            return column.name
    return None


def part_number(written: str) -> int | None:
    """Return the number of a part that an editor writes as print does or as a plain numeral; None for anything else.

    >>> [part_number(written) for written in ("3", "③", "(三)", "之十二", "第三", "0")]
    [3, 3, 3, 12, None, None]
    """
    numeral = "".join(written.split())
    found = NUMBER.fullmatch(numeral)
    if found is not None:
        numeral = found.group("circle") or found.group("bracket") or found.group("of")
    return number_of(numeral) or None
