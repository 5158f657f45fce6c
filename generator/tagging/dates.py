"""The interval in which a page was printed, from the clues in its words; never a guessed day.

Each year that the news may be from is held against all clues: what remains is a window of days and
a cost. The interval spans the windows of the likely years; it is open where nothing bounds it above.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from generator.model import DateBasis, DateTag, Page
from generator.tagging.clues import FRESH, Clue, find_clues, holiday
from generator.vocabulary.taxonomy import Taxonomy

YEARS = 30
"""Years after the first possible one that are tried; where the last is likely, the interval is open."""
CLOSE = 1.0
"""A year is likely if it costs at most this much more than the best."""
TOO_LATE = 1.5
"""Cost of a page younger than an event's words are news."""
RECENT = 14
"""Days before the latest happening; only happenings that recent tell how old the news is."""
TURN = 10
"""Month from which on the news of a year may be printed early in the next."""
STALE_FROM, STALE_BY = 10, 20
"""Days after the latest happening that are free, and further days that cost 1."""


@dataclass(frozen=True, slots=True)
class _Window:
    """The days that one year leaves open, and what speaks against the year."""

    first: date
    last: date
    cost: float


Interval = tuple[date, date | None]


def infer_date(page: Page, taxonomy: Taxonomy) -> DateTag:
    """Return the interval of a page's date with the words that bound it, or unknown."""
    if page.issue.date.basis is DateBasis.STATED:
        return page.issue.date
    clues = _useful(find_clues(page, taxonomy))
    interval = _solve(clues)
    if interval is None:
        return DateTag()
    proof = _proof(clues, interval)
    evidence = tuple(sorted((clue.evidence for clue in proof), key=lambda words: words.line))
    return DateTag(edtf=_edtf(interval), basis=DateBasis.INFERRED, evidence=evidence)


def _edtf(interval: Interval) -> str:
    first, last = interval
    return f"{first.isoformat()}/{last.isoformat() if last else '..'}"


def _useful(clues: Iterable[Clue]) -> tuple[Clue, ...]:
    """Drop clues that say no more than another one, so that proofs are short and quick."""
    kept: dict[object, Clue] = {}
    for clue in clues:
        effect = (
            clue.floor,
            clue.ceiling,
            clue.day,
            clue.holiday,
            clue.lead,
            clue.fresh,
            clue.until,
            tuple(clue.costs.items()),
            clue.other_cost,
        )
        kept.setdefault(effect, clue)
    return _without_low_floors(tuple(kept.values()))


def _without_low_floors(clues: tuple[Clue, ...]) -> tuple[Clue, ...]:
    """Drop clues that only say "not before" a day earlier than another clue's."""
    best = max((clue.floor for clue in clues if clue.floor), default=None)
    return tuple(
        clue for clue in clues if clue.floor is None or clue.floor == best or clue.ceiling or clue.costs
    )


def _solve(clues: tuple[Clue, ...]) -> Interval | None:
    floor = max((clue.floor for clue in clues if clue.floor), default=None)
    if floor is None:
        return None
    years = range(floor.year - 1, floor.year + YEARS)
    windows = [window for year in years for window in _windows(year, clues, floor)]
    if not windows:
        return floor, None
    best = min(window.cost for window in windows)
    likely = [window for window in windows if window.cost <= best + CLOSE]
    first, last = min(window.first for window in likely), max(window.last for window in likely)
    return first, None if last.year >= floor.year + YEARS - 1 else max(last, first + timedelta(days=2))


def _windows(year: int, clues: tuple[Clue, ...], floor: date) -> Iterator[_Window]:
    """Yield the days on which news of `year` may have been printed: in that year, and early in the next."""
    happened = [(_day(clue, year), clue) for clue in clues if clue.day or clue.holiday]
    latest = max((day for day, _ in happened), default=date(year, 1, 1))
    last = min(_lasts(year, clues, happened, latest))
    yield from _window(max(floor, latest), min(last, date(year, 12, 31)), latest, clues)
    if latest.month >= TURN:
        yield from _window(max(floor, date(year + 1, 1, 1)), last, latest, clues)


def _lasts(
    year: int, clues: tuple[Clue, ...], happened: list[tuple[date, Clue]], latest: date
) -> Iterator[date]:
    """Yield the days after which the page was likely not printed; old happenings bound nothing."""
    yield date(year + 1, 2, 28)
    for day, clue in happened:
        if clue.fresh is not None and (latest - day).days <= RECENT:
            yield day + timedelta(days=clue.fresh + clue.lead)
    for clue in clues:
        if clue.until is not None:
            yield date(year, *clue.until)


def _window(first: date, last: date, latest: date, clues: tuple[Clue, ...]) -> Iterator[_Window]:
    """Yield what is left of first..last, with its cost in the year of printing."""
    cost = sum(clue.costs.get(first.year, clue.other_cost) for clue in clues)
    for clue in clues:
        if clue.ceiling is not None and first > clue.ceiling:
            cost += TOO_LATE
        elif clue.ceiling is not None:
            last = min(last, clue.ceiling)
    if any(clue.fresh is not None and clue.fresh <= FRESH for clue in clues):
        cost += max(0, (first - latest).days - STALE_FROM) / STALE_BY
    if first <= last:
        yield _Window(first, last, cost)


def _day(clue: Clue, year: int) -> date:
    """Return the day in `year` from which a clue lets a page be printed."""
    if clue.holiday:
        return holiday(clue.holiday, year) - timedelta(days=clue.lead)
    month, day = clue.day or (1, 1)
    return date(year, month, 28 if (month, day) == (2, 29) and not calendar.isleap(year) else day)


def _proof(clues: tuple[Clue, ...], interval: Interval) -> tuple[Clue, ...]:
    """Return clues that give the same interval alone, none of which can be left out."""
    proof = clues
    for clue in reversed(clues):
        fewer = tuple(other for other in proof if other is not clue)
        if _solve(fewer) == interval:
            proof = fewer
    return proof
