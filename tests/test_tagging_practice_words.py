"""The words that make a name of a practice: each is found, and what only looks like it is not."""

from __future__ import annotations

import pytest

from generator.tagging import practices
from tests.marked import found_by, marked, table, unlike

TABLE = table("practices")


@pytest.mark.parametrize(("way", "pattern", "texts"), marked("practices"))
def test_a_pattern_finds_the_marked_words(way: str, pattern: str, texts: list[str]) -> None:
    assert [found_by(practices, pattern, way, text) for text in texts] == texts


def test_every_pattern_has_its_words() -> None:
    told = {pattern for _, pattern, _ in marked("practices")}
    assert unlike({*told, *TABLE["spans"]}, practices) == []


def test_every_sign_that_ends_a_clause_is_known() -> None:
    assert [sign for sign in TABLE["spans"]["SENTENCE"] if not practices.SENTENCE.search(sign)] == []
    assert not practices.SENTENCE.search("走进去、请出来")
