"""Words for the province as a whole: which there are, and which of them say what an item is about."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from generator.model import Level
from generator.tagging.regions.item_words import Words
from generator.tagging.regions.provinces import province_words
from generator.vocabulary.gazetteer import Place
from tests.making import Draft, make_page
from tests.tagging_cases import read_table

TABLE = read_table("provinces")


def found(name: str, paragraphs: Sequence[str], *, districts: bool = False, headline: str = "") -> list[str]:
    page = make_page(Draft(headline=headline, paragraphs=paragraphs))
    words = Words(page.items[0], page)
    province = Place("990000", name, Level.PROVINCE, "", (), "x")
    told = sorted(province_words(words, province, districts=districts), key=lambda word: word.start)
    return [words.text[word.start : word.end] + "!" * word.leads for word in told]


@pytest.mark.parametrize("sentence", TABLE)
def test_words_for_the_province(sentence: str) -> None:
    told = {
        text: " ".join(found(text.split("|")[0], [text.split("|")[1]])) or None for text in TABLE[sentence]
    }
    assert told == TABLE[sentence]


def test_where_the_text_speaks_of_a_district_its_whole_is_not_the_province() -> None:
    assert found("大河自治区", ["全区的渠,我区的渠。"], districts=True) == ["我区!"]
    assert found("大河自治区", ["自治区的渠,全区的渠,我区的渠。"], districts=True) == ["自治区!", "我区!"]


def test_only_the_heading_and_the_first_two_paragraphs_lead() -> None:
    told = found("大河省", ["全省一。", "全省二。", "全省三。"], headline="全省零")
    assert told == ["全省!", "全省!", "全省!", "全省"]


def test_a_firm_does_not_end_the_search() -> None:
    assert found("大河省", ["大河银行和大河的渠。"]) == ["大河!"]
    assert found("大河自治区", ["云海、自治区和我区。"]) == ["我区!"]
