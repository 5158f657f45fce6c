"""Places of an item: each case file is one sentence about what counts as a place, and what does not."""

from __future__ import annotations

import gc
import json
import weakref
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import ContributorRole, Page, RegionTag
from generator.model.doubts import meaning
from generator.tagging.amending import places_called
from generator.tagging.regions import region_doubts, tag_regions
from generator.vocabulary.gazetteer import Gazetteer, load_gazetteer
from generator.vocabulary.settings import ROOT
from tests.little_province import little_province
from tests.making import Draft, by, make_page

CASES = sorted((Path(__file__).parent / "cases" / "regions").glob("*.yml"))


@cache
def load_gazetteer_once() -> Gazetteer:
    return load_gazetteer(ROOT / "site_config" / "regions" / "150000.json")


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer_once()


def read_case(path: Path) -> tuple[Mapping[str, Any], Page]:
    case = yaml.safe_load(path.read_text("utf-8"))
    return case, page_of(case)


def page_of(case: Mapping[str, Any]) -> Page:
    signers = []
    if byline := case.get("byline"):
        role = ContributorRole(byline.get("role", "official"))
        role = ContributorRole.REPORTER if byline.get("title", "").endswith("记者") else role
        signers = [by(byline["name"], byline.get("title", ""), role)]
    draft = Draft(headline=case.get("headline", ""), bylines=signers, paragraphs=case["paragraphs"])
    beside = [Draft(paragraphs=(case["beside"],))] if "beside" in case else []
    return make_page(draft, *beside)


def short(tag: RegionTag) -> str:
    return "/".join(tag.path[1:]) or tag.name


def tagged(gazetteer: Gazetteer, *paragraphs: str, **draft: Any) -> tuple[RegionTag, ...]:
    page = make_page(Draft(paragraphs=paragraphs, **draft))
    return tag_regions(page.items[0], page, gazetteer)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case(path: Path, gazetteer: Gazetteer) -> None:
    case, page = read_case(path)
    item = page.items[0]
    tags = tag_regions(item, page, gazetteer)
    assert [short(tag) for tag in tags if tag.primary] == case["primary"]
    assert [short(tag) for tag in tags if not tag.primary] == case["mentioned"]
    assert [doubt.code for doubt in region_doubts(item, page, gazetteer)] == case.get("doubts", [])


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_every_tag_is_proved_by_words_that_stand_on_the_line_it_names(
    path: Path, gazetteer: Gazetteer
) -> None:
    _, page = read_case(path)
    for tag in tag_regions(page.items[0], page, gazetteer):
        assert tag.evidence
        for proof in tag.evidence:
            assert proof.text in page.source.lines[proof.line - 1]
            assert proof.rule


def test_there_are_cases() -> None:
    assert len(CASES) > 70


def test_every_doubt_has_a_meaning(gazetteer: Gazetteer) -> None:
    pages = [read_case(path)[1] for path in CASES]
    codes = {doubt.code for page in pages for doubt in region_doubts(page.items[0], page, gazetteer)}
    assert codes == {"region-conflict", "region-likely"}
    assert all(meaning(code) != code for code in codes)


def test_a_doubt_says_what_is_printed_and_what_is_likely(gazetteer: Gazetteer) -> None:
    page = make_page(Draft(paragraphs=("路灯亮了。", "巴彦淖尔市杭锦旗的路灯也亮了。")))
    [doubt] = region_doubts(page.items[0], page, gazetteer)
    assert doubt.line == 3
    assert doubt.detail == "印作“杭锦旗”，“巴彦淖尔市”没有这个地方，疑为“杭锦后旗”。"


def test_a_doubt_quotes_both_names_of_a_conflict(gazetteer: Gazetteer) -> None:
    page = make_page(Draft(paragraphs=("科右前旗扎赉诺尔区下雪了。",)))
    [doubt] = region_doubts(page.items[0], page, gazetteer)
    assert "“科右前旗扎赉诺尔区”" in doubt.detail
    assert "“呼伦贝尔市”" in doubt.detail


def test_a_misprint_is_told_once(gazetteer: Gazetteer) -> None:
    page = make_page(Draft(paragraphs=("巴彦淖尔市杭锦旗下雨了。", "杭锦旗的雨停了。", "杭锦旗晴了。")))
    assert len(region_doubts(page.items[0], page, gazetteer)) == 1


def test_the_source_reading_is_the_evidence_of_a_misprint(gazetteer: Gazetteer) -> None:
    [tag, *_] = tagged(gazetteer, "巴彦淖尔市杭锦旗下雨了。")
    assert (tag.name, tag.evidence[0].text, tag.evidence[0].rule) == (
        "杭锦后旗",
        "巴彦淖尔市杭锦旗",
        "guess",
    )


def test_an_editors_reading_settles_a_misprint(gazetteer: Gazetteer) -> None:
    draft = Draft(
        paragraphs=("巴彦淖尔市杭锦旗下雨了。", "雨停了。"),
        corrections=(("杭锦旗", "杭锦后旗"),),
    )
    page = make_page(draft)
    [tag] = tag_regions(page.items[0], page, gazetteer)
    assert region_doubts(page.items[0], page, gazetteer) == ()
    assert (tag.name, [(proof.text, proof.line) for proof in tag.evidence], tag.guess) == (
        "杭锦后旗",
        [("巴彦淖尔市", 1), ("杭锦旗", 1)],
        False,
    )


def test_an_editors_reading_moves_no_later_line(gazetteer: Gazetteer) -> None:
    draft = Draft(
        paragraphs=(("在杭锦旗的", "值班室里,磴口县的人也在。"),), corrections=(("杭锦旗", "杭锦后旗"),)
    )
    page = make_page(draft)
    found = {tag.name: tag.evidence[0].line for tag in tag_regions(page.items[0], page, gazetteer)}
    assert found == {"杭锦后旗": 1, "磴口县": 3}


def test_a_name_cut_by_a_print_column_is_whole(gazetteer: Gazetteer) -> None:
    page = make_page(Draft(paragraphs=(("志愿者来到突", "泉县,帮忙收瓜。"),)))
    [tag] = tag_regions(page.items[0], page, gazetteer)
    assert (tag.name, tag.evidence[0].line) == ("突泉县", 1)


def test_the_line_of_a_name_is_that_of_its_piece(gazetteer: Gazetteer) -> None:
    page = make_page(Draft(paragraphs=(("瓜熟了,", "突泉县的车队来收瓜。"),)))
    [tag] = tag_regions(page.items[0], page, gazetteer)
    assert tag.evidence[0].line == 3


def test_a_headline_of_two_lines_knows_its_lines(gazetteer: Gazetteer) -> None:
    page = make_page(Draft(headline=("瓜熟了", "突泉县收瓜忙"), paragraphs=("车队来了。",)))
    [tag] = tag_regions(page.items[0], page, gazetteer)
    assert tag.evidence[0].line == 3


def test_the_deck_and_the_kicker_count(gazetteer: Gazetteer) -> None:
    [tag] = tagged(gazetteer, "车队来了。", headline="瓜熟了", deck="突泉县收瓜忙")
    assert tag.primary
    [tag] = tagged(gazetteer, "车队来了。", headline="瓜熟了", kicker="突泉县收瓜忙")
    assert tag.primary


def test_evidence_names_its_rule(gazetteer: Gazetteer) -> None:
    rules = {
        "突泉县下雪了。": "full-name",
        "科右中旗下雪了。": "abbreviation",
        "锡盟下雪了。": "alias",
        "满洲里下雪了。": "bare-name",
        "自治区体育馆下雪了。": "province",
    }
    found = {text: tagged(gazetteer, text)[0].evidence[0].rule for text in rules}
    assert found == rules


def test_evidence_shows_the_whole_chain(gazetteer: Gazetteer) -> None:
    [tag] = tagged(gazetteer, "包头市九原区沙河街道下雪了。")
    assert tag.evidence[0].text == "包头市九原区沙河街道"
    assert tag.path == ("内蒙古自治区", "包头市", "九原区", "沙河街道")
    assert (tag.level, len(tag.code)) == ("township", 9)


def test_evidence_has_a_limit(gazetteer: Gazetteer) -> None:
    [tag] = tagged(gazetteer, *(f"突泉县下了第{number}场雪。" for number in range(40)))
    assert len(tag.evidence) == 8


def test_a_place_is_tagged_once(gazetteer: Gazetteer) -> None:
    tags = tagged(gazetteer, "突泉县下雪了。突泉县的雪很大。", "突泉县停了课。")
    assert [tag.name for tag in tags] == ["突泉县"]


def test_an_item_of_nothing_has_no_place(gazetteer: Gazetteer) -> None:
    assert tagged(gazetteer) == ()
    assert tagged(gazetteer, "") == ()


@pytest.mark.parametrize("text", ["<b>突泉县</b>", "{{ 突泉县 }}", "../突泉县", "突泉县\x00", "😀突泉县😀"])
def test_odd_characters_around_a_name_do_no_harm(text: str, gazetteer: Gazetteer) -> None:
    [tag] = tagged(gazetteer, text)
    assert tag.evidence[0].text == "突泉县"


def test_reading_again_gives_the_same(gazetteer: Gazetteer) -> None:
    pages = [read_case(path)[1] for path in CASES]
    first = [tag_regions(page.items[0], page, gazetteer) for page in pages]
    assert first == [tag_regions(page.items[0], page, gazetteer) for page in reversed(pages)][::-1]


def test_another_province_needs_no_aliases(tmp_path: Path) -> None:
    path = tmp_path / "990000.json"
    path.write_text(
        json.dumps(
            {
                "format": 1,
                "districts": [
                    ["990000", "海东省", "province", "", "hai-dong-sheng"],
                    ["990100", "望潮市", "league", "990000", "wang-chao-shi"],
                    ["990102", "灯塔区", "county", "990100", "deng-ta-qu"],
                ],
                "places": [["990102001", "鱼市街道", "yu-shi-jie-dao"]],
            },
            ensure_ascii=False,
        ),
        "utf-8",
    )
    other = load_gazetteer(path)
    [tag] = tagged(other, "望潮的灯塔区鱼市街道收网了。")
    assert tag.path == ("海东省", "望潮市", "灯塔区", "鱼市街道")
    [tag] = tagged(other, "我省的渔船出海了。")
    assert tag.name == "海东省"


NAMES = [
    "包头市",
    "九原区",
    "杭锦旗",
    "自治区",
    "新城区",
    "河南社区",
    "沙河街道",
    "四子王旗",
    "扎赉诺尔区",
    "鄂尔多斯",
]
BETWEEN = [
    "白音",
    "镇",
    "村",
    "与",
    "接壤",
    "路",
    "到",
    "学习",
    "。",
    ",",
    "、",
    "\n",
    "“",
    "😀",
    "\u3000",
    "A1",
    "组织",
    "上海",
]
PIECES = st.sampled_from([*NAMES, *BETWEEN])


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(PIECES, max_size=12).map("".join), max_size=4))
def test_no_text_breaks_it_and_every_proof_stands_in_the_text(paragraphs: list[str]) -> None:
    known = load_gazetteer_once()
    page = make_page(Draft(paragraphs=tuple(text.replace("\n", "") for text in paragraphs)))
    for tag in tag_regions(page.items[0], page, known):
        assert tag.path[-1] == tag.name
        assert all(proof.text in page.source.lines[proof.line - 1] for proof in tag.evidence)
    for doubt in region_doubts(page.items[0], page, known):
        assert 1 <= doubt.line <= len(page.source.lines)


def test_a_rebuild_leaves_no_gazetteer_of_an_earlier_one_behind() -> None:
    """`serve` loads its vocabularies anew each time; what it remembers may not keep the old ones."""

    def rebuild(number: int) -> weakref.ref[Gazetteer]:
        gazetteer = replace(little_province())
        assert tagged(gazetteer, f"沙柳旗星辉镇修好了{number}里渠。")
        assert places_called(gazetteer, "沙柳旗")
        return weakref.ref(gazetteer)

    made = [rebuild(number) for number in range(9)]
    gc.collect()
    assert sum(each() is not None for each in made) <= 1
