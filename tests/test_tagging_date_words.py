"""The words that tell when something happened: each is found, and what only looks like it is not."""

from __future__ import annotations

import pytest

from generator.tagging import date_words
from tests.marked import cells, found_by, marked, table, unlike

TABLE = table("date_words")
VOCABULARIES = table("date_vocabularies")


@pytest.mark.parametrize(("way", "pattern", "texts"), marked("date_words"))
def test_a_pattern_finds_the_marked_words(way: str, pattern: str, texts: list[str]) -> None:
    assert [found_by(date_words, pattern, way, text) for text in texts] == texts


@pytest.mark.parametrize("pattern", TABLE["groups"])
def test_a_pattern_takes_its_words_apart(pattern: str) -> None:
    for text, groups in cells(TABLE["groups"][pattern]):
        found = getattr(date_words, pattern).search(text)
        assert [group or "" for group in found.groups()] == groups


def test_every_pattern_has_its_words() -> None:
    assert unlike(TABLE["search"], date_words) == []


@pytest.mark.parametrize("name", VOCABULARIES)
def test_a_vocabulary_is_what_we_say_it_is(name: str) -> None:
    known = {
        key: list(value) if isinstance(value, tuple) else value
        for key, value in vars(date_words)[name].items()
    }
    assert known == VOCABULARIES[name]


def test_chinese_digits_are_digits() -> None:
    assert "〇零○一二三四五六七八九".translate(date_words.CHINESE_DIGITS) == "000123456789"
