"""Dates in the form of EDTF: a year, a month, a day, or an interval of two."""

from __future__ import annotations

import datetime
import re

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def is_edtf(text: str) -> bool:
    """Tell whether `text` is an EDTF date, or an interval of two in their order.

    >>> is_edtf("2022-06-31"), is_edtf("2022-06"), is_edtf("2022-06-11/2022-06-30")
    (False, True, True)
    """
    parts = text.split("/")
    if len(parts) > 2:
        return False
    bounds = [_bounds(part) for part in parts]
    known = [bound for bound in bounds if bound is not None]
    return len(known) == len(parts) and (len(known) == 1 or known[0][0] <= known[1][1])


def _bounds(text: str) -> tuple[str, str] | None:
    """Return the first and last day that a date can mean, or None if it is none."""
    found = _DATE.fullmatch(text)
    if found is None:
        return None
    year, month, day = found.groups()
    try:
        datetime.date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    return f"{year}-{month or '01'}-{day or '01'}", f"{year}-{month or '12'}-{day or '31'}"
