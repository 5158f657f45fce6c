"""`职务 姓名` under a headline: an article signed by an official."""

from __future__ import annotations

import re

from generator.model import Contributor, ContributorRole, Role
from generator.reading.grammar.forms import Form
from generator.reading.grammar.people import Named
from generator.reading.grammar.surnames import is_transcribed, opens_name
from generator.reading.lines import Finding, Line, PageLines, whole

OFFICE = (
    "书记|市长|县长|区长|旗长|州长|盟长|镇长|乡长|部长|主任|局长|厅长|处长|科长|主席|委员|常委|院长|校长|会长|所长|站长"
    "|检察长|秘书长|董事长|总经理|经理|巡视员|调研员|政委|主编|馆长|教授|研究员|干事|代表|队长"
)
FORM = re.compile(
    rf"(?P<title>[^\s。，,！？!?；;：:“”]{{2,40}}(?:{OFFICE}))[\s　]+(?P<name>[一-鿿·]{{2,8}}|[一-鿿] +[一-鿿])"
)


def find_official(line: Line) -> Form | None:
    """Return the official whom the line names, if it says nothing else."""
    found = FORM.fullmatch(line.bare)
    if found is None:
        return None
    name = "".join(found.group("name").split())
    if len(name) > 4 and opens_name(name, rare=False) and not is_transcribed(name):
        return None
    who = Contributor(name=name, role=ContributorRole.OFFICIAL, title=found.group("title"))
    named = Named(contributor=who, start=found.start("name"), end=found.end("name"))
    return Form(start=0, end=len(line.bare), people=(named,))


def official(line: Line, page: PageLines) -> Finding | None:
    """Take an office and a name for the byline of the headline above."""
    above = page.before(line)
    form = find_official(line)
    if form is None or above is None or len(above.bare) > 60 or above.bare[-1] in "。，,":
        return None
    return whole(line, Role.BYLINE, f"标题下面是职务和姓名:{form.people[0].contributor.name}")
