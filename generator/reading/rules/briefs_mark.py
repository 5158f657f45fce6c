"""`简讯`, `短波`, `一句话新闻`: a column of briefs begins, each a paragraph without a headline."""

from __future__ import annotations

import re

from generator.model import Role
from generator.reading.lines import Finding, Line, PageLines, whole

WORD = re.compile(
    r"(?:[一-鿿]{0,4})(?:简讯|短讯|快讯|短波|集锦|简报|速览|速递|拾零|一句话新闻|简明新闻|新闻集装箱|要闻一览)"
)
LIMIT = 8
"""Characters of the longest such mark."""


def briefs_mark(line: Line, page: PageLines) -> Finding | None:
    """Take a line that says nothing but what briefs are called for their column's mark."""
    words = line.words.strip("【】[]〔〕")
    if len(words) > LIMIT or not WORD.fullmatch(words) or page.after(line) is None:
        return None
    return whole(line, Role.COLUMN_MARK, f"“{words}”是短讯栏的名称", skip=line.mark)
