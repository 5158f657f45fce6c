"""Official names, freed from the words of offices: 河南社区居民委员会 is 河南社区."""

from __future__ import annotations

import re

HOLDER = "虚拟"
"""NBS puts it into the name of a unit without people, made to hold a park or a station."""

_COMMITTEE = re.compile(
    r"(?:(?P<residents>居民?委(?:员)?会)|(?P<villagers>村?民?委(?:员)?会|村?人民委员会|村民?委)|社区委员会)$"
)
_COMMUNITY_ENDS = ("社区", "村", "嘎查", "生活区", "管理区", "队")
_OFFICE = re.compile(r"(?:街道办事处|街道筹备处)$")
_OWNER = re.compile(r"^(?:[一-龥]{2,6}(?:市|旗|县|自治区))?(?:国有|国营)(?=.{3,})")
_FIRM = re.compile(
    r"^(?:呼伦贝尔农垦|巴彦淖尔农垦|[一-龥]{2,4}县农垦|巴彦淖尔市)?(?P<core>[一-龥]{2,5}[农牧林渔]{1,2}场)(?:农牧业发展)?(?:有限(?:责任)?公司)$"
)
_MANAGERS = re.compile(r"(?:管委会|管理委员会)$")


def community_name(printed: str) -> str:
    """Return a community's or village's name without its committee.

    >>> [community_name(n) for n in ("河南社区居委会", "西园居委会", "南口村民委员会", "宝地嘎查村村委会")]
    ['河南社区', '西园社区', '南口村', '宝地嘎查']
    """
    name = printed.removesuffix("筹备处")
    name = name.removesuffix("社区") if name.endswith("村委会社区") else name
    match = _COMMITTEE.search(name)
    if match:
        stem = name[: match.start()]
        if match["residents"] or name.endswith("社区委员会"):
            name = stem if stem.endswith(_COMMUNITY_ENDS) else f"{stem}社区"
        else:
            name = stem if stem.endswith(_COMMUNITY_ENDS) else f"{stem}村"
    name = name.removesuffix("村") if name.endswith("嘎查村") else name
    return name.replace("髙", "高")


def township_name(printed: str, county: str) -> str:
    """Return a township's name without its county's, its owner's and its office's words.

    >>> township_name("敖汉旗人民政府新州街道", "敖汉旗"), township_name("库伦街道办事处", "库伦旗")
    ('新州街道', '库伦街道')
    """
    name = _OFFICE.sub("街道", printed).replace("髙", "高")
    shorter = name.removeprefix(county).removeprefix("人民政府")
    if len(shorter) >= 3 and shorter.endswith(("街道", "镇", "乡", "苏木", "农牧场")):
        name = shorter
    firm = _FIRM.match(name)
    return firm["core"] if firm else _OWNER.sub("", name)


def zone_name(printed: str, province: str) -> str:
    """Return a functional zone's name without the province and its committee.

    >>> zone_name("乌拉盖管理区管委会", "内蒙古自治区")
    '乌拉盖管理区'
    """
    short = re.sub(r"(?:维吾尔|壮族|回族)?自治区$|[省市]$", "", province)
    return _MANAGERS.sub("", printed.removeprefix(province).removeprefix(short))


def is_holder(printed: str) -> bool:
    """Tell whether NBS made the unit up to hold a place without people."""
    return HOLDER in printed
