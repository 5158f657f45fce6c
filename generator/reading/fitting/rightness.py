"""What the model `right` is fitted on: the items of readings, with what the decision shows and whether they are right."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from pathlib import Path

from generator.reading.assembling.beam import BeamSearch
from generator.reading.assembling.confidence import Confidence
from generator.reading.assembling.rivals import rival_of
from generator.reading.assembling.weights import Weights
from generator.reading.fitting.examples import Examples
from generator.reading.fitting.lessons import Lesson
from generator.reading.fitting.pages import seen, working
from generator.telling.progress import Progress
from generator.vocabulary.taxonomy import Taxonomy

Rows = list[tuple[tuple[float, ...], bool]]


def items_read(
    lessons: Sequence[Lesson], taxonomy: Taxonomy, weights: Weights, evidence: Path, *, progress: Progress
) -> Examples:
    """Read lessons and return an example for each item: the features of `confidence`, and whether it is right.

    It is right if its body has just the lines of one item's paragraphs, crossheads left out.
    """
    found = Examples()
    with working(lessons, taxonomy, evidence) as pools:
        asked = [(number, weights) for number in range(len(lessons))]
        for rows in progress.track(pools.over(rows_of, asked), name="把握:读版面", total=len(asked)):
            for features, right in rows:
                found.add(features, right)
    return found


def rows_of(asked: tuple[int, Weights]) -> Rows:
    """Read one lesson, by its place, and return features and answer of each of its items that has a body."""
    number, weights = asked
    page = seen(number)
    survey = page.survey(weights)
    if not survey.elements:
        return []
    states = BeamSearch(survey.elements, survey.affinity, weights).run()
    slots = states[0].slots
    margins = [rival_of(slot, states).margin for slot in slots]
    shown = Confidence(slots, margins, survey.elements, survey.affinity).features
    items = page.laid.lesson.items
    crossheads = set(chain.from_iterable(item.crossheads for item in items))
    wanted = {frozenset(chain.from_iterable(item.body)) for item in items}
    rows: Rows = []
    for slot, features in zip(slots, shown, strict=True):
        lines = page.laid.printed(survey.elements[line].block.line for line in slot.body) - crossheads
        if lines:
            rows.append((features, lines in wanted))
    return rows
