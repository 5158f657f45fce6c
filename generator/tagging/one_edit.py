"""Two strings that are one edit apart: a character put in, left out or taken for another."""

from __future__ import annotations

from rapidfuzz.distance import Levenshtein


def edited(one: str, other: str) -> str:
    """Return the characters in which the two differ if they are one edit apart, else nothing.

    >>> edited("党建学习", "党纪学习"), edited("六牛村", "六犋牛村"), edited("六牛", "六牛")
    ('建纪', '犋', '')
    """
    if Levenshtein.distance(one, other) != 1:
        return ""
    return "".join(
        one[part.src_start : part.src_end] + other[part.dest_start : part.dest_end]
        for part in Levenshtein.opcodes(one, other)
        if part.tag != "equal"
    )
