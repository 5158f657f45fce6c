"""`◎窗口`, `## ◎窗口`: a column begins; `◎林禾` under a headline signs it."""

from __future__ import annotations

import re

from generator.model import ContributorRole, Role
from generator.reading.grammar.people import are_people, is_person, parse_people
from generator.reading.grammar.series import known_name
from generator.reading.grammar.surnames import is_transcribed, opens_name
from generator.reading.lines import Finding, Line, PageLines, whole

MARK = re.compile(r"[◎◉]\s*")
NAME = re.compile(r"[^。！？!?，,；;]{2,20}")
WORK = re.compile(r"记者|通讯员|评论员|编辑部|[文图][/／]")


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
    if not (is_person(name) or are_people(name)) or above is None or MARK.match(above.bare):
        return False
    if known_name(above.bare, page.taxonomy) is not None:
        return False
    titled = above.level > 0 or (len(above.bare) <= 40 and above.bare[-1] not in "。，,、）)摄")
    return titled and (below is None or (below.level == 0 and _runs_on(below.bare)))


def _runs_on(text: str) -> bool:
    """Tell whether a line is no headline: long, or a whole sentence with its stop."""
    return len(text) > 40 or (text[-1] == "。" and len(text) > 15)


def marked_column(line: Line, page: PageLines) -> Finding | None:
    """Take `◎` and a name for a column, known or not."""
    mark = MARK.match(line.bare)
    if mark is None or not NAME.fullmatch(line.bare, mark.end()):
        return None
    name = line.bare[mark.end() :]
    known = known_name(name, page.taxonomy) is not None
    if not known and (names_reporter(name) or signs(line, name, page)):
        return None
    evidence = f"“{line.bare[0]}”后面是栏目名({'栏目表里有' if known else '栏目表里没有'})"
    return whole(line, Role.COLUMN_MARK, evidence, skip=mark.end())
