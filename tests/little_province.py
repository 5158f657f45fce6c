"""An invented province with a place of every level and kind of name, to read places in quickly."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from generator.model import Level
from generator.vocabulary.gazetteer import Gazetteer, Place

ROWS = """
150000 province -      内蒙古自治区
150100 league   150000 望潮市
150101 county   150100 灯塔区
150102 county   150100 新城区
150103 county   150100 渔歌县
150104 county   150100 渔歌族自治县
150171 zone     150100 望潮高新技术产业开发区 望潮高新区
152500 league   150000 白沙盟 老白沙 旧沙盟
152501 county   152500 沙柳旗
152502 county   152500 沙柳后旗
152503 county   152500 沙枣旗
152504 county   152500 渔湾县
152505 county   152500 风柳旗
152600 league   150000 青原地区
152601 county   152600 风铃旗
152602 county   152600 风沙旗
152603 county   152600 渔歌旗
150101001 township 150101 鱼市街道
150101002 township 150101 灯塔街街道
150101003 township 150101 红花岗街道
150103001 township 150103 月牙湾镇
150103002 township 150103 长滩乡 渔歌族自治县长滩乡
150103003 township 150103 团结镇
150171001 township 150171 科苑街道
152501001 township 152501 团结镇
152501002 township 152501 星耀镇
152501003 township 152501 巴彦苏木
152501004 township 152501 红花岗苏木
152502001 township 152502 红柳镇
152601001 township 152601 星耀乡
152601002 township 152601 大青湾乡
150101001001 community 150101001 浪花社区
150101001002 community 150101001 东海滩社区
150101002001 community 150101002 浪花社区
150103001201 community 150103001 石滩村
150103001202 community 150103001 查干宝恩滩村
150103001203 community 150103001 青风新海大桥社区
150103002201 community 150103002 石滩村
152501001201 community 152501001 青杨树村
152501002201 community 152501002 青杨树村
152501003201 community 152501003 白音嘎查
152501003202 community 152501003 红花嘎查
150101003001 community 150101003 三棵树社区
152501004201 community 152501004 三棵柳嘎查
152601002201 community 152601002 三棵榆村
"""
ELSEWHERE = (
    "云海省",
    "云海市",
    "大同市",
    "广西壮族自治区",
    "宁夏回族自治区",
    "新疆维吾尔自治区",
    "香港特别行政区",
)


def places_of(rows: str) -> Mapping[str, Place]:
    """Return places by code; a row has code, level, parent, name and other names."""
    found = {}
    for row in rows.strip().splitlines():
        code, level, parent, name, *aliases = row.split()
        found[code] = Place(code, name, Level(level), parent.strip("-"), tuple(aliases), f"slug-{code}")
    return found


@cache
def little_province(rows: str = ROWS, elsewhere: tuple[str, ...] = ELSEWHERE) -> Gazetteer:
    """Return the invented province, or another one."""
    places = places_of(rows)
    return Gazetteer(places=places, province=next(iter(places.values())), elsewhere=elsewhere)
