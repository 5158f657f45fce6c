"""What the models are fitted on: lines and pairs of lines of pages whose right reading is known, each with the answer.

Pages must have their printed lines joined (`lessons.Laid.joined`). Which wrong pairs are taken is drawn by chance;
the same generator makes the same examples.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from random import Random

from generator.model import Role
from generator.reading.assembling.belonging import Belonging
from generator.reading.assembling.joining import Seams
from generator.reading.assembling.looks import headline_features
from generator.reading.assembling.opening import opening_features
from generator.reading.fitting.lessons import Lesson
from generator.reading.folding import folded
from generator.reading.grammar.forms import find_lead
from generator.reading.recognising import recognise
from generator.vocabulary.taxonomy import Taxonomy

ABOVE, BELOW = 3, 14
"""Lines around one that breaks off among which it might go on."""
WRONG = 5
"""Wrong seams for a right one, at most."""
OTHERS = 2
"""Wrong items for the right one of a line, at most."""
WHOLE = 0.3
"""Share of lines that are held against whole items, not against what stands above the line."""
UNTITLED = 0.15
"""Share of items with a body whose headline is hidden."""

SHORT = "short-line"
"""The rule that takes a line for a headline because nothing else speaks against it."""
NO_COLUMNS = Taxonomy(columns=(), themes=(), events=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Examples:
    """Features of many cases, and whether each is so."""

    features: list[tuple[float, ...]] = field(default_factory=list)
    """One row a case; figures in nats, counts and shares, as the model's own features are."""
    answers: list[bool] = field(default_factory=list)
    """Whether it is so, in the same order."""

    def add(self, features: Sequence[float], answer: bool) -> None:
        """Put one case down."""
        self.features.append(tuple(features))
        self.answers.append(answer)


def examples_of(lessons: Sequence[Lesson], seed: int) -> dict[str, Examples]:
    """Return examples for the models `start`, `seam`, `belongs`, `headline` and `opens`."""
    rng = Random(seed)
    found = {name: Examples() for name in ("start", "seam", "belongs", "headline", "opens")}
    looks: set[tuple[str, bool]] = set()
    openings: set[tuple[str, bool]] = set()
    for lesson in lessons:
        _add_openings(lesson, openings, found["opens"])
        _add_looks(lesson, looks, found["headline"])
        _add_lines(lesson, rng, found["start"], found["seam"])
        for _ in range(2):
            _add_belonging(lesson, rng, found["belongs"])
    return found


def _add_lines(lesson: Lesson, rng: Random, starts: Examples, seams: Examples) -> None:
    """Add each body line as a beginning, and each line that breaks off with what it goes on with."""
    after = {
        above: line
        for item in lesson.items
        for paragraph in item.body
        for above, line in pairwise(paragraph)
        if lesson.text(above) and lesson.text(line)
    }
    lines = sorted(
        line for item in lesson.items for paragraph in item.body for line in paragraph if lesson.text(line)
    )
    if not lines:
        return
    places = {line: place for place, line in enumerate(lines)}
    seen = Seams([lesson.text(line) for line in lines])
    going_on = set(after.values())
    for place, line in enumerate(lines):
        starts.add(seen.start_features(place), line in going_on)
    for above, line in after.items():
        first, second = places[above], places[line]
        near = range(max(0, first - ABOVE), min(len(lines), first + BELOW))
        others = [place for place in near if place not in (first, second)]
        for place in (second, *rng.sample(others, min(WRONG, len(others)))):
            seams.add(seen.seam_features(first, place), place == second)


def _add_looks(lesson: Lesson, seen: set[tuple[str, bool]], found: Examples) -> None:
    """Add each short line once that no mark tells, whether it is a headline or crosshead, or a piece of a sentence."""
    heads = {line for item in lesson.items for line in (*item.heads, *item.crossheads)}
    bodies = {line for item in lesson.items for paragraph in item.body for line in paragraph}
    blocks = recognise(lesson.source, NO_COLUMNS, lesson.sidecar)
    opened = [block.wording.openness for block in blocks if block.role is Role.PARAGRAPH]
    page_open = sum(opened) / max(1, len(opened))
    for block in blocks:
        if block.rule != SHORT or block.line not in heads | bodies:
            continue
        text = folded(lesson.source.text)[block.content.start : block.content.end]
        example = text, block.line in heads
        if example not in seen:
            seen.add(example)
            found.add(headline_features(text, page_open), example[1])


def _add_openings(lesson: Lesson, seen: set[tuple[str, bool]], found: Examples) -> None:
    """Add each paragraph once, up to where it is cut, whether it is the first of its item."""
    for item in lesson.items:
        for place, lines in enumerate(item.body):
            text = lesson.text(lines[0])
            example = text, place == 0
            if text and example not in seen:
                seen.add(example)
                found.add(opening_features(text, lead=find_lead(text) is not None), place == 0)


def _add_belonging(lesson: Lesson, rng: Random, found: Examples) -> None:
    """Add each body line beside its own item and others, as they are above it or whole."""
    rows = sorted(
        (line, number, part)
        for number, item in enumerate(lesson.items)
        for part, lines in (("head", item.heads), ("body", tuple(x for each in item.body for x in each)))
        for line in lines
        if lesson.text(line)
    )
    if not rows:
        return
    belonging = Belonging([lesson.text(line) for line, _, _ in rows])
    above: dict[str, dict[int, list[int]]] = {"head": defaultdict(list), "body": defaultdict(list)}
    for place, (_, own, part) in enumerate(rows):
        if part == "body":
            parts = _others(rows, place) if rng.random() < WHOLE else above
            _add_line(belonging, place, own, parts, rng, found)
        above[part][own].append(place)


def _others(rows: Sequence[tuple[int, int, str]], place: int) -> dict[str, dict[int, list[int]]]:
    found: dict[str, dict[int, list[int]]] = {"head": defaultdict(list), "body": defaultdict(list)}
    for other, (_, number, part) in enumerate(rows):
        if other != place:
            found[part][number].append(other)
    return found


def _add_line(
    belonging: Belonging,
    place: int,
    own: int,
    parts: dict[str, dict[int, list[int]]],
    rng: Random,
    found: Examples,
) -> None:
    heads, bodies = parts["head"], parts["body"]
    items = sorted({*heads, *bodies})
    others = [number for number in items if number != own]
    if own not in items:
        return
    for number in (own, *rng.sample(others, min(OTHERS, len(others)))):
        body = bodies.get(number, [])
        titled = heads.get(number, []) if not body or rng.random() >= UNTITLED else []
        found.add(belonging.features(place, titled, body), number == own)
