"""`◆…`: one brief of a column of briefs."""

from __future__ import annotations

import re

from generator.model import Role
from generator.reading.lines import Finding, Line, PageLines, whole

BULLET = re.compile(r"[◆◇●■]\s*")
LEAST = 30
"""Characters from which on a bulleted line is a brief; a shorter one is a crosshead."""


def brief(line: Line, page: PageLines) -> Finding | None:
    """Take a bulleted line as long as a paragraph for a brief."""
    bullet = BULLET.match(line.bare)
    if bullet is None or len(line.bare) < LEAST:
        return None
    if line.bare[0] not in "◆◇" and not re.search(r"[。！？；]", line.bare):
        return None
    if line.bare.endswith("摄"):
        return None
    return whole(line, Role.BRIEF, f"“{line.bare[0]}”后面是一段话", skip=bullet.end())
