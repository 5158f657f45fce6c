"""Running text."""

from __future__ import annotations

import re

from generator.model import Role
from generator.reading.grammar.sentences import END
from generator.reading.lines import Finding, Line, PageLines, whole

WORD = re.compile(r"[一-鿿A-Za-z]")


def paragraph(line: Line, page: PageLines) -> Finding | None:
    """Take any line with words for a paragraph or a part of one."""
    if not WORD.search(line.bare):
        return None
    return whole(
        line, Role.PARAGRAPH, "正文," + ("句子完整" if END.search(line.bare) else "段末没有句末标点")
    )
