"""Suspected misprints: each case file is one sentence about what looks wrong in a text, and what does not."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.doubts import TEXT_DOUBTS
from generator.tagging import formulas, hygiene
from generator.tagging.formulas import FORMULAS, near_formulas
from generator.tagging.hygiene import text_doubts
from generator.tagging.one_edit import edited
from tests.making import Draft, make_item, make_page
from tests.marked import found_by, marked, table, unlike
from tests.tagging_cases import case_files, item_of, read_case, read_table

TABLE = read_table("hygiene")
VOCABULARIES = table("text_words")


@pytest.mark.parametrize("path", case_files("hygiene"), ids=lambda path: path.stem)
def test_case(path: Path) -> None:
    case = read_case(path)
    assert [doubt.code for doubt in text_doubts(item_of(case))] == case["codes"]


@pytest.mark.parametrize("sentence", TABLE)
def test_sentences_that_an_editor_reads(sentence: str) -> None:
    told = {
        text: " / ".join(doubt.detail for doubt in text_doubts(make_item(paragraphs=(text,)))) or None
        for text in TABLE[sentence]
    }
    assert told == TABLE[sentence]


@pytest.mark.parametrize(("way", "pattern", "texts"), marked("hygiene"))
def test_a_pattern_finds_the_marked_words(way: str, pattern: str, texts: list[str]) -> None:
    assert [found_by(hygiene, pattern, way, text) for text in texts] == texts


def test_every_pattern_has_its_words() -> None:
    assert unlike({"LATIN", *(pattern for _, pattern, _ in marked("hygiene"))}, hygiene) == []


@pytest.mark.parametrize("name", VOCABULARIES)
def test_a_vocabulary_is_what_we_say_it_is(name: str) -> None:
    assert vars(hygiene)[name] == set(VOCABULARIES[name].split())


def test_the_set_phrases_are_what_we_say_they_are() -> None:
    assert list(formulas.FORMULAS) == table("formulas")["FORMULAS"]


def test_only_a_double_quotation_mark_goes_on_in_the_next_paragraph() -> None:
    def codes(*paragraphs: str, complete: bool = True) -> list[str]:
        return [doubt.code for doubt in text_doubts(make_item(paragraphs=paragraphs, complete=complete))]

    assert codes("他说:“修渠。", "“栽树。”") == []
    assert codes("他说:“修渠。", "栽树。") == ["text-quotes"]
    assert codes("他说:(修渠。", "“栽树。”") == ["text-quotes"]
    assert codes("他说:“修渠。", "栽树。", complete=False) == ["text-quotes"]
    assert codes("栽树。", "他说:“修渠。", complete=False) == []
    assert codes("栽树。", "他说:“修渠。") == ["text-quotes"]


def test_every_code_of_the_text_has_a_case() -> None:
    told = {code for path in case_files("hygiene") for code in read_case(path)["codes"]}
    assert told == {code for code in TEXT_DOUBTS if code.startswith("text-")}


def test_a_doubt_points_at_the_characters_that_it_means() -> None:
    page = make_page(Draft(headline="夜校", paragraphs=(("渠水流到", "在在建的泵站。"),)))
    (doubt,) = text_doubts(page.items[0])
    assert doubt.span is not None
    assert (doubt.line, page.source.quote(doubt.span)) == (5, "在在")


def test_a_phrase_cut_by_a_print_column_is_pointed_at_where_it_begins() -> None:
    page = make_page(Draft(paragraphs=(("铸牢中华民族", "共同休意识。"),)))
    (doubt,) = text_doubts(page.items[0])
    assert doubt.span is not None
    assert (doubt.line, page.source.quote(doubt.span)) == (1, "铸牢中华民族")


def test_a_headline_is_looked_at_too() -> None:
    assert [doubt.line for doubt in text_doubts(make_item(headline="社区办起“夜校"))] == [1]


def test_what_is_right_tells_the_right_form() -> None:
    (doubt,) = text_doubts(make_item(paragraphs=("讲解员说,要铸牢中华民族共同休意识。",)))
    assert doubt.detail == "“铸牢中华民族共同休意识”，通常作“铸牢中华民族共同体意识”。"


@pytest.mark.parametrize("phrase", FORMULAS)
def test_no_set_phrase_is_a_misprint_of_another(phrase: str) -> None:
    assert list(near_formulas(f"大家说,{phrase},很好。")) == []


@pytest.mark.parametrize(
    ("one", "other", "characters"),
    [
        ("党建学习教育", "党纪学习教育", "建纪"),
        ("六牛村", "六犋牛村", "犋"),
        ("六犋牛村", "六牛村", "犋"),
        ("", "村", "村"),
        ("六牛村", "六牛村", ""),
        ("六牛村", "牛六村", ""),
        ("", "", ""),
    ],
)
def test_one_edit_is_told_with_its_characters(one: str, other: str, characters: str) -> None:
    assert edited(one, other) == characters


@given(st.text(alphabet="“”‘’()《》夜校在的了abc.。,１", max_size=50))
def test_any_text_is_doubted_inside_its_own_lines(text: str) -> None:
    page = make_page(Draft(headline="夜校", paragraphs=(text or "夜",)))
    for doubt in text_doubts(page.items[0]):
        assert doubt.code in TEXT_DOUBTS
        assert doubt.span is not None
        assert page.source.line_of(doubt.span.start) == doubt.line
        assert page.source.quote(doubt.span)
