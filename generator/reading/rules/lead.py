"""`本报讯(记者 林禾)…`: the first paragraph of a news item."""

from __future__ import annotations

from generator.model import Role
from generator.reading.lines import Finding, Line, PageLines, whole


def lead(line: Line, page: PageLines) -> Finding | None:
    """Take a line that opens with the words of a lead for a first paragraph."""
    found = line.lead()
    if found is None or line.level:
        return None
    return whole(line, Role.PARAGRAPH, f"段首是电头“{line.bare[: len(found.span)].strip()}”")
