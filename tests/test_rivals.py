"""What the reading that comes second would do with a line, in words and as a correction."""

from __future__ import annotations

import pytest

from generator.model import Alternative, Role
from generator.model.sidecar import Sidecar
from generator.reading.assembling.beam import Slot, State
from generator.reading.assembling.elements import Element, element
from generator.reading.assembling.rivals import Rival, rival_of
from generator.reading.recognising import recognise
from tests.reading_blocks import make_blocks
from tests.reading_pages import make_source, make_taxonomy

OWN = Slot(heads=(0,), body=(1, 2, 3), subheads=(2,))
NEXT = Slot(heads=(4,), body=(5,))


def elements() -> list[Element]:
    """Return a headline, two paragraphs with a short line between, another headline and its paragraph."""
    source = make_source(["@井", "@井.1", "水从坡后来", "@井.2", "@渡", "@渡.1"])
    return [element(block, source) for block in recognise(source, make_taxonomy({}), Sidecar.empty())]


@pytest.mark.parametrize(
    ("slots", "told", "alternative"),
    [
        (
            (OWN._replace(subheads=()), NEXT),
            "第 3 行也可能是正文",
            Alternative(line=3, role=Role.PARAGRAPH),
        ),
        (
            (OWN._replace(body=(1,), subheads=()), Slot(heads=(2,), body=(3,)), NEXT),
            "第 3、4 行也可能是标题",
            Alternative(line=3, role=Role.HEADLINE),
        ),
        (
            (OWN._replace(body=(1, 2)), NEXT._replace(body=(3, 5))),
            "第 4 行也可能属于“老渡口办起便民船”(标题在第 5 行)",
            Alternative(line=4, item=5),
        ),
        (
            (OWN._replace(body=(1, 2)), Slot(body=(3,)), NEXT),
            "第 4 行也可能另成一篇",
            Alternative(line=4),
        ),
        (
            (OWN._replace(body=(1, 2, 3, 5)), NEXT._replace(body=())),
            "第 6 行也可能属于“一口机井解了枣林沟的渴”(标题在第 1 行)",
            Alternative(line=6, item=1),
        ),
    ],
)
def test_the_other_reading_is_told_and_can_be_stated(
    slots: tuple[Slot, ...], told: str, alternative: Alternative
) -> None:
    rival = rival_of(OWN, [State(score=9.0, slots=(OWN, NEXT)), State(score=7.5, slots=slots)])
    assert rival.told(elements()) == told
    assert rival.alternative(elements()) == alternative
    assert rival.margin == 1.5


def test_without_another_reading_nothing_is_told() -> None:
    rival = rival_of(OWN, [State(slots=(OWN, NEXT)), State(score=-1.0, slots=(OWN,))])
    assert (rival.told(elements()), rival.alternative(elements()), rival.margin) == ("", None, 99.0)


def long_elements() -> list[Element]:
    """Return a headline of 21 characters and ten paragraphs."""
    rows = [{"headline": "渡口" * 10 + "船"}, *[{"paragraph": "岸"}] * 10, {"byline": "林禾"}]
    source, blocks = make_blocks(rows)
    return [element(block, source) for block in blocks]


@pytest.mark.parametrize(
    ("many", "shown"), [(5, "2、3、4、5、6"), (6, "2、3、4、5、6、7"), (7, "2、3、4、5、6、7等")]
)
def test_of_many_lines_the_first_are_named(many: int, shown: str) -> None:
    lines = tuple(range(1, many + 1))
    alone = Rival(margin=1.0, lines=lines)
    told = [
        alone,
        Rival(margin=1.0, lines=lines, head=0),
        Rival(margin=1.0, lines=lines, part=Role.CROSSHEAD),
        Rival(margin=1.0, lines=lines, stays=True),
    ]
    assert [rival.told(long_elements()) for rival in told] == [
        f"第 {shown} 行也可能另成一篇",
        f"第 {shown} 行也可能属于“渡口渡口渡口渡口渡口渡口渡口渡口渡口渡口”(标题在第 1 行)",
        f"第 {shown} 行也可能是小标题",
        f"第 {shown} 行也可能是正文",
    ]
    assert [rival.alternative(long_elements()) for rival in told] == [
        Alternative(line=2),
        Alternative(line=2, item=1),
        Alternative(line=2, role=Role.CROSSHEAD),
        Alternative(line=2, role=Role.PARAGRAPH),
    ]


SIGNED = Slot(heads=(0,), bylines=(11,), body=(1, 2), subheads=(2,))


@pytest.mark.parametrize(
    ("slots", "wanted"),
    [
        (
            (SIGNED._replace(bylines=()), Slot(bylines=(11,), body=(3,))),
            Rival(margin=2.0, lines=(11,), part=Role.BYLINE),
        ),
        (
            (SIGNED._replace(heads=(), body=(0, 1, 2)),),
            Rival(margin=2.0, lines=(0,), part=Role.PARAGRAPH, stays=True),
        ),
        (
            (SIGNED._replace(subheads=()),),
            Rival(margin=2.0, lines=(2,), head=0, part=Role.PARAGRAPH, stays=True),
        ),
        (
            (SIGNED._replace(body=(1, 2, 3)),),
            Rival(margin=2.0, lines=(3,), head=0, part=Role.PARAGRAPH),
        ),
        ((SIGNED._replace(body=(1,), subheads=()),), Rival(margin=2.0, lines=(2,))),
    ],
)
def test_the_best_other_reading_is_compared_part_by_part(slots: tuple[Slot, ...], wanted: Rival) -> None:
    assert rival_of(SIGNED, [State(score=9.0, slots=(SIGNED,)), State(score=7.0, slots=slots)]) == wanted


@pytest.mark.parametrize("part", ["heads", "bylines", "body", "subheads"])
def test_a_reading_that_differs_in_any_part_is_another(part: str) -> None:
    other = SIGNED._replace(**{part: (5,)})
    states = [
        State(score=9.0, slots=(SIGNED,)),
        State(score=8.0, slots=(SIGNED,)),
        State(score=7.0, slots=(other,)),
    ]
    assert rival_of(SIGNED, states).margin == 2.0
    assert rival_of(SIGNED, states[:2]).margin == 99.0


def test_the_mark_of_a_column_makes_no_other_reading() -> None:
    states = [State(score=9.0, slots=(SIGNED,)), State(score=7.0, slots=(SIGNED._replace(column=4),))]
    assert rival_of(SIGNED, states).margin == 99.0
