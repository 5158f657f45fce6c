"""`…。本报记者 林禾 摄`: the words under a picture."""

from __future__ import annotations

from generator.model import Role
from generator.reading.lines import Finding, Line, PageLines, whole

LEAST = 8
"""Characters before a credit that can be a caption."""


def caption(line: Line, page: PageLines) -> Finding | None:
    """Take a paragraph that ends with a photo credit for a caption."""
    found = line.credit()
    if found is None or found.span.start - line.bare_start < LEAST:
        return None
    names = "、".join(person.contributor.name for person in found.people)
    return whole(line, Role.CAPTION, f"段末是图片署名:{names}")
