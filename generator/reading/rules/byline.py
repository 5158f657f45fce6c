"""A line that says who wrote: `□本报记者 林禾 通讯员 高岩`, `□青沙县委组织部`, `◎林禾` under a headline."""

from __future__ import annotations

import re

from generator.model import Named, Naming, Role, Span
from generator.reading.grammar.byline_words import MARKS
from generator.reading.grammar.bylines import parse_byline
from generator.reading.grammar.people import parse_people
from generator.reading.grammar.series import known_name
from generator.reading.lines import Finding, Line, PageLines, whole
from generator.reading.rules import signing as place

PLAIN = "".join(mark for mark in MARKS if not place.COLUMN.match(mark))
"""Behind these stands no column."""
LIMIT = 80
"""Characters of the longest byline; what is longer is a sentence that names people."""
FROM = re.compile(r"\s(?:[发来]自|摄于)")
"""Where a story comes from is no name."""
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
    mark, people = place.mark_of(line), _by_place(line, page)
    if not people:
        mark, people = line.mark, _by_words(line, page)
    if not people:
        return None
    return Naming(span=Span(0, len(text)), people=tuple(who.moved(mark) for who in people))


def _by_place(line: Line, page: PageLines) -> tuple[Named, ...]:
    """Return whom a line names whose mark and place say that it place.signs."""
    if not place.has_mark(line) or not _below(line, page):
        return ()
    words = place.byline_words(line)
    if (place.COLUMN.match(line.bare) or DONE.search(words)) and not place.tells(page.after(line)):
        return ()
    return parse_byline(words) if known_name(words, page.taxonomy) is None else ()


def _below(line: Line, page: PageLines) -> bool:
    """Tell whether a line stands below a headline, or below another byline there."""
    above = page.before(line)
    return above is not None and (place.is_title(above, page) or find_byline(above, page) is not None)


def _by_words(line: Line, page: PageLines) -> tuple[Named, ...]:
    """Return whom a line names by its words, wherever it stands."""
    words = line.words
    people = parse_people(words)
    if line.bare[0] not in PLAIN and not place.names_reporter(words):
        people = ()
    unknown = known_name(words, page.taxonomy) is None
    if (line.mark or not line.level) and unknown and place.signs(line, words, page):
        people = parse_people(words, bare=True)
    if not people or DONE.search(line.bare) or FROM.search(words):
        return ()
    return parse_byline(words) or people


def byline(line: Line, page: PageLines) -> Finding | None:
    """Take a line of names and roles for a byline."""
    found = find_byline(line, page)
    if found is None:
        return None
    names = "、".join(person.contributor.name for person in found.people)
    return whole(line, Role.BYLINE, f"整行是署名:{names}", skip=place.mark_of(line), byline=found)
