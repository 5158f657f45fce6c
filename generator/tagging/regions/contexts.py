"""What stands around a name and makes it a place, or a part of another word."""

from __future__ import annotations

import re
from typing import Final

NEAR: Final = 40
"""Characters before or behind a name that may tell what it is."""
_ROAD: Final = (
    r"[东南西北中]{0,2}(?:路|街(?!道)|大街|大道|巷|胡同|高速|大桥)|(?:[东西南北]?[河湖江]|水库|山脉)"
)
_FIRM: Final = r"(?:农商|商业|村镇)?银行|[日晚晨]报|电视台|集团|股份|羊绒|酒业|牌"
_NOT_BEHIND_BARE: Final = re.compile(f"{_ROAD}|{_FIRM}")
_NEIGHBOUR_BEFORE: Final = re.compile(
    r"[东西南北](?:部|面|侧|边|端)?(?:与|同|和|临|邻|靠|接|连|抵|依|毗邻|毗连)(?:[^,，。;；]{1,12}[、和])?\Z"
)
_NEIGHBOUR_WITH: Final = re.compile(r"(?:与|同|和|、)\Z")
_NEIGHBOUR_BEHIND: Final = re.compile(
    r"(?:[、和][^,，。;；]{1,12}?)?(?:接壤|毗邻|毗连|相邻|相连|相接|为邻|交界|隔河相望)"
)
_FOREIGN_BEFORE: Final = re.compile(r"[一-龥](?<![该全我本各两盟城])[市省州]\Z")
_CUE: Final = re.compile(
    r"街?(?:街道)?办事处|街(?!道)(?=居民|辖区|党工委|社区)|(?=(?:边境)?派出所|司法所|卫生院|中心校|林业局|社区)"
)
_LEFT: Final = frozenset("在到为是与和及从向对由把被以去赴来进入访近如让于个座名叫区的县旗市镇乡村道了即称任")
_PRAISE: Final = (
    "中心",
    "和谐",
    "和美",
    "文明",
    "智慧",
    "平安",
    "幸福",
    "美丽",
    "示范",
    "生态",
    "移民",
    "温馨",
    "新型",
    "先进",
    "特色",
    "农场",
    "林场",
    "牧场",
    "新",
    "古",
    "老",
)
_NOT_A_NAME: Final = frozenset(word + end for word in _PRAISE for end in ("社区", "村", "嘎查", "小镇"))
"""Words of every newspaper; places are called so too, but only a chain of names tells them apart."""
_ORGAN: Final = re.compile(
    r"(?:区|旗|县)?(?:委|人民|政府|党|公安|检察|法院|[一-龥]{2,4}街道|政协|人大|总工会|妇联|团)"
)
GENERIC: Final = frozenset({"新城区"})
"""Names of districts that are words as well: every town has a new quarter."""


_END: Final = re.compile(r"(?:镇|乡|苏木|街道|社区|村|嘎查)\Z")
_WHOLE: Final = ("镇", "乡", "苏木", "街道", "社区", "村", "嘎查", "农场", "牧场", "林场")


def stem_of(name: str) -> str:
    """Return a township's or community's name without its kind."""
    return _END.sub("", name)


def neighbour(before: str, behind: str) -> bool:
    """Tell whether the words only say what lies beside a place: 东与兴安盟接壤."""
    if _NEIGHBOUR_BEFORE.search(before):
        return True
    return bool(_NEIGHBOUR_WITH.search(before) and _NEIGHBOUR_BEHIND.match(behind))


def part_of_a_name(behind: str) -> bool:
    """Tell whether a bare name begins the name of a road or a firm: 鄂尔多斯银行."""
    return bool(_NOT_BEHIND_BARE.match(behind))


def after_a_city(before: str) -> bool:
    """Tell whether a city or a province that is not known stands at once before."""
    return bool(_FOREIGN_BEFORE.search(before))


def governed(text: str, end: int) -> bool:
    """Tell whether an office of the place stands at once behind it: 新城区委."""
    return bool(_ORGAN.match(text, end))


def end_of_office(stem: str, text: str, end: int) -> int:
    """Return where the name of a town's office ends, as in 五一街办事处; 0 where there is none."""
    cue = _CUE.match(text, end)
    if cue is None or (len(stem) < 3 and not cue.group()):
        return 0
    return cue.end()


def stands_free(name: str, text: str, start: int, *, stem: bool) -> bool:
    """Tell whether a short name is not the end of a longer word: 东方社区 in 新东方社区."""
    if name in _NOT_A_NAME or not (stem or name.endswith(_WHOLE)):
        return False
    if len(stem_of(name)) > 2 or start == 0:
        return True
    before = text[start - 1]
    return not "一" <= before <= "龥" or before in _LEFT
