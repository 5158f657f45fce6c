"""The name that was probably meant."""

from __future__ import annotations

from collections.abc import Iterable

CLOSE = 60
"""Of 100: 翁旗 is as close as this to 翁牛特旗."""


def nearest(written: object, names: Iterable[str]) -> str:
    """Return a question after the name nearest to what was written; empty where none is near.

    >>> nearest("papre", ["paper", "date"])
    '是不是“paper”?'
    """
    from rapidfuzz import fuzz, process

    found = process.extractOne(str(written), list(names), scorer=fuzz.ratio, score_cutoff=CLOSE)
    return f"是不是“{found[0]}”?" if found else ""
