"""How probable it is that an item holds just its own lines, by what the decision itself shows.

A margin alone says little: a rival that the search has given up is no less a rival. So each line is held
against every other item of the page, and what the page as a whole looks like counts, too.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass

from generator.model import Kind
from generator.reading.assembling.affinity import Affinity
from generator.reading.assembling.drafts import FAR, Draft
from generator.reading.assembling.elements import Element, Sort
from generator.reading.assembling.states import Slot
from generator.reading.evidence.fitted import load_fitted, probability

FEATURES = (
    "margin",
    "size",
    "untitled",
    "headlines",
    "unsigned",
    "alone",
    "worst line",
    "mean line",
    "least at home",
    "parted",
    "worst seam",
    "begins within",
    "paragraph within",
    "cut off",
    "headline looks",
    "headline below",
    "crossheads",
    "foreign line",
    "late lead",
    "shortest line",
    "opening",
    "late opening",
    "page mixed",
    "page intact",
    "page untitled",
    "page doubtful",
    "page items",
    "page open",
    "page worst",
)
"""What is seen of an item and its page; the order of the model's weights."""
INSERTED = {Kind.CAPTION: 0.97, Kind.BRIEF: 0.98, Kind.LIST: 0.95, Kind.NOTE: 0.9}
"""How often an item is right that a mark, a credit or its place told at once."""
UNNAMED = 0.9
"""How often a brief is right that names nobody: marks of briefs stand before the points of an article, too."""
LIMIT = 10.0
"""No figure in nats says more, either way."""
NO_LATE = -3.0
"""How surely a later paragraph opens an article, in nats, where there is none."""
FEW_NATS = 3.0
"""A margin of less makes an item's reading doubtful."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sight:
    """What is seen of one item by itself."""

    own: tuple[float, ...]
    worst: float


class Confidence:
    """Tells of every item of one reading how probably it is right."""

    def __init__(
        self, slots: Sequence[Slot], margins: Sequence[float], elements: Sequence[Element], affinity: Affinity
    ) -> None:
        self.slots = slots
        self.elements = elements
        self.affinity = affinity
        self._homes = self._at_home()
        self._owners = [number for number, slot in enumerate(slots) for _ in slot.body]
        sights = [self._sight(number, margin) for number, margin in enumerate(margins)]
        page = self._page(margins, [sight.worst for sight in sights])
        self.features = [(*sight.own, *page) for sight in sights]
        model = load_fitted()["right"]
        self.probabilities = [probability(model.odds(features)) for features in self.features]

    def _at_home(self) -> list[list[float]]:
        """Return for each body line, by place, how well it fits each item, its own without itself."""
        found: list[list[float]] = []
        for slot in self.slots:
            for line in slot.body:
                odds = []
                for other in self.slots:
                    rest = tuple(index for index in other.body if index != line)
                    odds.append(self.affinity.cohesion(line, other.heads, rest))
                found.append(odds)
        return found

    def _sight(self, number: int, margin: float) -> _Sight:
        slot, affinity, elements = self.slots[number], self.affinity, self.elements
        first = sum(len(other.body) for other in self.slots[:number])
        homes = self._homes[first : first + len(slot.body)]
        leads = [odds[number] - _best_other(odds, number) for odds in homes]
        worst = _clip(min(leads, default=0.0))
        foreign = [
            odds[number] - odds[owner]
            for owner, odds in zip(self._owners, self._homes, strict=True)
            if owner != number
        ]
        parts = sorted((*slot.heads, *slot.bylines, *slot.body))
        gaps = sum(second - first > 1 for first, second in itertools.pairwise(parts))
        seams, starts = self._seams(slot)
        signed = bool(slot.bylines) or any(elements[line].signed for line in slot.body)
        last = elements[slot.body[-1]].open if slot.body else 1.0
        own = (
            math.log1p(max(0.0, min(margin, FAR))),
            math.log1p(len(slot.body)),
            float(not slot.heads),
            float(len(slot.heads)),
            affinity.signing * (not signed),
            float(slot.alone or slot.note),
            worst,
            _clip(math.fsum(leads) / len(leads)) if leads else 0.0,
            _clip(min((odds[number] for odds in homes), default=0.0)),
            float(min(gaps, 4)),
            _clip(min(seams, default=2.0)),
            _clip(affinity.start(slot.body[0])) if slot.body else 0.0,
            _clip(max(starts, default=-2.0)),
            last,
            min((affinity.title(line)[0] for line in slot.heads), default=0.0),
            float(bool(slot.heads and slot.body) and slot.heads[-1] > slot.body[0]),
            float(min(len(slot.subheads), 4)),
            _clip(max(foreign, default=-LIMIT)),
            float(any(elements[line].lead for line in slot.body[1:])),
            math.log1p(min((len(elements[line].text) for line in slot.body), default=0)),
            _clip(affinity.opening(slot.body[0])) if slot.body else 0.0,
            _clip(max((affinity.opening(line) for line in slot.body[1:]), default=NO_LATE)),
        )
        return _Sight(own=own, worst=worst)

    def _seams(self, slot: Slot) -> tuple[list[float], list[float]]:
        """Return how well its cut paragraphs go on, and how surely its other paragraphs begin within a sentence."""
        seams: list[float] = []
        starts: list[float] = []
        for above, line in zip(slot.body, slot.body[1:], strict=False):
            if above in slot.subheads or line in slot.subheads:
                continue
            if self.affinity.joined(above, line):
                seams.append(self.affinity.joins.score(above, line))
            else:
                starts.append(self.affinity.start(line))
        return seams, starts

    def _page(self, margins: Sequence[float], worst: Sequence[float]) -> tuple[float, ...]:
        count = max(1, len(self.slots))
        bodies = [element.open for element in self.elements if element.sort is Sort.BODY]
        return (
            self.affinity.broken,
            self.affinity.intact,
            sum(not slot.heads for slot in self.slots) / count,
            sum(margin < FEW_NATS for margin in margins) / count,
            math.log1p(len(self.slots)),
            math.fsum(bodies) / max(1, len(bodies)),
            sum(value < 0 for value in worst) / count,
        )


def inserted(draft: Draft, *, named: bool) -> float:
    """Return how probably an item is right that was found before the search; `named` tells whether it names people."""
    if draft.kind is Kind.BRIEF and not named:
        return UNNAMED
    return INSERTED.get(draft.kind, UNNAMED)


def _best_other(odds: Sequence[float], number: int) -> float:
    return max((value for place, value in enumerate(odds) if place != number), default=0.0)


def _clip(value: float) -> float:
    return max(-LIMIT, min(LIMIT, value))
