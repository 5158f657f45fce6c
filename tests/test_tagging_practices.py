"""Named methods and brands: each case file is one sentence about what names a practice, and what does not."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.tagging.practices import find_practices
from tests.making import make_item
from tests.tagging_cases import case_files, item_of, read_case, read_table

TABLE = read_table("practices")


@pytest.mark.parametrize("path", case_files("practices"), ids=lambda path: path.stem)
def test_case(path: Path) -> None:
    case = read_case(path)
    found = find_practices(item_of(case))
    assert [practice.name for practice in found] == case["practices"]
    assert [practice.printed for practice in found] == case.get(
        "printed", [practice.printed for practice in found]
    )


@pytest.mark.parametrize("sentence", TABLE)
def test_texts_on_either_side(sentence: str) -> None:
    found = {
        text: [practice.name for practice in find_practices(make_item(paragraphs=("夜校。", text)))]
        for text in TABLE[sentence]
    }
    assert found == TABLE[sentence]


def test_a_heading_counts_half_a_verb() -> None:
    assert [practice.name for practice in find_practices(make_item(headline="墙上的“五看六问”"))] == [
        "五看六问"
    ]
    assert find_practices(make_item(headline="打造“草原珠”")) == ()
    assert find_practices(make_item(paragraphs=("墙上的“五看六问”",))) == ()


def test_the_fullest_name_is_shown_where_it_stands() -> None:
    item = make_item(headline="“1+4”见成效", paragraphs=("全县开展“1+4”的专项行动。", "“1+4”行动很好。"))
    (practice,) = find_practices(item)
    assert (practice.name, practice.line, practice.printed) == ("1+4专项行动", 3, "“1+4”的专项行动")


def test_a_name_cut_by_a_print_column_is_whole_and_stands_on_its_first_line() -> None:
    item = make_item(paragraphs=("开头的话。", ("社区办起了“草原", "课堂”,天天有人来。")))
    (practice,) = find_practices(item)
    assert (practice.name, practice.line, practice.printed) == ("草原课堂", 3, "“草原课堂”")


def test_a_name_behind_a_cut_stands_on_the_second_line() -> None:
    item = make_item(paragraphs=(("社区办起了夜校,", "又办起了“草原课堂”。"),))
    assert [practice.line for practice in find_practices(item)] == [3]


def test_the_first_mention_in_the_headline_is_the_place() -> None:
    item = make_item(headline="“草原课堂”开课", paragraphs=("柳河县办起“草原课堂”。",))
    assert [practice.line for practice in find_practices(item)] == [1]


@given(st.text(alphabet="“”‘’一二三帮课堂机制、,。1+3N的推行", max_size=60))
def test_any_text_gives_names_that_stand_in_it_once(text: str) -> None:
    item = make_item(paragraphs=(text or "夜",))
    found = find_practices(item)
    assert all(practice.printed in item.text for practice in found)
    assert len({practice.name for practice in found}) == len(found)
