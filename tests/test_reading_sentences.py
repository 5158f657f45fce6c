"""Whole sentences and broken ones, by their stops, quotation marks and brackets."""

from __future__ import annotations

import pytest

from generator.reading.grammar.sentences import CLOSED, END, open_quotes, openness, stray_closer

STOPS = "。！？!?…；;"
CLOSERS = "”’」』）)】》"
PAIRS = ["“”", "（）", "()", "《》", "‘’", "【】"]


@pytest.mark.parametrize("stop", STOPS)
def test_a_stop_closes_a_sentence_with_any_closers_behind_it(stop: str) -> None:
    for closers in ("", *CLOSERS, CLOSERS):
        assert END.search(f"水满了{stop}{closers}")
        assert openness(f"水满了{stop}{closers}") == 0.0
    assert not END.search(f"水满了{stop}水")


@pytest.mark.parametrize("stop", "，,、：:—水")
def test_other_signs_close_no_sentence(stop: str) -> None:
    assert not END.search(f"水满了{stop}")
    assert not END.search(f"水满了{stop}”")


@pytest.mark.parametrize(
    ("text", "open_by"),
    [
        ("水满了——", 0.0),
        ("水满了:", 0.0),
        ("水满了：", 0.0),
        ("水满了:”", 0.0),
        ("水满了。》", 0.0),
        ("水满了。』", 0.0),
        ("水满了。(林禾)", 0.0),
        ("水满了！（林禾）", 0.0),
        ("水满了”(林禾)", 0.0),
        ("水满了…(林禾)", 0.0),
        ("水满了。(" + "井" * 40 + ")", 0.0),
        ("水满了。(" + "井" * 41 + ")", 0.4),
        ("水满了。(井)", 0.4),
        ("水满了(林禾)", 0.4),
        ("水满了”", 0.4),
        ("水满了’", 0.4),
        ("水满了）", 0.4),
        ("水满了)", 0.4),
        ("水满了】", 0.4),
        ("水满了》", 1.0),
        ("水满了」", 1.0),
        ("水满了", 1.0),
        ("水满了—", 1.0),
        ("水满了，", 1.0),
        ("“水满了。", 0.0),
        ("“水满了:", 0.0),
        ("“水满了（水）", 1.0),
        ("“水满了。（林禾）", 1.0),
        ("“水满了。）", 1.0),
        ("“水满了”", 0.4),
    ],
)
def test_a_text_is_open_by_how_it_ends(text: str, open_by: float) -> None:
    assert openness(text) == open_by


@pytest.mark.parametrize("stop", "。！？!?…：:；;")
def test_a_sentence_within_an_open_quotation_is_whole(stop: str) -> None:
    assert openness(f"“水满了{stop}") == 0.0


@pytest.mark.parametrize("pair", PAIRS)
def test_quotations_and_brackets_come_in_pairs(pair: str) -> None:
    left, right = pair
    assert open_quotes(f"水{left}满了")
    assert open_quotes(f"{left}水{right}满{left}了")
    assert not open_quotes(f"水{left}满{right}了")
    assert not open_quotes(f"水{right}满了")
    assert stray_closer(f"水满{right}了")
    assert stray_closer(f"{right}水满了")
    assert stray_closer(f"水{right}满{left}了{right}")
    assert not stray_closer(f"{left}水{right}满了")
    assert not stray_closer(f"水{left}满{right}了")
    assert not stray_closer(f"水{left}满了")


@pytest.mark.parametrize("number", ["1", "12", "123", "三", "十二", "二十一", "一", "十", "0"])
def test_a_bracket_behind_a_number_counts(number: str) -> None:
    assert not stray_closer(f"{number})水满了")


@pytest.mark.parametrize("number", ["1234", "二十一三", "1.", "水1"])
def test_a_bracket_behind_anything_else_is_stray(number: str) -> None:
    assert stray_closer(f"{number})水满了")


def test_a_short_line_that_may_be_whole() -> None:
    assert all(
        CLOSED.search(f"水满了{end}") for end in [*STOPS, ":", "：", *"”’）)】", "。」", "：』", "!》"]
    )
    assert not any(CLOSED.search(f"水满了{end}") for end in [*"，,、—」』》(水", "。水"])
