"""Parts of a set of pages such that no article stands in two of them.

What was fitted on an article says too much of it: figures on pages that share articles with those of the fit are
too good, and so are tables that a model is fitted with. Where pages share no article they stay whole; where most
do, as in a set that lays out the same articles in many manners, each page is cut down to the articles of a part.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from generator.reading.fitting.lessons import Lesson, Taught

STOPS = re.compile("[。！？!?；;]")
OTHER = re.compile(r"[\W_]+")
LETTERS = 12
"""A sentence of so many letters that stands in two items makes them one article."""
Place = tuple[int, int]
"""The place of a lesson, and of an item in it."""


class _Groups:
    """Things that were said to be one (Tarjan 1975)."""

    def __init__(self) -> None:
        self._above: dict[object, object] = {}

    def of(self, one: object) -> object:
        """Return what stands for all that are one with `one`."""
        self._above.setdefault(one, one)
        while self._above[one] != one:
            self._above[one] = self._above[self._above[one]]
            one = self._above[one]
        return one

    def join(self, one: object, other: object) -> None:
        """Say that the two are one."""
        self._above[self.of(one)] = self.of(other)


def sentences(lesson: Lesson, item: Taught) -> frozenset[str]:
    """Return the letters of each longer sentence of an item, however it is printed."""
    found = (OTHER.sub("", part) for text in lesson.paragraphs(item) for part in STOPS.split(text))
    return frozenset(part for part in found if len(part) >= LETTERS)


def parted(lessons: Sequence[Lesson], parts: int) -> list[list[Lesson]]:
    """Return so many parts of the lessons, of about as many characters, each with the same order; deterministic."""
    groups = _articles(lessons)
    places = defaultdict(list)
    for unit, place in _units(lessons, groups):
        places[unit].append(place)
    sizes = {unit: sum(_size(lessons, place) for place in found) for unit, found in places.items()}
    filled = [0] * parts
    part_of: dict[Place, int] = {}
    for unit in sorted(places, key=lambda unit: (-sizes[unit], places[unit][0])):
        least = filled.index(min(filled))
        filled[least] += sizes[unit]
        part_of.update(dict.fromkeys(places[unit], least))
    return [_cut(lessons, part_of, part) for part in range(parts)]


def without_articles(lessons: Sequence[Lesson], others: Sequence[Lesson]) -> list[Lesson]:
    """Return the lessons without the items that stand, in whatever form, in `others`."""
    groups = _articles([*lessons, *others])
    count = len(lessons)
    known = {
        groups.of((number, item.number))
        for number, lesson in enumerate(others, count)
        for item in lesson.items
    }
    part_of = {
        (number, item.number): int(groups.of((number, item.number)) in known)
        for number, lesson in enumerate(lessons)
        for item in lesson.items
    }
    return _cut(lessons, part_of, 0)


def distinct(lessons: Iterable[Lesson]) -> list[list[str]]:
    """Return the paragraphs of each article once, though it may be printed many times."""
    seen: set[str] = set()
    found = []
    for lesson in lessons:
        for item in lesson.items:
            own = sentences(lesson, item)
            if own and len(own & seen) * 2 > len(own):
                continue
            seen |= own
            if paragraphs := lesson.paragraphs(item):
                found.append(paragraphs)
    return found


def _articles(lessons: Sequence[Lesson]) -> _Groups:
    """Return the items, by place, those with a sentence in common being one."""
    groups = _Groups()
    for number, lesson in enumerate(lessons):
        for item in lesson.items:
            for sentence in sentences(lesson, item):
                groups.join((number, item.number), sentence)
    return groups


def _units(lessons: Sequence[Lesson], groups: _Groups) -> Iterable[tuple[object, Place]]:
    """Yield each item's place and what may not be parted: pages that share articles, or the articles alone."""
    pages = _Groups()
    for number, lesson in enumerate(lessons):
        for item in lesson.items:
            pages.join(("page", number), ("article", groups.of((number, item.number))))
    sizes: dict[object, int] = defaultdict(int)
    for number in range(len(lessons)):
        sizes[pages.of(("page", number))] += 1
    for number, lesson in enumerate(lessons):
        whole = pages.of(("page", number))
        for item in lesson.items:
            place = (number, item.number)
            yield (whole if sizes[whole] * 3 <= len(lessons) else groups.of(place)), place


def _size(lessons: Sequence[Lesson], place: Place) -> int:
    lesson = lessons[place[0]]
    return sum(
        len(lesson.source.lines[line - 1])
        for item in lesson.items
        if item.number == place[1]
        for line in item.lines
    )


def _cut(lessons: Sequence[Lesson], part_of: dict[Place, int], part: int) -> list[Lesson]:
    found = []
    for number, lesson in enumerate(lessons):
        numbers = {item.number for item in lesson.items if part_of[number, item.number] == part}
        if numbers:
            found.append(lesson.only(numbers))
    return found
