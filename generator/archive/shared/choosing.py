"""Which of the runs that were found are listed: what says something new.

A formula (a run in more than MOST_LINKED items) is listed where one of its places lies in no longer formula; a
passage where it is more than a formula with a few characters beside it, and no longer passage of the same items
holds it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

MOST_LINKED = 8
"""Items that a passage may tie together; with more, nearly all lines of the list would be one phrase's."""
OWN = 6
"""Characters beyond formulae that make a passage of its own: half of the shortest run."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeat:
    """A run before it is known which item's characters it is."""

    length: int
    """Its characters."""
    starts: tuple[int, ...]
    """Where it stands, ascending."""
    items: int
    """In how many items."""
    home: int
    """A number for the item of its first place."""

    @property
    def formula(self) -> bool:
        """Whether it is too common to tie items together."""
        return self.items > MOST_LINKED


@dataclass(slots=True)
class _Listed:
    """Stretches that are taken, by a slot that any of their positions leads to."""

    slots: dict[int, list[tuple[int, int]]] = field(default_factory=dict)

    def add(self, start: int, end: int) -> None:
        """Take start..end."""
        for slot in range(start // SLOT, (end - 1) // SLOT + 1):
            self.slots.setdefault(slot, []).append((start, end))

    def holds(self, start: int, end: int) -> bool:
        """Tell whether one stretch holds start..end."""
        return any(a <= start and end <= b for a, b in self.slots.get(start // SLOT, ()))

    def overlap(self, start: int, end: int) -> int:
        """Return how many positions of start..end are taken."""
        slots = range(start // SLOT, (end - 1) // SLOT + 1)
        taken = sorted({pair for slot in slots for pair in self.slots.get(slot, ())})
        count, at = 0, start
        for a, b in taken:
            count += max(0, min(b, end) - max(a, at))
            at = max(at, min(b, end))
        return count


SLOT = 64
"""Positions that share a slot."""


def choose(repeats: Iterable[Repeat]) -> list[Repeat]:
    """Return those of `repeats` that are listed, the longest first, those in more items before those in fewer."""
    ranked = sorted(repeats, key=lambda repeat: (-repeat.length, -repeat.items, repeat.starts[0]))
    covered = _Listed()
    formulas = [repeat for repeat in ranked if repeat.formula and _takes(covered, repeat)]
    homes: dict[tuple[int, int], _Listed] = {}
    listed = {id(repeat) for repeat in formulas}
    for repeat in ranked:
        if not repeat.formula and _own(covered, repeat) >= OWN and _new(homes, repeat):
            listed.add(id(repeat))
    return [repeat for repeat in ranked if id(repeat) in listed]


def _takes(covered: _Listed, repeat: Repeat) -> bool:
    """Take the places of a formula if one of them is not taken yet."""
    spans = [(start, start + repeat.length) for start in repeat.starts]
    if all(covered.holds(*span) for span in spans):
        return False
    for span in spans:
        covered.add(*span)
    return True


def _own(covered: _Listed, repeat: Repeat) -> int:
    """Return the characters of a passage beyond formulae, at the place where most are."""
    return repeat.length - min(covered.overlap(start, start + repeat.length) for start in repeat.starts)


def _new(homes: dict[tuple[int, int], _Listed], repeat: Repeat) -> bool:
    """Tell whether no longer passage of the same items holds it, and remember it.

    Of two passages, one within the other, the longer stands in no other items than the shorter: if they
    are as many, they are the same, and the shorter stands inside the longer in the first of them.
    """
    home = homes.setdefault((repeat.home, repeat.items), _Listed())
    spans = [(start, start + repeat.length) for start in repeat.starts]
    if any(home.holds(*span) for span in spans):
        return False
    for span in spans:
        home.add(*span)
    return True
