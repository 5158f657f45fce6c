"""Words of a page that bound the day it was printed; each clue says what it excludes.

A clue may give a first possible day, a last likely day, a day or a span inside the year of the news,
or a cost for each year that the news may be from. Nothing here decides; dates.py weighs the clues.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from generator.model import Evidence, Page
from generator.model.passages import Passage, passages
from generator.model.widths import HALF_WIDTH
from generator.tagging.date_words import (
    AGE,
    AWAITED,
    BEFORE_MONTH,
    CHINESE_DIGITS,
    CHINESE_YEAR,
    COMING,
    DAY,
    DONE,
    FIGURE,
    FOUNDED,
    FRESH_DAY,
    FRESH_HOLIDAY,
    FROM,
    FUTURE_AFTER,
    FUTURE_BEFORE,
    HOLIDAY,
    HOLIDAYS,
    MONTH_SINCE,
    MONTHS,
    NOT_THIS_YEAR,
    PLANNED,
    PLANS,
    PROGRESS,
    QUARTERS,
    SEASON,
    SENTENCE,
    SINCE,
    THIS_MONTH,
    THROUGH,
    TITLE,
    YEAR,
)
from generator.vocabulary.taxonomy import Taxonomy

FRESH, STALE = 60, 180
"""Days after a dated happening until which a newspaper likely tells of it, with and without a sign that it is new."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clue:
    """What some words say about the day of printing."""

    rule: str
    """The name of the rule."""
    evidence: Evidence
    """The words."""
    floor: date | None = None
    """The page was not printed before this day."""
    ceiling: date | None = None
    """The page was likely not printed after this day."""
    day: tuple[int, int] | None = None
    """Month and day, in the year of the news, before which the page was not printed."""
    holiday: str = ""
    """A holiday in the year of the news, in place of `day`."""
    lead: int = 0
    """Days by which the page may precede `day`."""
    fresh: int | None = None
    """Days after `day` until which the page was likely printed."""
    until: tuple[int, int] | None = None
    """Month and day, in the year of the news, after which the page was not printed."""
    costs: Mapping[int, float] = field(default_factory=dict)
    """What speaks against a year of the news."""
    other_cost: float = 0.0
    """What speaks against all other years."""


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence with its place and the passages around it."""

    text: str
    passage: Passage
    start: int
    item: int
    after_year: bool
    """Whether the item has named a year before: days without one may then belong to that year."""

    def evidence(self, start: int, end: int, rule: str) -> Evidence:
        line = self.passage.line_at(self.start + start)
        return Evidence(text=self.passage.text[self.start + start : self.start + end], line=line, rule=rule)


def find_clues(page: Page, taxonomy: Taxonomy) -> tuple[Clue, ...]:
    """Return every clue of a page in reading order, rule by rule."""
    sentences = tuple(_sentences(page))
    this_year = any("今年" in sentence.text for sentence in sentences)
    clues: list[Clue] = list(_events(sentences, taxonomy))
    for sentence in sentences:
        clues.extend(_years(sentence, this_year))
        clues.extend(_comparisons(sentence))
        clues.extend(_days(sentence))
        clues.extend(_months(sentence))
        clues.extend(_holidays(sentence))
        clues.extend(_seasons(sentence))
    clues.extend(_anniversaries(sentences))
    return tuple(clues)


def _sentences(page: Page) -> Iterator[_Sentence]:
    for number, item in enumerate(page.items):
        after_year = False
        for passage in passages(item):
            text = CHINESE_YEAR.sub(_arabic, passage.text.translate(HALF_WIDTH))
            for match in SENTENCE.finditer(text):
                yield _Sentence(match.group(), passage, match.start(), number, after_year)
                after_year = after_year or bool(YEAR.search(match.group()))


def _arabic(match: re.Match[str]) -> str:
    return match.group().translate(CHINESE_DIGITS)


def _events(sentences: Iterable[_Sentence], taxonomy: Taxonomy) -> Iterator[Clue]:
    for sentence in sentences:
        for event in taxonomy.events:
            term = next((term for term in event.terms if term in sentence.text), None)
            if term:
                at = sentence.text.index(term)
                evidence = sentence.evidence(at, at + len(term), "event")
                ceiling = date.fromisoformat(event.end) if event.end else None
                yield Clue(
                    rule="event", evidence=evidence, floor=date.fromisoformat(event.start), ceiling=ceiling
                )


def _years(sentence: _Sentence, this_year: bool) -> Iterator[Clue]:
    for match in YEAR.finditer(sentence.text):
        before, after = sentence.text[: match.start()], sentence.text[match.end() :]
        if TITLE.search(before) or (FUTURE_BEFORE.search(before) and not _is_progress(sentence.text, before)):
            continue
        year, month = int(match[1]), int(match[2] or 1)
        if FUTURE_AFTER.search(after) or not 1 <= month <= 12:
            continue
        figure = bool(FIGURE.match(after)) and not match[2]
        told = match[2] or SINCE.match(after) or FROM.search(before) or DONE.match(after) or figure
        if told:
            costs = {}
            if this_year and (match[2] or figure) and not SINCE.match(after):
                costs = {year: 1.5 if figure else 0.8}
            evidence = sentence.evidence(match.start(), match.end() + len(_clause(after)), "year")
            yield Clue(rule="year", evidence=evidence, floor=date(year, month, 1), costs=costs)


def _clause(text: str) -> str:
    return re.split("[,、:(]", text[:10])[0]


def _is_progress(sentence: str, before: str) -> bool:
    return bool(PROGRESS.search(before)) and not PLANS.search(sentence.partition("今年")[0])


def _comparisons(sentence: _Sentence) -> Iterator[Clue]:
    """Find 2021年…2022年…今年: the news is from the year after the last one named."""
    now = sentence.text.find("今年")
    years = [match for match in YEAR.finditer(sentence.text) if match.end() <= now]
    if len(years) >= 2 and int(years[-1][1]) == int(years[-2][1]) + 1:
        year = int(years[-1][1]) + 1
        evidence = sentence.evidence(years[-2].start(), now + 2, "comparison")
        yield Clue(
            rule="comparison", evidence=evidence, floor=date(year, 1, 1), costs={year: 0.0}, other_cost=3.0
        )


def _days(sentence: _Sentence) -> Iterator[Clue]:
    for match in DAY.finditer(sentence.text):
        before, after = sentence.text[: match.start()], sentence.text[match.end() :]
        month, day = int(match[1]), int(match[2])
        fresh = FRESH_DAY.match(after)
        if YEAR.search(before) or NOT_THIS_YEAR.search(before) or COMING.search(after):
            continue
        if not _exists(month, day) or (sentence.after_year and not fresh):
            continue
        evidence = sentence.evidence(match.start(), match.end() + (fresh.end() if fresh else 0), "day")
        yield Clue(rule="day", evidence=evidence, day=(month, day), fresh=FRESH if fresh else STALE)


def _exists(month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= calendar.monthrange(2024, month)[1]


def _months(sentence: _Sentence) -> Iterator[Clue]:
    for pattern, rule in ((MONTH_SINCE, "since month"), (THIS_MONTH, "month")):
        for match in pattern.finditer(sentence.text):
            if 1 <= int(match[1]) <= 12 and not YEAR.search(sentence.text[: match.start()]):
                evidence = sentence.evidence(match.start(), match.end(), rule)
                yield Clue(rule=rule, evidence=evidence, day=(int(match[1]), 1))
    for match in THROUGH.finditer(sentence.text):
        month = int(match[1] or match[2] or QUARTERS[match[3]])
        if 1 <= month <= 12:
            evidence = sentence.evidence(match.start(), match.end(), "months of this year")
            last = (month, calendar.monthrange(2023, month)[1])
            yield Clue(rule="months of this year", evidence=evidence, day=last, fresh=120)
    for match in BEFORE_MONTH.finditer(sentence.text):
        if 1 <= int(match[1]) <= 12 and PLANNED.search(sentence.text[: match.start()]):
            month = int(match[1])
            evidence = sentence.evidence(match.start(), match.end(), "planned")
            yield Clue(rule="planned", evidence=evidence, until=(month, calendar.monthrange(2023, month)[1]))


def _holidays(sentence: _Sentence) -> Iterator[Clue]:
    for match in HOLIDAY.finditer(sentence.text):
        before = sentence.text[: match.start()]
        if NOT_THIS_YEAR.search(before) or YEAR.search(before):
            continue
        coming = match["mark"] in ("前夕", "来临", "到来", "佳节")
        fresh = bool(FRESH_HOLIDAY.search(before)) or match["mark"] in ("前夕", "当天")
        evidence = sentence.evidence(match.start(), match.end(), "holiday")
        yield Clue(
            rule="holiday",
            evidence=evidence,
            holiday=_holiday_name(match["name"]),
            lead=15 if coming else 0,
            fresh=45 if fresh else STALE,
        )


def _holiday_name(printed: str) -> str:
    name = printed.strip("“”")
    return name if name in HOLIDAYS else name.removesuffix("节")


def _seasons(sentence: _Sentence) -> Iterator[Clue]:
    match = SEASON.search(sentence.text)
    if match and not YEAR.search(sentence.text[: match.start()]):
        first, last = MONTHS[match[1]]
        evidence = sentence.evidence(match.start(), match.end(), "season")
        yield Clue(rule="season", evidence=evidence, day=(first, 1), fresh=(last - first + 1) * 31 + 30)


def _anniversaries(sentences: Iterable[_Sentence]) -> Iterator[Clue]:
    sentences = tuple(sentences)
    for sentence in sentences:
        for match in AGE.finditer(sentence.text):
            count = int(match[1] or match[2])
            before = sentence.text[: match.start()]
            evidence = sentence.evidence(max(0, match.start() - 6), match.end(), "anniversary")
            founded = next((year for words, year in FOUNDED.items() if before.endswith(words)), None)
            if founded:
                if not AWAITED.search(before) and not YEAR.search(before):
                    yield Clue(rule="anniversary", evidence=evidence, floor=date(founded + count - 1, 1, 1))
                continue
            around = sentence.text[max(0, match.start() - 14) : match.start()]
            told = (_started(other, around) for other in sentences if other.item == sentence.item)
            costs = {year + count: 0.0 for year in told if year}
            beside = {year - 1: 0.5 for year in costs}
            if match[2]:
                beside |= {year + 1: 0.8 for year in costs}
            if costs:
                yield Clue(rule="anniversary", evidence=evidence, costs=beside | costs, other_cost=2.0)


def _started(sentence: _Sentence, around: str) -> int | None:
    """Return the year that a sentence names, if it tells of what `around` counts the years of."""
    match = YEAR.search(sentence.text)
    shared = any(around[start : start + 4] in sentence.text for start in range(len(around) - 3))
    return int(match[1]) if match and shared else None


@lru_cache(maxsize=256)
def holiday(name: str, year: int) -> date:
    """Return the first day off of a holiday in `year`, or the earliest it can be where that is not known."""
    from chinese_calendar.constants import holidays

    english, month, day = HOLIDAYS[name]
    known = [when for when, what in holidays.items() if what == english and when.year == year]
    return min(known, default=date(year, month, day))
