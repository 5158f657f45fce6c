"""The best readings of a page: a beam search over all ways to deal its blocks to items."""

from __future__ import annotations

import math
from collections.abc import Mapping

from generator.reading.assembling.moves import Moves
from generator.reading.assembling.states import Slot, State

WIDTH = 60
"""Readings that are kept after each element."""
HURRIED, FEWEST = 15, 3
"""The same, at most and at least, for a page that is far longer than print can be."""
WORK = 9_000
"""Readings that are kept on such a page after all its elements together."""
COMPARED = 30
"""Whole readings that are compared at the end."""


def hurried(elements: int) -> int:
    """Return how many readings are kept on a page of so many elements that is far longer than print can be."""
    return max(FEWEST, min(HURRIED, WORK // elements))


class BeamSearch(Moves):
    """Deals the elements of one page, one after the other."""

    def run(self, width: int = WIDTH) -> list[State]:
        """Return the best whole readings, the best first; `width` of them are kept after each element."""
        beam = [State()]
        for index in range(len(self.elements)):
            self._floor = -math.inf
            options = [option for state in beam for option in self._expand(state, index)]
            options.sort(key=lambda option: -option.score)
            least = options[0].score - self.spread
            beam = [self._made(option, index) for option in options[:width] if option.score > least]
            self._worth.clear()
            self._titled.clear()
        self._slots.clear()
        finished = [state._replace(score=state.score + self._finish(state)) for state in beam]
        finished.sort(key=lambda state: -state.score)
        compared = [state._replace(score=self._compare(state)) for state in finished[:COMPARED]]
        return sorted(compared, key=lambda state: -state.score)

    def ways(self, state: State, index: int) -> list[State]:
        """Return every reading that puts the element `index` somewhere in `state`."""
        self._floor = -math.inf
        self._worth.clear()
        self._titled.clear()
        return [self._made(option, index) for option in self._expand(state, index)]

    def _compare(self, state: State) -> float:
        """Return a whole reading's score, its items held together as a whole."""
        weights, affinity = self.weights, self.affinity
        score = state.score
        for slot in state.slots:
            score -= (1 - weights.keep) * affinity.sequence(slot.heads, slot.body)
            score += weights.whole * affinity.whole(slot.heads, slot.body)
        return score

    def _finish(self, state: State) -> float:
        weights, total = self.weights, 0.0
        owners = {line: slot.body[0] for slot in state.slots for line in slot.body}
        before: Slot | None = None
        for slot in state.slots:
            above, before = before, slot
            if slot.alone:
                continue
            if not slot.heads:
                total += weights.no_headline + self._headless(slot, above)
            if not slot.body:
                total += weights.no_body
                continue
            if (
                slot.heads
                and slot.heads[0] > slot.body[-1]
                and not (slot.bylines and slot.bylines[-1] > slot.heads[0])
            ):
                total += weights.last_headline
            if len(slot.body) == 1 and slot.heads and self._robbed(slot, owners):
                total += weights.robbed * (1 - self.affinity.broken)
            if self.elements[slot.body[-1]].open > 0.5:
                total += weights.left_open
            signed = sum(self.elements[line].signed for line in slot.body) + bool(slot.bylines)
            if not signed and not slot.note:
                brief = self.affinity.intact * self._is_brief(slot)
                total += weights.no_byline * self.affinity.signing * (1 - brief)
            if signed > 1:
                total += weights.signed_twice
        return total

    def _headless(self, slot: Slot, before: Slot | None) -> float:
        """Return what speaks for an item without a headline being one: briefs have a lead, and stand in a row."""
        if not slot.body or slot.bylines or slot.note:
            return 0.0
        weights = self.weights
        score = weights.led if self.elements[slot.body[0]].lead else 0.0
        if not self._is_brief(slot):
            return score + weights.grown * (1 - self.affinity.broken)
        row = before is not None and not before.heads and before.body and before.body[-1] == slot.body[0] - 1
        return score + (weights.run if row else 0.0)

    def _is_brief(self, slot: Slot) -> bool:
        """Tell whether an item is one paragraph without a headline, and perhaps a bracket below."""
        return not slot.heads and sum(not self.elements[line].bracket for line in slot.body) == 1

    def _robbed(self, slot: Slot, owners: Mapping[int, int]) -> bool:
        """Tell whether a line of an item that began before goes on right below the only line of `slot`."""
        return owners.get(slot.body[0] + 1, slot.body[0]) < slot.body[0]
