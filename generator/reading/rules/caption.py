"""`…。本报记者 林禾 摄`, `图为…`, `上图:…`: the words under a picture."""

from __future__ import annotations

import re

from generator.model import Role
from generator.reading.lines import Finding, Line, PageLines, whole

LEAST = 8
"""Characters before a credit that can be a caption."""
POINTING = re.compile(
    r"(?:图为|图[①-⑳一二三四五六七八九十\d]{0,2}[:：]|[上下左右题附本](?:[一-鿿]?)图(?:[①-⑳一二三四]?[:：，,]|为|系)|图片说明[:：])"
)
"""Words by which print points at a picture."""
LIMIT = 220
"""Characters of the longest caption that only points; what is longer tells a story."""


def caption(line: Line, page: PageLines) -> Finding | None:
    """Take a paragraph that ends with a photo credit, or points at a picture, for a caption."""
    found = line.credit()
    if found is None or found.span.start - line.bare_start < LEAST:
        pointing = POINTING.match(line.bare)
        if pointing is None or not LEAST < len(line.bare) <= LIMIT:
            return None
        return whole(line, Role.CAPTION, f"段首“{pointing.group()}”指着图片")
    names = "、".join(person.contributor.name for person in found.people)
    return whole(line, Role.CAPTION, f"段末是图片署名:{names}")
