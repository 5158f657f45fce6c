"""Quoted terms that are nobody's own method: what they are built of, what is done to them, what stands around them."""

from __future__ import annotations

import pytest

from generator.tagging import stock_terms
from generator.tagging.stock_terms import NATIONAL, is_done_to, is_image, is_of_other_news, is_stock
from tests.making import make_one
from tests.marked import found_by, marked, table, unlike
from tests.tagging_cases import found_on

TABLE = table("stock_terms")
WAYS = ("search", "match", "fullmatch")


@pytest.mark.parametrize(("way", "pattern", "texts"), marked("stock_terms"))
def test_a_pattern_finds_the_marked_words(way: str, pattern: str, texts: list[str]) -> None:
    assert [found_by(stock_terms, pattern, way, text) for text in texts] == texts


def test_every_pattern_has_its_words() -> None:
    told = [pattern for way in WAYS for pattern in TABLE.get(way, {})]
    assert unlike(told, stock_terms) == []


@pytest.mark.parametrize("term", sorted(NATIONAL))
def test_a_term_of_the_whole_country_is_stock(term: str) -> None:
    assert is_stock(term)


@pytest.mark.parametrize(
    ("term", "stock"),
    [
        ("十四五", True),
        ("四个意识", True),
        ("六个一", False),
        ("四方共议", False),
        ("最后一公里", False),
    ],
)
def test_stock_is_told_by_its_build(term: str, stock: bool) -> None:
    assert is_stock(term) is stock


@pytest.mark.parametrize(
    ("term", "image"),
    [("最后一公里", True), ("压舱石", True), ("柳河公里数", False), ("柳河的红旗渠阵地", False)],
)
def test_an_image_is_told_by_its_end(term: str, image: bool) -> None:
    assert is_image(term) is image


def test_an_image_names_something_with_a_noun_behind_it() -> None:
    for text, names in (
        ("柳河村推行“红细胞”工程。", ["红细胞"]),
        ("柳河村打造“红细胞”,人人爱“红细胞”。", []),
    ):
        page = make_one(paragraphs=("夜校。", text))
        assert [practice.name for practice in found_on(page)] == names


def test_what_is_done_to_an_image_is_not_done_to_a_method() -> None:
    assert is_done_to("干部着力打通")
    assert not is_done_to("干部着力打造")


@pytest.mark.parametrize(
    ("content", "before", "after", "paragraph", "other"),
    [
        ("五看六问", "柳河村推行", "机制", "柳河村推行“五看六问”机制。", False),
        ("五看六问", "国家推行", "机制", "柳河村也有“五看六问”机制。", True),
        ("五看六问", "柳河村推行", "战略", "柳河村推行“五看六问”战略。", True),
        ("五看六问", "推行", "机制", "推行“五看六问”机制。", True),
        ("五看六问", "柳河村推行", "机制", "柳河村同海外推行“五看六问”机制。", True),
        ("柳河公司", "柳河村办起", "机制", "柳河村办起“柳河公司”机制。", True),
    ],
)
def test_general_news_has_other_names(
    content: str, before: str, after: str, paragraph: str, other: bool
) -> None:
    assert is_of_other_news(content, before, after, paragraph) is other


@pytest.mark.parametrize(
    ("text", "anywhere", "elsewhere"),
    [
        ("柳河村推行“五看六问”机制。", ["五看六问"], ["五看六问"]),
        ("柳河村推行一核四驱机制。", ["一核四驱"], ["一核四驱"]),
        ("柳河村推行一核四驱。", ["一核四驱"], []),
        ("路边就是柳河村的“柳河课堂”。", ["柳河课堂"], []),
        ("我国推行“五看六问”机制。", ["五看六问"], []),
        ("柳河村走“一带一路”机制。", [], []),
        ("柳河村推行“两新”政策机制。", [], []),
    ],
)
def test_a_page_of_general_news_needs_more(text: str, anywhere: list[str], elsewhere: list[str]) -> None:
    page = make_one(paragraphs=("夜校。", text))
    assert [practice.name for practice in found_on(page)] == anywhere
    assert [practice.name for practice in found_on(page, of_party=True)] == anywhere
    assert [practice.name for practice in found_on(page, of_party=False)] == elsewhere
