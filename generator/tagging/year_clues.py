"""Clues in the years that a page names: told years bound it below, and so do counted ones."""

from __future__ import annotations

import calendar
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from generator.model import Evidence
from generator.tagging.date_clue import HINT, LIKELY, SURE, WEAK, Clue, Sentence
from generator.tagging.date_words import (
    AGE,
    AWAITED,
    BEGINNING,
    BEGUN,
    CELEBRATED,
    DONE,
    FIGURE,
    FOUNDED,
    FROM,
    FUTURE_AFTER,
    FUTURE_BEFORE,
    INTENDED,
    INTENDS,
    LAW,
    PAST,
    PLANS,
    PROGRESS,
    SINCE,
    TITLE,
    YEAR,
)

LATEST = ((5, 2, 1, LIKELY), (2, 2, 1, 1.0), (3, 2, 2, LIKELY), (2, 2, 2, WEAK), (3, 10, 6, LIKELY))
"""How many items tell of how many years up to the latest: how many years later the page is, at most, and how sure that is."""
PAGE = -1
"""The number of no item: what the page as a whole says."""


def years(sentence: Sentence) -> Iterator[Clue]:
    """Find years, months and days that are told of."""
    for match in _told_years(sentence):
        before, after = sentence.text[: match.start()], sentence.text[match.end() :]
        floor = _day_of(match)
        figure = bool(FIGURE.match(after)) and not match[2]
        if floor:
            is_over = (match[2] or figure) and not BEGUN.match(after)
            over = _named_cost(match, figure, sentence.this_year) if is_over and not SINCE.match(after) else 0
            yield Clue(
                rule="year",
                evidence=sentence.evidence(match.start(), match.end() + len(_clause(after)), "year"),
                floor=floor,
                costs={floor.year: over} if over else {},
                spared=floor.month if over and match[2] else 0,
                weight=_weight(before, after, has_month=bool(match[2]), figure=figure),
                item=sentence.item,
            )


def _named_cost(match: re.Match[str], figure: bool, this_year: bool) -> float:
    """Return what speaks against the year that a month or sum is dated with, where others say 今年."""
    if not this_year:
        return 0
    if figure:
        return LIKELY
    return 0 if match[3] else 1.6


def _weight(before: str, after: str, *, has_month: bool, figure: bool) -> float:
    """Return how surely a year is told of as past or present; a bare one may belong to an unsaid plan."""
    if BEGUN.match(after):
        return WEAK
    if has_month or figure or SINCE.match(after) or PAST.match(after) or FROM.search(before):
        return LIKELY
    return WEAK if DONE.match(after) else HINT


def _told_years(sentence: Sentence) -> Iterator[re.Match[str]]:
    """Yield the years that are neither in a title nor ahead."""
    for match in YEAR.finditer(sentence.text):
        before, after = sentence.text[: match.start()], sentence.text[match.end() :]
        if TITLE.search(before) or LAW.search(after) or FUTURE_AFTER.search(after):
            continue
        ahead = FUTURE_BEFORE.search(before) or INTENDED.search(before) or INTENDS.search(after)
        if not ahead or (not match[2] and _is_progress(sentence.text, before)):
            yield match


def _day_of(match: re.Match[str]) -> date | None:
    """Return the first day that a year, month or day may mean; None where the calendar has none."""
    year, month, day = int(match[1]), int(match[2] or 1), int(match[3] or 1)
    return date(year, month, day) if 1 <= month <= 12 and _has(year, month, day) else None


def _has(year: int, month: int, day: int) -> bool:
    return 1 <= day <= calendar.monthrange(year, month)[1]


def _clause(text: str) -> str:
    return re.split("[,、:(]", text[:10])[0]


def _is_progress(sentence: str, before: str) -> bool:
    return bool(PROGRESS.search(before)) and not PLANS.search(sentence.partition("今年")[0])


def comparisons(sentence: Sentence) -> Iterator[Clue]:
    """Find 2021年…2022年…今年: the news is from the year after the last one named."""
    now = sentence.text.find("今年")
    named = [match for match in YEAR.finditer(sentence.text) if match.end() <= now]
    if len(named) >= 2 and int(named[-1][1]) == int(named[-2][1]) + 1:
        year = int(named[-1][1]) + 1
        yield Clue(
            rule="comparison",
            evidence=sentence.evidence(named[-2].start(), now + 2, "comparison"),
            floor=date(year, 1, 1),
            costs={year: 0.0},
            other_cost=SURE,
            item=sentence.item,
        )


def latest_years(sentences: Iterable[Sentence]) -> Iterator[Clue]:
    """Find the latest years of which several items tell: news names the year it is from, or one not long before."""
    told: dict[int, dict[int, tuple[Evidence, ...]]] = defaultdict(dict)
    for sentence in sentences:
        for match in _told_years(sentence):
            told[int(match[1])][sentence.item] = sentence.evidence(match.start(), match.end(), "latest year")
    for many, span, later, weight in LATEST:
        for year in sorted(told, reverse=True):
            telling = {item for near, items in told.items() if year - span < near <= year for item in items}
            if len(telling) >= many:
                evidence = next(reversed(told[year].values()))
                ceiling = date(year + later, 12, 31)
                yield Clue(rule="latest year", evidence=evidence, ceiling=ceiling, weight=weight, item=PAGE)
                break


def anniversaries(sentences: Iterable[Sentence]) -> Iterator[Clue]:
    """Find the years that something has lasted, where its beginning is known or named in the item."""
    sentences = tuple(sentences)
    for sentence in sentences:
        for match in AGE.finditer(sentence.text):
            before, after = sentence.text[: match.start()], sentence.text[match.end() :]
            if INTENDED.search(before) or INTENDS.search(after):
                continue
            evidence = sentence.evidence(max(0, match.start() - 6), match.end(), "anniversary")
            count = int(match[1] or match[2])
            founded = next((year for words, year in FOUNDED.items() if before.endswith(words)), None)
            if founded is None:
                around = sentence.text[max(0, match.start() - 14) : match.start()]
                same = [other for other in sentences if other.item == sentence.item]
                told = {year + count for other in same for year in _started(other, around, other is sentence)}
                costs = _costs(told, is_ordinal=bool(match[1]))
                if costs:
                    yield Clue(
                        rule="anniversary",
                        evidence=evidence,
                        costs=costs,
                        other_cost=LIKELY,
                        item=sentence.item,
                    )
            elif not YEAR.search(before) and not AWAITED.search(before):
                yield Clue(
                    rule="anniversary",
                    evidence=evidence,
                    floor=date(founded + count - 1, 1, 1),
                    weight=LIKELY if CELEBRATED.search(before) else WEAK,
                    item=sentence.item,
                )


def _costs(years: set[int], *, is_ordinal: bool) -> dict[int, float]:
    """Return what the years around those that a count of years leads to cost."""
    beside = {year - 1: 0.5 for year in years}
    if not is_ordinal:
        beside |= {year + 1: 0.8 for year in years}
    return beside | dict.fromkeys(sorted(years), 0.0)


def _started(sentence: Sentence, around: str, counted: bool) -> Iterator[int]:
    """Yield the years that a sentence tells of, if it tells of the beginning that `around` counts from.

    The sentence that is `counted` in names the anniversary itself, too: 2017年是渠通水20周年.
    """
    verb = BEGINNING.search(around)
    shared = any(around[start : start + 4] in sentence.text for start in range(len(around) - 3))
    if verb and verb.group() in sentence.text and shared:
        for match in _told_years(sentence):
            if not counted or FROM.search(sentence.text[: match.start()]):
                yield int(match[1])
