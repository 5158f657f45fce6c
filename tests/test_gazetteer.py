"""The gazetteer: what stands in the file of the first archive, and what is said of a file that is wrong."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.telling.errors import ConfigError
from generator.vocabulary.gazetteer import Gazetteer, load_gazetteer
from generator.vocabulary.settings import ROOT

FILE = ROOT / "site_config" / "regions" / "150000.json"

SMALL: dict[str, Any] = {
    "format": 1,
    "sources": [],
    "districts": [
        ["990000", "海东省", "province", "", "hai-dong-sheng"],
        ["990100", "望潮市", "league", "990000", "wang-chao-shi"],
        ["990102", "灯塔区", "county", "990100", "deng-ta-qu"],
        ["990103", "渔火区", "county", "990100", "yu-huo-qu", "渔区"],
    ],
    "places": [
        ["990102001", "鱼市街道", "yu-shi-jie-dao"],
        ["990102001001", "船坞社区", "chuan-wu-she-qu"],
        ["990103001", "鱼市街道", "yu-shi-jie-dao"],
    ],
    "elsewhere": ["山南省"],
}


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer(FILE)


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Write a small gazetteer, one place a line as the real one, and aliases beside it."""

    def _write(change: Callable[[dict[str, Any]], object] | None = None, aliases: str = "") -> Path:
        data = json.loads(json.dumps(SMALL))
        if change:
            change(data)
        rows = {key: ",\n".join(line(row) for row in value) for key, value in data.items() if key != "format"}
        body = ",\n".join(f'"{key}": [\n{text}\n]' for key, text in rows.items())
        path = tmp_path / "990000.json"
        path.write_text(f'{{\n"format": {data["format"]},\n{body}\n}}\n', "utf-8")
        if aliases:
            path.with_suffix(".aliases.yml").write_text(aliases, "utf-8")
        return path

    return _write


def line(row: object) -> str:
    return json.dumps(row, ensure_ascii=False, separators=(",", ":"))


def faults(path: Path) -> list[tuple[int | None, str]]:
    with pytest.raises(ConfigError) as caught:
        load_gazetteer(path)
    return [(fault.line, fault.message) for fault in caught.value.diagnostics]


# What the first archive knows


def test_the_province_has_all_its_districts(gazetteer: Gazetteer) -> None:
    levels = Counter(place.level for place in gazetteer.places.values())
    assert (levels["province"], levels["league"], levels["county"], levels["zone"]) == (1, 12, 103, 5)
    assert levels["township"] > 1_100
    assert levels["community"] > 14_000


def test_every_place_lies_in_one_that_stands_before_it(gazetteer: Gazetteer) -> None:
    seen = {""}
    for place in gazetteer.places.values():
        assert place.parent in seen
        seen.add(place.code)


def test_a_path_goes_from_the_province_down(gazetteer: Gazetteer) -> None:
    assert [place.name for place in gazetteer.path("150271020")] == [
        "内蒙古自治区",
        "包头市",
        "包头稀土高新技术产业开发区",
        "民馨路街道",
    ]
    assert gazetteer.path("150000") == (gazetteer.province,)


def test_an_unknown_code_has_no_path(gazetteer: Gazetteer) -> None:
    with pytest.raises(KeyError):
        gazetteer.path("999999")


def test_children_lie_directly_in_a_place(gazetteer: Gazetteer) -> None:
    assert [place.name for place in gazetteer.children("150300")] == ["海勃湾区", "海南区", "乌达区"]
    assert gazetteer.children("999999") == ()
    assert all(place.parent == "150304" for place in gazetteer.children("150304"))


def test_sisters_have_names_of_their_own(gazetteer: Gazetteer) -> None:
    sisters = Counter((place.parent, place.name) for place in gazetteer.places.values())
    assert [names for names, count in sisters.items() if count > 1] == []


def test_codes_tell_the_level(gazetteer: Gazetteer) -> None:
    lengths = {"province": 6, "league": 6, "county": 6, "zone": 6, "township": 9, "community": 12}
    assert all(len(place.code) == lengths[place.level] for place in gazetteer.places.values())
    assert all(place.code.isascii() and place.code.isdigit() for place in gazetteer.places.values())


def test_slugs_are_fit_for_addresses(gazetteer: Gazetteer) -> None:
    for place in gazetteer.places.values():
        assert place.slug
        assert set(place.slug) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")


@pytest.mark.parametrize(
    ("code", "slug"),
    [
        ("150203", "kun-du-lun-qu"),
        ("150425", "ke-shi-ke-teng-qi"),
        ("150429", "ning-cheng-xian"),
        ("150430", "ao-han-qi"),
        ("150603", "kang-ba-shi-qu"),
        ("150626", "wu-shen-qi"),
        ("150822", "deng-kou-xian"),
        ("150902", "ji-ning-qu"),
        ("150923", "shang-du-xian"),
        ("152500", "xi-lin-guo-le-meng"),
        ("152527", "tai-pu-si-qi"),
    ],
)
def test_slugs_are_read_as_the_places_are(code: str, slug: str, gazetteer: Gazetteer) -> None:
    assert gazetteer.places[code].slug == slug


def test_slugs_of_districts_are_their_own(gazetteer: Gazetteer) -> None:
    slugs = Counter(place.slug for place in gazetteer.places.values() if len(place.code) == 6)
    assert max(slugs.values()) == 1


def test_names_are_free_of_offices(gazetteer: Gazetteer) -> None:
    names = [place.name for place in gazetteer.places.values() if len(place.code) > 6]
    assert [name for name in names if name.endswith(("居委会", "村委会", "办事处筹备处", "嘎查村"))] == []
    assert [name for name in names if "虚拟" in name] == []


def test_aliases_of_an_editor_are_known(gazetteer: Gazetteer) -> None:
    assert "锡盟" in gazetteer.places["152500"].aliases
    assert "伊克昭盟" in gazetteer.places["150600"].aliases
    assert "达茂旗" in gazetteer.places["150223"].aliases
    assert "稀土高新区" in gazetteer.places["150271"].aliases


def test_a_town_under_two_parents_stands_once(gazetteer: Gazetteer) -> None:
    [town] = [place for place in gazetteer.places.values() if place.name == "乌斯太镇"]
    assert (town.parent, town.aliases) == ("152971", ("阿拉善左旗乌斯太镇",))


def test_a_town_with_a_new_name_keeps_the_old_one(gazetteer: Gazetteer) -> None:
    [town] = [place for place in gazetteer.places.values() if place.name == "南木鄂伦春民族乡"]
    assert town.aliases == ("鄂伦春民族乡",)


def test_other_provinces_are_known_by_name(gazetteer: Gazetteer) -> None:
    assert {"北京市", "黑龙江省", "石家庄市", "台湾省"} <= set(gazetteer.elsewhere)
    assert "内蒙古自治区" not in gazetteer.elsewhere
    assert "包头市" not in gazetteer.elsewhere


def test_the_file_changes_by_lines() -> None:
    lines = FILE.read_text("utf-8").split("\n")
    assert len(lines) > 15_000
    assert max(map(len, lines)) < 400
    assert FILE.stat().st_size < 1_000_000


# What is said of a file that is wrong


def test_a_small_gazetteer_is_read(write: Callable[..., Path]) -> None:
    found = load_gazetteer(write())
    assert found.province.name == "海东省"
    assert [place.name for place in found.path("990102001001")][1:] == [
        "望潮市",
        "灯塔区",
        "鱼市街道",
        "船坞社区",
    ]
    assert found.places["990103"].aliases == ("渔区",)
    assert found.elsewhere == ("山南省",)


def test_aliases_are_added_to_those_of_the_file(write: Callable[..., Path]) -> None:
    found = load_gazetteer(write(aliases="aliases:\n  渔火区: [火区]\n  灯塔区/鱼市街道: [鱼市街办]\n"))
    assert found.places["990103"].aliases == ("渔区", "火区")
    assert found.places["990102001"].aliases == ("鱼市街办",)
    assert list(found.places) == list(load_gazetteer(write()).places)


def test_a_missing_file_says_how_to_make_it(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"--province 42"):
        load_gazetteer(tmp_path / "420000.json")


def test_broken_json_is_told_with_its_line(write: Callable[..., Path]) -> None:
    path = write()
    path.write_text(path.read_text("utf-8").replace('"灯塔区",', '"灯塔区"', 1), "utf-8")
    [(number, message)] = faults(path)
    assert (
        number
        == path.read_text("utf-8").split("\n").index('["990102","灯塔区""county","990100","deng-ta-qu"],') + 1
    )
    assert "JSON" in message


def test_other_bytes_are_told(write: Callable[..., Path]) -> None:
    path = write()
    path.write_bytes(path.read_text("utf-8").encode("gb18030"))
    assert faults(path) == [(None, "地名表不是 UTF-8 编码。")]


@pytest.mark.parametrize("content", ["[]", "{}", '{"format": 2}', '"x"', "3"])
def test_another_format_is_told(content: str, tmp_path: Path) -> None:
    path = tmp_path / "990000.json"
    path.write_text(content, "utf-8")
    assert faults(path) == [(1, "这不是第 1 版格式的地名表。")]


def drop(section: str, index: int) -> Callable[[dict[str, Any]], object]:
    return lambda data: data[section].pop(index)


def put(section: str, index: int, cell: int, value: object) -> Callable[[dict[str, Any]], object]:
    return lambda data: data[section][index].__setitem__(cell, value)


@pytest.mark.parametrize(
    ("change", "number", "words"),
    [
        (put("districts", 2, 2, "town"), 9, "级别“town”"),
        (put("districts", 2, 0, "99010"), 9, "代码“99010”"),
        (put("districts", 2, 3, "990200"), 9, "上级“990200”"),
        (put("districts", 2, 3, "990102001001"), 9, "没有列在它之前"),
        (put("districts", 2, 3, ""), 9, "上级“”没有列在它之前"),
        (put("districts", 2, 0, "99]101"), 9, "代码“99]101”"),
        (put("districts", 2, 0, "990101001"), 9, "应是 6 位数字"),
        (put("places", 0, 0, "99010100x"), 13, "应是 9 或 12 位数字"),
        (put("districts", 3, 0, "990102"), 10, "出现了两次"),
        (put("places", 0, 0, "990109001"), 13, "上级“990109”"),
        (put("places", 1, 1, 7), 14, "字符串"),
        (put("districts", 1, 2, "province"), 8, "只能有一个"),
        (put("districts", 0, 2, "league"), 7, "第一行应是省级"),
    ],
)
def test_a_wrong_row_is_told_with_its_line(
    change: Callable[[dict[str, Any]], object], number: int, words: str, write: Callable[..., Path]
) -> None:
    found = faults(write(change))
    assert found[0][0] == number
    assert words in found[0][1]


def test_a_missing_section_is_told(write: Callable[..., Path]) -> None:
    assert faults(write(lambda data: data.pop("places"))) == [(None, "缺少“places”列表。")]


def test_an_empty_gazetteer_is_told(write: Callable[..., Path]) -> None:
    assert faults(write(lambda data: data.update(districts=[], places=[])))


def test_all_faults_are_told_at_once(write: Callable[..., Path]) -> None:
    def change(data: dict[str, Any]) -> None:
        data["districts"][2][2] = "town"
        data["places"][2][0] = "12"

    assert len(faults(write(change))) > 1


def test_an_alias_of_no_place_is_told_with_its_line(write: Callable[..., Path]) -> None:
    [(number, message)] = faults(write(aliases="aliases:\n  渔火区: [火区]\n  礁石区: [礁区]\n"))
    assert (number, message) == (3, "地名表里没有“礁石区”。")


def test_an_alias_of_two_districts_is_told_with_its_line(write: Callable[..., Path]) -> None:
    [(number, message)] = faults(write(aliases="aliases:\n  渔火区: [火区]\n  灯塔区:\n    - 火区\n"))
    assert number == 4
    assert "火区" in message


def test_an_alias_that_is_the_name_of_another_district_is_told(write: Callable[..., Path]) -> None:
    [(number, message)] = faults(write(aliases="aliases:\n  渔火区: [灯塔区]\n"))
    assert number == 2
    assert "灯塔区" in message


@pytest.mark.parametrize(
    "aliases",
    [
        "aliases: []\n",
        "aliases:\n  渔火区: 火区\n",
        "aliases:\n  渔火区: []\n",
        "names: {}\n",
        "aliases:\n  渔火区: [火 区]\n",
    ],
)
def test_an_alias_file_of_another_shape_is_told(aliases: str, write: Callable[..., Path]) -> None:
    assert faults(write(aliases=aliases))


def test_faults_name_the_file_that_has_them(write: Callable[..., Path]) -> None:
    path = write(aliases="aliases:\n  礁石区: [礁区]\n")
    with pytest.raises(ConfigError, match=r"990000\.aliases\.yml:2"):
        load_gazetteer(path)
