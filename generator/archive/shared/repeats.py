"""From the places of twelve equal characters to the runs that begin there, each as long as its places agree."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from generator.archive.shared.choosing import Repeat
from generator.archive.shared.grams import BREAK, SHORTEST

MOST_IN_ONE = 20
"""Places in one text that are followed: what stands there more often is a pattern, and would cost its square."""
STEP = 16
"""Characters that are compared at first; twice as many each time that all agree."""


def follow(text: str, starts: Sequence[int], block: Iterable[int]) -> Iterator[Repeat]:
    """Yield every run that begins at positions of `block`, which have one hash.

    A run is a text with all its places such that no longer text stands at all of them. `text` and
    `starts` are those of `grams.repeated_grams`, with the end of the last text behind the last start.
    """
    grams: dict[str, list[int]] = {}
    for position in block:
        grams.setdefault(text[position : position + SHORTEST], []).append(position)
    waiting = [(_few(starts, places), SHORTEST) for places in grams.values()]
    while waiting:
        places, length = waiting.pop()
        items = len({bisect_right(starts, place) for place in places})
        if items < 2 or not _begin_here(text, places):
            continue
        length = _agree(text, places, length)
        yield Repeat(length=length, starts=tuple(places), items=items, home=bisect_right(starts, places[0]))
        following: dict[str, list[int]] = {}
        for place in places:
            following.setdefault(text[place + length], []).append(place)
        following.pop(BREAK, None)
        waiting += [(others, length + 1) for others in following.values() if len(others) > 1]


def _few(starts: Sequence[int], places: Iterable[int]) -> list[int]:
    """Return the first places in each text."""
    texts = groupby(places, key=lambda place: bisect_right(starts, place))
    return [place for _, group in texts for place in list(group)[:MOST_IN_ONE]]


def _begin_here(text: str, places: Iterable[int]) -> bool:
    """Tell whether the run cannot begin one character earlier at all places."""
    before = {text[place - 1] for place in places}
    return len(before) > 1 or BREAK in before


def _agree(text: str, places: Sequence[int], length: int) -> int:
    """Return how far all places agree; they do for `length` characters."""
    step = STEP
    while True:
        ahead = {text[place + length : place + length + step] for place in places}
        agreed = _common(min(ahead), max(ahead))
        length += agreed
        if agreed < step:
            return length
        step *= 2


def _common(first: str, last: str) -> int:
    """Return how many characters two texts begin with alike, no break among them; all between them do, in order."""
    first = first.partition(BREAK)[0]
    pairs = zip(first, last, strict=False)
    return next((at for at, (one, other) in enumerate(pairs) if one != other), min(len(first), len(last)))
