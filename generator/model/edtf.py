"""The few forms of EDTF (ISO 8601-2) that stand in the archive: a date, or an interval that may be open."""

from __future__ import annotations

import calendar
import datetime
import re

DATE = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?[~?%]?")
"""A year, a month or a day, perhaps marked as uncertain; groups: year, month, day."""


def is_edtf(text: str) -> bool:
    """Tell whether `text` is a certain EDTF date, or a closed interval of two in their order.

    >>> is_edtf("2022-06-31"), is_edtf("2022-06"), is_edtf("2022-06-11/2022-06-30")
    (False, True, True)
    """
    ends = text.split("/")
    if len(ends) > 2 or not all(_exists(end) for end in ends):
        return False
    first, last = days(text) or ("", "")
    return first <= last


def bounds(edtf: str) -> tuple[str, str]:
    """Return the first and last date of `edtf` as written, each empty where it is open or not understood.

    >>> bounds("2022-06-11/2022-06-30"), bounds("2022-06"), bounds("../2022")
    (('2022-06-11', '2022-06-30'), ('2022-06', '2022-06'), ('', '2022'))
    """
    first, slash, last = edtf.partition("/")
    return _plain(first), _plain(last) if slash else _plain(first)


def days(edtf: str | None) -> tuple[str, str] | None:
    """Return the first and last day that `edtf` can mean; None where an end is open or unknown.

    A month or a year counts from its first to its last day; the last day is written `-31`.

    >>> days("2022-06/2022-07-03")
    ('2022-06-01', '2022-07-03')
    """
    first, last = bounds(edtf or "")
    if not first or not last:
        return None
    return first + "-01-01"[len(first) - 4 :], last + "-12-31"[len(last) - 4 :]


def common(edtf: str) -> str:
    """Return what all days of `edtf` share: a day, a month, a year, or nothing.

    >>> common("2022-06-11/2022-06-30"), common("2022-06-11/2022-07-02"), common("2021-12/2022-01")
    ('2022-06', '2022', '')
    """
    first, last = (text.split("-") if text else [] for text in bounds(edtf))
    shared: list[str] = []
    for one, other in zip(first, last, strict=False):
        if one != other:
            break
        shared.append(one)
    return "-".join(shared)


def last_day(edtf: str) -> datetime.date | None:
    """Return the last day that `edtf` allows; of an interval with an open end, the last of its start; else None.

    >>> last_day("2022-02"), last_day("2022-06-11/..")
    (datetime.date(2022, 2, 28), datetime.date(2022, 6, 11))
    """
    first, last = bounds(edtf)
    year, month, day = ([int(part) for part in (last or first).split("-") if part] + [0, 0, 0])[:3]
    try:
        return datetime.date(year, month or 12, day or calendar.monthrange(year, month or 12)[1])
    except ValueError:
        return None


def _exists(text: str) -> bool:
    """Tell whether `text` is a date of the calendar, not marked as uncertain."""
    found = DATE.fullmatch(text)
    if found is None or _plain(text) != text:
        return False
    year, month, day = (int(part) if part else 1 for part in found.groups())
    try:
        datetime.date(year, month, day)
    except ValueError:
        return False
    return True


def _plain(text: str) -> str:
    found = DATE.fullmatch(text)
    return "-".join(part for part in found.groups() if part) if found else ""
