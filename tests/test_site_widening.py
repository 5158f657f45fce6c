"""Half-width punctuation is shown wide, and stays what it is."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.site.widening import has_narrow, widened


def signs(text: str, before: str = "") -> str:
    """Return the signs that are shown wide."""
    return "".join(re.findall(r'data-as="(.)"', widened(text, before)))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("雪停了,人来了;都好!", "，；！"),
        ("真的?真的:真的(记者 林禾)。", "？：（）"),
        ("有2,000人,12:30到的", "，"),
        ("增长30%,再增长", "，"),
        ("a, b; c", ""),
        ("“来!”", "！"),
        ("http://a.b/?c", ""),
        ("停了，人来了。", ""),
    ],
)
def test_a_narrow_sign_beside_a_chinese_one_is_shown_wide(text: str, shown: str) -> None:
    assert signs(text) == shown
    assert has_narrow(text) == bool(shown)


def test_what_stands_before_a_stretch_counts() -> None:
    assert (signs(",a"), signs(",a", "雪"), signs(",a", "雪1")) == ("", "，", "")


@given(text=st.text(st.sampled_from("雪a1,;:?!()“”，<&{ ")), before=st.sampled_from(["", "雪", "a"]))
def test_the_words_themselves_do_not_change(text: str, before: str) -> None:
    assert unescape(re.sub(r"<[^>]*>", "", widened(text, before))) == text
