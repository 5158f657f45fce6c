"""Readings of a page before they become items: which block plays which part in which item."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model import Alternative, Kind

FAR = 99.0
"""The margin where no other reading was found."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An item as lists of block numbers (indexes into the page's blocks)."""

    kind: Kind
    """What it is."""
    column: int | None = None
    """Its column mark."""
    column_stated: bool = False
    """Whether an editor said so."""
    heads: tuple[int, ...] = ()
    """The lines of its headline."""
    bylines: tuple[int, ...] = ()
    """Byline, credit and signature lines."""
    body: tuple[tuple[int, ...], ...] = ()
    """Its paragraphs, each the blocks of its pieces, in reading order."""
    subheads: tuple[int, ...] = ()
    """Those of the body's blocks that are crossheads."""
    cut: bool = False
    """Whether its last paragraph breaks off."""
    margin: float = FAR
    """How much worse the best other reading of its blocks is, in nats."""
    rival: str = ""
    """The other reading, in a few Chinese words."""
    alternative: Alternative | None = None
    """The other reading, as a correction could state it."""
    contested: tuple[int, ...] = ()
    """The blocks that the other reading gives to another item, or another part."""
    loose: tuple[tuple[int, int], ...] = ()
    """Pairs of pieces that were joined though little speaks for it."""
    lost: tuple[int, ...] = ()
    """Blocks that begin within a sentence though nothing before them breaks off."""
    weak: bool = False
    """Whether its headline stands below the beginning of its body and has no words in common with it."""
    heir: int | None = None
    """The headline of an unsigned item right below, which may be a crosshead of this one."""
    confidence: float = 1.0
    """How probably it holds just its own lines, 0 to 1."""
    signed: int = 0
    """How many times people are named: a byline, a lead, a signature."""

    @property
    def blocks(self) -> tuple[int, ...]:
        """The numbers of all its blocks but its column mark, in source order."""
        return tuple(sorted([*self.heads, *self.bylines, *(line for piece in self.body for line in piece)]))
