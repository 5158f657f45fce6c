"""Corrected text: an editor's readings in their places, the source reading untouched."""

from __future__ import annotations

from generator.model import Item
from generator.model.corrected import corrected_body, corrected_headings, corrected_text
from tests.making import Draft, make_page


def item(*corrections: tuple[str, str]) -> Item:
    draft = Draft(
        headline=("毡房里的夜较", "亮灯到十点"),
        deck="牧民自己排课裱",
        paragraphs=(("夜校的灯亮了,牧民骑着", "摩托车赶来听课。"), "灯又亮了。"),
        corrections=corrections,
    )
    return make_page(draft).items[0]


def test_without_corrections_there_is_no_second_text() -> None:
    assert (corrected_headings(item()), corrected_body(item()), corrected_text(item())) == (
        {},
        (None, None),
        None,
    )


def test_headings_are_corrected_in_their_own_lines() -> None:
    found = corrected_headings(item(("夜较", "夜校"), ("课裱", "课表")))
    assert found == {"headline": "毡房里的夜校 亮灯到十点", "deck": "牧民自己排课表"}


def test_every_correction_of_a_paragraph_is_made_whatever_its_length() -> None:
    made = item(("夜校的", "夜校里的"), ("骑着", "骑上"), ("摩托车", "摩托"))
    assert corrected_body(made) == ("夜校里的灯亮了,牧民骑上摩托赶来听课。", None)
    assert corrected_text(made) == "夜校里的灯亮了,牧民骑上摩托赶来听课。\n灯又亮了。"
    assert made.text == "夜校的灯亮了,牧民骑着摩托车赶来听课。\n灯又亮了。"
