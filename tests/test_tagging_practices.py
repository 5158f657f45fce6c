"""Named methods and brands: each case file is one sentence about what names a practice, and what does not."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.making import make_one
from tests.tagging_cases import case_files, found_on, page_of, read_case, read_table

TABLE = read_table("practices")


@pytest.mark.parametrize("path", case_files("practices"), ids=lambda path: path.stem)
def test_case(path: Path) -> None:
    case = read_case(path)
    found = found_on(page_of(case))
    assert [practice.name for practice in found] == case["practices"]
    assert [practice.printed for practice in found] == case.get(
        "printed", [practice.printed for practice in found]
    )


@pytest.mark.parametrize("sentence", TABLE)
def test_texts_on_either_side(sentence: str) -> None:
    found = {
        text: [practice.name for practice in found_on(make_one(paragraphs=("夜校。", text)))]
        for text in TABLE[sentence]
    }
    assert found == TABLE[sentence]


def test_a_heading_counts_half_a_verb() -> None:
    assert [practice.name for practice in found_on(make_one(headline="墙上的“五看六问”"))] == ["五看六问"]
    assert found_on(make_one(headline="打造“草原珠”")) == ()
    assert found_on(make_one(paragraphs=("墙上的“五看六问”",))) == ()


def test_the_fullest_name_is_shown_where_it_stands() -> None:
    page = make_one(headline="“1+4”见成效", paragraphs=("全县开展“1+4”的专项行动。", "“1+4”行动很好。"))
    (practice,) = found_on(page)
    assert (practice.name, practice.line, practice.printed) == ("1+4专项行动", 3, "“1+4”的专项行动")


def test_a_name_cut_by_a_print_column_is_whole_and_stands_on_its_first_line() -> None:
    page = make_one(paragraphs=("开头的话。", ("社区办起了“草原", "课堂”,天天有人来。")))
    (practice,) = found_on(page)
    assert (practice.name, practice.line, practice.printed) == ("草原课堂", 3, "“草原课堂”")


def test_a_name_behind_a_cut_stands_on_the_second_line() -> None:
    page = make_one(paragraphs=(("社区办起了夜校,", "又办起了“草原课堂”。"),))
    assert [practice.line for practice in found_on(page)] == [3]


def test_the_first_mention_in_the_headline_is_the_place() -> None:
    page = make_one(headline="“草原课堂”开课", paragraphs=("柳河县办起“草原课堂”。",))
    assert [practice.line for practice in found_on(page)] == [1]


@given(st.text(alphabet="“”‘’一二三帮课堂机制、,。1+3N的推行", max_size=60))
def test_any_text_gives_names_that_stand_in_it_once(text: str) -> None:
    page = make_one(paragraphs=(text or "夜",))
    found = found_on(page)
    assert all(practice.printed in page.items[0].text for practice in found)
    assert len({practice.name for practice in found}) == len(found)
