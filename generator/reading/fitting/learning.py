"""The weights of the search, learned from pages that it reads wrongly, or by little rightly.

A structured perceptron (Collins 2002): each weight moves by how much more it gives the right reading than the one
that was taken, and the weights are averaged over all steps, which keeps the last pages from counting most. The
steps are those of AdaGrad (Duchi, Hazan & Singer 2011). What a weight gives is not counted by hand: both readings
are made once more with figures that know their slopes (`slopes`).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from enum import Enum
from pathlib import Path
from random import Random
from typing import NamedTuple

from generator.reading.assembling.beam import BeamSearch
from generator.reading.assembling.states import State
from generator.reading.assembling.tracing import taken_way
from generator.reading.assembling.weights import Weights
from generator.reading.fitting.deriving import Derivation, Replay, agrees
from generator.reading.fitting.lessons import Lesson
from generator.reading.fitting.pages import Pools, Seen, seen, working
from generator.reading.fitting.slopes import Slope, SlopedAffinity, Vector, vector_of, weights_of
from generator.telling.progress import Progress
from generator.vocabulary.taxonomy import Taxonomy

EPOCHS = 6
"""How often each page is read; the first is left out of the average."""
BATCH = 16
"""Pages between two steps."""
STEP = 0.25
"""Nats of a weight's first step."""
HOME = 0.02
"""How strongly a weight is drawn to where it began, for each nat that it is away."""
LONGEST = 4.0
"""A page moves the weights by no more than this length."""
MARGIN = 5.0
"""A right reading that is ahead by less, in nats, moves them too,"""
NEAR = 0.6
"""by this part."""
DIGITS = 3


class Found(Enum):
    """What became of one page."""

    EMPTY = "nothing to read"
    UNREACHED = "no step leads to the right reading"
    RIGHT = "right by far"
    NEAR = "right by little"
    WRONG = "wrong"


class Lookup(NamedTuple):
    """What a page says of the weights."""

    found: Found
    """How it was read."""
    slopes: Vector
    """How much more each weight gives the right reading than the other, in nats for each nat."""


def learn_weights(
    lessons: Sequence[Lesson], taxonomy: Taxonomy, begun: Weights, evidence: Path, *, progress: Progress
) -> Weights:
    """Return the weights that read `lessons` best, beginning with `begun`; other evidence is that of a folder."""
    rng = Random(0)
    vector, home = vector_of(begun), vector_of(begun)
    squares = dict.fromkeys(vector, 1.0)
    total, steps = dict.fromkeys(vector, 0.0), 0
    numbers = list(range(len(lessons)))
    with working(lessons, taxonomy, evidence) as pools:
        for epoch in range(EPOCHS):
            rng.shuffle(numbers)
            read: Counter[Found] = Counter()
            told = progress.track(
                numbers[::BATCH], name=f"权重,第 {epoch + 1} 遍", total=math.ceil(len(numbers) / BATCH)
            )
            for batch, _ in enumerate(told):
                chosen = numbers[batch * BATCH : (batch + 1) * BATCH]
                _move(vector, home, squares, _sum(pools, chosen, weights_of(vector, begun), vector, read))
                if epoch:
                    steps += 1
                    total = {name: total[name] + worth for name, worth in vector.items()}
            right = read[Found.RIGHT] + read[Found.NEAR]
            progress.step(
                f"读对 {right:,} 版,读错 {read[Found.WRONG]:,} 版,走不到答案 {read[Found.UNREACHED]:,} 版"
            )
    return weights_of({name: round(worth / steps, DIGITS) for name, worth in total.items()}, begun)


def _sum(
    pools: Pools, chosen: Sequence[int], weights: Weights, vector: Vector, read: Counter[Found]
) -> Vector:
    """Return what so many pages together say of the weights."""
    moves: Vector = {}
    for lookup in pools.over(look_up, [(number, weights, vector) for number in chosen]):
        read[lookup.found] += 1
        length = math.sqrt(sum(slope * slope for slope in lookup.slopes.values()))
        part = (NEAR if lookup.found is Found.NEAR else 1.0) / max(1.0, length / LONGEST)
        for name, slope in lookup.slopes.items():
            moves[name] = moves.get(name, 0.0) + slope * part
    return moves


def _move(vector: Vector, home: Vector, squares: Vector, moves: Vector) -> None:
    for name, slope in moves.items():
        pull = slope - HOME * (vector[name] - home[name])
        squares[name] += pull * pull
        vector[name] += STEP * pull / math.sqrt(squares[name])


def look_up(asked: tuple[int, Weights, Vector]) -> Lookup:
    """Read one lesson, by its place, and return what it says of the weights."""
    number, weights, vector = asked
    page = seen(number)
    survey = page.survey(weights)
    if not survey.elements:
        return Lookup(Found.EMPTY, {})
    labels = page.labels(survey)
    states = BeamSearch(survey.elements, survey.affinity, weights).run()
    right = Derivation(survey.elements, survey.affinity, weights, labels).best()
    if right is None:
        return Lookup(Found.UNREACHED, {})
    taken, other, found = states[0], states[0], Found.WRONG
    if agrees(taken, labels):
        rival = next((state for state in states if not agrees(state, labels)), None)
        if rival is None or taken.score - rival.score > MARGIN:
            return Lookup(Found.RIGHT, {})
        right, other, found = taken, rival, Found.NEAR
    try:
        own, others = _slopes(page, right, weights, vector), _slopes(page, other, weights, vector)
    except StopIteration:
        return Lookup(Found.UNREACHED, {})
    return Lookup(found, dict(_differences(own, others)))


def _differences(own: Vector, others: Vector) -> Iterator[tuple[str, float]]:
    for name in sorted({*own, *others}):
        slope = own.get(name, 0.0) - others.get(name, 0.0)
        if abs(slope) > 1e-9:
            yield name, slope


def _slopes(page: Seen, final: State, weights: Weights, vector: Vector) -> Vector:
    """Return how a reading's score grows with each weight. Raises StopIteration where its steps are not found."""
    sloped = weights_of(vector, weights, sloped=True)
    survey = page.survey(weights)
    affinity = SlopedAffinity(survey.elements, sloped, marked=survey.affinity.marked)
    search = Replay(survey.elements, affinity, sloped)
    state = State()
    for index in range(len(survey.elements)):
        state = taken_way(search.ways(state, index), final, index)
    score = search.whole(state)
    return dict(score.slopes) if isinstance(score, Slope) else {}
