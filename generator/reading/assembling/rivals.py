"""The best other reading of an item's blocks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.model import Alternative, Role
from generator.model.words import BLOCK_ROLES
from generator.reading.assembling.drafts import FAR
from generator.reading.assembling.elements import Element
from generator.reading.assembling.states import Slot, State

SHOWN = 6
"""Lines that are named; of more, the first."""
TITLE = 20
"""Characters of another item's headline that are shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rival:
    """How the best reading that has not this very item reads its blocks."""

    margin: float
    """How much worse it is, in nats."""
    lines: tuple[int, ...] = ()
    """The elements that it gives to another item or another part, in order."""
    head: int | None = None
    """The headline of the item that the first of them then belongs to."""
    part: Role = Role.PARAGRAPH
    """The part that the first of them then plays."""
    stays: bool = False
    """Whether the first of them then is in the same item and only plays another part."""

    def told(self, elements: Sequence[Element]) -> str:
        """Return the other reading in a few Chinese words; empty if there is none."""
        if not self.lines:
            return ""
        lines = "、".join(str(elements[line].block.line) for line in self.lines[:SHOWN])
        more = "等" if len(self.lines) > SHOWN else ""
        if self.stays or self.part is not Role.PARAGRAPH:
            return f"第 {lines}{more} 行也可能是{BLOCK_ROLES[self.part]}"
        if self.head is None:
            return f"第 {lines}{more} 行也可能另成一篇"
        head = elements[self.head]
        return f"第 {lines}{more} 行也可能属于“{head.text[:TITLE]}”(标题在第 {head.block.line} 行)"

    def alternative(self, elements: Sequence[Element]) -> Alternative | None:
        """Return what the first of the lines would be; None where there is no other reading."""
        if not self.lines:
            return None
        line = elements[self.lines[0]].block.line
        if self.stays or self.part is not Role.PARAGRAPH:
            return Alternative(line=line, role=self.part)
        return Alternative(line=line, item=elements[self.head].block.line if self.head is not None else None)


def rival_of(slot: Slot, states: Sequence[State]) -> Rival:
    """Return the best of `states` (the best first) that has not `slot` as it is."""
    parts = (slot.heads, slot.bylines, slot.body, slot.subheads)
    for state in states[1:]:
        if any((other.heads, other.bylines, other.body, other.subheads) == parts for other in state.slots):
            continue
        return _rival(slot, state, states[0].score - state.score)
    return Rival(margin=FAR)


def _parts(slot: Slot) -> dict[int, Role]:
    parts = dict.fromkeys(slot.body, Role.PARAGRAPH)
    parts.update(dict.fromkeys(slot.subheads, Role.CROSSHEAD))
    parts.update(dict.fromkeys(slot.heads, Role.HEADLINE))
    parts.update(dict.fromkeys(slot.bylines, Role.BYLINE))
    return parts


def _rival(slot: Slot, state: State, margin: float) -> Rival:
    own = _parts(slot)
    twin = max(state.slots, key=lambda other: len(own.keys() & _parts(other).keys()))
    other = _parts(twin)
    lines = sorted(line for line in own.keys() | other.keys() if own.get(line) != other.get(line))
    first = lines[0] if lines else -1
    home = next((place for place in state.slots if first in _parts(place)), None)
    return Rival(
        margin=margin,
        lines=tuple(lines),
        head=home.heads[0] if home and home.heads else None,
        part=_parts(home)[first] if home else Role.PARAGRAPH,
        stays=home is twin and first in own,
    )
