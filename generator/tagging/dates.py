"""The interval in which a page was printed, from the clues in its words; never a guessed day.

Each day is held against all clues and gets a cost. Of the clues of one item the strongest counts, the
items add up, so that one misread word does not outweigh a page. The interval spans the days that cost
little more than the cheapest; it is open where nothing bounds it above, unknown where nothing does below.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from generator.model import DateBasis, DateTag, Page
from generator.tagging.clues import find_clues
from generator.tagging.date_clue import SURE, Clue
from generator.tagging.date_costs import Days
from generator.vocabulary.taxonomy import Taxonomy

if TYPE_CHECKING:
    from generator.tagging.date_costs import Numbers

BEFORE, AFTER = 3, 12
"""Years before and after the latest bounds that are tried; where the last day is likely, the interval is open."""
EDGE = 400
"""Days at either end of those years: a likely day among them says that only the calendar bounds the others."""
CLOSE = 2.0
"""A day is likely if it costs at most this much more than the best."""
USUAL = 15
"""Items with clues up to which that is enough; where more add up, so do those that are misread."""
ROUNDING = 1e-6
"""What sums of costs may differ by in their last digits."""
LEAST = 2
"""Days from the first to the last of an interval, at least."""

Interval = tuple[date, date | None]


def infer_date(page: Page, taxonomy: Taxonomy) -> DateTag:
    """Return the interval of a page's date with the words that bound it, or unknown."""
    if page.issue.date.basis is DateBasis.STATED:
        return page.issue.date
    clues = _useful(find_clues(page, taxonomy))
    days = _days(clues)
    if days is None:
        return DateTag()
    weighing = _Weighing(clues, days)
    interval = weighing.interval()
    if interval is None:
        return DateTag()
    proof = dict.fromkeys(words for clue in weighing.proof() for words in clue.evidence)
    evidence = tuple(sorted(proof, key=lambda words: (words.line, words.start)))
    return DateTag(edtf=_edtf(interval), basis=DateBasis.INFERRED, evidence=evidence)


def _days(clues: tuple[Clue, ...]) -> Days | None:
    """Return the years to be tried: from before the latest sure bound to long after the latest of all."""
    bounds = [clue.floor.year for clue in clues if clue.floor]
    sure = [clue.floor.year for clue in clues if clue.floor and clue.weight >= SURE]
    if not bounds:
        return None
    latest = max(*bounds, *(year for clue in clues for year in clue.costs), 0)
    return Days(max(sure, default=min(bounds)) - BEFORE, latest + AFTER)


def _edtf(interval: Interval) -> str:
    first, last = interval
    return f"{first.isoformat()}/{last.isoformat() if last else '..'}"


def _useful(clues: Iterable[Clue]) -> tuple[Clue, ...]:
    """Drop clues of an item that say no more than another one of it, so that proofs are short and quick."""
    kept: dict[object, Clue] = {}
    for clue in clues:
        kept.setdefault((clue.item, clue.effect), clue)
    return tuple(kept.values())


@dataclass(frozen=True, slots=True)
class _Held:
    """A clue, and what it holds against each day."""

    clue: Clue
    costs: Numbers
    """Each excludes by itself: the highest of an item's counts."""
    ageing: Numbers | None
    """The youngest news of an item counts: the lowest of its clues."""


class _Weighing:
    """The clues of a page, held against every day of a run of years."""

    def __init__(self, clues: tuple[Clue, ...], days: Days) -> None:
        self.days = days
        self.items: dict[int, list[_Held]] = defaultdict(list)
        for clue in clues:
            self.items[clue.item].append(_Held(clue, days.costs(clue), days.ageing(clue)))
        self.close = CLOSE * max(1.0, len(self.items) / USUAL)
        self.total = sum((_of_item(found, days) for found in self.items.values()), days.nothing)

    def interval(self) -> Interval | None:
        """Return the first and last likely day; None for the last is open, None for both unknown."""
        return self._interval(self.total)

    def _interval(self, total: Numbers) -> Interval | None:
        likely = (total <= total.min() + self.close + ROUNDING).nonzero()[0]
        first, last = int(likely[0]), int(likely[-1])
        if first <= EDGE:
            return None
        begin = date.fromordinal(self.days.start + first)
        is_open = last >= len(total) - EDGE
        return begin, None if is_open else date.fromordinal(self.days.start + max(last, first + LEAST))

    def proof(self) -> list[Clue]:
        """Return clues that give the same interval alone, none of which can be left out."""
        interval, total, proof = self.interval(), self.total, []
        for item in reversed(self.items):
            for held in reversed(self.items[item]):
                fewer = [other for other in self.items[item] if other is not held]
                without = total - _of_item(self.items[item], self.days) + _of_item(fewer, self.days)
                if self._interval(without) == interval:
                    self.items[item], total = fewer, without
                else:
                    proof.append(held.clue)
        return proof


def _of_item(found: list[_Held], days: Days) -> Numbers:
    """Return what the clues of one item hold against each day."""
    import numpy as np

    ages = [held.ageing for held in found if held.ageing is not None]
    costs = [held.costs for held in found]
    highest: Numbers = np.maximum.reduce(
        [days.nothing, *costs, np.minimum.reduce(ages) if ages else days.nothing]
    )
    return highest
