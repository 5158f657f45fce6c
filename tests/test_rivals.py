"""What the reading that comes second would do with a line, in words and as a correction."""

from __future__ import annotations

import pytest

from generator.model import Alternative, Role
from generator.model.sidecar import Sidecar
from generator.reading.assembling.beam import Slot, State
from generator.reading.assembling.elements import Element, element
from generator.reading.assembling.rivals import rival_of
from generator.reading.recognising import recognise
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
