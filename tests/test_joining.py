"""How well one line goes on where another breaks off."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.reading.assembling.joining import Joins
from generator.reading.grammar.sentences import open_quotes, stray_closer
from tests.reading_pages import ARTICLES

LINES = [paragraph for article in ARTICLES.values() for paragraph in article[1:]]


@pytest.mark.parametrize("text", ["他说:“井水甜", "水务站(在坡后", "读《青沙河志"])
def test_a_quotation_or_bracket_left_open_is_seen(text: str) -> None:
    assert open_quotes(text)
    assert not open_quotes(text + "”)》")


@pytest.mark.parametrize(
    ("text", "stray"),
    [
        ("甜。”葛大山说", True),
        ("(一)查漏", False),
        ("1)查漏", False),
        ("三)查漏", False),
        ("“甜。”他说", False),
    ],
)
def test_a_closer_without_its_opener_is_seen(text: str, stray: bool) -> None:
    assert stray_closer(text) is stray


def test_the_right_half_goes_on_better_than_another_article() -> None:
    at = LINES[1].index("站站长")
    first, second = LINES[1][:at], LINES[1][at:]
    joins = Joins([first, second, *LINES[2:]])
    assert joins.score(0, 1) > max(joins.score(0, line) for line in range(10, len(LINES)))


def test_an_open_quotation_asks_for_its_end() -> None:
    joins = Joins(["村民说:“枣林沟盼这口", "机井盼了三十年。”大家笑了", "机井打在老枣树旁边,大家笑了"])
    assert joins.score(0, 1) > joins.score(0, 2)


def test_a_line_that_begins_within_a_sentence_is_seen() -> None:
    joins = Joins(["的办法传开了。", "近日,渡口开了船。", ",渡口开了船。", "渡口开了船。"])
    assert min(joins.start(2), joins.start(0)) > joins.start(3) > joins.start(1)


@given(st.lists(st.text(min_size=1, max_size=12), min_size=2, max_size=5))
def test_every_pair_has_a_bounded_score(lines: list[str]) -> None:
    joins = Joins(lines)
    assert all(
        -6 <= joins.score(above, line) <= 6 for above in range(len(lines)) for line in range(len(lines))
    )
