"""The right reading of a page as the search makes it, step by step: the best way that agrees with the answer."""

from __future__ import annotations

import math
from collections.abc import Sequence
from enum import Enum

from generator.reading.assembling.affinity import Affinity
from generator.reading.assembling.beam import BeamSearch
from generator.reading.assembling.elements import Element, Sort
from generator.reading.assembling.states import Slot, State
from generator.reading.assembling.weights import Weights
from generator.reading.fitting.lessons import Taught

WIDTH = 12
"""Readings that are kept after each element."""


class Part(Enum):
    """What a line is in its item."""

    HEAD = "head"
    BYLINE = "byline"
    BODY = "body"
    CROSSHEAD = "crosshead"


Label = tuple[int, Part] | None
"""The item that an element should go to, and as what; None where the answer does not say, or cannot be followed."""


def labels_of(elements: Sequence[Element], items: Sequence[Taught]) -> list[Label]:
    """Return what each element should be; what its sort cannot be is left open."""
    said: dict[int, tuple[int, Part]] = {}
    for number, item in enumerate(items):
        said |= dict.fromkeys(item.heads, (number, Part.HEAD))
        said |= dict.fromkeys(item.bylines, (number, Part.BYLINE))
        for paragraph in item.body:
            said |= dict.fromkeys(paragraph, (number, Part.BODY))
        said |= dict.fromkeys(item.crossheads, (number, Part.CROSSHEAD))
    return [_possible(element, said.get(element.block.line)) for element in elements]


def _possible(element: Element, label: Label) -> Label:
    if label is None:
        return None
    number, part = label
    sort = element.sort
    if part is Part.BODY and sort is Sort.CROSSHEAD:
        return number, Part.CROSSHEAD
    can = {
        Part.HEAD: sort is Sort.HEADLINE,
        Part.BYLINE: sort in (Sort.BYLINE, Sort.SIGNATURE),
        Part.BODY: sort is Sort.BODY or (sort is Sort.HEADLINE and not element.firm),
        Part.CROSSHEAD: sort in (Sort.HEADLINE, Sort.BODY, Sort.CROSSHEAD),
    }
    return label if can[part] else None


def agrees(state: State, labels: Sequence[Label]) -> bool:
    """Tell whether a whole reading has each labelled element in its item and part, and no two items in one."""
    slot_of: dict[int, int] = {}
    item_of: dict[int, int] = {}
    for number, slot in enumerate(state.slots):
        for line in (*slot.heads, *slot.bylines, *slot.body):
            label = labels[line]
            if label is None:
                continue
            if not _is_part(slot, line, label[1]):
                return False
            if (
                slot_of.setdefault(label[0], number) != number
                or item_of.setdefault(number, label[0]) != label[0]
            ):
                return False
    return True


def _is_part(slot: Slot, line: int, part: Part) -> bool:
    match part:
        case Part.HEAD:
            return line in slot.heads
        case Part.BYLINE:
            return line in slot.bylines
        case Part.BODY:
            return line in slot.body and line not in slot.subheads
        case Part.CROSSHEAD:
            return line in slot.body


class Replay(BeamSearch):
    """A search that gives no way up, for readings that are known."""

    def __init__(self, elements: Sequence[Element], affinity: Affinity, weights: Weights) -> None:
        super().__init__(elements, affinity, weights, spread=math.inf)

    def whole(self, state: State) -> float:
        """Return what a reading of all elements is worth, as readings are compared at the end, in nats."""
        return self._compare(state._replace(score=state.score + self._finish(state)))


class Derivation(Replay):
    """A search that takes no step which the answer forbids."""

    def __init__(
        self, elements: Sequence[Element], affinity: Affinity, weights: Weights, labels: Sequence[Label]
    ) -> None:
        super().__init__(elements, affinity, weights)
        self.labels = labels

    def best(self) -> State | None:
        """Return the best reading that agrees with the answer; None if no step leads to one."""
        beam = [State()]
        for index in range(len(self.elements)):
            found = [way for state in beam for way in self.ways(state, index) if self._allowed(way, index)]
            if not found:
                return None
            beam = sorted(found, key=lambda state: -state.score)[:WIDTH]
        return max(beam, key=self.whole)

    def _allowed(self, state: State, index: int) -> bool:
        label = self.labels[index]
        if label is None:
            return True
        own = next((slot for slot in state.slots if index in (*slot.heads, *slot.bylines, *slot.body)), None)
        if own is None or not _is_part(own, index, label[1]):
            return False
        unbegun = not own.heads and not own.body
        for slot in state.slots:
            if slot is not own and unbegun and not slot.body:
                continue
            items = {
                each[0] for line in (*slot.heads, *slot.bylines, *slot.body) if (each := self.labels[line])
            }
            if (slot is own and items - {label[0]}) or (slot is not own and label[0] in items):
                return False
        return True
