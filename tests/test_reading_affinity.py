"""What speaks for and against two lines of one page standing in one item, piece by piece."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from math import exp, log1p
from typing import Any

import pytest

from generator.reading.assembling.affinity import IMPOSSIBLE, Affinity
from generator.reading.assembling.elements import element
from generator.reading.assembling.weights import WEIGHTS, JoinWeights, Weights
from tests.reading_blocks import make_blocks

NO_JOIN = JoinWeights(**{**{field.name: 0.0 for field in fields(JoinWeights)}, "limit": 1000.0})


def knowing(*rows: dict[str, Any] | None, marked: bool = False, **weights: Any) -> Affinity:
    """Return what is known of a page of these rows, only the given weights being above zero."""
    nothing = {field.name: 0.0 for field in fields(Weights) if field.name != "join"}
    source, blocks = make_blocks(rows)
    known = replace(WEIGHTS, **{**nothing, "join": NO_JOIN, **weights})
    return Affinity([element(block, source) for block in blocks], known, marked=marked)


@dataclass
class Known:
    """Stands for the seams of a page: what each line's beginning and each pair of lines is worth."""

    begins: float = 0.0
    fits: float = 0.0

    def start(self, line: int) -> float:
        return self.begins

    def score(self, above: int, line: int) -> float:
        return self.fits


def seamed(*rows: dict[str, Any], begins: float = 0.0, fits: float = 0.0, **weights: float) -> Affinity:
    """Return what is known of a page whose seams are worth so much."""
    affinity = knowing(*rows, **weights)
    affinity.joins = Known(begins, fits)  # type: ignore[assignment]
    return affinity


WELL, PLAY = (
    ("一口机井解了枣林沟的渴", "枣林沟的机井打了四十天,钻井队在坡后找到了水脉。"),
    "口风琴队在马鞍坡小学的教室里排练合奏,老师教孩子认简谱。",
)
MIXED = [
    {"headline": WELL[0]},
    {"paragraph": WELL[1]},
    {"paragraph": "枣林沟的村民说,机井通了电,钻井队还要给枣园铺滴灌,把水脉引到坡上。"},
    {"paragraph": PLAY},
    {"paragraph": "合奏比赛在城里举行,口风琴队的孩子跟着老师练简谱,教室的灯亮到很晚。"},
]


def test_a_line_is_more_at_home_in_its_own_article() -> None:
    affinity = knowing(*MIXED, words=1.0, limit=20.0)
    assert affinity.cohesion(2, (0,), (1,)) > 0 > affinity.cohesion(4, (0,), (1,))
    assert affinity.cohesion(4, (), (3,)) > affinity.cohesion(2, (), (3,))


def test_nothing_is_said_of_an_item_without_lines_and_no_more_than_the_limit() -> None:
    assert knowing(*MIXED, words=1.0, limit=20.0).cohesion(2, (), ()) == 0
    affinity = knowing(*MIXED, words=1.0, limit=0.25)
    assert [affinity.cohesion(2, (0,), (1,)), affinity.cohesion(4, (0,), (1,))] == [0.25, -0.25]


def test_a_short_line_says_less() -> None:
    rows = [*MIXED, {"paragraph": "枣林沟机井"}]
    affinity = knowing(*rows, words=1.0, limit=20.0)
    said, trusted = affinity.belonging.odds(5, (0,), (1,)), affinity.cohesion(5, (0,), (1,))
    assert 0 < trusted <= said * 9 / 24


def test_a_headline_adds_to_each_line_of_a_body_as_far_as_it_was_read() -> None:
    affinity = knowing(*MIXED, words=1.0, limit=20.0)
    with_it = affinity.cohesion(1, (0,), ()) + affinity.cohesion(2, (0,), (1,))
    without = affinity.cohesion(1, (), ()) + affinity.cohesion(2, (), (1,))
    assert affinity.headline(0, (1, 2)) == affinity.headline(0, (1, 2)) == pytest.approx(with_it - without)
    assert affinity.sequence((0,), (1, 2)) == affinity.sequence((0,), (1, 2)) == pytest.approx(with_it)
    assert affinity.sequence((), (1, 2)) == pytest.approx(without)


def test_a_finished_item_is_held_together_by_each_line_and_all_others() -> None:
    affinity = knowing(*MIXED, words=1.0, limit=20.0)
    wanted = affinity.cohesion(1, (0,), (2,)) + affinity.cohesion(2, (0,), (1,))
    assert affinity.whole((0,), (1, 2)) == affinity.whole((0,), (1, 2)) == pytest.approx(wanted)
    assert affinity.whole((), (1,)) == 0


def test_pages_run_through_each_other_or_go_on_right_below() -> None:
    cut = "钻井队在坡后找到了水脉,机井就定在老枣"
    calm = knowing(*[{"paragraph": cut, "open": 1.0}, {"paragraph": "树旁边,水清。"}] * 6)
    calm.joins = Known(fits=5.0)  # type: ignore[assignment]
    assert calm._manner()[0] == 0 < calm._manner()[1]
    mixed = knowing(*[{"paragraph": cut, "open": 1.0}, {"paragraph": "树旁边,水清。"}] * 6)
    mixed.joins = Further()  # type: ignore[assignment]
    assert mixed._manner() == (1.0, 0.0)


@pytest.mark.parametrize(
    ("whole", "cut", "intact"),
    [(0, 0, 0.0), (1, 0, 0.15), (20, 0, 1 - 0.85**20), (38, 2, 0.3), (18, 2, 0.0), (0, 4, 0.0)],
)
def test_a_page_of_many_whole_paragraphs_has_no_cut_ones(whole: int, cut: int, intact: float) -> None:
    rows = [{"paragraph": "水清。"}] * whole + [{"paragraph": "水", "open": 1.0}] * cut
    assert knowing(*rows, {"headline": "渡", "open": 1.0}).intact == pytest.approx(intact, abs=0.04)


class Further:
    """Stands for seams where each line goes on two lines further down."""

    def score(self, above: int, line: int) -> float:
        return 6.0 if line > above + 1 else -6.0


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
    rows = [{"paragraph": "的船开了"}, {"paragraph": "的船又开", "lead": []}]
    affinity = seamed(*rows, begins=3.0, lead=4.0, broken_start=2.0)
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
    affinity = seamed(
        {"paragraph": "渡口开了船", **above},
        {"paragraph": "的船开了", **line},
        begins=3.0,
        fits=3.5,
        broken_start=2.0,
        after_end=-10.0,
        late_lead=-20.0,
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
    affinity = seamed({"paragraph": "渡口开了船", "open": opened}, row, apart=-2.0, fits=base)
    assert affinity.joined(0, 1) is joined


@pytest.mark.parametrize(("base", "loosely"), [(-2.5, True), (-2.0, False), (1.0, False)])
def test_two_lines_are_joined_loosely(base: float, loosely: bool) -> None:
    rows = [{"paragraph": "渡口开了船"}, {"paragraph": "渡船开了"}]
    assert seamed(*rows, loose=-2.0, fits=base).loosely(0, 1) is loosely


@pytest.mark.parametrize(("begins", "within"), [(2.5, False), (3.0, True), (3.5, True)])
def test_a_line_begins_within_a_sentence(begins: float, within: bool) -> None:
    affinity = seamed({"paragraph": "的船开了"}, within=3.0, begins=begins)
    assert affinity.begins_within(0) is within


def test_a_headline_is_weak_below_a_beginning_that_it_shares_nothing_with() -> None:
    affinity = knowing(*({"paragraph": "渡口开了船"} for _ in range(4)))
    affinity.belonging.words = [[0, 0, 0.1, 0], [0, 0, 0, 0], [0.1, 0, 0, 0], [0, 0, 0, 0]]
    assert affinity.weakly_titled((1,), (0,))
    assert affinity.weakly_titled((1, 3), (0, 2))
    assert not affinity.weakly_titled((1,), (2,))
    assert not affinity.weakly_titled((2,), (0,))
    assert not affinity.weakly_titled((2,), (1, 0))


CROSSHEADS = {
    "alone": (["渡口开船"], 0.0),
    "not parted": (["渡口开船", "枣林打井"], 0.0),
    "parted": (["渡口 开船", "枣林 打井"], 10.0),
    "two others": (["渡口 开船", "枣林 打井", "北关 修灯"], 20.0),
    "three others": (["渡口 开船", "枣林 打井", "北关 修灯", "槐花 养蜂"], 20.0),
    "one longer": (["渡口 开船", "枣林 打水井"], 0.0),
    "parted otherwise": (["渡口 开船", "枣林沟 井"], 0.0),
}


@pytest.mark.parametrize("name", CROSSHEADS)
def test_short_lines_of_one_shape_are_crossheads(name: str) -> None:
    texts, worth = CROSSHEADS[name]
    affinity = knowing(*({"headline": text} for text in texts), {"paragraph": "四字正文"}, alike_parted=10.0)
    assert affinity.crosshead(0) == affinity.crosshead(0) == worth


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


@pytest.mark.parametrize(
    ("names", "marked", "habit"),
    [(0, False, 0.0), (1, False, 0.5), (2, False, 1.0), (4, False, 1.0), (1, True, 1.0)],
)
def test_a_page_signs_as_a_habit_where_every_second_short_line_has_a_name(
    names: int, marked: bool, habit: float
) -> None:
    rows: list[dict[str, Any]] = [
        {"headline": "渡", "rule": "heading"},
        *({"headline": "船"} for _ in range(3)),
    ]
    rows += [{"byline": "林禾"}] * names
    assert knowing(*rows, marked=marked).habit == habit


def test_only_a_headline_lacks_a_mark() -> None:
    rows = [{"headline": "渡口"}, {"headline": "船", "rule": "heading"}]
    for marked in (False, True):
        affinity = knowing(*rows, marked=marked, unmarked=2.0, looks=1.0)
        affinity.looks = lambda line: 1.0  # type: ignore[method-assign]
        assert affinity.title(0)[0] + affinity.crosshead(0) == pytest.approx(-log1p(exp(-1.0)))
        assert affinity.crosshead(1) == 0


@pytest.mark.parametrize(
    ("rows", "surely"),
    [
        ([{"headline": "渡口"}, {"byline": "林禾"}], True),
        ([{"headline": "渡口"}, {"paragraph": "岸", "lead": []}], False),
        ([{"headline": "渡口"}, {"paragraph": "岸"}, {"byline": "林禾"}], False),
        ([{"headline": "渡口(图片)"}, {"paragraph": "岸"}], True),
        ([{"headline": "渡口(附图片3张)"}], True),
        ([{"headline": "(图片)渡口"}], False),
        ([{"headline": "渡口(上)"}], False),
    ],
)
def test_a_headline_is_known_by_its_name_or_its_pictures(rows: list[dict[str, Any]], surely: bool) -> None:
    assert knowing(*rows).heads_surely(0) is surely


def test_a_paragraph_opens_an_article_as_far_as_the_page_was_not_cut() -> None:
    rows = [{"paragraph": "本报讯 渡口日前开船。", "lead": []}, {"paragraph": "此外,他们还修了路。"}]
    affinity = knowing(*rows, opens=0.5)
    assert affinity.opening(0) > 0 > affinity.opening(1)
    assert affinity.opens(0) == affinity.first(0) == pytest.approx(affinity.opening(0) / 2 * affinity.intact)
    assert 0 < affinity.intact < 1


TITLES: dict[str, tuple[list[dict[str, Any]], int, bool, float]] = {
    "by its looks": ([{"headline": "渡口"}], 0, False, 1.0),
    "where others are marked": ([{"headline": "渡口"}], 0, True, -1.0),
    "over a byline": ([{"headline": "渡口"}, {"byline": "林禾"}], 0, False, 5.0),
    "over a lead": ([{"headline": "渡口"}, {"paragraph": "岸", "lead": []}], 0, False, 5.0),
    "over a paragraph": ([{"headline": "渡口"}, {"paragraph": "岸"}], 0, False, 1.0),
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
    affinity = knowing(*rows, marked=marked, unmarked=2.0, over_byline=4.0, looks=1.0)
    affinity.looks = lambda line: 1.0  # type: ignore[method-assign]
    assert affinity.title(line) == affinity.title(line) == odds(score)


@pytest.mark.parametrize(
    ("looks", "score"), [(-20, -9), (-9.5, -9), (-8.5, -8.5), (7.5, 7.5), (8.5, 8), (20, 8)]
)
def test_no_headline_is_surer_than_a_limit(looks: float, score: float) -> None:
    affinity = knowing({"headline": "渡口"}, looks=0.5)
    affinity.looks = lambda line: 2 * looks  # type: ignore[method-assign]
    assert affinity.title(0) == odds(score)


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
    affinity = knowing(*rows, join=replace(NO_JOIN, indented=-1.0, flush=2.0, counted=-8.0))
    assert [affinity.joins.seams.start_features(line)[0] for line in range(len(rows))] == starts
