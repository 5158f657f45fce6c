"""A clue to the day on which a page was printed: some words, and what they say against which days."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from generator.model import Evidence, Page, SourceText, evidence_at
from generator.model.passages import Passage, passages
from generator.model.widths import HALF_WIDTH
from generator.tagging.date_words import CHINESE_DIGITS, CHINESE_YEAR, SENTENCE, YEAR

SURE, STRONG, LIKELY, WEAK, HINT = 6.0, 4.0, 2.5, 1.2, 0.6
"""What a clue holds against a day that it excludes; two weak ones of two items do what a likely one does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clue:
    """What some words say about the day of printing."""

    rule: str
    """The name of the rule."""
    evidence: tuple[Evidence, ...]
    """The words, those of each line apart."""
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
    lasts: int = 0
    """Days from `day` on that are as good as the day itself: those of a season."""
    until: tuple[int, int] | None = None
    """Month and day, in the year of the news, after which the page was not printed."""
    costs: Mapping[int, float] = field(default_factory=dict)
    """What speaks against a year of the news."""
    spared: int = 0
    """A month that the costs of its year leave out: 2021年3月 is said in March as well."""
    other_cost: float = 0.0
    """What speaks against all other years."""
    same_year: bool = False
    """Whether `day` lies in the year of printing: 今年3月."""
    weight: float = LIKELY
    """What speaks against a day that the clue excludes."""
    item: int = 0
    """The number of the item on the page; one item's clues are not added up."""

    @property
    def effect(self) -> object:
        """What the clue says, without its words."""
        costs = tuple(self.costs.items()), self.spared, self.other_cost
        days = self.day, self.holiday, self.lead, self.fresh, self.lasts, self.until, self.same_year
        return self.floor, self.ceiling, days, costs, self.weight


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its place and the passages around it."""

    text: str
    """Its words, with half-width digits."""
    passage: Passage
    """The passage that it stands in."""
    start: int
    """Where it begins in the passage."""
    item: int
    """The number of its item on the page."""
    after_year: bool
    """Whether the item has named a year before: days without one may then belong to that year."""
    this_year: bool
    """Whether the page says 今年: it then seldom calls the same year by its number."""
    source: SourceText
    """The text of the page."""

    def evidence(self, start: int, end: int, rule: str) -> tuple[Evidence, ...]:
        """Return the words from `start` to `end`, those of each line apart."""
        spans = self.passage.spans(self.start + start, self.start + end)
        return evidence_at(self.source, spans, rule)


def sentences_of(page: Page) -> Iterator[Sentence]:
    """Yield every sentence of a page, its digits half width."""
    this_year = any("今年" in passage.text for item in page.items for passage in passages(item))
    for number, item in enumerate(page.items):
        after_year = False
        for passage in passages(item):
            text = CHINESE_YEAR.sub(_arabic, passage.text.translate(HALF_WIDTH))
            for match in SENTENCE.finditer(text):
                yield Sentence(
                    match.group(), passage, match.start(), number, after_year, this_year, page.source
                )
                after_year = after_year or bool(YEAR.search(match.group()))


def _arabic(match: re.Match[str]) -> str:
    return match.group().translate(CHINESE_DIGITS)
