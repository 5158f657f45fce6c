"""A short line without end punctuation: a headline, a crosshead, or the beginning of a cut paragraph."""

from __future__ import annotations

import re

from generator.model import Role
from generator.reading.lines import Finding, Line, PageLines, whole

LIMIT = 45
"""Characters of the longest headline of one line."""
PLAIN_LIMIT = 64
"""The same, of a line without a comma."""
OPEN = "，,、；;：:"
WORD = re.compile(r"[一-鿿A-Za-z]")


def short_line(line: Line, page: PageLines) -> Finding | None:
    """Take a short line for a headline until the assembling has seen the whole page."""
    text = line.bare
    commas = sum(text.count(mark) for mark in "，,")
    if (
        len(text) > (LIMIT if commas else PLAIN_LIMIT)
        or text[-1] in OPEN
        or "。" in text
        or not WORD.search(text)
    ):
        return None
    if commas > 2:
        return None
    return whole(line, Role.HEADLINE, f"短行({len(text)}个字),没有句末标点")
