"""Clues in the days, months, holidays and seasons that a page names without their year."""

from __future__ import annotations

import calendar
from collections.abc import Iterator

from generator.tagging.date_clue import LIKELY, STRONG, WEAK, Clue, Sentence
from generator.tagging.date_words import (
    BEFORE_MONTH,
    COMING,
    DATELINE,
    DAY,
    FRESH_DAY,
    FRESH_HOLIDAY,
    HELD,
    HOLIDAY,
    HOLIDAYS,
    INTENDED,
    LAW,
    MONTH_SINCE,
    MONTHS,
    NOT_THIS_YEAR,
    OVER,
    PLANNED,
    QUARTERS,
    SCENE,
    SEASON,
    THIS_MONTH,
    THROUGH,
    TODAY,
    YEAR,
)

WIRED, FRESH, STALE = 15, 60, 240
"""Days after which a newspaper hardly tells of a day: a wire's own, one told as news, any other."""


def days(sentence: Sentence) -> Iterator[Clue]:
    """Find days of no named year, and how new the words around them make them."""
    for match in DAY.finditer(sentence.text):
        before, after = sentence.text[: match.start()], sentence.text[match.end() :]
        month, day = int(match[1]), int(match[2])
        fresh = None if HELD.match(after) else FRESH_DAY.match(after)
        wired = (DATELINE.match(after) and not YEAR.search(before)) or TODAY.search(before)
        if YEAR.search(before) or NOT_THIS_YEAR.search(before) or COMING.search(after) or LAW.search(after):
            continue
        if INTENDED.search(before) and not wired:
            continue
        if not _exists(month, day) or (sentence.after_year and not fresh and not wired):
            continue
        evidence = sentence.evidence(match.start(), match.end() + (fresh.end() if fresh else 0), "day")
        age, weight = (WIRED, STRONG) if wired else (FRESH, LIKELY) if fresh else (STALE, WEAK)
        weight = LIKELY if SCENE.match(after) and not HELD.match(after) else weight
        yield Clue(
            rule="day", evidence=evidence, day=(month, day), fresh=age, weight=weight, item=sentence.item
        )


def _exists(month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= calendar.monthrange(2024, month)[1]


def months(sentence: Sentence) -> Iterator[Clue]:
    """Find months of this year that are over or have begun, and months before which something is planned."""
    for pattern, rule in ((MONTH_SINCE, "since month"), (THIS_MONTH, "month")):
        for match in pattern.finditer(sentence.text):
            if 1 <= int(match[1]) <= 12 and not YEAR.search(sentence.text[: match.start()]):
                evidence = sentence.evidence(match.start(), match.end(), rule)
                over = rule == "month" and OVER.search(sentence.text[match.end() :])
                yield Clue(
                    rule=rule,
                    evidence=evidence,
                    day=(int(match[1]), 1),
                    same_year=rule == "month",
                    fresh=None if rule == "month" else STALE,
                    weight=LIKELY if over else WEAK,
                    item=sentence.item,
                )
    for match in THROUGH.finditer(sentence.text):
        month = int(match[1] or match[2] or QUARTERS[match[3]])
        if 1 <= month <= 12:
            evidence = sentence.evidence(match.start(), match.end(), "months of this year")
            yield Clue(
                rule="months of this year",
                evidence=evidence,
                day=_end_of(month),
                same_year=month < 12,
                fresh=120,
                item=sentence.item,
            )
    for match in BEFORE_MONTH.finditer(sentence.text):
        month = int(match[1])
        if 1 <= month <= 12 and PLANNED.search(sentence.text[: match.start()]):
            evidence = sentence.evidence(match.start(), match.end(), "planned")
            yield Clue(rule="planned", evidence=evidence, until=_end_of(month), item=sentence.item)


def _end_of(month: int) -> tuple[int, int]:
    return month, calendar.monthrange(2023, month)[1]


def holidays(sentence: Sentence) -> Iterator[Clue]:
    """Find holidays that are over, that are now, or on the eve of which something happened."""
    for match in HOLIDAY.finditer(sentence.text):
        before, after = sentence.text[: match.start()], sentence.text[match.end() :]
        if NOT_THIS_YEAR.search(before) or YEAR.search(before) or COMING.search(after):
            continue
        coming = match["mark"] in ("前夕", "来临", "到来", "佳节")
        fresh = bool(FRESH_HOLIDAY.search(before)) or match["mark"] in ("前夕", "当天")
        yield Clue(
            rule="holiday",
            evidence=sentence.evidence(match.start(), match.end(), "holiday"),
            holiday=_holiday_name(match["name"]),
            lead=15 if coming else 0,
            fresh=45 if fresh else STALE,
            weight=LIKELY if fresh else WEAK,
            item=sentence.item,
        )


def _holiday_name(printed: str) -> str:
    name = printed.strip("“”")
    return name if name in HOLIDAYS else name.removesuffix("节")


def seasons(sentence: Sentence) -> Iterator[Clue]:
    """Find a season that is now."""
    match = SEASON.search(sentence.text)
    if match and not YEAR.search(sentence.text[: match.start()]):
        first, last = MONTHS[match[1]]
        evidence = sentence.evidence(match.start(), match.end(), "season")
        lasts = (last - first + 1) * 31
        yield Clue(
            rule="season",
            evidence=evidence,
            day=(first, 1),
            fresh=lasts + 30,
            lasts=lasts,
            item=sentence.item,
        )
