"""The best readings of a page: a beam search over all ways to deal its blocks to items."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.assembling.elements import Element, Sort
from generator.assembling.evidence import Evidence
from generator.assembling.weights import WEIGHTS, Weights

WIDTH = 60
SPREAD = 14.0
"""Readings that are worse than the best by more nats are given up."""


class Slot(NamedTuple):
    """One item of a reading, by indexes into the elements."""

    column: int = -1
    heads: tuple[int, ...] = ()
    bylines: tuple[int, ...] = ()
    body: tuple[int, ...] = ()
    subheads: tuple[int, ...] = ()
    note: bool = False


class State(NamedTuple):
    """A reading of the elements so far."""

    score: float = 0.0
    slots: tuple[Slot, ...] = ()
    current: int = -1
    """The slot that the last element went to; -1 behind a mark of a column."""
    pending: int = -1
    """A column mark that waits for its item."""
    last: int = -1
    """The last element that went to an item."""


class Search:
    """Deals the elements of one page, one after the other."""

    def __init__(self, elements: Sequence[Element], evidence: Evidence, weights: Weights = WEIGHTS) -> None:
        self.elements = elements
        self.evidence = evidence
        self.weights = weights

    def run(self) -> list[State]:
        """Return the best whole readings, the best first."""
        beam = [State()]
        for index in range(len(self.elements)):
            found: dict[tuple[object, ...], State] = {}
            for state in beam:
                for next_state in self._expand(state, index):
                    key = next_state[1:]
                    if key not in found or found[key].score < next_state.score:
                        found[key] = next_state
            ranked = sorted(found.values(), key=lambda state: -state.score)[:WIDTH]
            beam = [state for state in ranked if state.score > ranked[0].score - SPREAD]
        finished = [state._replace(score=state.score + self._finish(state)) for state in beam]
        return sorted(finished, key=lambda state: -state.score)

    def _expand(self, state: State, index: int) -> Iterator[State]:
        sort = self.elements[index].sort
        if sort is Sort.COLUMN:
            yield state._replace(pending=index, current=-1)
        elif sort is Sort.BREAK:
            yield state
        elif sort is Sort.HEADLINE:
            yield from self._headline(state, index)
        elif sort is Sort.NOTE:
            yield self._new(state, index, 0.0, heads=(index,), note=True)
        elif sort is Sort.BYLINE:
            yield from self._byline(state, index)
        elif sort in (Sort.CROSSHEAD, Sort.SIGNATURE):
            yield from self._attached(state, index)
        else:
            yield from self._paragraph(state, index, 0.0)

    def _new(self, state: State, index: int, score: float, **parts: object) -> State:
        slot = Slot(column=state.pending, **parts)  # type: ignore[arg-type]
        return State(state.score + score, (*state.slots, slot), len(state.slots), -1, index)

    def _put(self, state: State, number: int, slot: Slot, index: int, score: float) -> State:
        if state.pending >= 0 and slot.column < 0:
            slot = slot._replace(column=state.pending)
            state = state._replace(pending=-1)
        slots = (*state.slots[:number], slot, *state.slots[number + 1 :])
        return State(state.score + score, slots, number, state.pending, index)

    def _headline(self, state: State, index: int) -> Iterator[State]:
        weights, element = self.weights, self.elements[index]
        firm = 0.0 if element.firm or not self.evidence.marked else weights.unmarked
        yield self._new(state, index, firm, heads=(index,))
        for number, slot in enumerate(state.slots):
            if slot.heads or not slot.body:
                continue
            shared = sum(self.evidence.head(index, line) for line in slot.body)
            if slot.bylines or slot.column >= 0:
                if state.pending < 0:
                    score = weights.byline_first + shared + firm
                    yield self._put(state, number, slot._replace(heads=(index,)), index, score)
            else:
                score = weights.prefix + shared + firm
                yield self._put(state, number, slot._replace(heads=(index,)), index, score)
        current = state.slots[state.current] if state.current >= 0 else None
        if (
            current is not None
            and state.last == index - 1
            and state.last in current.heads
            and state.pending < 0
        ):
            slot = current._replace(heads=(*current.heads, index))
            yield self._put(state, state.current, slot, index, weights.second_line)
        if not element.firm:
            if current is not None and current.body and state.last == current.body[-1] and state.pending < 0:
                slot = current._replace(body=(*current.body, index), subheads=(*current.subheads, index))
                score = weights.crosshead + self.evidence.crosshead(index)
                yield self._put(state, state.current, slot, index, score)
            yield from self._paragraph(state, index, self.evidence.cut_line(index))

    def _byline(self, state: State, index: int) -> Iterator[State]:
        current = state.slots[state.current] if state.current >= 0 else None
        if (
            current is not None
            and not current.bylines
            and state.last in current.heads
            and state.last == index - 1
        ):
            slot = current._replace(bylines=(index,))
            yield self._put(state, state.current, slot, index, 0.0)
        elif current is not None and current.bylines and state.last == current.bylines[-1] == index - 1:
            slot = current._replace(bylines=(*current.bylines, index))
            yield self._put(state, state.current, slot, index, 0.0)
        yield self._new(state, index, self.weights.byline_first, bylines=(index,))
        if current is not None and current.body and not current.bylines and state.last == index - 1:
            slot = current._replace(bylines=(index,))
            yield self._put(state, state.current, slot, index, -3.0)

    def _attached(self, state: State, index: int) -> Iterator[State]:
        if not state.slots:
            yield self._new(state, index, 0.0, body=(index,), subheads=(index,))
            return
        number = state.current if state.current >= 0 else len(state.slots) - 1
        slot = state.slots[number]
        if self.elements[index].sort is Sort.SIGNATURE:
            yield self._put(state, number, slot._replace(bylines=(*slot.bylines, index)), index, 0.0)
        else:
            slot = slot._replace(body=(*slot.body, index), subheads=(*slot.subheads, index))
            yield self._put(state, number, slot, index, 0.0)

    def _paragraph(self, state: State, index: int, score: float) -> Iterator[State]:
        weights, evidence = self.weights, self.evidence
        start = score + weights.headless + (evidence.start(index) if state.last >= 0 else 0.0)
        yield self._new(state, index, start, body=(index,))
        for number, slot in enumerate(state.slots):
            if not slot.body:
                if number != state.current and slot.heads:
                    continue
                way = evidence.first(index)
            else:
                way = evidence.follows(slot.body[-1], index, plain=slot.body[-1] not in slot.subheads)
                opened = self.elements[slot.body[-1]].open
                if number != state.current:
                    way += weights.resume_open if opened > 0.5 else weights.resume
                elif state.last != index - 1 or state.last not in slot.body:
                    way += weights.across
            if way < -12:
                continue
            if number != state.current and state.pending >= 0:
                way += weights.resume
            total = score + way + evidence.cohesion(index, slot.heads, slot.body)
            yield self._put_body(state, number, slot, index, total)

    def _put_body(self, state: State, number: int, slot: Slot, index: int, score: float) -> State:
        slot = slot._replace(body=(*slot.body, index))
        slots = (*state.slots[:number], slot, *state.slots[number + 1 :])
        return State(state.score + score, slots, number, state.pending, index)

    def _finish(self, state: State) -> float:
        weights, total = self.weights, 0.0
        for slot in state.slots:
            if not slot.heads:
                total += weights.no_headline
            if not slot.body:
                total += weights.no_body
                continue
            if self.elements[slot.body[-1]].open > 0.5:
                total += weights.left_open
            signed = sum(self.elements[line].signed for line in slot.body) + bool(slot.bylines)
            if not signed and not slot.note:
                total += weights.no_byline * self.evidence.signing
            if signed > 1:
                total += weights.signed_twice
        return total
