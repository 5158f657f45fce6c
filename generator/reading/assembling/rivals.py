"""The best other reading of an item's blocks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.reading.assembling.beam import Slot, State
from generator.reading.assembling.drafts import FAR
from generator.reading.assembling.elements import Element


@dataclass(frozen=True, slots=True, kw_only=True)
class Rival:
    """How the best reading that has not this very item reads its blocks."""

    margin: float
    """How much worse it is, in nats."""
    lines: tuple[int, ...] = ()
    """The elements that it gives to another item or another part, in order."""
    head: int | None = None
    """The headline of the item that the first of them then belongs to."""
    part: str = ""
    """The part that the first of them then plays."""

    def told(self, elements: Sequence[Element]) -> str:
        """Return the other reading in a few Chinese words; empty if there is none."""
        if not self.lines:
            return ""
        lines = "、".join(str(elements[line].block.line) for line in self.lines[:6])
        more = "等" if len(self.lines) > 6 else ""
        if self.part in ("标题", "小标题", "署名"):
            return f"第 {lines}{more} 行也可能是{self.part}"
        if self.head is None:
            return f"第 {lines}{more} 行也可能另成一篇"
        head = elements[self.head]
        return f"第 {lines}{more} 行也可能属于“{head.text[:20]}”(标题在第 {head.block.line} 行)"


def rival_of(slot: Slot, states: Sequence[State]) -> Rival:
    """Return the best of `states` (the best first) that has not `slot` as it is."""
    parts = (slot.heads, slot.bylines, slot.body, slot.subheads)
    for state in states[1:]:
        if any((other.heads, other.bylines, other.body, other.subheads) == parts for other in state.slots):
            continue
        return _rival(slot, state, states[0].score - state.score)
    return Rival(margin=FAR)


def _parts(slot: Slot) -> dict[int, str]:
    parts = dict.fromkeys(slot.body, "正文")
    parts.update(dict.fromkeys(slot.subheads, "小标题"))
    parts.update(dict.fromkeys(slot.heads, "标题"))
    parts.update(dict.fromkeys(slot.bylines, "署名"))
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
        part=_parts(home).get(first, "") if home else "",
    )
