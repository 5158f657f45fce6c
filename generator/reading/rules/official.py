"""`职务 姓名` under a headline: an article signed by an official."""

from __future__ import annotations

from generator.model import Role
from generator.reading.grammar.officials import find_official
from generator.reading.lines import Finding, Line, PageLines, whole


def official(line: Line, page: PageLines) -> Finding | None:
    """Take an office and a name for the byline of the headline above."""
    above = page.before(line)
    found = find_official(line.words)
    if found is None or above is None or len(above.bare) > 60 or above.bare[-1] in "。，,":
        return None
    evidence = f"标题下面是职务和姓名:{found.people[0].contributor.name}"
    return whole(line, Role.BYLINE, evidence, skip=line.mark, byline=found.moved(line.words_start))
