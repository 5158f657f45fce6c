"""Half-width and full-width signs: the one table of each, and where Chinese print wants the other."""

from __future__ import annotations

import re

HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
"""Full-width signs, letters and digits to ASCII, for `str.translate`: as many characters as before."""
FULL_WIDTH = {half: full for full, half in HALF_WIDTH.items() if chr(half) in ",;:!?"}
"""The punctuation of Chinese print for its ASCII look-alikes."""
NARROW_SIGN = re.compile("(?<=[\u4e00-\u9fff”’》）])[,:;?!]")
"""An ASCII sign where Chinese print has a full-width one."""


def full_width(text: str) -> str:
    """Return our own words with the punctuation of Chinese print; never used on the pages' words.

    >>> full_width("标题,正文;署名")
    '标题，正文；署名'
    """
    return NARROW_SIGN.sub(lambda match: match.group().translate(FULL_WIDTH), text)
