"""Parts of a set of pages such that no article stands in two of them.

What was fitted on an article says too much of it: figures on pages that share articles with those of the fit are
too good, and so are tables that a model is fitted with. Where pages share no article they stay whole; where most
do, as in a set that lays out the same articles in many manners, each page is cut down to the articles of a part.
"""

from __future__ import annotations

import heapq
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from generator.reading.fitting.lessons import Lesson, Taught

STOPS = re.compile("[。！？!?；;]")
OTHER = re.compile(r"[\W_]+")
LETTERS = 12
"""Letters of a sentence by which an article is known again, at least."""
SHARE = 1 / 3
"""Items that have so large a part of the shorter one's sentences in common are one article."""
PRINTS = 20
"""Articles with one sentence in common that are told apart; more are a form of words."""
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
    """Return so many parts of the lessons, of about as many characters, each in the same order; deterministic."""
    groups = _articles(lessons)
    places = defaultdict(list)
    for unit, place in _units(lessons, groups):
        places[unit].append(place)
    sizes = {unit: sum(_size(lessons, place) for place in found) for unit, found in places.items()}
    links = _links(lessons, places)
    filled = [0] * parts
    part_of: dict[Place, int] = {}
    for unit, part in _grown([unit for unit in places if links[unit]], sizes, links, parts):
        filled[part] += sizes[unit]
        part_of.update(dict.fromkeys(places[unit], part))
    alone = [unit for unit in places if not links[unit]]
    for unit in sorted(alone, key=lambda unit: (-sizes[unit], places[unit][0])):
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
    """Return the items, by place, those of one article being one: they have a part of their sentences in common.

    One sentence is not enough where there are many: agencies and photographers say the same again and again.
    """
    groups = _Groups()
    own = {
        (number, item.number): sentences(lesson, item)
        for number, lesson in enumerate(lessons)
        for item in lesson.items
    }
    having: dict[str, list[Place]] = defaultdict(list)
    for place, said in own.items():
        groups.of(place)
        for sentence in sorted(said):
            others = having[sentence]
            for other in others:
                common = len(said & own[other])
                if common >= SHARE * min(len(said), len(own[other])):
                    groups.join(place, other)
                    break
            else:
                if len(others) < PRINTS:
                    others.append(place)
    return groups


def _links(
    lessons: Sequence[Lesson], places: Mapping[object, Sequence[Place]]
) -> Mapping[object, Counter[object]]:
    """Return for each unit how often each other stands on a page with it."""
    unit_of = {place: unit for unit, found in places.items() for place in found}
    links: dict[object, Counter[object]] = defaultdict(Counter)
    for number, lesson in enumerate(lessons):
        units = dict.fromkeys(unit_of[number, item.number] for item in lesson.items)
        for unit in units:
            links[unit].update(other for other in units if other != unit)
    return links


def _grown(
    units: Sequence[object],
    sizes: Mapping[object, int],
    links: Mapping[object, Counter[object]],
    parts: int,
) -> Iterable[tuple[object, int]]:
    """Yield each unit with its part: a part grows by the unit that shares most of its pages with it.

    So as few pages as can be are cut; the greedy growing of graph partitions (Karypis & Kumar 1998).
    """
    order = {unit: place for place, unit in enumerate(units)}
    degrees = {unit: links[unit].total() for unit in units}
    left, size = dict.fromkeys(units), sum(sizes[unit] for unit in units)
    for part in range(parts):
        goal, held = size / (parts - part), 0
        near: Counter[object] = Counter()
        heap: list[tuple[float, int, object]] = []
        while left and (held < goal or part == parts - 1):
            unit = next(iter(left))
            while heap:
                _, _, found = heapq.heappop(heap)
                if found in left:
                    unit = found
                    break
            del left[unit]
            held += sizes[unit]
            yield unit, part
            for other, times in links[unit].items():
                if other in left:
                    near[other] += times
                    heapq.heappush(heap, (-near[other] / degrees[other], order[other], other))
        size -= held


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
