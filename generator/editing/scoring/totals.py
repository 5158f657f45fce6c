"""Measured pages added up: one score for each manner, one for all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.editing.scoring.measuring import PageMeasure
from generator.editing.scoring.reliability import Reliability, reliability_of

ALL = "全部"
"""The name of the score of all pages, and of pages that lie in no folder of their own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How well the pages of one manner are read; shares are 0 to 1, None where there is nothing to count."""

    manner: str
    """The manner's name."""
    pages: int
    """How many pages."""
    items: int
    """How many items the answers have."""
    pair_f1: float
    """Mean over the pages of the F1 of pairs of body lines."""
    exact: float
    """Share of items whose body lines are exactly right."""
    order: float
    """Share of items whose paragraphs are exactly right and in order."""
    headline: float | None
    """Share right of the items that have, or were given, a headline."""
    byline: float | None
    """Share right of the items that name, or were given, somebody."""
    kind: float
    """Share of items that are called what they are."""
    sure_share: float | None
    """Share of the reading's items that are called sure."""
    sure_right: float | None
    """Share of those called sure whose body lines are exactly those of an item."""
    mixed: int
    """How many of those called sure hold lines of two or more items."""
    reliability: Reliability
    """Whether their confidence means what it says."""


def add_up(measures: Sequence[PageMeasure]) -> tuple[Score, ...]:
    """Return a score for each manner by name, then, if there are several, one of all pages."""
    manners = sorted({measure.manner for measure in measures})
    scores = [
        _score(manner or ALL, [each for each in measures if each.manner == manner]) for manner in manners
    ]
    return (*scores, _score(ALL, measures)) if len(scores) > 1 else tuple(scores)


def _score(manner: str, measures: Sequence[PageMeasure]) -> Score:
    answers = [answer for measure in measures for answer in measure.answers]
    read = [item for measure in measures for item in measure.read]
    sure = [item for item in read if item.sure]
    return Score(
        manner=manner,
        pages=len(measures),
        items=len(answers),
        pair_f1=_mean([measure.pair_f1 for measure in measures]) or 0.0,
        exact=_mean([answer.exact for answer in answers]) or 0.0,
        order=_mean([answer.order for answer in answers]) or 0.0,
        headline=_mean(answer.headline for answer in answers),
        byline=_mean(answer.byline for answer in answers),
        kind=_mean([answer.kind for answer in answers]) or 0.0,
        sure_share=_mean(item.sure for item in read),
        sure_right=_mean(item.right for item in sure),
        mixed=sum(item.mixed for item in sure),
        reliability=reliability_of((item.confidence, item.right) for item in read),
    )


def _mean(values: Iterable[float | None]) -> float | None:
    """Return the mean of those values that are there; None where none is."""
    known = [value for value in values if value is not None]
    return sum(known) / len(known) if known else None
