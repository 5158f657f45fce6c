"""`■本报记者 林禾 摄` on a line of its own."""

from __future__ import annotations

from generator.model import Role
from generator.reading.grammar.forms import find_credit
from generator.reading.lines import Finding, Line, PageLines, whole
from generator.reading.rules.byline import BULLET


def credit(line: Line, page: PageLines) -> Finding | None:
    """Take a line that is nothing but a photo credit for one."""
    bullet = BULLET.match(line.bare)
    skip = bullet.end() if bullet else 0
    form = find_credit(line.bare[skip:])
    if form is None or line.bare[skip : skip + form.start].strip("（( "):
        return None
    names = "、".join(person.contributor.name for person in form.people)
    return whole(line, Role.CREDIT, f"整行是图片署名:{names}", skip=skip)
