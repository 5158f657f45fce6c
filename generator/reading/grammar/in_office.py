"""People whom a running text names right behind their public office: `旗委组织部部长林禾说`.

Only offices of party, state and their organs from the township up: whoever else a paper names is a
private person. Better missing than wrong: the name must open with a family name, and what follows must end it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.model import Span
from generator.reading.grammar.surnames import DOUBLE, is_transcribed, opens_name

OFFICE = re.compile(
    "书记|[市县区旗州盟镇乡]长|部长|主任|局长|厅长|处长|科长|主席|委员|常委|院长|所长|检察长|秘书长|巡视员|调研员"
)
ORGAN = re.compile(
    "自治区|党委|党工委|纪委|监委|[省市区县旗盟州乡镇]委|政府|人大|政协|组织部|宣传部|统战部|政法委|委员会|公安分?局|[一-鿿]{2}[局厅]|"
    "法院|检察院|派出所|办事处|街道|[市县区旗州盟镇乡]长"
)
PRIVATE = re.compile(
    "村|嘎查|社区|小区|居委|支部|总支|公司|企业|集团|[厂矿]|合作社|物业|商会|协会|学校|[中小]学|幼儿园|医院"
)
"""What makes of an office one that is nobody's public role."""
CLAUSE = re.compile(r"[^\s。，,、！!？?；;：:“”‘’（）()《》]{0,24}\Z")
AFTER = re.compile(
    r"\Z|[，,。、：:；;（(！!？?\s]|说|表示|介绍|告诉|指出|强调|认为|坦言|谈到|谈及|讲|带领|主持|出席|参加|致辞|率|"
    "深入|来到|走进|一行|在|作|对|向"
)
"""What ends a name in running text."""
HAN = re.compile("[一-鿿·]+")
LONGEST = 7
WORDS = frozenset(
    [
        "项目",
        "高度",
        "高效",
        "高兴",
        "常态",
        "常委",
        "常务",
        "方面",
        "方式",
        "方案",
        "万元",
        "万名",
        "金融",
        "安全",
        "安排",
        "包括",
        "包联",
        "任务",
        "石油",
        "白天",
        "路线",
        "段落",
        "计划",
        "马上",
        "时候",
        "温暖",
        "水平",
        "和谐",
        "成员",
        "成立",
        "成为",
        "应当",
        "应该",
        "全面",
        "全体",
        "全区",
        "全市",
        "全旗",
        "连续",
        "于是",
        "明确",
        "明显",
        "花费",
        "谈话",
        "谢谢",
        "向上",
        "向着",
    ]
)
"""Words that open with a family name and are none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InOffice:
    """Someone whom a text names behind an office."""

    role: Span
    """The office with its organ: 组织部部长."""
    name: Span
    """The name."""


def find_in_office(text: str) -> Iterator[InOffice]:
    """Yield everyone whom `text` names right behind a public office, in order."""
    for office in OFFICE.finditer(text):
        name = name_at(text, office.end())
        before = CLAUSE.search(text, max(0, office.end() - 30), office.end())
        title = before.group() if before else ""
        organ = ORGAN.search(title)
        if name is None or organ is None or PRIVATE.search(title):
            continue
        start = office.end() - len(title) + organ.start()
        yield InOffice(role=Span(start, office.end()), name=name)


def name_at(text: str, start: int) -> Span | None:
    """Return the person's name that begins at `start`, if what follows it ends it."""
    run = HAN.match(text, start, start + LONGEST)
    for length in range(2, len(run.group()) + 1 if run else 0):
        name = text[start : start + length]
        if AFTER.match(text, start + length) and _is_name(name):
            return Span(start, start + length)
    return None


def _is_name(name: str) -> bool:
    if name in WORDS:
        return False
    if name[:2] in DOUBLE:
        return len(name) in (3, 4)
    return is_transcribed(name) or (len(name) <= 3 and opens_name(name, rare=False))
