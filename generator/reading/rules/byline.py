"""A line that says who wrote: `□本报记者 林禾 通讯员 高岩`, `◎林禾` under a headline."""

from __future__ import annotations

import re

from generator.model import Naming, Role, Span
from generator.reading.grammar.people import parse_people
from generator.reading.grammar.series import known_name
from generator.reading.lines import Finding, Line, PageLines, whole
from generator.reading.rules.marked_column import names_reporter, signs

PLAIN = "□■●○◆▲△☆★◇"
"""Behind these stands no column."""
LIMIT = 80
"""Characters of the longest byline; what is longer is a sentence that names people."""
DONE = re.compile(r"摄(?:影)?$")


def find_byline(line: Line, page: PageLines) -> Naming | None:
    """Return whom the line names if it names people and says nothing else; each line is read once."""
    if line.number not in page.bylines:
        found = _read(line, page)
        page.bylines[line.number] = found.moved(line.bare_start) if found else None
    return page.bylines[line.number]


def _read(line: Line, page: PageLines) -> Naming | None:
    text = line.bare
    if len(text) > LIMIT or text[-1] in "。！？，,；;":
        return None
    words = line.words
    people = parse_people(words)
    if text[0] not in PLAIN and not names_reporter(words):
        people = ()
    if (line.mark or not line.level) and _signs(line, words, page):
        people = parse_people(words, bare=True)
    if not people or DONE.search(text):
        return None
    return Naming(span=Span(0, len(text)), people=tuple(who.moved(line.mark) for who in people))


def _signs(line: Line, name: str, page: PageLines) -> bool:
    return known_name(name, page.taxonomy) is None and signs(line, name, page)


def byline(line: Line, page: PageLines) -> Finding | None:
    """Take a line of names and roles for a byline."""
    found = find_byline(line, page)
    if found is None:
        return None
    names = "、".join(person.contributor.name for person in found.people)
    return whole(line, Role.BYLINE, f"整行是署名:{names}", skip=line.mark, byline=found)
