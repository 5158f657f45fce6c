"""The weights' slopes and the right reading's steps, from which the weights are learned."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Role
from generator.model.sidecar import Sidecar
from generator.reading.assembling.affinity import Affinity
from generator.reading.assembling.beam import BeamSearch
from generator.reading.assembling.elements import Element, element
from generator.reading.assembling.states import State
from generator.reading.assembling.tracing import taken_way
from generator.reading.assembling.weights import WEIGHTS, Weights
from generator.reading.fitting.deriving import Derivation, Part, Replay, agrees, labels_of
from generator.reading.fitting.lessons import Taught
from generator.reading.fitting.slopes import FIXED, Slope, SlopedAffinity, vector_of, weights_of
from generator.reading.recognising import recognise
from tests.reading_pages import make_source, make_taxonomy

LINES = [
    "渡口的新船",
    "□本报记者 林禾",
    "青沙河渡口昨天开了新船,两岸的人都来看,老船工在岸上站了一上",
    "果园的第一茬苹果",
    "□本报记者 高岩",
    "北坡果园的苹果熟了,合作社的人一早就上山,装了三车。",
    "午,说这船比从前的稳当得多,过河只要一袋烟的工夫。",
    "果园的路去年修好,车能开到树下,今年的苹果卖得比往年早。",
]
ITEMS = (
    Taught(number=0, heads=(1,), bylines=(2,), body=((3, 7),), crossheads=()),
    Taught(number=1, heads=(4,), bylines=(5,), body=((6,), (8,)), crossheads=()),
)
SOURCE = make_source(LINES)
BLOCKS = recognise(SOURCE, make_taxonomy({}), Sidecar.empty())
NUMBERS = st.floats(-100, 100)


@pytest.fixture(scope="module")
def elements() -> list[Element]:
    return [element(block, SOURCE) for block in BLOCKS if block.role is not Role.UNKNOWN]


def right(elements: list[Element], weights: Weights = WEIGHTS) -> State:
    labels = labels_of(elements, ITEMS)
    found = Derivation(elements, Affinity(elements, weights, marked=False), weights, labels).best()
    assert found is not None
    return found


def worth(elements: list[Element], final: State, affinity: Affinity, weights: Weights) -> float:
    search = Replay(elements, affinity, weights)
    state = State()
    for index in range(len(elements)):
        state = taken_way(search.ways(state, index), final, index)
    return search.whole(state)


def test_the_right_reading_agrees_with_the_answer(elements: list[Element]) -> None:
    found = right(elements)
    assert agrees(found, labels_of(elements, ITEMS))
    assert [slot.body for slot in found.slots] == [(2, 6), (5, 7)]


@pytest.mark.parametrize("lines", [((3,), (7,)), ((3, 6),)])
def test_another_reading_does_not(elements: list[Element], lines: tuple[tuple[int, ...], ...]) -> None:
    others = (
        replace(ITEMS[0], body=lines),
        replace(ITEMS[1], body=((8,), (7,) if lines == ((3, 6),) else (6,))),
    )
    agreed = agrees(right(elements), labels_of(elements, others))
    assert agreed == (lines == ((3,), (7,)))


def test_what_a_line_cannot_be_is_left_open(elements: list[Element]) -> None:
    wrong = Taught(number=0, heads=(6,), bylines=(1,), body=((2,), (3,)), crossheads=(7,))
    found = labels_of(elements, (wrong,))
    assert found == [None, None, (0, Part.BODY), None, None, None, (0, Part.CROSSHEAD), None]


def test_an_answer_that_no_step_leads_to_gives_nothing(elements: list[Element]) -> None:
    labels = labels_of(elements, (replace(ITEMS[0], heads=(1, 4)), replace(ITEMS[1], heads=())))
    assert Derivation(elements, Affinity(elements, WEIGHTS, marked=False), WEIGHTS, labels).best() is None


def test_slopes_are_those_of_small_steps(elements: list[Element]) -> None:
    final = right(elements)
    vector = vector_of(WEIGHTS)
    sloped = weights_of(vector, WEIGHTS, sloped=True)
    score = worth(elements, final, SlopedAffinity(elements, sloped, marked=False), sloped)
    assert isinstance(score, Slope)
    assert score == pytest.approx(worth(elements, final, Affinity(elements, WEIGHTS, marked=False), WEIGHTS))
    assert len(score.slopes) > 5
    step = 1e-5
    for name, value in vector.items():
        ends = []
        for end in (value - step, value + step):
            weights = weights_of({name: end}, WEIGHTS)
            ends.append(worth(elements, final, Affinity(elements, weights, marked=False), weights))
        assert score.slopes.get(name, 0.0) == pytest.approx((ends[1] - ends[0]) / (2 * step), abs=1e-4), name


@given(NUMBERS, NUMBERS, NUMBERS)
def test_figures_with_slopes_are_figures(one: float, other: float, plain: float) -> None:
    first, second = Slope(one, {"a": 1.0}), Slope(other, {"b": 1.0})
    assert float(first + second) == one + other
    assert (plain - first).slopes == {"a": -1.0}
    product = first * second
    assert float(product) == one * other
    assert product.slopes == {"a": other, "b": one}
    assert (first * first).slopes == {"a": 2 * one}
    assert (plain * first).slopes == {"a": plain}
    assert first.chain(math.tanh(one), 0.5).slopes == {"a": 0.5}


def test_weights_go_into_a_vector_and_back() -> None:
    vector = vector_of(WEIGHTS)
    assert weights_of(vector, WEIGHTS) == WEIGHTS
    assert "looks" in vector
    assert not FIXED & set(vector)
    assert not [name for name in vector if name.startswith("join")]


def test_the_search_reads_with_slopes_as_without(elements: list[Element]) -> None:
    sloped = weights_of(vector_of(WEIGHTS), WEIGHTS, sloped=True)
    plain = BeamSearch(elements, Affinity(elements, WEIGHTS, marked=False)).run()[0]
    known = BeamSearch(elements, SlopedAffinity(elements, sloped, marked=False), sloped).run()[0]
    assert known.slots == plain.slots
