"""Chinese and Arabic numerals up to 99, as print writes parts of a series, pages and points.

The digits' values are those of the Unicode Character Database (`unicodedata.numeric`), so that no table
of ours can differ from it; `cn2an` would bring three packages for the tens alone.
"""

from __future__ import annotations

import unicodedata

DIGITS = "一二三四五六七八九十"
"""Chinese digits as a character class; 〇 and 零 begin no number."""
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
"""Numbers in circles, as a character class."""


def number_of(numeral: str) -> int | None:
    """Return the value of a numeral of at most three characters; None for anything else.

    >>> [number_of(numeral) for numeral in ("7", "十二", "二十", "⑦", "〇", "三十五", "A3", "十十")]
    [7, 12, 20, 7, 0, 35, None, None]
    """
    tens, ten, ones = numeral.rpartition("十")
    if numeral.isdecimal():
        return int(numeral)
    if not numeral or len(tens) > 1 or len(ones) > 1:
        return None
    first, second = (unicodedata.numeric(digit, -1.0) for digit in (tens or "一", ones or "〇"))
    if not 0 <= first < 10 or not 0 <= second < (10 if ten else 100):
        return None
    return int(first * 10 * bool(ten) + second)
