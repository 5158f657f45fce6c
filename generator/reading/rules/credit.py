"""`■本报记者 林禾 摄` on a line of its own."""

from __future__ import annotations

from generator.model import Role
from generator.reading.lines import Finding, Line, PageLines, whole


def credit(line: Line, page: PageLines) -> Finding | None:
    """Take a line that is nothing but a photo credit for one."""
    found = line.credit(line.mark)
    if found is None or line.bare[line.mark : found.span.start - line.bare_start].strip("（( "):
        return None
    names = "、".join(person.contributor.name for person in found.people)
    return whole(line, Role.CREDIT, f"整行是图片署名:{names}", skip=line.mark, byline=found)
