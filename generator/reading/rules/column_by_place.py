"""A very short line right above a headline or byline, where the page does so again and again."""

from __future__ import annotations

import re

from generator.model import Role
from generator.reading.grammar.series import known_name
from generator.reading.lines import Finding, Line, PageLines, whole
from generator.reading.rules.byline import find_byline

PLAIN = re.compile(r"[一-鿿]{2,6}")
TITLE = re.compile(r"[^。，,；;：:]{4,45}")


def _above_title(line: Line, page: PageLines) -> bool:
    below = page.after(line)
    if below is None or not PLAIN.fullmatch(line.bare) or known_name(below.bare, page.taxonomy):
        return False
    if line.level:
        return below.level > line.level
    return not page.marks_headlines and below.level == 0 and is_title(below, page)


def is_title(line: Line, page: PageLines) -> bool:
    """Tell whether `line` looks like a headline over its byline or lead."""
    below = page.after(line)
    if below is None or not TITLE.fullmatch(line.bare):
        return False
    return find_byline(below, page) is not None or below.lead() is not None


def _alike(line: Line, like: list[Line], page: PageLines) -> bool:
    """Two columns by place alone must be of one length; three, or one beside a known one, need not."""
    if len(like) > 2 or any(known_name(other.bare, page.taxonomy) for other in like):
        return line in like or any(len(other.bare) == len(line.bare) for other in like)
    return {len(other.bare) for other in like} == {len(line.bare)}


def _like(level: int, page: PageLines) -> list[Line]:
    """Return the lines of one level of `#` that stand above headlines; each page is looked through once."""
    if level not in page.above_titles:
        page.above_titles[level] = [
            other for other in page.lines if other.level == level and _above_title(other, page)
        ]
    return page.above_titles[level]


def column_by_place(line: Line, page: PageLines) -> Finding | None:
    """Take a plain line of two to six characters for a column if its like stand above headlines."""
    if not PLAIN.fullmatch(line.bare):
        return None
    below = page.after(line)
    if below is None or find_byline(line, page) is not None:
        return None
    like = _like(line.level, page)
    if len(like) < 2 or not _alike(line, like, page):
        return None
    if line not in like and find_byline(below, page) is None and len(below.bare) <= 45:
        return None
    evidence = f"“{line.bare}”只有{len(line.bare)}个字,本版另有{len(like) - 1}处同样压在标题上的短行"
    return whole(line, Role.COLUMN_MARK, evidence)
