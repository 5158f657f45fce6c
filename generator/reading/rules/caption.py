"""`…。本报记者 林禾 摄`: the words under a picture."""

from __future__ import annotations

from generator.model import Role
from generator.reading.grammar.forms import find_credit
from generator.reading.lines import Finding, Line, PageLines, whole


def caption(line: Line, page: PageLines) -> Finding | None:
    """Take a paragraph that ends with a photo credit for a caption."""
    form = find_credit(line.bare)
    if form is None or form.start < 8:
        return None
    names = "、".join(person.contributor.name for person in form.people)
    return whole(line, Role.CAPTION, f"段末是图片署名:{names}")
