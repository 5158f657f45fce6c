"""`★…`, ` - 1.…`: items of a study box."""

from __future__ import annotations

import re

from generator.model import Role
from generator.reading.lines import Finding, Line, PageLines, whole

DASH = re.compile(r"[-*•·]\s+(?=\S)")
STAR = re.compile(r"(?:[-*•]\s+)?[★☆]\s*")
NUMBERED = re.compile(r"(?:[-*•]\s+)?\d{1,2}[.、．]\s*(?=\S)")
WORD = re.compile(r"[一-鿿A-Za-z]")
LIMIT = 60
"""Characters of a numbered item; three times as many behind a star or dash, which say more than a number."""


def list_item(line: Line, page: PageLines) -> Finding | None:
    """Take a starred or dashed line for an item of a list; a numbered one only among its like."""
    for form in (STAR, DASH):
        mark = form.match(line.text)
        if mark and len(line.text) <= LIMIT * 3 and WORD.search(line.text):
            return _item(line, f"行首是“{line.text[0]}”", mark.end())
    mark = NUMBERED.match(line.text)
    around = (page.before(line), page.after(line))
    if mark and len(line.text) <= LIMIT and any(near and NUMBERED.match(near.text) for near in around):
        return _item(line, "行首是序号,前后也是", mark.end())
    return None


def _item(line: Line, evidence: str, skip: int) -> Finding:
    return whole(line, Role.LIST_ITEM, evidence, skip=skip)
