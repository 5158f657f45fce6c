"""Where a line stands that may say who wrote: right below a headline, above running text."""

from __future__ import annotations

import re

from generator.model import ContributorRole
from generator.reading.grammar.byline_words import MARKS
from generator.reading.grammar.people import ROLE, are_people, is_person, parse_people
from generator.reading.grammar.series import known_name
from generator.reading.grammar.surnames import is_transcribed, opens_name
from generator.reading.lines import Line, PageLines

COLUMN = re.compile(r"[◎◉]\s*")
"""The marks behind which a column stands, if nobody signs there."""
MISREAD = re.compile(r"口\s*")
"""What OCR reads `□` as."""
OPENS = "【[［〔"
"""A line in such brackets under a headline says who wrote, too."""
WORK = re.compile(r"记者|通讯员|评论员|编辑部|[文图][/／]")
LIMIT = 60
"""Characters of the longest line that may be a headline, or the end of one."""
GOES_ON = "。，,、；;：:)）摄"
"""What no headline ends with."""
POINTS = re.compile("图为|[上下左右]图")
"""What the words under a picture begin with."""


def names_reporter(text: str) -> bool:
    """Tell whether `text` names a reporter; `记者` and two characters can be a column's name."""
    people = parse_people(text) if WORK.search(text) else ()
    return bool(people) and (
        any(character.isspace() for character in text)
        or people[0].contributor.role is ContributorRole.INSTITUTION
        or opens_name(people[0].contributor.name)
        or is_transcribed(people[0].contributor.name)
    )


def signs(line: Line, name: str, page: PageLines) -> bool:
    """Tell whether a person called `name` stands between a headline and its body."""
    above, below = page.before(line), page.after(line)
    if not (is_person(name) or are_people(name)) or above is None or COLUMN.match(above.bare):
        return False
    if known_name(above.bare, page.taxonomy) is not None:
        return False
    titled = above.level > 0 or (len(above.bare) <= 40 and above.bare[-1] not in "。，,、）)摄")
    return titled and (below is None or (below.level == 0 and _goes_on(below.bare)))


def is_title(line: Line, page: PageLines) -> bool:
    """Tell whether `line` may be a headline, by its form alone."""
    if known_name(line.bare, page.taxonomy) is not None or line.bare[0] in MARKS:
        return False
    return line.level > 0 or (len(line.bare) <= LIMIT and line.bare[-1] not in GOES_ON)


def tells(line: Line | None) -> bool:
    """Tell whether `line` tells a story: it is no headline, and stands under no picture."""
    return line is not None and not line.level and _goes_on(line.bare) and not POINTS.match(line.bare)


def _goes_on(text: str) -> bool:
    """Tell whether a line is no headline: long, or a whole sentence with its stop."""
    return len(text) > 40 or (text[-1] == "。" and len(text) > 15)


def mark_of(line: Line) -> int:
    """Return how many characters before a byline's words are its mark, `口` for `□` among them."""
    misread = MISREAD.match(line.bare)
    return line.mark or (misread.end() if misread else 0)


def byline_words(line: Line) -> str:
    """Return what a line says that signs, without its marks at either end."""
    return line.bare[mark_of(line) :].rstrip(f"{MARKS} \t\u3000")


def has_mark(line: Line) -> bool:
    """Tell whether a line looks like one that signs: by a mark at either end, by brackets, or by its first word."""
    if mark_of(line) or line.bare[-1] in MARKS or line.bare[0] in OPENS:
        return True
    return ROLE.match(line.bare) is not None and re.search(r"[\s/／:：、]", line.bare) is not None
