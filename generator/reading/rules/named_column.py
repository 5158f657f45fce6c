"""A bare name from the list of columns."""

from __future__ import annotations

from generator.model import Role
from generator.reading.grammar.series import known_name
from generator.reading.lines import Finding, Line, PageLines, whole

LIMIT = 24
"""Characters of the longest column's name with its number; spares a look-up for every paragraph."""


def named_column(line: Line, page: PageLines) -> Finding | None:
    """Take a line that says nothing but a known column's name for its mark."""
    name = line.bare.lstrip("■●□◆ 　")
    if len(name) > LIMIT or known_name(name, page.taxonomy) is None:
        return None
    return whole(line, Role.COLUMN_MARK, f"“{name}”在栏目表里", skip=len(line.bare) - len(name))
