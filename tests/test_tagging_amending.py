"""What an editor adds and refuses among tags: the tags that come of it, and every sentence about a fault."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.editing.sidecars import read_sidecar
from generator.model import Evidence, Item, Level
from generator.reading.files import read_source
from generator.tagging import tag_page
from generator.tagging.amending import places_called
from generator.telling.diagnostics import Severity
from generator.telling.errors import PageFaults
from generator.vocabulary.taxonomy import Taxonomy, Theme
from tests.little_province import little_province
from tests.reading_pages import assemble_page

ROWS = """
150000 province -      大河省
150100 league   150000 望潮市 望潮
150101 county   150100 灯塔区
150102 county   150100 渔歌县
152500 league   150000 白沙盟
152501 county   152500 沙柳旗
150101001 township 150101 灯塔区
150102001 township 150102 月牙镇
150101001001 community 150101001 团结村
150101001002 community 150101001 团结村
150101001003 community 150101001 团结村
150102001001 community 150102001 团结村
150102001002 community 150102001 团结村
150102001003 community 150102001 团结村
"""
PLACES = little_province(ROWS, ())
THEMES = Taxonomy(
    columns=(),
    themes=(
        Theme(slug="ye-xiao", name="夜校学习", about="夜校。", terms=(("夜校", 4.0),)),
        Theme(slug="shui-qu", name="水渠修建", about="水渠。", terms=(("水渠", 4.0),)),
    ),
    events=(),
)
TEXT = """
夜校开门迎客

□本报记者 林禾

柳河的人都来了,灯塔区的夜校开门,居民挨家送去借书证,“在在建的渠边也有人来。

夜校由“四方共议”机制管起来,社区、物业、业主和单位一起商量开门的时间。灯塔区渔歌县沙柳旗来人,沙柳旗好。
"""


def amended(folder: Path, sidecar: str) -> Item:
    text, beside = folder / "page-01.txt", folder / "page-01.yml"
    text.write_text(TEXT, encoding="utf-8")
    beside.write_text(sidecar, encoding="utf-8")
    source = read_source(text)
    said = read_sidecar(source, beside)
    return tag_page(assemble_page(source, said, THEMES), said, THEMES, PLACES).items[0]


def faults(folder: Path, sidecar: str) -> list[tuple[str, str, int | None]]:
    with pytest.raises(PageFaults) as told:
        amended(folder, sidecar)
    assert {fault.code for fault in told.value.diagnostics} == {"sidecar-tag"}
    assert {fault.severity for fault in told.value.diagnostics} == {Severity.ERROR}
    assert all(fault.path.endswith("page-01.yml") for fault in told.value.diagnostics)
    return [(fault.message, fault.hint, fault.line) for fault in told.value.diagnostics]


def shown(item: Item) -> tuple[list[str], list[str]]:
    regions = [f"{tag.name}{'' if tag.primary else '-'}" for tag in item.tags.regions]
    return regions, [tag.name for tag in item.tags.themes]


@pytest.mark.parametrize(
    ("sidecar", "regions", "themes"),
    [
        ("", ["灯塔区", "渔歌县-", "沙柳旗-"], ["夜校学习"]),
        ("tags:\n  regions: {add: [白沙盟]}\n", ["白沙盟", "灯塔区", "渔歌县-", "沙柳旗-"], ["夜校学习"]),
        ("tags:\n  regions: {add: [沙柳旗]}\n", ["沙柳旗", "灯塔区", "渔歌县-"], ["夜校学习"]),
        ("tags:\n  regions: {refuse: [沙柳旗, 灯塔区]}\n", ["渔歌县-"], ["夜校学习"]),
        ("tags:\n  regions: {refuse: ['152501', 团结村]}\n", ["灯塔区", "渔歌县-"], ["夜校学习"]),
        ("tags:\n  regions: {add: [望潮]}\n", ["望潮市", "灯塔区", "渔歌县-", "沙柳旗-"], ["夜校学习"]),
        (
            "tags:\n  themes: {add: [水渠修建]}\n",
            ["灯塔区", "渔歌县-", "沙柳旗-"],
            ["水渠修建", "夜校学习"],
        ),
        ("tags:\n  themes: {add: [ye-xiao]}\n", ["灯塔区", "渔歌县-", "沙柳旗-"], ["夜校学习"]),
        ("tags:\n  themes: {refuse: [夜校学习]}\n", ["灯塔区", "渔歌县-", "沙柳旗-"], []),
        ("tags:\n  themes: {refuse: [ye-xiao, 水渠修建]}\n", ["灯塔区", "渔歌县-", "沙柳旗-"], []),
    ],
)
def test_what_an_editor_says_stands_over_the_rules(
    tmp_path: Path, sidecar: str, regions: list[str], themes: list[str]
) -> None:
    assert shown(amended(tmp_path, sidecar)) == (regions, themes)


def shown_at(proof: Evidence) -> str:
    return f"{proof.file}:{proof.line}:{proof.start} {proof.text} {proof.rule}"


def test_an_added_tag_is_proved_by_the_editors_words_in_the_sidecar(tmp_path: Path) -> None:
    item = amended(tmp_path, "tags:\n  regions: {add: [沙柳旗]}\n  themes: {add: [水渠修建]}\n")
    place, theme = item.tags.regions[0], item.tags.themes[0]
    assert (place.code, place.level, place.path) == ("152501", Level.COUNTY, ("大河省", "白沙盟", "沙柳旗"))
    assert [shown_at(proof) for proof in place.evidence] == ["page-01.yml:2:18 沙柳旗 editor"]
    assert (theme.slug, theme.score) == ("shui-qu", 0.0)
    assert [shown_at(proof) for proof in theme.evidence] == ["page-01.yml:3:17 水渠修建 editor"]


@pytest.mark.parametrize(
    ("sidecar", "told"),
    [
        (
            "tags:\n  regions: {add: [沙柳棋]}\n",
            [("tags.regions:地名表里没有“沙柳棋”。", "是不是“沙柳旗”?", 2)],
        ),
        (
            "tags:\n  regions: {refuse: [山海关]}\n",
            [("tags.regions:地名表里没有“山海关”。", "请核对名称。", 2)],
        ),
        (
            "tags:\n  regions: {add: [团结村]}\n",
            [
                (
                    "tags.regions:叫“团结村”的地方有 6 个。",
                    "请改写代码:150101001001(望潮市灯塔区灯塔区团结村)、150101001002(望潮市灯塔区灯塔区团结村)、"
                    "150101001003(望潮市灯塔区灯塔区团结村)、150102001001(望潮市渔歌县月牙镇团结村)、"
                    "150102001002(望潮市渔歌县月牙镇团结村)。",
                    2,
                )
            ],
        ),
        (
            "tags:\n  themes: {add: [夜校学刁]}\n",
            [("tags.themes:主题表里没有“夜校学刁”。", "是不是“夜校学习”?", 2)],
        ),
        (
            "tags:\n  themes: {refuse: [山海关]}\n",
            [("tags.themes:主题表里没有“山海关”。", "请核对名称。", 2)],
        ),
        (
            "tags:\n  themes: {add: [山海关]}\n  regions: {refuse: [山海关上]}\n",
            [
                ("tags.regions:地名表里没有“山海关上”。", "请核对名称。", 3),
                ("tags.themes:主题表里没有“山海关”。", "请核对名称。", 2),
            ],
        ),
    ],
)
def test_every_sentence_about_a_fault(tmp_path: Path, sidecar: str, told: list[tuple[str, str, int]]) -> None:
    assert faults(tmp_path, sidecar) == told


def test_a_name_of_several_levels_is_the_highest() -> None:
    def codes(name: str) -> list[str]:
        return [place.code for place in places_called(PLACES, name)]

    assert codes("灯塔区") == ["150101"]
    assert codes("150101001") == ["150101001"]
    assert codes("望潮") == codes("望潮市") == ["150100"]
    assert len(codes("团结村")) == 6
    assert codes("山海关") == []


def test_an_item_has_the_doubts_of_its_words_and_of_its_places(tmp_path: Path) -> None:
    item = amended(tmp_path, "")
    assert [doubt.code for doubt in item.text_doubts] == ["text-doubled", "text-quotes", "region-conflict"]
    assert [practice.name for practice in item.tags.practices] == ["四方共议"]
