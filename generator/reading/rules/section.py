"""`□灯下的课堂` inside an article: a crosshead with a bullet."""

from __future__ import annotations

import re

from generator.model import Role
from generator.reading.grammar.sentences import CLOSED
from generator.reading.lines import Finding, Line, PageLines, whole

BULLET = re.compile(r"[□■●○▲△◇☆]\s*")
LIMIT = 24
"""Characters of the longest crosshead with a bullet; what is longer is a brief or a sentence."""


def section(line: Line, page: PageLines) -> Finding | None:
    """Take a short bulleted line without end punctuation for a crosshead."""
    bullet = BULLET.match(line.bare)
    if bullet is None or bullet.end() == len(line.bare) or len(line.bare) > LIMIT or CLOSED.search(line.bare):
        return None
    return whole(line, Role.CROSSHEAD, f"“{line.bare[0]}”后面是短语", skip=bullet.end())
