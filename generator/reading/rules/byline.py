"""A line that says who wrote: `□本报记者 林禾 通讯员 高岩`, `◎林禾` under a headline."""

from __future__ import annotations

import re

from generator.model import Role
from generator.reading.grammar.forms import Form
from generator.reading.grammar.people import Named, parse_people
from generator.reading.grammar.series import known_name
from generator.reading.lines import Finding, Line, PageLines, whole
from generator.reading.rules.marked_column import names_reporter, signs

BULLET = re.compile(r"[□■●○◎◆▲△☆★◇]\s*")
PLAIN = "□■●○◆▲△☆★◇"
"""Behind these stands no column."""
LIMIT = 80
DONE = re.compile(r"摄(?:影)?$")


def find_byline(line: Line, page: PageLines) -> Form | None:
    """Return who the line names if it names people and says nothing else."""
    text = line.bare
    if len(text) > LIMIT or text[-1] in "。！？，,；;" or text[0] in "（(":
        return None
    bullet = BULLET.match(text)
    skip = bullet.end() if bullet else 0
    people = parse_people(text[skip:])
    if text[0] not in PLAIN and not names_reporter(text[skip:]):
        people = ()
    if not people and bullet and _signs(line, text[skip:], page):
        people = parse_people(text[skip:], bare=True)
    if not people or DONE.search(text):
        return None
    moved = tuple(
        Named(contributor=who.contributor, start=who.start + skip, end=who.end + skip) for who in people
    )
    return Form(start=0, end=len(text), people=moved)


def _signs(line: Line, name: str, page: PageLines) -> bool:
    return known_name(name, page.taxonomy) is None and signs(line, name, page)


def byline(line: Line, page: PageLines) -> Finding | None:
    """Take a line of names and roles for a byline."""
    form = find_byline(line, page)
    if form is None:
        return None
    names = "、".join(person.contributor.name for person in form.people)
    bullet = BULLET.match(line.bare)
    return whole(line, Role.BYLINE, f"整行是署名:{names}", skip=bullet.end() if bullet else 0)
