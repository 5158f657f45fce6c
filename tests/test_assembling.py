"""A page read right: order, cut, match; and nothing of it lost, whatever it says."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import Page, Role
from tests.reading_pages import ARTICLES, read_lines, told

CASES = Path(__file__).parent / "cases" / "assembling"
DEFAULTS = {
    "kind": "article",
    "headline": None,
    "bylines": [],
    "subheads": [],
    "column": None,
    "series": None,
    "cut": False,
}


def case_id(path: Path) -> str:
    """Return the sentence that a case's file name is."""
    return path.stem


@pytest.mark.parametrize("path", sorted(CASES.glob("*.yml")), ids=case_id)
def test_a_page_is_read_as_its_case_says(path: Path) -> None:
    case = yaml.safe_load(path.read_text("utf-8"))
    page = read_lines([str(line) for line in case["lines"]], case.get("columns"))
    found = [told(item) for item in page.items]
    wanted = [{**DEFAULTS, **item} for item in case["items"]]
    assert [{key: item[key] for key in want} for item, want in zip(found, wanted, strict=True)] == wanted
    assert [block.line for block in page.unplaced] == case.get("unplaced", [])
    if "furniture" in case:
        assert [block.line for block in page.furniture] == case["furniture"]
    check_conserved(page)


def check_conserved(page: Page) -> None:
    """Assert that every line is in one place, that spans are apart, and that every text is a quote."""
    lines = [number for number, text in enumerate(page.source.lines, 1) if text.strip()]
    assert sorted(block.line for block in page.blocks) == lines
    owned = sorted(piece for item in page.items for paragraph in item.body for piece in paragraph.pieces)
    assert all(left.end <= right.start for left, right in pairwise(owned))
    for item in page.items:
        for paragraph in item.body:
            assert paragraph.text == "".join(page.source.quote(piece) for piece in paragraph.pieces)
            assert set(paragraph.lines) <= set(item.lines)
        for heading in filter(None, (item.kicker, item.headline, item.deck)):
            assert set(heading.lines) <= set(item.lines)
            assert all(part in page.source.text for part in heading.text.split())
        for byline in item.bylines:
            printed = page.source.quote(byline.span)
            assert "".join(byline.contributor.name.split()) in "".join(printed.split())
        assert item.id == f"{page.id}-{item.position:02}"
    assert [item.position for item in page.items] == list(range(1, len(page.items) + 1))


PIECES = st.sampled_from(
    [
        *(f"@{name}.{number}" for name in ARTICLES for number in range(1, 5)),
        *(f"@{name}.{number}{side}29" for name in ARTICLES for number in range(1, 5) for side in "<>"),
        *(f"@{name}" for name in ARTICLES),
        "### @井",
        "◎山乡",
        "◎看台⑧",
        "□本报记者 林禾",
        "◎高岩",
        "(白露)",
        "本报讯(记者 林禾)@渡.1",
        "花湾村晒辣椒。本报记者 高岩 摄",
        "■白露 摄",
        "◆北关社区网格站添了一台升降车,鼓楼巷的三十七盏路灯全部修好。(高岩)",
        "- 1.水从哪里来",
        "★节水要点:",
        "编者按",
        "□灯下的课堂",
        "责编:高岩",
        "* * *",
        "07",
        "",
    ]
)
ODD = st.text(alphabet="井水#◎□◆★-*(（)）“”。,、 \u3000·①abc07摄记者讯", min_size=0, max_size=24)


@given(st.lists(st.one_of(PIECES, PIECES, ODD), min_size=1, max_size=24))
@settings(max_examples=150)
def test_nothing_of_a_page_is_lost_printed_twice_or_changed(lines: list[str]) -> None:
    check_conserved(read_lines(lines, {"山乡": "articles", "看台": "commentary"}))


@given(st.lists(PIECES, min_size=1, max_size=16))
@settings(max_examples=25)
def test_the_same_page_is_always_read_the_same(lines: list[str]) -> None:
    assert read_lines(lines) == read_lines(lines)


def test_blank_pages_have_no_items() -> None:
    page = read_lines(["", "  ", ""])
    assert page.items == page.furniture == page.unplaced == ()


def test_a_line_that_turns_out_a_crosshead_says_so() -> None:
    case = yaml.safe_load((CASES / "crossheads_are_not_headlines.yml").read_text("utf-8"))
    blocks = {block.line: block for block in read_lines(case["lines"]).items[0].blocks}
    assert blocks[1].role is Role.HEADLINE
    assert blocks[4].role is Role.CROSSHEAD
    assert "小标题" in blocks[4].evidence


def test_a_reading_that_has_a_close_rival_names_the_line() -> None:
    lines = ["@井", "□本报记者 林禾", "@井.1", "@井.2", "@琴.3", "@琴", "□本报记者 高岩", "@琴.2", "@琴.4"]
    doubts = [doubt for item in read_lines(lines).items for doubt in item.doubts]
    assert {(doubt.code, doubt.line) for doubt in doubts} == {("order-uncertain", 5)}
    assert all("第 5 行" in doubt.detail for doubt in doubts)


def test_a_whole_page_without_rivals_is_sure() -> None:
    lines = [
        "@渡",
        "□本报记者 林禾",
        "@渡.1",
        "@渡.2",
        "@渡.3",
        "@渡.4",
        "@蜂",
        "□本报记者 高岩",
        "@蜂.1",
        "@蜂.2",
        "@蜂.3",
        "@蜂.4",
    ]
    assert all(item.sure for item in read_lines(lines).items)


def test_a_missing_byline_is_doubted_only_where_others_are_signed() -> None:
    body = ["@渡.1", "@渡.2", "@渡.3", "@渡.4"]
    signed = [
        "@井",
        "□本报记者 林禾",
        "@井.1",
        "@井.2",
        "@井.3",
        "@井.4",
        "@琴",
        "□本报记者 高岩",
        "@琴.1",
        "@琴.2",
        "@琴.3",
        "@琴.4",
    ]
    codes = [doubt.code for doubt in read_lines([*signed, "@渡", *body]).items[-1].doubts]
    assert "byline-missing" in codes
    assert not any(doubt.code == "byline-missing" for doubt in read_lines(["@渡", *body]).items[-1].doubts)


def test_a_paragraph_that_begins_within_a_sentence_is_doubted() -> None:
    lines = ["@渡", "□本报记者 林禾", "@渡.1", "”的消息传开了,等船的人都笑了。", "@渡.3", "@渡.4"]
    item = read_lines(lines).items[0]
    assert [(doubt.code, doubt.line) for doubt in item.doubts] == [("text-lost", 4)]


def test_a_headline_below_its_body_without_a_word_in_common_is_doubted() -> None:
    lines = ["□本报记者 林禾", "@渡.1", "@渡.2", "惊蛰", "@渡.3", "@渡.4"]
    codes = {doubt.code for item in read_lines(lines).items for doubt in item.doubts}
    assert "headline-weak" in codes


def test_two_bylines_of_one_item_are_doubted() -> None:
    lines = [
        "# @渡",
        "□本报记者 林禾",
        "本报讯(记者 高岩)@渡.1",
        "@渡.2",
        "@渡.3",
        "# @灯",
        "□本报记者 白露",
        "@灯.1",
        "@灯.2",
    ]
    item = read_lines(lines).items[0]
    assert "byline-shared" in [doubt.code for doubt in item.doubts]
    assert [byline.contributor.name for byline in item.bylines] == ["林禾", "高岩"]


def test_an_unsigned_article_right_below_another_may_be_a_part_of_it() -> None:
    lines = [
        "@渡",
        "□本报记者 林禾",
        *("@渡.1", "@渡.2", "@渡.3", "@渡.4"),
        "修路灯的老鲁",
        *("@灯.1", "@灯.2", "@灯.3"),
        "@蜂",
        "□本报记者 高岩",
        *("@蜂.1", "@蜂.2", "@蜂.3", "@蜂.4"),
    ]
    first, second, third = read_lines(lines).items
    assert [(doubt.code, doubt.detail) for doubt in first.doubts] == [
        ("role-uncertain", "第 7 行也可能是这一篇的小标题")
    ]
    assert "byline-missing" in [doubt.code for doubt in second.doubts]
    assert third.sure
