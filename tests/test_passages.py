"""Where words stand: from an offset in what a reader sees to the line and the characters of the source."""

from __future__ import annotations

import pytest

from generator.model.passages import line_at, passages
from tests.making import Draft, make_item, make_page


def test_each_character_of_a_joined_paragraph_knows_its_line() -> None:
    (paragraph,) = make_item(paragraphs=(("风吹", "草低见", "牛羊"),)).body
    assert [line_at(paragraph, offset) for offset in range(len(paragraph.text))] == [1, 1, 3, 3, 3, 5, 5]


def test_an_offset_behind_the_text_belongs_to_the_last_line() -> None:
    (paragraph,) = make_item(paragraphs=(("风吹", "草低"),)).body
    assert line_at(paragraph, 99) == 3


def test_passages_are_read_from_the_kicker_down() -> None:
    item = make_item(kicker="引题", headline="主题", deck="副题", paragraphs=("## 小题", "首段。", "次段。"))
    assert [(passage.place, passage.text) for passage in passages(item)] == [
        ("kicker", "引题"),
        ("headline", "主题"),
        ("deck", "副题"),
        ("subhead", "小题"),
        ("lead", "首段。"),
        ("body", "次段。"),
    ]


def test_a_headline_of_two_lines_knows_which_word_stands_on_which() -> None:
    (headline,) = passages(make_item(headline=("草原夜校", "开课了")))
    assert [headline.line_at(headline.text.index(word)) for word in ("草原", "校", "开", "了")] == [
        1,
        1,
        3,
        3,
    ]


@pytest.mark.parametrize("word", ["引题", "草原", "开课", "小题", "风吹", "见牛羊", "课本"])
def test_the_source_of_a_word_is_the_word(word: str) -> None:
    draft = Draft(
        kicker="引题在上",
        headline=("草原夜校", "开课了"),
        paragraphs=("## 小题", ("风吹草低", "见牛羊"), "- 课本"),
    )
    page = make_page(draft)
    found = [
        page.source.quote(span)
        for passage in passages(page.items[0])
        if word in passage.text
        and (span := passage.source_span(passage.text.index(word), passage.text.index(word) + len(word)))
    ]
    assert found == [word]


def test_a_word_cut_by_a_print_column_ends_with_its_line() -> None:
    page = make_page(Draft(paragraphs=(("风吹草", "低见牛羊"),)))
    (passage,) = passages(page.items[0])
    span = passage.source_span(2, 4)
    assert span is not None
    assert page.source.quote(span) == "草"
