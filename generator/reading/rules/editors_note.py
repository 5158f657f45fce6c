"""`编者按`: a note of the editors begins."""

from __future__ import annotations

import re

from generator.model import Role
from generator.reading.lines import Finding, Line, PageLines, whole

WORD = re.compile(r"[【\[]?(?:编者按|编者的话|编后语?|开栏的话|开栏语|编者手记|编辑手记)[】\]]?[:：]?")


def editors_note(line: Line, page: PageLines) -> Finding | None:
    """Take a line that says or begins with the words of a note for one."""
    word = WORD.match(line.bare)
    if word is None:
        return None
    alone = word.end() == len(line.bare)
    if not alone and word.group()[-1] not in ":：】]":
        return None
    return whole(line, Role.EDITORS_NOTE, f"{'整行是' if alone else '行首是'}“{word.group()}”")
