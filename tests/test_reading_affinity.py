"""What speaks for and against two lines of one page standing in one item, piece by piece."""

from __future__ import annotations

from dataclasses import fields, replace
from math import exp, log1p
from typing import Any

import pytest

from generator.reading.assembling.affinity import IMPOSSIBLE, Affinity
from generator.reading.assembling.elements import element
from generator.reading.assembling.weights import WEIGHTS, JoinWeights, LookWeights, Weights
from tests.reading_blocks import make_blocks

NO_JOIN = JoinWeights(**{**{field.name: 0.0 for field in fields(JoinWeights)}, "limit": 1000.0})
NO_LOOK = LookWeights(**{field.name: 0.0 for field in fields(LookWeights)})


def knowing(*rows: dict[str, Any] | None, marked: bool = False, **weights: Any) -> Affinity:
    """Return what is known of a page of these rows, only the given weights being above zero."""
    nothing = {field.name: 0.0 for field in fields(Weights) if field.name not in ("join", "looks")}
    source, blocks = make_blocks(rows)
    known = replace(WEIGHTS, **{**nothing, "join": NO_JOIN, "looks": NO_LOOK, **weights})
    return Affinity([element(block, source) for block in blocks], known, marked=marked)


def sharing(*rows: list[float], **weights: float) -> Affinity:
    """Return what is known of a page whose lines have so much in common."""
    affinity = knowing(*({"paragraph": "渡口开了船"} for _ in rows), **weights)
    affinity.shared = [*rows]
    return affinity


SHARED = ([0.0, 0.1, 0.2, 0.4], [0.1, 0.0, 0.3, 0.5], [0.2, 0.3, 0.0, 0.6], [0.4, 0.5, 0.6, 0.0])


def test_words_in_common_with_headline_and_body_are_weighed() -> None:
    affinity = sharing(*SHARED, words=2.0, rate=3.0, head=1.5, spread=0.5)
    assert affinity.cohesion(3, (0,), (1, 2)) == pytest.approx(2 * (1 - exp(-3 * (1.1 + 0.6) / 3**0.5)))
    assert affinity.cohesion(3, (), (1,)) == pytest.approx(2 * (1 - exp(-3 * 0.5 / 2**0.5)))
    assert affinity.cohesion(3, (0,), ()) == pytest.approx(2 * (1 - exp(-3 * 0.6)))
    assert affinity.cohesion(3, (), ()) == 0


def test_a_headline_adds_to_each_line_of_a_body_as_far_as_it_was_read() -> None:
    affinity = sharing(*SHARED, words=2.0, rate=3.0, head=1.5, spread=0.5)
    with_it = affinity.cohesion(1, (0,), ()) + affinity.cohesion(2, (0,), (1,))
    without = affinity.cohesion(1, (), ()) + affinity.cohesion(2, (), (1,))
    assert affinity.headline(0, (1, 2)) == pytest.approx(with_it - without)
    assert affinity.sequence((0,), (1, 2)) == affinity.sequence((0,), (1, 2)) == pytest.approx(with_it)
    assert affinity.sequence((), (1, 2)) == pytest.approx(without)
    assert affinity.sequence((0,), (1,)) == pytest.approx(affinity.cohesion(1, (0,), ()))


def test_a_finished_item_is_held_together_by_each_line_and_all_others() -> None:
    affinity = sharing(*SHARED, whole_rate=3.0, head=1.5, spread=0.5)

    def held(total: float) -> float:
        return 1 - exp(-3 * total / 2**0.5)

    wanted = held(0.3 + 1.5 * 0.1) + held(0.3 + 1.5 * 0.2)
    assert affinity.whole((0,), (1, 2)) == affinity.whole((0,), (1, 2)) == pytest.approx(wanted)
    assert affinity.whole((), (1, 2)) == pytest.approx(2 * held(0.3))
    assert affinity.whole((), (1,)) == 0


def test_numbers_stand_in_turn() -> None:
    rows = [{"paragraph": text} for text in ("一是渡。", "二是船。", "三要船。", "渡口。", "四要岸。")]
    affinity = knowing(*rows, in_turn=2.0, out_of_turn=-1.0)
    assert affinity.in_turn(1, (3, 0)) == 2
    assert affinity.in_turn(1, (3, 4)) == -1
    assert affinity.in_turn(2, (1,)) == -1
    assert affinity.in_turn(4, (2,)) == 2
    assert affinity.in_turn(0, (1,)) == affinity.in_turn(3, (0,)) == 0


def test_paragraphs_may_begin_with_the_same_words() -> None:
    texts = ["老渡口开船", "老渡口修路", "老渡船", "老渡", "老渡", "老渡口"]
    rows = [{"paragraph": text} for text in texts]
    affinity = knowing(*rows, {"paragraph": "老渡口讯", "lead": []}, {"paragraph": "老渡口"}, parallel=2.0)
    assert affinity.parallel(0, (1,)) == affinity.parallel(1, (0, 2)) == affinity.parallel(7, (5,)) == 2
    assert affinity.parallel(0, ()) == affinity.parallel(0, (2,)) == affinity.parallel(3, (4,)) == 0
    assert affinity.parallel(0, (6,)) == 0
    assert affinity.parallel(0, (0,)) == 0


def test_a_line_begins_a_body_and_a_paragraph_so_well() -> None:
    join = replace(NO_JOIN, never=3.0)
    rows = [{"paragraph": "的船开了"}, {"paragraph": "的船又开", "lead": []}]
    affinity = knowing(*rows, lead=4.0, broken_start=2.0, join=join)
    assert (affinity.start(0), affinity.first(0)) == (-6, -6)
    assert (affinity.start(1), affinity.first(1)) == (-6, -2)


@pytest.mark.parametrize(
    ("above", "line", "plain", "wanted"),
    [
        ({}, {}, True, -6.0),
        ({}, {}, False, -6.0),
        ({"open": 1.0}, {}, True, 3.5),
        ({"open": 0.25}, {}, True, 3.5 / 4 - 6 * 3 / 4),
        ({"open": 1.0}, {}, False, -6.0),
        ({"final": True}, {}, True, -16.0),
        ({}, {"lead": []}, True, -26.0),
        ({"final": True}, {"lead": []}, False, -36.0),
    ],
)
def test_a_line_goes_on_where_another_ends(
    above: dict[str, Any], line: dict[str, Any], plain: bool, wanted: float
) -> None:
    affinity = knowing(
        {"paragraph": "渡口开了船", **above},
        {"paragraph": "的船开了", **line},
        broken_start=2.0,
        after_end=-10.0,
        late_lead=-20.0,
        join=replace(NO_JOIN, never=3.0, base=0.5),
    )
    assert affinity.follows(0, 1, plain=plain) == pytest.approx(wanted)


@pytest.mark.parametrize(
    ("base", "opened", "lead", "joined"),
    [
        (-1.0, 1.0, False, True),
        (-2.0, 1.0, False, False),
        (-2.5, 1.0, False, False),
        (-1.0, 1.0, True, False),
        (-1.0, 0.6, False, True),
        (-1.0, 0.5, False, False),
        (0.5, 0.5, False, True),
        (0.5, 0.1, True, True),
        (0.0, 0.5, False, False),
        (0.5, 0.0, False, False),
    ],
)
def test_two_lines_are_one_paragraph_or_two(base: float, opened: float, lead: bool, joined: bool) -> None:
    row = {"paragraph": "渡船开了", **({"lead": []} if lead else {})}
    affinity = knowing(
        {"paragraph": "渡口开了船", "open": opened}, row, apart=-2.0, join=replace(NO_JOIN, base=base)
    )
    assert affinity.joined(0, 1) is joined


@pytest.mark.parametrize(("base", "loosely"), [(-2.5, True), (-2.0, False), (1.0, False)])
def test_two_lines_are_joined_loosely(base: float, loosely: bool) -> None:
    rows = [{"paragraph": "渡口开了船"}, {"paragraph": "渡船开了"}]
    assert knowing(*rows, loose=-2.0, join=replace(NO_JOIN, base=base)).loosely(0, 1) is loosely


@pytest.mark.parametrize(("never", "within"), [(2.5, False), (3.0, True), (3.5, True)])
def test_a_line_begins_within_a_sentence(never: float, within: bool) -> None:
    affinity = knowing({"paragraph": "的船开了"}, within=3.0, join=replace(NO_JOIN, never=never))
    assert affinity.begins_within(0) is within


def test_a_headline_is_weak_below_a_beginning_that_it_shares_nothing_with() -> None:
    affinity = sharing([0, 0, 0.1, 0], [0, 0, 0, 0], [0.1, 0, 0, 0], [0, 0, 0, 0])
    assert affinity.weakly_titled((1,), (0,))
    assert affinity.weakly_titled((1, 3), (0, 2))
    assert not affinity.weakly_titled((1,), (2,))
    assert not affinity.weakly_titled((2,), (0,))
    assert not affinity.weakly_titled((2,), (1, 0))


CROSSHEADS = {
    "alone": (["渡口开船"], 0.0),
    "one other as long": (["渡口开船", "枣林打井"], 1.0),
    "two others": (["渡口开船", "枣林打井", "北关修灯"], 2.0),
    "three others": (["渡口开船", "枣林打井", "北关修灯", "槐花养蜂"], 2.0),
    "one longer": (["渡口开船", "枣林打水井"], 0.0),
    "parted": (["渡口 开船", "枣林 打井"], 10.0),
    "parted otherwise": (["渡口 开船", "枣林沟 井"], 0.0),
}


@pytest.mark.parametrize("name", CROSSHEADS)
def test_short_lines_of_one_shape_are_crossheads(name: str) -> None:
    texts, worth = CROSSHEADS[name]
    affinity = knowing(
        *({"headline": text} for text in texts), {"paragraph": "四字正文"}, alike=1.0, alike_parted=10.0
    )
    assert affinity.crosshead(0) == affinity.crosshead(0) == worth


SAID = "船老大说渡口开船是喜事。"
AGAIN: dict[str, tuple[list[dict[str, Any]], int, bool]] = {
    "right below": ([{"headline": "渡口开船"}, {"paragraph": SAID}], 0, True),
    "right above": ([{"paragraph": SAID}, {"headline": "渡口开船"}], 1, True),
    "four below": ([{"headline": "渡口开船"}, *[{"paragraph": "岸"}] * 3, {"paragraph": SAID}], 0, True),
    "five below": ([{"headline": "渡口开船"}, *[{"paragraph": "岸"}] * 4, {"paragraph": SAID}], 0, False),
    "four above": ([{"paragraph": SAID}, *[{"paragraph": "岸"}] * 3, {"headline": "渡口开船"}], 4, True),
    "five above": ([{"paragraph": SAID}, *[{"paragraph": "岸"}] * 4, {"headline": "渡口开船"}], 5, False),
    "three characters": ([{"headline": "渡口开"}, {"paragraph": SAID}], 0, False),
    "in a headline": ([{"headline": "渡口开船"}, {"headline": SAID}], 0, False),
    "numbered in a row": ([{"headline": "一、渡"}, {"headline": "二、船"}], 0, True),
    "numbered in a row, the last": ([{"headline": "一、渡"}, {"headline": "二、船"}], 1, True),
    "numbered alone": ([{"headline": "一、渡"}, {"headline": "三、船"}], 0, False),
    "numbered with itself": ([{"headline": "一、渡"}, {"headline": "一、船"}], 0, False),
    "numbered otherwise": ([{"headline": "一、渡"}, {"headline": "二是船"}], 0, False),
    "numbered before a paragraph": ([{"headline": "一、渡"}, {"paragraph": "二、船。"}], 0, False),
    "not numbered": ([{"headline": "渡"}, {"headline": "二、船"}], 0, False),
    **{
        f"a name in {mark}": ([{"headline": f"{mark}渡口开船"}, {"paragraph": f"看{mark}渡口开船"}], 0, False)
        for mark in "“”《》"
    },
}


@pytest.mark.parametrize("name", AGAIN)
def test_a_line_said_over_again_or_counted_is_no_piece_of_a_sentence(name: str) -> None:
    rows, line, alone = AGAIN[name]
    affinity = knowing(*rows, {"byline": "林禾"}, quoted=3.0, unsigned=2.0, signing=0.5)
    assert affinity.crosshead(line) == (3.0 if alone else 0.0)
    assert affinity.unsigned(line) == (2.0 * affinity.signing if alone else 0.0)
    assert affinity.title(line)[0] == pytest.approx(-log1p(exp(-(3.0 if alone else 0.0))))


@pytest.mark.parametrize(
    ("rows", "signing"),
    [
        ([{"headline": "渡"}, {"paragraph": "岸"}], 0.0),
        ([{"byline": "林禾"}, {"paragraph": "岸"}], 0.0),
        ([{"headline": "渡"}, {"byline": "林禾"}, {"headline": "船"}], 0.5),
        ([{"headline": "渡"}, {"headline": "船"}, {"headline": "灯"}, {"byline": "林禾"}], 0.4),
        ([{"headline": "渡"}, {"byline": "林禾"}, {"byline": "高岩"}], 1.0),
        ([{"headline": "渡"}, {"headline": "船"}, {"paragraph": "岸", "lead": ["林禾"]}], 0.5),
        ([{"headline": "渡"}, {"headline": "船"}, {"paragraph": "岸", "lead": []}], 0.0),
        ([{"headline": "渡"}, {"headline": "船"}, {"paragraph": "岸", "closing": ["林禾"]}], 0.5),
    ],
)
def test_a_page_signs_its_articles_so_far(rows: list[dict[str, Any]], signing: float) -> None:
    assert knowing(*rows, signing=0.4).signing == pytest.approx(signing)


TITLES: dict[str, tuple[list[dict[str, Any]], int, bool, float]] = {
    "by its looks": ([{"headline": "渡口"}], 0, False, 1.0),
    "where others are marked": ([{"headline": "渡口"}], 0, True, -1.0),
    "over a byline": ([{"headline": "渡口"}, {"byline": "林禾"}], 0, False, 5.0),
    "over a lead": ([{"headline": "渡口"}, {"paragraph": "岸", "lead": []}], 0, False, 5.0),
    "over a paragraph": ([{"headline": "渡口"}, {"paragraph": "岸"}], 0, False, 1.0),
    "under a byline": ([{"byline": "林禾"}, {"headline": "渡口"}], 1, False, -2.0),
    "under a paragraph": ([{"paragraph": "岸"}, {"headline": "渡口"}], 1, False, 1.0),
    "with a byline at the end of the page": (
        [{"headline": "渡口"}, {"paragraph": "岸"}, {"byline": "林禾"}],
        0,
        False,
        1.0,
    ),
}


def odds(score: float) -> tuple[Any, Any]:
    """Return how surely a line is a headline, and how surely it is none, in nats."""
    return pytest.approx(-log1p(exp(-score))), pytest.approx(-log1p(exp(score)))


@pytest.mark.parametrize("name", TITLES)
def test_a_short_line_is_a_headline_by_what_stands_around_it(name: str) -> None:
    rows, line, marked, score = TITLES[name]
    affinity = knowing(
        *rows,
        marked=marked,
        unmarked=2.0,
        over_byline=4.0,
        under_byline=-3.0,
        looks=replace(NO_LOOK, base=1.0),
    )
    assert affinity.title(line) == affinity.title(line) == odds(score)


@pytest.mark.parametrize(
    ("base", "score"), [(-20, -9), (-9.5, -9), (-8.5, -8.5), (7.5, 7.5), (8.5, 8), (20, 8)]
)
def test_no_headline_is_surer_than_a_limit(base: float, score: float) -> None:
    assert knowing({"headline": "渡口"}, looks=replace(NO_LOOK, base=base)).title(0) == odds(score)


@pytest.mark.parametrize("rule", ["heading", "correction"])
def test_a_headline_that_is_marked_or_stated_is_one(rule: str) -> None:
    assert knowing({"headline": "渡口", "rule": rule}).title(0) == (0.0, IMPOSSIBLE) == (0.0, -99.0)


INDENTED = {"paragraph": "渡船开了", "blanks": "  "}
FLUSH = {"paragraph": "渡船来了"}


@pytest.mark.parametrize(
    ("rows", "starts"),
    [
        ([INDENTED, INDENTED, FLUSH], [-1, -1, 2]),
        ([INDENTED, FLUSH], [0, 0]),
        ([FLUSH, FLUSH, INDENTED], [0, 0, 0]),
        (
            [{"headline": "渡口开"}, INDENTED, {"headline": "枣林井", "blanks": "  "}, FLUSH, FLUSH],
            [0, 0, 0, 0, 0],
        ),
        ([{"headline": "渡口开"}, INDENTED], [2, -1]),
        ([{"paragraph": "一是船来"}, {"paragraph": "二是渡开"}, {"paragraph": "四是岸来"}], [-8, -8, 0]),
        ([{"paragraph": "三要船来"}, {"paragraph": "二是渡开"}], [0, 0]),
    ],
)
def test_blanks_and_numbers_say_where_paragraphs_begin(
    rows: list[dict[str, Any]], starts: list[float]
) -> None:
    affinity = knowing(*rows, broken_start=1.0, join=replace(NO_JOIN, indented=-1.0, flush=2.0, counted=-8.0))
    assert [-affinity.start(line) for line in range(len(rows))] == starts
