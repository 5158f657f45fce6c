"""An office and a name: `呼和浩特市副市长 林禾`."""

from __future__ import annotations

import re

from generator.model import Contributor, ContributorRole, Named, Naming, Span
from generator.reading.grammar.surnames import is_transcribed, opens_name

OFFICE = (
    "书记|市长|县长|区长|旗长|州长|盟长|镇长|乡长|部长|主任|局长|厅长|处长|科长|主席|委员|常委|院长|校长|会长|所长|站长"
    "|检察长|秘书长|董事长|总经理|经理|巡视员|调研员|政委|主编|馆长|教授|研究员|干事|代表|队长"
)
FORM = re.compile(
    rf"(?P<title>[^\s。，,！？!?；;：:“”]{{2,40}}(?:{OFFICE}))\s+(?P<name>[一-鿿·]{{2,8}}|[一-鿿] +[一-鿿])"
)


def find_official(text: str) -> Naming | None:
    """Return the official whom `text` names, if it says nothing else."""
    found = FORM.fullmatch(text)
    if found is None:
        return None
    name = "".join(found.group("name").split())
    if len(name) > 4 and opens_name(name, rare=False) and not is_transcribed(name):
        return None
    who = Contributor(name=name, role=ContributorRole.OFFICIAL, title=found.group("title"))
    return Naming(span=Span(0, len(text)), people=(Named(contributor=who, span=Span(*found.span("name"))),))
