"""What is shown of text that stands in two places: the list of all runs, and the runs of one item."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from generator.archive.groups import Entry
from generator.archive.shared import Piece, RunKind, SharedPlace, SharedRun
from generator.site.views.frame import Frame, line_href, run_anchor
from generator.site.views.names import page_name, title_of
from generator.site.views.rows import Link

SHOWN = 12
"""Items named under a run, and runs named under an item."""
WORDS = 100
"""Characters that the list shows of a run; the whole stands in its items."""
QUOTED = 36
"""Characters that an item's page shows of a run."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunView:
    """A run of shared text in the list of all."""

    anchor: str
    """Its place on the page."""
    text: str
    """Its text; of a long one the beginning and the end."""
    characters: int
    """Its characters, punctuation and blanks left out."""
    items: int
    """In how many items it stands."""
    formula: bool
    """Whether it is too common to tie its items together."""
    places: tuple[Link, ...]
    """The ways to the first of its items, the newspaper page as note."""
    more: int
    """How many of its items are not among them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedView:
    """A run of shared text on the page of an item."""

    text: str
    """Its words; of a long one the beginning and the end."""
    characters: int
    """Its characters, punctuation and blanks left out."""
    here: str
    """The address of its paragraph in this item."""
    others: tuple[Link, ...]
    """The ways to the other items; empty for a formula."""
    formula: Link | None
    """The way to a formula in the list of all, with the number of its items; else None."""


def run_views(frame: Frame, runs: Iterable[SharedRun]) -> list[RunView]:
    """Return the runs as the list of all shows them."""
    return [_run_view(frame, run) for run in runs]


def _run_view(frame: Frame, run: SharedRun) -> RunView:
    places = {place.entry.item.id: place for place in reversed(run.places)}
    firsts = list(dict.fromkeys(place.entry.item.id for place in run.places))[:SHOWN]
    return RunView(
        anchor=run_anchor(run),
        text=excerpt(run.text, WORDS),
        characters=run.characters,
        items=run.items,
        formula=run.kind is RunKind.FORMULA,
        places=tuple(_way(places[name]) for name in firsts),
        more=run.items - len(firsts),
    )


def shared_views(frame: Frame, entry: Entry) -> tuple[SharedView, ...]:
    """Return the runs of an item that are worth a line: first what ties it to others, then formulae.

    Another item is named once for each part of this one: with the longest run that holds the part.
    """
    return tuple(islice(_shared_views(frame, entry), SHOWN))


def _shared_views(frame: Frame, entry: Entry) -> Iterator[SharedView]:
    told: dict[str, list[tuple[Piece, ...]]] = {}
    runs = frame.shared_of.get(entry.item.id, ())
    for run in sorted(runs, key=lambda run: run.kind is RunKind.FORMULA):
        here = next(place for place in run.places if place.entry.item.id == entry.item.id)
        formula = run.kind is RunKind.FORMULA
        others = {} if formula else _untold(told, here, run)
        if others or formula:
            yield SharedView(
                text=excerpt(run.text, QUOTED),
                characters=run.characters,
                here=line_href(entry.item, here.pieces[0].line),
                others=tuple(_way(place) for place in others.values()),
                formula=Link(text="常用语", href=frame.run_href(run), count=run.items) if formula else None,
            )


def _untold(
    told: dict[str, list[tuple[Piece, ...]]], here: SharedPlace, run: SharedRun
) -> dict[str, SharedPlace]:
    """Return the first place in each other item that no longer run ties to this part, and remember them."""
    others: dict[str, SharedPlace] = {}
    for place in run.places:
        name = place.entry.item.id
        longer = told.setdefault(name, [])
        if name != here.entry.item.id and not any(_holds(each, here.pieces) for each in longer):
            others.setdefault(name, place)
    for name in others:
        told[name].append(here.pieces)
    return others


def _holds(whole: Sequence[Piece], part: Sequence[Piece]) -> bool:
    return all(
        any(one.line == two.line and one.start <= two.start and two.end <= one.end for one in whole)
        for two in part
    )


def _way(place: SharedPlace) -> Link:
    entry = place.entry
    return Link(
        text=title_of(entry.item),
        href=line_href(entry.item, place.pieces[0].line),
        note=page_name(entry.page),
    )


def excerpt(text: str, size: int) -> str:
    """Return a text, or the beginning and the end of one that is longer than `size`.

    >>> excerpt("从前有座山,山里有座庙", 8)
    '从前有座……座庙'
    """
    if len(text) <= size:
        return text
    tail = size // 4
    return f"{text[: size - tail - 2]}……{text[-tail:]}"
