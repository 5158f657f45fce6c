"""What each piece of evidence is worth, in nats: how much more probable a reading becomes by it.

The figures were fitted on pages whose right reading is known, and held against pages that
had no part in the fitting.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """Priors of the ways print breaks an article, and the worth of words in common."""

    body: float = 7.0
    """Words in common with the paragraphs of an item."""
    head: float = 10.0
    """Words in common with its headline."""
    prefix: float = -3.0
    """A body begins above its headline."""
    headless: float = -2.5
    """A paragraph begins an item before its headline is known."""
    byline_first: float = -1.5
    """A headline stands in the middle of its body."""
    resume_open: float = -2.0
    """A cut paragraph goes on after other items."""
    resume: float = -4.5
    """A tail stands after another item though its last paragraph was whole."""
    across: float = -0.7
    """An item goes on below a headline of its own or a caption."""
    left_open: float = -6.0
    """A paragraph breaks off for good."""
    no_headline: float = -7.0
    """An item without a headline."""
    no_body: float = -6.0
    """A headline without a body."""
    no_byline: float = -2.5
    """An item that nobody signs on a page that signs the others."""
    signed_twice: float = -4.0
    """A byline and a signed lead in one item."""
    late_lead: float = -7.0
    """A lead in the middle of an item."""
    after_end: float = -3.0
    """A paragraph after the words that close an article."""
    second_line: float = -1.5
    """A headline of two printed lines."""
    crosshead: float = -5.0
    """A short line inside an item is a crosshead."""
    cut_line: float = -4.0
    """A short line is the beginning of a cut paragraph."""
    unmarked: float = -5.0
    """A headline without `#` on a page that marks its headlines."""
    broken_start: float = -3.0
    """A paragraph begins in the middle of a sentence though nothing is open."""
    open_end: float = -3.0
    """A new paragraph begins though the one above is open."""


WEIGHTS = Weights()
