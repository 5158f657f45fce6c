"""Traditional and full-width pages are recognised as simplified ones, and shown as they are printed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.sidecar import Sidecar
from generator.reading.folding import folded
from generator.reading.reading import read
from tests.reading_pages import make_source, make_taxonomy

PAGE = [
    "一口機井解了棗林溝的渴",
    "□本報記者 陳禾苗",
    "五月的棗林溝,剛打成的機井噴出清水,村民都來看。",
    "井水接進了每一戶的院子。",
]


def test_names_and_their_titles_stay_as_they_are_printed() -> None:
    (byline,) = read(make_source(PAGE), Sidecar.empty(), make_taxonomy({})).items[0].bylines
    assert (byline.contributor.name, byline.contributor.title) == ("陳禾苗", "本報記者")


def test_headline_and_body_stay_as_they_are_printed() -> None:
    (item,) = read(make_source(PAGE), Sidecar.empty(), make_taxonomy({})).items
    assert item.headline is not None
    assert [item.headline.text, item.text] == [PAGE[0], "\n".join(PAGE[2:])]


def test_full_width_figures_are_read_as_figures() -> None:
    page = read(make_source(["２０２４年５月６日 星期一 第５版", *PAGE]), Sidecar.empty(), make_taxonomy({}))
    assert [block.line for block in page.furniture] == [1]


@pytest.mark.parametrize("text", ["本报讯，（记者）", "", "123 abc", "“‘”"])
def test_what_is_plain_is_left_alone(text: str) -> None:
    assert folded(text) == text


@given(st.text())
def test_a_folded_text_is_as_long_as_the_source(text: str) -> None:
    assert len(folded(text)) == len(text)
