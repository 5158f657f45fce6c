"""The places where one more line may go: every way that print breaks articles, with what it is worth."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from generator.model import Role
from generator.reading.assembling.affinity import IMPOSSIBLE, Affinity
from generator.reading.assembling.elements import Element, Sort
from generator.reading.assembling.states import Option, Slot, State
from generator.reading.assembling.weights import WEIGHTS, Weights

SPREAD = 10.0
"""Readings that are worse than the best by more nats are given up."""
BACK = 40
"""Items that a line may go back to, the last opened ones; a printed page has about ten."""


class Moves:
    """Deals the next element of one page to the items of a reading, in every way."""

    def __init__(
        self,
        elements: Sequence[Element],
        affinity: Affinity,
        weights: Weights = WEIGHTS,
        *,
        spread: float = SPREAD,
    ) -> None:
        self.spread = spread
        self.elements = elements
        self.affinity = affinity
        self.weights = weights
        self._worth: dict[int, tuple[Slot, float, float]] = {}
        self._titled: dict[int, tuple[Slot, float | None, float]] = {}
        self._slots: dict[Slot, Slot] = {}
        self._floor = -math.inf

    def _made(self, option: State | Option, index: int) -> State:
        """Write an option out; most are given up before that."""
        if isinstance(option, State):
            return option
        state, number = option.state, option.number
        if number < 0:
            return self._new(state, index, option.score - state.score, body=(index,))
        slot = state.slots[number]
        if option.titles:
            return self._put(state, number, slot._replace(heads=(index,)), index, 0.0)._replace(
                score=option.score
            )
        slot = self._same(slot._replace(body=(*slot.body, index)))
        slots = (*state.slots[:number], slot, *state.slots[number + 1 :])
        return State(option.score, slots, number, state.pending, index)

    def _same(self, slot: Slot) -> Slot:
        """Return the one object that stands for all slots like `slot`, so that its worth is found once."""
        return self._slots.setdefault(slot, slot)

    def _expand(self, state: State, index: int) -> Iterator[State | Option]:
        sort = self.elements[index].sort
        if sort is Sort.COLUMN:
            yield state._replace(pending=index, current=-1)
        elif self._remark(state, index):
            yield from self._attached(state, index)
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

    def _remark(self, state: State, index: int) -> bool:
        """Tell whether a line is but a bracket, right below a whole paragraph: it goes where that goes."""
        element = self.elements[index]
        if not element.bracket or state.last != index - 1 or state.current < 0:
            return False
        return state.last in state.slots[state.current].body[-1:] and not self._breaks_off(state.last)

    def _new(self, state: State, index: int, score: float, **parts: object) -> State:
        slot = self._same(Slot(column=state.pending, **parts))  # type: ignore[arg-type]
        return State(state.score + score, (*state.slots, slot), len(state.slots), -1, index)

    def _put(self, state: State, number: int, slot: Slot, index: int, score: float) -> State:
        if state.pending >= 0 and slot.column < 0:
            slot = slot._replace(column=state.pending)
            state = state._replace(pending=-1)
        slots = (*state.slots[:number], self._same(slot), *state.slots[number + 1 :])
        return State(state.score + score, slots, number, state.pending, index)

    def _headline(self, state: State, index: int) -> Iterator[State | Option]:
        weights, element = self.weights, self.elements[index]
        firm, cut = self.affinity.title(index)
        current = state.slots[state.current] if state.current >= 0 else None
        if current is not None and state.last == index - 1 and self._under_head(state.last, index):
            slot = current._replace(heads=(*current.heads, index))
            yield self._put(state, state.current, slot, index, 0.0)
            return
        yield self._new(state, index, firm, heads=(index,))
        yield from self._over(state, index, firm)
        if (
            current is not None
            and state.last == index - 1
            and state.last in current.heads
            and state.pending < 0
        ):
            slot = current._replace(heads=(*current.heads, index))
            yield self._put(state, state.current, slot, index, weights.second_line + firm)
        if not element.firm:
            inside = state.last in current.body[-1:] if current is not None else False
            if current is not None and inside and state.pending < 0 and not self.affinity.heads_surely(index):
                slot = current._replace(body=(*current.body, index), subheads=(*current.subheads, index))
                score = weights.crosshead * (1 - self.affinity.habit)
                score += self.affinity.crosshead(index) + firm
                score += self.affinity.cohesion(index, current.heads, current.body)
                score += self.affinity.in_turn(index, current.body)
                yield self._put(state, state.current, slot, index, score)
            yield from self._paragraph(state, index, cut)

    def _over(self, state: State, index: int, firm: float) -> Iterator[Option]:
        """Set a headline over what was read before it."""
        far, known = self.weights.far, self._titled
        for number, slot in _last(state.slots):
            way = known.get(id(slot))
            if way is None:
                way = known[id(slot)] = (slot, *self._titling(slot, index))
            if way[1] is None or (state.pending >= 0 and (slot.bylines or slot.column >= 0)):
                continue
            shared = way[2]
            if number != state.current and slot.body[-1] != state.last:
                shared += far
            total = state.score + (way[1] + shared + firm)
            if total > self._floor:
                yield Option(total, state, number, titles=True)

    def _titling(self, slot: Slot, index: int) -> tuple[float | None, float]:
        """Return what it is worth to set a headline over `slot`, None if it cannot stand there, and what words add."""
        if slot.heads or not slot.body or slot.alone:
            return None, 0.0
        signed = slot.bylines or slot.column >= 0
        way = self.weights.signed_headless if signed else self.weights.prefix
        return way, self.affinity.headline(index, slot.body)

    def _under_head(self, above: int, index: int) -> bool:
        """Tell whether an editor says that two lines are parts of one heading."""
        first, second = self.elements[above].block.role, self.elements[index].block.role
        return first is Role.KICKER or (second is Role.DECK and self.elements[above].sort is Sort.HEADLINE)

    def _byline(self, state: State, index: int) -> Iterator[State | Option]:
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
            yield self._put(state, state.current, slot, index, self.weights.late_byline)

    def _attached(self, state: State, index: int) -> Iterator[State | Option]:
        if not state.slots:
            yield self._new(state, index, 0.0, body=(index,), subheads=(index,))
            return
        number = state.current if state.current >= 0 else len(state.slots) - 1
        slot = state.slots[number]
        if self.elements[index].sort is Sort.SIGNATURE:
            yield self._put(state, number, slot._replace(bylines=(*slot.bylines, index)), index, 0.0)
        elif self.elements[index].bracket:
            yield self._put(state, number, slot._replace(body=(*slot.body, index)), index, 0.0)
        else:
            slot = slot._replace(body=(*slot.body, index), subheads=(*slot.subheads, index))
            yield self._put(state, number, slot, index, 0.0)

    def _paragraph(self, state: State, index: int, score: float) -> Iterator[State | Option]:
        weights, worth = self.weights, self._worth
        score += state.score
        broken = self.affinity.broken
        fresh = weights.headless + broken * weights.broken_headless + self.affinity.in_turn(index, ())
        if state.last >= 0:
            fresh += self.affinity.start(index) + self.affinity.opens(index)
        leave = 0.0
        if state.last == index - 1 and state.current >= 0 and self._breaks_off(state.last):
            leave = weights.leave_open + broken * weights.broken_leave
        elif (
            state.current >= 0
            and state.slots[state.current].heads
            and len(state.slots[state.current].body) < 2
        ):
            leave = weights.leave_early + broken * weights.broken_early
        yield Option(score + leave + fresh, state, -1)
        if self.elements[index].signed and self.elements[index].open < 0.5 and state.slots:
            yield self._set_apart(
                state, index, score - state.score + weights.alone + self.affinity.start(index)
            )
        yield from self._under_far_head(state, index, score)
        self._floor = max(self._floor, score + leave + fresh - self.spread)
        for number, slot in _last(state.slots):
            known = worth.get(id(slot))
            if known is None:
                known = worth[id(slot)] = (slot, *self._way(slot, index))
            if number == state.current:
                near = state.last == index - 1 and state.last in slot.body[-1:]
                signed = self.elements[state.last].sort is Sort.SIGNATURE
                past = weights.after_end if signed else weights.across
                total = score + known[1] + (0.0 if near or not slot.body else past)
            else:
                total = score + known[2] + leave
            if total > self._floor:
                self._floor = max(self._floor, total - self.spread)
                yield Option(total, state, number)

    def _set_apart(self, state: State, index: int, score: float) -> State:
        """Make a paragraph an item of its own; what was read before it may go on behind it."""
        slot = self._same(Slot(column=state.pending, body=(index,), alone=True))
        return State(state.score + score, (*state.slots, slot), state.current, -1, state.last)

    def _under_far_head(self, state: State, index: int, score: float) -> Iterator[State]:
        """Let a paragraph begin, with the byline right above it, the body of a headline that stands far above."""
        current = state.slots[state.current] if state.current >= 0 else None
        signed = current is not None and not current.heads and not current.body and bool(current.bylines)
        for number, slot in _last(state.slots):
            if number == state.current or not slot.heads or slot.body or (signed and slot.bylines):
                continue
            way = self.weights.late_body + self.affinity.first(index)
            way += self.affinity.cohesion(index, slot.heads, ())
            if current is not None and signed:
                made = slot._replace(bylines=current.bylines, body=(index,))
                if current.column >= 0 and slot.column < 0:
                    made = made._replace(column=current.column)
                slots = tuple(
                    self._same(made) if at == number else other
                    for at, other in enumerate(state.slots)
                    if at != state.current
                )
                place = number - (state.current < number)
                yield State(score + way, slots, place, state.pending, index)
            elif not slot.bylines:
                yield self._put(state, number, slot._replace(body=(index,)), index, score - state.score + way)

    def _breaks_off(self, index: int) -> bool:
        return self.elements[index].sort is Sort.BODY and self.elements[index].open > 0.5

    def _way(self, slot: Slot, index: int) -> tuple[float, float]:
        """Return what it is worth to put a paragraph in `slot`: while it is read, and later again."""
        if slot.alone:
            return IMPOSSIBLE, IMPOSSIBLE
        weights, affinity = self.weights, self.affinity
        shared = affinity.cohesion(index, slot.heads, slot.body)
        if not slot.body:
            way = affinity.first(index) + shared
            return way, IMPOSSIBLE if slot.heads else way
        above = slot.body[-1]
        way = affinity.follows(above, index, plain=above not in slot.subheads) + shared
        way += affinity.in_turn(index, slot.body) + affinity.parallel(index, slot.body)
        if self.elements[above].open > 0.5:
            again = weights.resume_open + affinity.broken * weights.broken_resume_open
        else:
            again = weights.resume + affinity.broken * weights.broken_resume
            again += affinity.calm * weights.calm_resume + affinity.intact * weights.intact_resume
        return way, way + again


def _last(slots: tuple[Slot, ...]) -> Iterator[tuple[int, Slot]]:
    """Return the items that a line may go back to, with their places."""
    return zip(range(max(0, len(slots) - BACK), len(slots)), slots[-BACK:], strict=True)
