"""How two official lists become one gazetteer; made of small lists, nothing is fetched."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.vocabulary.deriving.merging import Division, Unit, elsewhere
from generator.vocabulary.deriving.names import community_name, township_name, zone_name
from generator.vocabulary.deriving.slugs import slug_of_place
from generator.vocabulary.deriving.sources import NBS, SourceError, _check
from generator.vocabulary.deriving.writing import as_text
from generator.vocabulary.gazetteer import Gazetteer, load_gazetteer
from generator.vocabulary.settings import ROOT

FILE = ROOT / "site_config" / "regions" / "150000.json"

MCA: list[Sequence[Any]] = [
    (1, "990000", "", "海东省"),
    (2, "990100", "990000", "望潮市"),
    (3, "990102", "990100", "灯塔区"),
    (3, "990103", "990100", "渔火区"),
    (4, "990102001", "990102", "鱼市街道"),
    (4, "990102002", "990102", "新港街道"),
    (4, "990102003", "990102", "帆影街道"),
    (4, "990103001", "990103", "礁石镇"),
    (1, "980000", "", "山南省"),
    (2, "980100", "980000", "石门市"),
    (2, "989000", "980000", "省直辖县级行政区划"),
]


def row(code: str, name: str, **more: str) -> dict[str, str]:
    return {"code": code, "name": name, "provinceCode": code[:2], **more}


def town(code: str, name: str) -> dict[str, str]:
    return row(code, name, areaCode=code[:6])


def village(code: str, name: str) -> dict[str, str]:
    return row(code, name, streetCode=code[:9])


NBS_TABLES: Mapping[str, Sequence[Mapping[str, str]]] = {
    "areas": [
        row("990102", "灯塔区"),
        row("990103", "渔火区"),
        row("990171", "海东望潮高新技术产业开发区管委会"),
        row("980102", "别处区"),
    ],
    "streets": [
        town("990102001", "鱼市街道办事处"),
        town("990102002", "旧港街道"),
        town("990102400", "灯塔工业园区"),
        town("990103400", "渔火区渔场"),
        town("990171001", "礁石镇"),
        town("980102001", "别处街道"),
    ],
    "villages": [
        village("990102001001", "船坞社区居委会"),
        village("990102001002", "船坞社区居民委员会"),
        village("990102002001", "旧港居委会"),
        village("990102400001", "灯塔工业园区虚拟社区"),
        village("990103400001", "南湾村民委员会"),
        village("990171001001", "礁石嘎查村民委员会"),
    ],
}


@pytest.fixture(scope="module")
def units() -> dict[str, Unit]:
    return {unit.name: unit for unit in Division("99", NBS_TABLES, MCA).sorted()}


def test_places_of_other_provinces_are_left_out(units: dict[str, Unit]) -> None:
    assert all(unit.code.startswith("99") for unit in units.values())


def test_levels_follow_from_the_lists(units: dict[str, Unit]) -> None:
    levels = {name: unit.level for name, unit in units.items()}
    assert levels["海东省"] == "province"
    assert levels["望潮市"] == "league"
    assert levels["灯塔区"] == "county"
    assert levels["望潮高新技术产业开发区"] == "zone"
    assert levels["鱼市街道"] == "township"
    assert levels["船坞社区"] == "community"


def test_a_zone_keeps_its_long_name_as_an_alias(units: dict[str, Unit]) -> None:
    assert units["望潮高新技术产业开发区"].aliases == ["海东望潮高新技术产业开发区管委会"]


def test_a_town_of_both_lists_stands_once_under_the_zone(units: dict[str, Unit]) -> None:
    assert units["礁石镇"].parent == "990171"
    assert units["礁石镇"].aliases == ["渔火区礁石镇"]


def test_one_code_with_two_names_is_a_town_with_a_new_name(units: dict[str, Unit]) -> None:
    assert "旧港街道" not in units
    assert units["新港街道"].aliases == ["旧港街道"]
    assert units["旧港社区"].parent == units["新港街道"].code


def test_a_newer_town_is_added(units: dict[str, Unit]) -> None:
    assert units["帆影街道"].code == "990102003"


def test_a_holder_without_people_is_dropped(units: dict[str, Unit]) -> None:
    assert "灯塔工业园区" not in units
    assert not any("虚拟" in name for name in units)


def test_a_farm_with_people_stays(units: dict[str, Unit]) -> None:
    assert units["南湾村"].parent == "990103400"


def test_a_community_written_twice_stands_once() -> None:
    units = Division("99", NBS_TABLES, MCA).sorted()
    assert sum(unit.name == "船坞社区" for unit in units) == 1


def test_a_code_that_an_older_town_has_is_not_given_twice() -> None:
    older = [*NBS_TABLES["streets"], town("990102003", "鱼梁街道")]
    both = [*MCA, (4, "990102009", "990102", "鱼梁街道")]
    units = Division("99", {**NBS_TABLES, "streets": older}, both).sorted()
    codes = {unit.name: unit.code for unit in units}
    assert (codes["鱼梁街道"], codes["帆影街道"]) == ("990102003", "990102999")


def test_counties_of_a_province_without_prefectures_hang_on_it() -> None:
    flat = [
        (1, "990000", "", "海东市"),
        (2, "990100", "990000", "市辖区"),
        (3, "990102", "990100", "灯塔区"),
    ]
    tables = {"areas": [row("990102", "灯塔区")], "streets": [], "villages": []}
    units = Division("99", tables, flat).sorted()
    assert [(unit.name, unit.parent) for unit in units] == [("海东市", ""), ("灯塔区", "990000")]


def test_elsewhere_is_every_other_province_and_prefecture() -> None:
    assert elsewhere("99", MCA) == ["山南省", "石门市", "台湾省"]


def test_a_derived_file_is_a_gazetteer(tmp_path: Path) -> None:
    path = tmp_path / "990000.json"
    path.write_text(as_text(Division("99", NBS_TABLES, MCA).sorted(), (NBS,), ["山南省"]), "utf-8")
    found = load_gazetteer(path)
    assert found.province.slug == "hai-dong-sheng"
    assert [place.name for place in found.path("990171001001")] == [
        "海东省",
        "望潮市",
        "望潮高新技术产业开发区",
        "礁石镇",
        "礁石嘎查",
    ]


def test_the_same_lists_give_the_same_bytes() -> None:
    backwards = {name: list(reversed(rows)) for name, rows in NBS_TABLES.items()}
    forwards = as_text(Division("99", NBS_TABLES, MCA).sorted(), (NBS,), [])
    assert as_text(Division("99", backwards, MCA).sorted(), (NBS,), []) == forwards


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer(FILE)


def test_the_file_of_the_first_archive_is_as_the_script_writes_it() -> None:
    data = json.loads(FILE.read_text("utf-8"))
    districts = [
        Unit(code=c, name=n, level=v, parent=p, slug=s, aliases=a) for c, n, v, p, s, *a in data["districts"]
    ]
    below = [Unit(code=c, name=n, level="", parent="", slug=s, aliases=a) for c, n, s, *a in data["places"]]
    places = as_text([*districts, *below], (), data["elsewhere"]).partition('"districts"')[2]
    assert FILE.read_text("utf-8").partition('"districts"')[2] == places


def test_the_slugs_of_the_first_archive_are_as_the_script_makes_them(gazetteer: Gazetteer) -> None:
    sample = [place for place in gazetteer.places.values() if len(place.code) < 12]
    assert [place.name for place in sample if slug_of_place(place.name) != place.slug] == []


def test_the_file_names_its_sources() -> None:
    sources = json.loads(FILE.read_text("utf-8"))["sources"]
    assert [source["vintage"] for source in sources] == ["2023-06-30", "2025-12-31"]
    assert all(source["digest"].startswith("sha") and source["licence"] for source in sources)


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("河南社区居委会", "河南社区"),
        ("新园社区居民委员会", "新园社区"),
        ("西园居委会", "西园社区"),
        ("南口村民委员会", "南口村"),
        ("南口村村民委员会", "南口村"),
        ("北坡村委会", "北坡村"),
        ("北坡村委", "北坡村"),
        ("宝地嘎查村民委员会", "宝地嘎查"),
        ("宝地嘎查委员会", "宝地嘎查"),
        ("宝地嘎查委会", "宝地嘎查"),
        ("宝地嘎查人民委员会", "宝地嘎查"),
        ("宝地嘎查村", "宝地嘎查"),
        ("林场村委会", "林场村"),
        ("榆树村委会社区", "榆树村"),
        ("第一生产队居民委员会", "第一生产队"),
        ("万泉社区", "万泉社区"),
    ],
)
def test_a_community_is_called_without_its_committee(printed: str, name: str) -> None:
    assert community_name(printed) == name


@pytest.mark.parametrize(
    ("printed", "county", "name"),
    [
        ("库伦街道办事处", "库伦旗", "库伦街道"),
        ("敖汉旗人民政府新州街道", "敖汉旗", "新州街道"),
        ("宁城县铁西街道", "宁城县", "铁西街道"),
        ("通辽市国有胜利农场", "科尔沁左翼后旗", "胜利农场"),
        ("呼伦贝尔农垦三河农牧场有限公司", "额尔古纳市", "三河农牧场"),
        ("新城区街道", "丰镇市", "新城区街道"),
        ("城关镇", "城关区", "城关镇"),
    ],
)
def test_a_township_is_called_without_its_county_and_its_office(printed: str, county: str, name: str) -> None:
    assert township_name(printed, county) == name


def test_a_zone_is_called_without_its_province() -> None:
    assert zone_name("内蒙古阿拉善高新技术产业开发区", "内蒙古自治区") == "阿拉善高新技术产业开发区"
    assert zone_name("河北唐山芦台经济开发区", "河北省") == "唐山芦台经济开发区"


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("克什克腾旗", "ke-shi-ke-teng-qi"),
        ("敕勒川镇", "chi-le-chuan-zhen"),
        ("长胜镇", "chang-sheng-zhen"),
        ("局长窝堡村", "ju-zhang-wo-bao-cun"),
        ("种畜场", "zhong-chu-chang"),
        ("白音朝克图镇", "bai-yin-chao-ke-tu-zhen"),
    ],
)
def test_slugs_are_read_as_the_places_are(name: str, slug: str) -> None:
    assert slug_of_place(name) == slug


def test_an_archive_that_is_not_the_one_checked_is_refused(tmp_path: Path) -> None:
    archive = tmp_path / "list.tgz"
    archive.write_bytes(b"another list")
    with pytest.raises(SourceError, match=r"list\.tgz"):
        _check(NBS, archive)
    digest = base64.b64encode(hashlib.sha512(b"another list").digest()).decode()
    _check(replace(NBS, digest=f"sha512-{digest}"), archive)
