"""What each piece of evidence is worth, in nats: how much more probable a reading becomes by it.

The figures were fitted on pages whose right reading is known, and held against pages that
had no part in the fitting.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """Priors of the ways print breaks an article, and the worth of words in common."""

    words: float = 9.9
    """Words in common, at most."""
    rate: float = 6.3
    """How soon words in common are enough."""
    spread: float = 0.93
    """How much a word in common is worth less in a long item."""
    head: float = 2.75
    """Words in common with a headline, against those with a paragraph."""
    whole: float = 5.0
    """Words in common with all the rest of an item, when whole readings are compared."""
    whole_rate: float = 8.9
    """How soon they are enough."""
    keep: float = 0.5
    """How much then remains of the worth of words in common with what was read before."""
    prefix: float = -2.5
    """A body begins above its headline."""
    headless: float = -2.6
    """A paragraph begins an item before its headline is known."""
    byline_first: float = -2.0
    """A byline or a column's mark opens an item before its headline."""
    far: float = -2.0
    """A headline belongs to a body that other items have parted from it."""
    resume_open: float = -3.3
    """A cut paragraph goes on after other items."""
    resume: float = -7.5
    """A tail stands after another item though its last paragraph was whole."""
    across: float = -0.3
    """An item goes on below a headline of its own or a caption."""
    left_open: float = -3.5
    """A paragraph breaks off for good."""
    no_headline: float = -6.5
    """An item without a headline."""
    no_body: float = -10.0
    """A headline without a body."""
    no_byline: float = -6.5
    """An item that nobody signs on a page that signs the others."""
    signed_twice: float = -3.5
    """A byline and a signed lead in one item."""
    late_lead: float = -7.0
    """A lead in the middle of an item."""
    after_end: float = -3.0
    """A paragraph after the words that close an article."""
    under_byline: float = -4.0
    """A short line without a mark under a byline is a headline all the same."""
    over_byline: float = 5.0
    """A short line over a byline or lead is a headline."""
    last_headline: float = -2.5
    """A headline stands below its whole body."""
    late_byline: float = -5.0
    """A byline stands below a body."""
    leave_early: float = -2.0
    """An older item goes on though the newer has only begun."""
    second_line: float = -3.5
    """A headline of two printed lines."""
    quoted: float = 4.0
    """A short line says words of a paragraph nearby over again."""
    unsigned: float = 4.0
    """Such a line is no headline where every body has its own and articles are signed."""
    crosshead: float = -5.0
    """A short line inside an item is a crosshead."""
    in_turn: float = 5.0
    """A numbered paragraph stands behind the number before its own."""
    out_of_turn: float = -4.0
    """A numbered paragraph stands where the number before its own is missing."""
    parallel: float = 1.5
    """A paragraph begins with the same words as another of the item."""
    leave_open: float = -1.5
    """A paragraph is put elsewhere though the line above it breaks off."""
    one_line: float = -1.7
    """An article of one line."""
    lead: float = 2.0
    """A lead begins a body."""
    unmarked: float = 5.0
    """A headline without `#` on a page that marks its headlines."""
    broken_start: float = 0.7
    """A paragraph begins in the middle of a sentence though nothing is open."""


WEIGHTS = Weights()
