"""Text that stands in two items: reprints, repeated paragraphs, slogans and formulae.

What is compared is the text without punctuation and blanks (`comparing`). Every twelve characters of the archive
are hashed and sorted, so that equal ones meet (`grams`); from where they meet, each run is followed as far as its
places agree (`repeats`); of what is found, that is listed which says something new (`choosing`). No step looks at
pairs of items, so the work grows with the archive and not with its square.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.archive.shared.choosing import Repeat, choose
from generator.archive.shared.comparing import Letters, comparable, letters_of
from generator.archive.shared.grams import BREAK, repeated_grams
from generator.archive.shared.repeats import follow
from generator.archive.shared.values import Piece, RunKind, SharedPlace, SharedRun

if TYPE_CHECKING:
    from generator.archive.groups import Entry, Group

__all__ = ["Piece", "RunKind", "SharedPlace", "SharedRun", "find_shared"]

MOST_PLACES = 100
"""Places that a run names; how many items have it is counted beyond."""
DIGITS = 12
"""Hex digits of a run's id."""


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A place that is to be named: of which run, which of its places, from where to where in the item."""

    run: int
    place: int
    start: int
    end: int


def find_shared(entries: Group) -> tuple[SharedRun, ...]:
    """Return every run of twelve characters and more that stands in two of `entries`, the longest first."""
    texts = [comparable(entry.page.source, entry.item) for entry in entries]
    text = BREAK + "".join(f"{each}{BREAK}" for each in texts)
    starts = [1]
    for each in texts:
        starts.append(starts[-1] + len(each) + 1)
    del texts
    repeats = [
        repeat for block in repeated_grams(text, starts[:-1]) for repeat in follow(text, starts, block)
    ]
    chosen = choose(repeats)
    places = _places(entries, starts, chosen)
    return tuple(_run(text, repeat, places[number]) for number, repeat in enumerate(chosen))


def _places(
    entries: Group, starts: Sequence[int], chosen: Sequence[Repeat]
) -> Mapping[int, Mapping[int, tuple[Entry, tuple[Piece, ...]]]]:
    """Return the item and the pieces of each place that is named, by run and place; each item is looked at once."""
    wanted: dict[int, list[_Wanted]] = {}
    for run, repeat in enumerate(chosen):
        for place, start in enumerate(repeat.starts[:MOST_PLACES]):
            item = bisect_right(starts, start) - 1
            begin = start - starts[item]
            wanted.setdefault(item, []).append(_Wanted(run, place, begin, begin + repeat.length))
    found: dict[int, dict[int, tuple[Entry, tuple[Piece, ...]]]] = {}
    for item in sorted(wanted):
        entry = entries[item]
        letters = letters_of(entry.page.source, entry.item)
        for each in wanted[item]:
            pieces = _pieces(entry, letters, each)
            found.setdefault(each.run, {})[each.place] = (entry, pieces)
    return found


def _pieces(entry: Entry, letters: Letters, wanted: _Wanted) -> tuple[Piece, ...]:
    source = entry.page.source
    made = []
    for span in letters.spans_of(wanted.start, wanted.end):
        line = source.line_of(span.start)
        begin = source.line_span(line).start
        made.append(Piece(line=line, start=span.start - begin, end=span.end - begin, text=source.quote(span)))
    return tuple(made)


def _run(text: str, repeat: Repeat, named: Mapping[int, tuple[Entry, tuple[Piece, ...]]]) -> SharedRun:
    compared = text[repeat.starts[0] : repeat.starts[0] + repeat.length]
    places = [named[place] for place in sorted(named)]
    printed = "".join(piece.text for piece in places[0][1])
    return SharedRun(
        id=hashlib.sha256(compared.encode("utf-8", "surrogatepass")).hexdigest()[:DIGITS],
        kind=RunKind.FORMULA if repeat.formula else RunKind.PASSAGE,
        text=printed,
        characters=repeat.length,
        items=repeat.items,
        places=tuple(
            SharedPlace(entry=entry, pieces=pieces, exact="".join(piece.text for piece in pieces) == printed)
            for entry, pieces in places
        ),
    )
