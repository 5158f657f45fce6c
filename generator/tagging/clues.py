"""Words of a page that bound the day it was printed; each clue says what it excludes.

A clue may give a first possible day, a last likely day, a day or a span inside the year of the news,
or a cost for each year that the news may be from. Nothing here decides; dates.py weighs the clues.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from generator.model import Page
from generator.tagging.date_clue import SURE, WEAK, Clue, Sentence, sentences_of
from generator.tagging.date_words import CALLED
from generator.tagging.day_clues import days, holidays, months, seasons
from generator.tagging.year_clues import anniversaries, comparisons, latest_years, years
from generator.vocabulary.taxonomy import Taxonomy


def find_clues(page: Page, taxonomy: Taxonomy) -> tuple[Clue, ...]:
    """Return every clue of a page in reading order, rule by rule."""
    sentences = tuple(sentences_of(page))
    clues: list[Clue] = list(_events(sentences, taxonomy))
    for sentence in sentences:
        clues.extend(years(sentence))
        clues.extend(comparisons(sentence))
        clues.extend(days(sentence))
        clues.extend(months(sentence))
        clues.extend(holidays(sentence))
        clues.extend(seasons(sentence))
    clues.extend(anniversaries(sentences))
    clues.extend(latest_years(sentences))
    return tuple(clues)


def _events(sentences: Iterable[Sentence], taxonomy: Taxonomy) -> Iterator[Clue]:
    for sentence in sentences:
        for event in taxonomy.events:
            term = next((term for term in event.terms if term in sentence.text), None)
            if term:
                at = sentence.text.index(term)
                evidence = sentence.evidence(at, at + len(term), "event")
                start = date.fromisoformat(event.start)
                weight = WEAK if CALLED.search(sentence.passage.text) else SURE
                yield Clue(rule="event", evidence=evidence, floor=start, weight=weight, item=sentence.item)
                if event.end:
                    end = date.fromisoformat(event.end)
                    yield Clue(rule="event", evidence=evidence, ceiling=end, item=sentence.item)
