"""What readers are told things are called: items, newspaper pages, and where something was printed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from generator.model import DateBasis, DateTag
from generator.site.views.names import label_words, page_name, short_name, source_words, title_of
from tests.making import Draft, make_item, make_page

SUMMER = DateTag(edtf="2023-07-03/2023-09-08", basis=DateBasis.INFERRED)
DAY = DateTag(edtf="2022-06-16", basis=DateBasis.STATED)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("扫雪。", "扫雪"),
        ("近日,珠河镇党员服务队给牧户送去草料。", "珠河镇党员服务队给牧户送去草料"),
        ("6月10日下午,老人们在活动室门口扫雪。", "老人们在活动室门口扫雪"),
        ("本报讯(记者林禾)今年以来,青沙县修了三条渠。", "今年以来,青沙县修了三条渠"),
        ("雪后,老人扫雪,孩子们也来了。", "雪后,老人扫雪,孩子们也来了"),
        (
            "融合了说事、会商、自办、评议多项内容的乡村夜话开场了。",
            "融合了说事、会商、自办、评议多项内容的乡…",
        ),
        ("近日,", "近日"),
        ("甲 　 乙", "甲 乙"),
        ("。", "。"),
        ("", ""),
    ],
)
def test_what_has_no_headline_is_called_by_its_first_clauses_that_say_something(
    words: str, name: str
) -> None:
    assert short_name(words) == name


def test_a_short_name_is_seen_to_be_no_headline() -> None:
    assert title_of(make_item(headline="雪", paragraphs=("扫雪。",))) == "雪"
    assert title_of(make_item(paragraphs=("扫雪。",))) == "〔扫雪〕"
    assert title_of(make_item(paragraphs=())) == "〔报道〕"


@pytest.mark.parametrize(
    ("known", "name"),
    [
        ({}, "约2023年夏 · 修渠记等2篇"),
        ({"label": "07"}, "约2023年夏 · 修渠记等2篇"),
        ({"paper": "晚报"}, "《晚报》 约2023年夏"),
        ({"paper": "晚报", "label": "要闻版"}, "《晚报》 约2023年夏 要闻版"),
        ({"paper": "晚报", "date": DAY, "label": "07"}, "《晚报》 2022年6月16日 第07版"),
        ({"date": DAY}, "2022年6月16日"),
    ],
)
def test_a_page_is_called_by_what_is_known_or_else_by_season_and_lead_story(
    known: dict[str, Any], name: str
) -> None:
    page = make_page(
        Draft(headline="雪", paragraphs=("下雪了。",), date=SUMMER),
        Draft(headline="修渠记", paragraphs=("渠修了三年才修成。",), date=SUMMER),
    )
    assert page_name(replace(page, issue=replace(page.issue, **known))) == name


@pytest.mark.parametrize(
    ("drafts", "name"),
    [
        ((), "日期待考 · 版面 page-01"),
        ((Draft(headline="一"),), "日期待考 · 一"),
        ((Draft(paragraphs=("扫雪的人都回家了。",)),), "日期待考 · 扫雪的人都回家了"),
        ((Draft(headline="守住“小阵地” 办成大事情真不容易呀"),), "日期待考 · 守住“小阵地”"),
        (
            (Draft(headline="守住小小的一个阵地办成大大的一件事情"),),
            "日期待考 · 守住小小的一个阵地办成大大的一件…",
        ),
    ],
)
def test_a_page_of_which_nothing_is_known_is_called_by_its_lead_story(
    drafts: tuple[Draft, ...], name: str
) -> None:
    assert page_name(make_page(*drafts)) == name


@pytest.mark.parametrize(
    ("known", "date", "words"),
    [
        ({}, DateTag(), "报名、日期、版次待考"),
        ({}, SUMMER, "约2023年夏（报名、日期、版次待考）"),
        ({"paper": "晚报", "label": "07"}, SUMMER, "《晚报》 约2023年夏 第07版（日期待考）"),
        ({"paper": "晚报"}, DAY, "《晚报》 2022年6月16日（版次待考）"),
        ({"paper": "晚报", "label": "07"}, DAY, "《晚报》 2022年6月16日 第07版"),
    ],
)
def test_a_source_line_says_what_is_to_be_found_out(known: dict[str, Any], date: DateTag, words: str) -> None:
    page = make_page(Draft(headline="雪"))
    assert source_words(replace(page, issue=replace(page.issue, **known)), date) == words


@pytest.mark.parametrize(("label", "words"), [("7", "第7版"), ("要闻版", "要闻版"), ("A版2", "A版2")])
def test_a_label_is_said_as_readers_do(label: str, words: str) -> None:
    assert label_words(label) == words
