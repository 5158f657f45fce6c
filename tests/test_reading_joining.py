"""What each thing that is seen at a seam counts: the beginning of a line, and how two lines fit."""

from __future__ import annotations

from dataclasses import fields, replace
from math import log
from pathlib import Path

import pytest
import yaml

from generator.reading.assembling.joining import OPENING_WORDS, Joins, Seams
from generator.reading.assembling.weights import WEIGHTS, JoinWeights

WORDS = yaml.safe_load(
    (Path(__file__).parent / "cases" / "assembling_parts" / "openings.yml").read_text("utf-8")
)
NOTHING = JoinWeights(**{**{field.name: 0.0 for field in fields(JoinWeights)}, "limit": 1000.0})
BEGINS = JoinWeights(
    **{
        field.name: 2.0**place if field.name != "limit" else WEIGHTS.join.limit
        for place, field in enumerate(fields(JoinWeights))
    }
)


def begins(line: str) -> set[str]:
    """Return the weights that count for a line's beginning."""
    worth = Seams([line], weights=BEGINS).start_features(0)[0]
    return {
        field.name
        for field in fields(JoinWeights)
        if field.name != "limit" and int(worth) & int(getattr(BEGINS, field.name))
    }


LONG = "青沙河渡口开船两岸通行"
WANTED = [
    *((mark, {"closer"}) for mark in WORDS["closers"] + WORDS["stops"]),
    *((mark, {"never"}) for mark in WORDS["never"]),
    *((mark, {"inside"}) for mark in WORDS["inside"] if mark not in WORDS["never"]),
    *((mark, {"opening"}) for mark in WORDS["opening"] if mark not in WORDS["inside"]),
    *(
        (word, {"opening"})
        for word in WORDS["words"].split()
        if word[0] not in WORDS["inside"] + WORDS["opening"]
    ),
    *((other, set()) for other in "渡口船岸青沙(一人他有"),
]


@pytest.mark.parametrize(("opening", "wanted"), WANTED)
def test_a_line_begins_as_its_first_characters_say(opening: str, wanted: set[str]) -> None:
    assert begins(opening + LONG) == wanted


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("", set()),
        ("青沙河”渡口", {"stray"}),
        ("的船”开", {"stray", "never"}),
        ("渡船开青沙河了。", {"brief"}),
        ("渡船开过青沙河了。", {"brief"}),
        ("渡船今天开过了青沙河两岸。", {"brief"}),
        ("渡船今天又开过了青沙河两岸。", {"brief"}),
        ("渡船今天又开过了青沙河的两岸。", set()),
        ("渡船开了", set()),
        ("今渡船开了。", {"opening", "brief"}),
    ],
)
def test_short_sentences_and_stray_closers_are_seen(line: str, wanted: set[str]) -> None:
    assert begins(line) == wanted


def test_what_else_speaks_for_a_beginning_is_added() -> None:
    seams = Seams(["的船" + LONG, LONG], [0.25, -0.5], replace(NOTHING, never=1.0))
    assert (seams.start_features(0)[0], seams.start_features(1)[0]) == (1.25, -0.5)


def seam(above: str, line: str, *others: str, **weights: float) -> float:
    """Return what page and marks say of a seam, with these weights and no others."""
    return Seams([above, line, *others], weights=replace(NOTHING, **weights)).seam_features(0, 1)[0]


@pytest.mark.parametrize(
    ("above", "line", "weight", "worth"),
    [
        ("青“沙", "河”渡", "paid", 1),
        ("青“沙", "河渡", "paid", 0),
        ("青“沙", "河渡", "owed", 1),
        ("青“沙", "河”渡", "owed", 0),
        ("青沙", "河渡", "owed", 0),
        ("青沙", "河”渡", "unowed", 1),
        ("青沙", "河渡", "unowed", 0),
        ("青“沙", "河”渡", "unowed", 0),
    ],
)
def test_quotations_are_paid_or_owed(above: str, line: str, weight: str, worth: float) -> None:
    assert seam(above, line, **{weight: 1.0}) == worth


@pytest.mark.parametrize(
    ("others", "triple"),
    [
        ([], 0),
        (["x沙河渡"], 1),
        (["青沙河x"], 1),
        (["青沙河渡"], 2),
        (["青沙河渡", "青沙河渡"], 2),
        (["青沙河x", "青沙河y", "青沙河z"], 2),
        (["沙河"], 0),
    ],
)
def test_strings_over_the_seam_are_looked_for_elsewhere(others: list[str], triple: int) -> None:
    assert seam("岸青沙", "河渡船", *others, triple=1.0) == triple


@pytest.mark.parametrize("lines", [("沙", "河渡船"), ("岸青沙", "河"), ("沙", "河")])
def test_a_line_of_one_character_says_nothing_of_longer_strings(lines: tuple[str, str]) -> None:
    assert seam(*lines, "沙河", "沙河", triple=1.0) == 0


def test_characters_side_by_side_elsewhere_count_against_chance() -> None:
    lines = ["青沙", "河渡", "沙河沙河"]
    length = len("\n".join(lines))
    chance = 3 * 3 / length
    assert seam(*lines, pair=1.0) == pytest.approx(log((2 + 0.3) / (chance + 0.6)))
    assert seam(*lines, pair=2.0) == pytest.approx(2 * log((2 + 0.3) / (chance + 0.6)))


@pytest.mark.parametrize(("bias", "worth"), [(-9, -4), (-4, -4), (-1, -1), (2.5, 2.5), (4, 4), (9, 4)])
def test_a_beginning_counts_at_a_seam_within_bounds(bias: float, worth: float) -> None:
    assert Seams(["青沙", "河渡"], [0.0, bias], NOTHING).seam_features(0, 1)[1] == worth


@pytest.mark.parametrize("bias", [-99.0, 0.0, 99.0])
def test_no_seam_says_more_than_the_limit(bias: float) -> None:
    joins = Joins(["青沙", "河渡"], [0.0, bias], replace(WEIGHTS.join, limit=0.5))
    assert -0.5 <= joins.score(0, 1) <= 0.5


def test_the_score_of_a_pair_is_the_same_when_asked_again() -> None:
    joins = Joins(["青沙", "河渡", "船岸"])
    assert [joins.score(0, 1), joins.score(0, 2)] == [joins.score(0, 1), joins.score(0, 2)]


def test_characters_that_newspapers_print_side_by_side_make_a_seam() -> None:
    seams = Seams(["他去了北", "京开会", "渡船开"])
    assert seams.seam_features(0, 1)[2] > 3 > 0 >= seams.seam_features(0, 2)[2]


def test_what_newspapers_open_paragraphs_with_opens_one() -> None:
    joins = Joins(["近日,渡口开了船", "些渡口开了船"])
    assert joins.start(0) < 0 < joins.start(1)


def test_no_other_words_open_a_sentence() -> None:
    assert sorted(WORDS["words"].split()) == sorted(OPENING_WORDS)
