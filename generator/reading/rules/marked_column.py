"""`◎窗口`, `## ◎窗口`: a column begins; `◎林禾` under a headline signs it."""

from __future__ import annotations

import re

from generator.model import Role
from generator.reading.grammar.series import known_name
from generator.reading.lines import Finding, Line, PageLines, whole
from generator.reading.rules.byline import find_byline
from generator.reading.rules.signing import COLUMN

NAME = re.compile(r"[^。！？!?，,；;]{2,20}")


def marked_column(line: Line, page: PageLines) -> Finding | None:
    """Take `◎` and a name for a column, known or not."""
    mark = COLUMN.match(line.bare)
    if mark is None or not NAME.fullmatch(line.bare, mark.end()):
        return None
    name = line.bare[mark.end() :]
    known = known_name(name, page.taxonomy) is not None
    if not known and find_byline(line, page) is not None:
        return None
    evidence = f"“{line.bare[0]}”后面是栏目名({'栏目表里有' if known else '栏目表里没有'})"
    return whole(line, Role.COLUMN_MARK, evidence, skip=mark.end())
