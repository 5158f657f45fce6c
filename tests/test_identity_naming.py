"""New ids and anchors come from the words, whatever stands around them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.archive.identity.naming import LENGTH, SIGNS, anchors, new_ids
from tests.making import Draft, make_page

WORDS = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=1, max_size=60)


def ids_of(bodies: list[str], taken: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Return the ids of a page whose items have these bodies."""
    page = make_page(
        *(Draft(headline=f"题目{number}", paragraphs=(body,)) for number, body in enumerate(bodies))
    )
    return new_ids(page.source, "p-1", page.items, taken)


@given(st.lists(WORDS, min_size=1, max_size=6))
def test_ids_are_different_and_fit_an_address(bodies: list[str]) -> None:
    ids = ids_of(bodies)
    assert len(set(ids)) == len(bodies)
    assert all(
        id_.startswith("p-1-") and len(id_) == 4 + LENGTH and set(id_[4:]) <= set(SIGNS) for id_ in ids
    )


@given(st.lists(WORDS, min_size=1, max_size=5, unique_by=lambda text: text[:24]), WORDS)
def test_an_item_put_in_above_changes_no_id(bodies: list[str], added: str) -> None:
    if added[:24] not in [body[:24] for body in bodies]:
        assert ids_of([added, *bodies])[1:] == ids_of(bodies)


def test_what_is_mended_behind_the_opening_changes_no_id() -> None:
    opening = "草原深处的党支部一个也不少地走进了牧民的蒙古包里讲党课"
    assert ids_of([f"{opening}，讲了两个钟头。"]) == ids_of([f"{opening}，讲了三个钟头。"])


def test_an_id_that_is_taken_is_not_given_again() -> None:
    first = ids_of(["一段正文。"])
    assert set(ids_of(["一段正文。"], first)).isdisjoint(first)


def test_items_that_open_alike_are_told_apart_by_all_their_words() -> None:
    opening = "开" * 30
    assert ids_of([f"{opening}甲", f"{opening}乙"]) == ids_of([f"{opening}乙", f"{opening}甲"])[::-1]


@given(st.lists(WORDS, max_size=6))
def test_anchors_are_different(paragraphs: list[str]) -> None:
    assert len(set(anchors(paragraphs))) == len(paragraphs)


@pytest.mark.parametrize("texts", [["甲", "甲"], ["……", "……"], [""]])
def test_paragraphs_that_open_alike_have_anchors_of_their_own(texts: list[str]) -> None:
    found = anchors(texts)
    assert len(set(found)) == len(texts)
    assert all(anchor[0] == "p" and anchor[1:].isdecimal() for anchor in found)
