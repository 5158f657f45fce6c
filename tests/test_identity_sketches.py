"""A sketch tells how much of a text another holds, and survives being written down."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.archive.identity.sketches import KEPT, RUN, Sketch, Sought, grams, letters, share_in, sketch

HANZI = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=1, max_size=400)


def share(first: str, second: str) -> float:
    """Return how much of the first text the second holds, as told by the first's sketch."""
    return share_in(sketch(first).hashes, grams(second))


@given(HANZI)
def test_what_is_packed_is_unpacked(text: str) -> None:
    made = sketch(text)
    assert Sketch.unpacked(made.size, made.packed()) == made


@given(HANZI.filter(lambda text: len(text) >= RUN), HANZI)
def test_a_text_is_wholly_in_any_text_that_goes_on_with_it(text: str, more: str) -> None:
    assert share(text, text + more) == 1.0


@given(HANZI)
def test_signs_blanks_and_width_say_nothing(text: str) -> None:
    assert sketch("“" + "，".join(text) + "” １") == sketch(text + "1")


def test_half_of_a_text_is_about_half() -> None:
    text = "".join(chr(0x4E00 + (7 * number) % 5000) for number in range(1000))
    assert 0.3 < share(text, text[:500]) < 0.7
    assert share(text, "与此全然无关的另外一段话，说的是别的事情。" * 9) < 0.1


@pytest.mark.parametrize("word", ["AA==", "not base64!", "AAAA" * (2 * KEPT)])
def test_a_word_that_holds_no_sketch_is_refused(word: str) -> None:
    with pytest.raises(ValueError, match=r"sketch|base64|character"):
        Sketch.unpacked(999, word)


def test_a_text_without_letters_is_told_by_its_signs() -> None:
    assert letters("……") == ""
    assert sketch("……") != sketch("——")


@given(st.lists(HANZI, min_size=1, max_size=6), HANZI)
def test_many_sketches_are_found_as_each_by_itself(texts: list[str], other: str) -> None:
    sought = Sought({str(number): sketch(text).hashes for number, text in enumerate(texts)})
    found = dict(sought.in_text(grams(other + texts[0])))
    alone = {str(number): share(text, other + texts[0]) for number, text in enumerate(texts)}
    assert found == {name: value for name, value in alone.items() if value}
