"""The reading that was taken, once more, line by line: what each line added, and how near the next choice was.

For the person who asks why (`banmian explain`); a build does not need it.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.model import Block, SourceText
from generator.reading.assembling.beam import BeamSearch
from generator.reading.assembling.deciding import survey_page
from generator.reading.assembling.states import Slot, State
from generator.reading.assembling.weights import WEIGHTS, Weights
from generator.vocabulary.taxonomy import Taxonomy

Parts = tuple[tuple[int, ...] | bool, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One line put where the reading has it."""

    score: float
    """What the line adds to the reading's score there, in nats."""
    margin: float
    """How much more than in the best other place for this line alone, in nats; infinite where there is none."""


def trace(
    source: SourceText, blocks: Sequence[Block], taxonomy: Taxonomy, weights: Weights = WEIGHTS
) -> Mapping[int, Step]:
    """Return the step of each line that was dealt, by 1-based source line; an editor's corrections left out."""
    found: dict[int, Step] = {}
    for survey in survey_page(source, blocks, taxonomy, weights):
        final = BeamSearch(survey.elements, survey.affinity, weights).run()[0]
        patient = BeamSearch(survey.elements, survey.affinity, weights, spread=math.inf)
        lines = (element.block.line for element in survey.elements)
        found.update(zip(lines, _steps(patient, final), strict=True))
    return found


def _steps(search: BeamSearch, final: State) -> Iterator[Step]:
    state = State()
    for index in range(len(search.elements)):
        ways = search.ways(state, index)
        taken = taken_way(ways, final, index)
        others = [way.score for way in ways if way is not taken]
        margin = taken.score - max(others) if others else math.inf
        yield Step(score=taken.score - state.score, margin=margin)
        state = taken


def taken_way(ways: Sequence[State], final: State, index: int) -> State:
    """Return the one of `ways` to place the element `index` that leads to the reading `final`."""
    wanted = {parts for slot in final.slots if any(parts := _until(slot, index))}
    return next(way for way in ways if {_until(slot, index) for slot in way.slots} == wanted)


def _until(slot: Slot, index: int) -> Parts:
    """Return the parts of a slot as far as they were dealt when the element `index` had been."""
    parts = (slot.heads, slot.bylines, slot.body, slot.subheads)
    dealt = tuple(tuple(line for line in part if line <= index) for part in parts)
    return (*dealt, slot.alone) if any(dealt) else ()
