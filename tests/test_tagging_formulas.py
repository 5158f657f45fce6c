"""Set phrases with one character off: what is told as a misprint, and what may be the writer's own."""

from __future__ import annotations

import pytest

from generator.tagging.formulas import near_formulas
from tests.tagging_cases import read_table

TABLE = read_table("formulas")


@pytest.mark.parametrize("sentence", TABLE)
def test_set_phrases_with_one_character_off(sentence: str) -> None:
    told = {
        text: " / ".join(f"{text[start:end]}>{phrase}" for start, end, phrase in near_formulas(text)) or None
        for text in TABLE[sentence]
    }
    assert told == TABLE[sentence]
