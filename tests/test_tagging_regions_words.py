"""The words of an item that can prove a place: their weight, their lines, and an editor's readings in them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from generator.model import BylinePlace, ContributorRole
from generator.tagging.regions.item_words import Standing, Words, fold
from tests.making import Draft, by, make_page


def words_of(**draft: Any) -> Words:
    page = make_page(Draft(**draft))
    return Words(page.items[0], page)


@pytest.mark.parametrize(
    ("printed", "folded"),
    [
        ("白音镇", "巴彦镇"),
        ("巴音镇", "巴彦镇"),
        ("宝拉格", "宝力格"),
        ("布拉格", "宝力格"),
        ("胡都格", "呼都格"),
        ("髙岗", "高岗"),
        ("青杨", "青杨"),
    ],
)
def test_spellings_of_one_word_are_one(printed: str, folded: str) -> None:
    assert fold(printed) == folded


def test_what_stands_where_weighs_how_much() -> None:
    found = words_of(
        kicker="眉题",
        headline="标题",
        deck="副题",
        bylines=(
            by("林禾", "柳河县委书记", ContributorRole.OFFICIAL),
            by("柳河县委", "", ContributorRole.INSTITUTION),
            by("老魏", "青杨村"),
            by("林禾", "本报记者"),
        ),
        paragraphs=("一。", "二。", "三。", "四。"),
    )
    assert [(each.text, each.standing, each.weight) for each in found.passages] == [
        ("眉题", Standing.HEADING, 6),
        ("标题", Standing.HEADING, 6),
        ("副题", Standing.HEADING, 6),
        ("柳河县委书记 林禾", Standing.BYLINE, 6),
        ("柳河县委", Standing.BYLINE, 6),
        ("青杨村 老魏", Standing.BYLINE, 3),
        ("一。", Standing.LEAD, 3),
        ("二。", Standing.BODY, 2),
        ("三。", Standing.BODY, 1),
        ("四。", Standing.BODY, 1),
    ]
    assert Standing.BODY < Standing.LEAD < Standing.BYLINE < Standing.HEADING
    assert list(Standing) == [0, 1, 2, 3]


def test_a_name_inside_a_paragraph_is_read_there() -> None:
    page = make_page(Draft(bylines=(by("柳河县委", "", ContributorRole.INSTITUTION),), paragraphs=("一。",)))
    byline = page.items[0].bylines[0]
    inside = replace_place(page.items[0], byline)
    assert [each.text for each in Words(inside, page).passages] == ["一。"]


def replace_place(item: Any, byline: Any) -> Any:
    return replace(item, bylines=(replace(byline, place=BylinePlace.TEXT),))


def test_every_word_knows_its_passage_and_its_line() -> None:
    found = words_of(headline=("瓜熟了", "收瓜忙"), paragraphs=(("渠通了,", "水来了。"), "灯亮了。"))
    lines = {word: found.line(found.text.index(word), found.text.index(word) + len(word)) for word in (
        "瓜熟", "收瓜", "渠通", "水来", "灯亮",
    )}  # fmt: skip
    assert lines == {"瓜熟": 1, "收瓜": 3, "渠通": 5, "水来": 7, "灯亮": 9}
    assert found.text == "瓜熟了 收瓜忙\n渠通了,水来了。\n灯亮了。"
    assert [found.passage(found.text.index(word)).standing for word in ("瓜熟", "渠通", "灯亮")] == [3, 1, 0]
    assert found.passage(found.text.index("灯亮")).text == "灯亮了。"


def test_words_that_two_lines_of_a_heading_share_stand_on_the_first() -> None:
    found = words_of(headline=("瓜熟了", "收瓜忙"))
    assert found.line(2, 6) == 1


def test_readings_of_an_editor_stand_in_the_text_and_the_print_is_remembered() -> None:
    found = words_of(
        paragraphs=(("渠通到柳合县,", "柳合县的灯亮了。"), "柳合县真好。"),
        corrections=(("柳合县", "柳河小县"),),
    )
    assert found.text == "渠通到柳河小县,柳合县的灯亮了。\n柳合县真好。"
    assert [found.printed(*span) for span in ((3, 7), (3, 5), (6, 9), (0, 3), (7, 9), (0, 9))] == [
        "柳合县", "柳合县", "柳合县,柳", ("渠通到"), ",柳", "渠通到柳合县,柳",
    ]  # fmt: skip
    assert [found.line(at, at + 1) for at in (6, 7, 8, 16)] == [1, 1, 3, 3]


def test_a_reading_of_another_item_changes_nothing() -> None:
    page = make_page(
        Draft(paragraphs=("渠通了。",)), Draft(paragraphs=("柳合县。",), corrections=(("柳合县", "柳河县"),))
    )
    mine, other = page.items
    assert Words(replace(mine, misprints=other.misprints), page).text == "渠通了。"


def test_readings_are_put_in_on_their_own_line_alone() -> None:
    found = words_of(
        headline=("柳合", "柳合"),
        paragraphs=(("柳合柳", "柳合柳。"), "柳合。"),
        corrections=(("柳合柳。", "柳河柳。"), ("柳合柳", "大柳河柳")),
    )
    assert found.text == "柳合 柳合\n大柳河柳柳河柳。\n柳合。"
    assert [
        found.line(found.text.index(word), found.text.index(word) + 2) for word in ("大柳", "河柳。")
    ] == [5, 7]
