"""`(林禾)`, `———编者`, `(据新华社…电)` alone on a line at an article's end."""

from __future__ import annotations

import re

from generator.model import Role
from generator.reading.grammar.forms import SOURCE
from generator.reading.lines import Finding, Line, PageLines, whole

EDITORS = re.compile(r"[—－-]{2,}\s*(?:编者|编辑)")


def signature(line: Line, page: PageLines) -> Finding | None:
    """Take a line that is a bracket of names, or names the source, for a signature."""
    if len(line.bare) > 60 or line.level:
        return None
    found = line.closing()
    if found is not None and found.span.start == line.bare_start:
        names = "、".join(person.contributor.name for person in found.people)
        return whole(line, Role.SIGNATURE, f"整行是括号里的姓名:{names}", byline=found)
    if EDITORS.fullmatch(line.bare):
        return whole(line, Role.SIGNATURE, "整行是编者的落款")
    if len(line.bare) <= 30 and SOURCE.fullmatch(line.bare) and "电" in line.bare[-3:]:
        return whole(line, Role.PARAGRAPH, "整行说明稿件来源")
    return None
