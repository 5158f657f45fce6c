"""What each clue holds against each day: a cost that is never so high that one false clue outweighs the others."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from generator.tagging.date_clue import WEAK, Clue
from generator.tagging.date_words import HOLIDAYS

if TYPE_CHECKING:
    import numpy as np

    Numbers = np.ndarray[tuple[int], np.dtype[np.float64]]
    Truths = np.ndarray[tuple[int], np.dtype[np.bool_]]

AGEING = 1.0
"""Cost of a happening that is as old as news of its kind ever is; younger ones cost less, older ones the clue's weight."""
YEAR, AHEAD = 365, 30
"""Days of a year, and days by which a paper often speaks ahead of a day without saying that it is to come."""
OLD = 1.8
"""Cost of an older happening, at most: one told late excludes nothing by itself."""
LATE, LATEST = 2, 300
"""The times that age, and the days, from which on a happening is too old to be told without its year."""
YOUNG = 6
"""The part of that age, as a divisor, up to which news costs nothing."""


@dataclass(frozen=True)
class Days:
    """A run of whole years of days."""

    first: int
    """The first year."""
    last: int
    """The last year."""

    @cached_property
    def numbers(self) -> Numbers:
        """The days as ordinals."""
        import numpy as np

        return np.arange(self.start, date(self.last, 12, 31).toordinal() + 1, dtype=np.float64)

    @cached_property
    def nothing(self) -> Numbers:
        """No cost for any day."""
        import numpy as np

        return np.zeros_like(self.numbers)

    @property
    def start(self) -> int:
        """The ordinal of the first day."""
        return date(self.first, 1, 1).toordinal()

    def place(self, day: date) -> int:
        """Return the index of a day, which may lie outside."""
        return day.toordinal() - self.start

    def year(self, year: int) -> slice:
        """Return the place of a year's days."""
        return slice(max(0, self.place(date(year, 1, 1))), max(0, self.place(date(year + 1, 1, 1))))

    def _month(self, year: int, month: int) -> slice:
        """Return the place of a month's days."""
        first = date(year, month, 1)
        behind = first + timedelta(days=calendar.monthrange(year, month)[1])
        return slice(max(0, self.place(first)), max(0, self.place(behind)))

    def costs(self, clue: Clue) -> Numbers:
        """Return what `clue` holds against each of the days."""
        import numpy as np

        costs = np.zeros_like(self.numbers)
        if clue.floor:
            costs[: max(0, self.place(clue.floor))] = clue.weight
        if clue.ceiling:
            costs[max(0, self.place(clue.ceiling) + 1) :] = clue.weight
        if clue.costs:
            self._add_years(costs, clue)
        if clue.until:
            self._add_until(costs, clue)
        if clue.day or clue.holiday:
            self._add_coming(costs, clue)
        return costs

    def _add_years(self, costs: Numbers, clue: Clue) -> None:
        for year in range(self.first, self.last + 1):
            costs[self.year(year)] += clue.costs.get(year, clue.other_cost)
        if clue.spared:
            for year in clue.costs:
                costs[self._month(year, clue.spared)] -= clue.costs[year]

    def _add_until(self, costs: Numbers, clue: Clue) -> None:
        for year in range(self.first, self.last + 1):
            end = self.place(day_in(clue.until or (12, 31), year)) + 1
            costs[max(0, end) : self.year(year).stop] += clue.weight

    def _add_coming(self, costs: Numbers, clue: Clue) -> None:
        """Add what speaks against the days before a happening, for the one of the year before is too old."""
        latest = self._latest(clue)
        last_year = latest < self._new_years
        if clue.fresh is not None:
            late = self._is_late(clue, latest) & last_year
            costs[late] += clue.weight
            if clue.weight <= WEAK:
                costs[late & (self.numbers - latest > YEAR - AHEAD)] -= clue.weight / 2
        if clue.same_year:
            costs[last_year] = clue.weight

    def ageing(self, clue: Clue) -> Numbers | None:
        """Return what the age of a happening holds against each day; of those of one item the youngest counts."""
        import numpy as np

        if clue.fresh is None:
            return None
        latest = self._latest(clue)
        ages = self.numbers - latest
        young = max(clue.fresh / YOUNG, clue.lasts)
        costs = np.clip((ages - young) / (clue.fresh - young) * AGEING, 0, AGEING)
        costs[ages > clue.fresh] = min(OLD, clue.weight)
        costs[self._is_late(clue, latest)] = clue.weight
        return np.minimum(costs, clue.weight)

    def _is_late(self, clue: Clue, latest: Numbers) -> Truths:
        """Tell of each day whether the happening is too old to be told on it without its year."""
        late: Truths = self.numbers - latest > min((clue.fresh or 0) * LATE - clue.lasts, LATEST)
        return late

    @cached_property
    def _new_years(self) -> Numbers:
        """The first day of the year of each day."""
        import numpy as np

        years = range(self.first, self.last + 1)
        starts = np.array([date(year, 1, 1).toordinal() for year in years], dtype=np.float64)
        found: Numbers = starts[np.searchsorted(starts, self.numbers, side="right") - 1]
        return found

    def _latest(self, clue: Clue) -> Numbers:
        """Return for each day the latest one on which it has happened."""
        import numpy as np

        years = range(self.first - 1, self.last + 1)
        happened = np.array([_happening(clue, year).toordinal() for year in years], dtype=np.float64)
        found: Numbers = happened[np.maximum(np.searchsorted(happened, self.numbers, side="right") - 1, 0)]
        return found


def _happening(clue: Clue, year: int) -> date:
    """Return the day in `year` from which a clue lets a page be printed."""
    if clue.holiday:
        return holiday(clue.holiday, year) - timedelta(days=clue.lead)
    return day_in(clue.day or (1, 1), year)


def day_in(day: tuple[int, int], year: int) -> date:
    """Return a month and day in `year`; the 29th of February is the 28th where there is none."""
    return date(year, day[0], 28 if day == (2, 29) and not calendar.isleap(year) else day[1])


@lru_cache(maxsize=256)
def holiday(name: str, year: int) -> date:
    """Return the first day off of a holiday in `year`, or the earliest it can be where that is not known."""
    from chinese_calendar.constants import holidays

    english, month, day = HOLIDAYS[name]
    known = [when for when, what in holidays.items() if what == english and when.year == year]
    return min(known, default=date(year, month, day))
