"""A reading of a page while it is made: items as indexes into the page's elements."""

from __future__ import annotations

from typing import NamedTuple


class Slot(NamedTuple):
    """One item of a reading, by indexes into the elements."""

    column: int = -1
    """Its column mark; -1 for none."""
    heads: tuple[int, ...] = ()
    """The lines of its headline, in source order."""
    bylines: tuple[int, ...] = ()
    """Its byline and signature lines, in source order."""
    body: tuple[int, ...] = ()
    """The pieces of its paragraphs and its crossheads, in source order."""
    subheads: tuple[int, ...] = ()
    """Those of `body` that are crossheads."""
    note: bool = False
    """Whether the word of an editor's note opened it."""
    alone: bool = False
    """Whether it is one signed paragraph without a headline: a brief, or the words under a picture."""


class State(NamedTuple):
    """A reading of the elements so far."""

    score: float = 0.0
    """Everything that speaks for it so far, in nats; 0 before the first element."""
    slots: tuple[Slot, ...] = ()
    """Its items, in the order in which they were opened."""
    current: int = -1
    """The slot that the last element went to; -1 behind a mark of a column."""
    pending: int = -1
    """A column mark that waits for its item."""
    last: int = -1
    """The last element that went to an item."""


class Option(NamedTuple):
    """A paragraph put into one slot of a reading, or a headline set over one; -1 for a slot of its own."""

    score: float
    """What the reading is worth with the line there, in nats."""
    state: State
    """The reading before the line."""
    number: int
    """The index of the slot that takes the line; -1 for one of its own."""
    titles: bool = False
    """Whether the line becomes the headline of the slot, not a part of its body."""
