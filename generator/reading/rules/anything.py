"""The last rule: whatever it is, it is kept."""

from __future__ import annotations

from generator.model import Role
from generator.reading.lines import Finding, Line, PageLines, whole


def anything(line: Line, page: PageLines) -> Finding:
    """Accept every line."""
    return whole(line, Role.UNKNOWN, "没有一条规则认得这一行")
