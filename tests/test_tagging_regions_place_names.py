"""Every way a place is written: which spellings are known of it, and by which rule."""

from __future__ import annotations

import pytest

from generator.tagging.regions.place_names import PlaceNames
from tests.little_province import little_province
from tests.tagging_cases import read_table

TABLE = read_table("place_names")
ROWS = """
150000 province -      大河省
150100 league   150000 望潮市
152500 league   150000 白沙盟 旧沙 旧沙市 旧沙盟 旧沙区 旧沙旗 旧沙县 旧沙州 旧沙镇 旧沙乡 旧沙苏木 旧沙街道 旧沙社区 旧沙村 旧沙嘎查
152600 league   150000 青原地区
152700 league   150000 青原上地区
152800 league   150000 白沙河湾盟
152900 league   150000 柳河湾上州
153000 league   150000 青杨族自治州
153100 league   150000 柳河上青杨海族红沙族自治州
153200 league   150000 柳河下青杨海族自治州
153300 league   150000 柳河中自治州
153400 league   150000 柳青杨海族自治州
152501 county   152500 沙柳旗
152502 county   152500 沙枣旗
152503 county   152500 科尔沁右翼前旗
152504 county   152500 科尔沁左翼中旗
152505 county   152500 察哈尔右翼后旗
152506 county   152500 沙海特中旗
152507 county   152500 柳海特前旗
152508 county   152500 柳海特后旗
152509 county   152500 柳海特左旗
152510 county   152500 枣海特左旗
152511 county   152500 风海特右旗
152512 county   152500 鄂海族自治旗
152517 county   152500 云海特林中旗
152513 county   152500 红柳上青杨海族自治旗
152514 county   152500 红枣上青杨海族红沙族自治县
152516 county   152500 青杨海族自治县
152501001 township 152501 月牙湾镇 沙枣旗柳镇 白沙盟柳镇
152501002 township 152501 长滩乡
152501003 township 152501 红岩民族乡
152501004 township 152501 巴彦苏木
152501005 township 152501 鱼市街道
152501006 township 152501 柳镇
152501007 township 152501 临海路街道
152501008 township 152501 临海街街道
152501009 township 152501 临海区街道
152501010 township 152501 临海社镇
152501011 township 152501 大柳林青杨海族乡
152501012 township 152501 枣林镇
152501001201 community 152501001 湾村 沙枣旗湾村
"""
ELSEWHERE = """
云海省 云湖市 新疆维吾尔自治区 广西壮族自治区 宁夏回族自治区 西藏自治区 香港特别行政区 海市 大同市 长治市 朝阳市 和田市 保山市 东营市
安康市 日照市 来宾市 三明市 泰安市 海东市 海南省 黄山市 海口市 山南市 中卫市
"""


@pytest.fixture(scope="module")
def names() -> PlaceNames:
    return PlaceNames(little_province(ROWS, tuple(ELSEWHERE.split())))


@pytest.mark.parametrize("sentence", TABLE)
def test_spellings_and_their_rules(sentence: str, names: PlaceNames) -> None:
    rules: dict[str, str | None] = {}
    for spelling in TABLE[sentence]:
        whole = [index for start, end, index in names.matches(spelling) if (start, end) == (0, len(spelling))]
        rules[spelling] = names.readings[whole[0]][0].rule if whole else None
    assert rules == TABLE[sentence]


def test_matches_stand_in_the_order_of_the_text_the_longest_first(names: PlaceNames) -> None:
    found = [(start, end) for start, end, _ in names.matches("月牙湾镇在望潮市")]
    assert found == [(0, 4), (0, 3), (5, 8), (5, 7)]


def test_a_place_lies_in_itself_and_in_all_above_it(names: PlaceNames) -> None:
    assert names.within("152501001", "152501001")
    assert names.within("152501001", "152500")
    assert not names.within("152500", "152501001")
    assert not names.within("abroad", "152500")
    assert names.ancestors["152501001"] == ("150000", "152500", "152501")


def test_the_league_of_a_place(names: PlaceNames) -> None:
    asked = ("152501001", "152501", "152500", "150000")
    assert [names.league(code) for code in asked] == ["152500", "152500", "152500", "150000"]


def test_a_spelling_tells_each_place_once_and_whether_all_are_small() -> None:
    rows = """
150000 province - 大河省
150100 league 150000 团结村 团结村
150101 county 150100 柳县 团结镇
150101001 township 150101 团结镇
150101001201 community 150101001 团结社区
"""
    names = PlaceNames(little_province(rows))
    readings = {found[0].spelling: [name.code for name in found] for found in names.readings}
    assert readings["团结村"] == ["150100"]
    assert readings["团结镇"] == ["150101", "150101001"]
    lower = dict(zip((found[0].spelling for found in names.readings), names.lower, strict=True))
    assert (lower["团结镇"], lower["团结社区"], lower["柳县"]) == (False, True, False)


def test_an_abbreviation_is_no_name_of_another_county() -> None:
    rows = """
150000 province - 大河省
150100 league 150000 望潮市
150101 county 150100 沙中旗
150102 county 150100 沙海特中旗
"""
    names = PlaceNames(little_province(rows))
    ((_, _, index),) = names.matches("沙中旗")
    assert [name.code for name in names.readings[index]] == ["150101"]
