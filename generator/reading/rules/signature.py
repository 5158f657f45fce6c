"""`(林禾)`, `———编者`, `(据新华社…电)` alone on a line at an article's end."""

from __future__ import annotations

import re

from generator.model import Contributor, ContributorRole, Named, Naming, Role, Span
from generator.reading.grammar.forms import SOURCE
from generator.reading.lines import Finding, Line, PageLines, whole

EDITORS = re.compile(r"[—－-]{2,}\s*(?P<who>编者|编辑)")


def signature(line: Line, page: PageLines) -> Finding | None:
    """Take a line that is a bracket of names, or names the source, for a signature."""
    if len(line.bare) > 60 or line.level:
        return None
    found = line.closing()
    if found is not None and found.span.start == line.bare_start:
        names = "、".join(person.contributor.name for person in found.people)
        return whole(line, Role.SIGNATURE, f"整行是括号里的姓名:{names}", byline=found)
    editors = EDITORS.fullmatch(line.bare)
    if editors:
        who = Contributor(name=editors["who"], role=ContributorRole.INSTITUTION)
        named = Named(contributor=who, span=Span(*editors.span("who")))
        found = Naming(span=Span(0, len(line.bare)), people=(named,)).moved(line.bare_start)
        return whole(line, Role.SIGNATURE, "整行是编者的落款", byline=found)
    if len(line.bare) <= 30 and SOURCE.fullmatch(line.bare) and "电" in line.bare[-3:]:
        return whole(line, Role.PARAGRAPH, "整行说明稿件来源")
    return None
