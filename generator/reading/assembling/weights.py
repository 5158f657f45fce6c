"""What each piece of evidence is worth, in nats: how much more probable a reading becomes by it.

The figures were fitted on pages whose right reading is known, and held against pages that
had no part in the fitting.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinWeights:
    """How surely one line goes on where another breaks off."""

    pair: float = 1.1
    """The characters at the seam stand side by side elsewhere on the page, against chance."""
    triple: float = 0.46
    """Three characters over the seam do, on either side."""
    quad: float = 0.6
    """Four do."""
    paid: float = 2.0
    """A quotation or bracket that is open is closed."""
    owed: float = -1.8
    """It is not."""
    unowed: float = -2.5
    """One is closed that is not open."""
    closer: float = 8.0
    """The line begins with a stop, a closing quotation mark or bracket."""
    never: float = 4.0
    """It begins with a character that opens no sentence."""
    inside: float = 1.1
    """It begins with one that seldom does."""
    opening: float = -1.2
    """It begins with a word that often does."""
    very_brief: float = 2.0
    """It is a whole sentence of at most eight characters: they end a paragraph more often than they are one."""
    brief: float = 1.0
    """It is one of at most fourteen."""
    stray: float = 3.0
    """It closes a quotation or bracket that it has not opened."""
    indented: float = -1.5
    """It stands behind blanks on a page that indents its paragraphs."""
    flush: float = 2.5
    """It does not."""
    counted: float = -3.0
    """It opens with a number of a row of numbers."""
    limit: float = 6.0
    """No seam says more, either way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LookWeights:
    """How much more a short line looks like a headline than like a piece of a sentence."""

    base: float = -1.02
    """Any short line."""
    long: float = -0.09
    """Each character beyond sixteen."""
    very_long: float = 0.04
    """Each character beyond twenty-eight."""
    parted: float = 0.35
    """A blank or a dash inside."""
    quoted_end: float = -0.37
    """It closes with a quotation mark."""
    asked_end: float = 0.75
    """It closes with a question or exclamation mark."""
    asked_inside: float = -2.22
    """It has one before other words."""
    hanging: float = -0.04
    """It closes with a word that something must follow."""
    numbered: float = -2.88
    """It opens with a number, a year, a word of time."""
    pronoun: float = -0.91
    """It opens with a word that points back."""
    spoken: float = -2.18
    """Somebody says something in it."""
    dated: float = -0.54
    """It names a day or a time."""
    figures: float = 0.08
    """It has a number of two figures."""
    colon: float = 0.56
    """A colon behind eight characters."""
    comma: float = -3.63
    """Each comma or semicolon."""
    aspect: float = -0.14
    """Each 了, 着 or 过."""
    of: float = 0.02
    """Each 的, up to two."""
    unclosed: float = -1.22
    """A quotation or bracket that is opened and not closed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """Priors of the ways print breaks an article, and the worth of words in common."""

    words: float = 0.39
    """What the words and the subject of an item say of a line, against what the model of them says."""
    limit: float = 8.0
    """They say no more, either way."""
    whole: float = 0.8
    """The same of each line and all the rest of an item, when whole readings are compared."""
    keep: float = 1.0
    """How much then remains of the worth of words in common with what was read before."""
    prefix: float = -3.76
    """A body begins above its headline."""
    headless: float = -1.16
    """A paragraph begins an item before its headline is known."""
    byline_first: float = -4.55
    """A byline or a column's mark opens an item before its headline."""
    signed_headless: float = -2.1
    """A headline stands below the byline of its item."""
    far: float = -1.15
    """A headline belongs to a body that other items have parted from it."""
    resume_open: float = -2.44
    """A cut paragraph goes on after other items."""
    resume: float = -4.7
    """A tail stands after another item though its last paragraph was whole."""
    across: float = -1.37
    """An item goes on below a headline of its own or a caption."""
    left_open: float = -15.19
    """A paragraph breaks off for good."""
    no_headline: float = -6.89
    """An item without a headline."""
    no_body: float = -13.87
    """A headline without a body."""
    no_byline: float = -15.23
    """An item that nobody signs on a page that signs the others."""
    signed_twice: float = -2.66
    """A byline and a signed lead in one item."""
    late_lead: float = -3.66
    """A lead in the middle of an item."""
    after_end: float = -5.04
    """A paragraph after the words that close an article."""
    under_byline: float = -4.12
    """A short line without a mark under a byline is a headline all the same."""
    over_byline: float = 1.32
    """A short line over a byline or lead is a headline."""
    last_headline: float = -3.21
    """A headline stands below its whole body."""
    late_byline: float = -5.33
    """A byline stands below a body."""
    leave_early: float = 0.48
    """An older item goes on though the newer has only begun."""
    second_line: float = 0.71
    """A headline of two printed lines."""
    quoted: float = -0.07
    """A short line says words of a paragraph nearby over again."""
    unsigned: float = -0.26
    """Such a line is no headline where every body has its own and articles are signed."""
    crosshead: float = -5.62
    """A short line inside an item is a crosshead."""
    in_turn: float = 5.22
    """A numbered paragraph stands behind the number before its own."""
    out_of_turn: float = -3.31
    """A numbered paragraph stands where the number before its own is missing."""
    parallel: float = 0.34
    """A paragraph begins with the same words as another of the item."""
    leave_open: float = -0.13
    """A paragraph is put elsewhere though the line above it breaks off."""
    one_line: float = 0.07
    """An article of one line."""
    robbed: float = -8.0
    """An article of one line, right below which an older item goes on, on a page whose articles do not mix."""
    lead: float = -0.46
    """A lead begins a body."""
    unmarked: float = 4.43
    """A headline without `#` on a page that marks its headlines."""
    broken_start: float = 0.19
    """A paragraph begins in the middle of a sentence though nothing is open."""
    alike: float = 0.74
    """Another short line of the page is as long, part by part; two at most count."""
    alike_parted: float = 2.42
    """The same, of a line in two or more parts."""
    signing: float = 9.49
    """Part of `no_byline` and `unsigned` that holds at least on a page that signs one article."""
    apart: float = -3.5
    """A line that goes on worse than this is a paragraph of its own."""
    loose: float = -2.2
    """A line that goes on worse than this is doubted."""
    within: float = 3.0
    """A paragraph that begins within a sentence as surely as this has lost words."""
    alone: float = -1.64
    """A signed paragraph is a brief of its own, without a headline."""
    late_body: float = -5.01
    """A body begins far below its headline, behind other headlines."""
    broken_resume: float = 2.58
    """More for an item that goes on, on a page whose articles run through each other."""
    broken_resume_open: float = 1.88
    """More for a cut paragraph that goes on, on such a page."""
    broken_leave: float = 0.26
    """More for a paragraph put elsewhere, on such a page."""
    broken_early: float = 0.74
    """More for an older item that goes on though the newer has only begun, on such a page."""
    calm_resume: float = -2.16
    """More for an item that goes on, on a page whose cut paragraphs all go on right below."""
    broken_headless: float = -2.4
    """More for a paragraph that begins an item before its headline, on such a page."""
    sure: float = 3.0
    """By so much the reading of an item must be better than the best other one."""
    join: JoinWeights = field(default=JoinWeights())
    """How lines go on."""
    looks: LookWeights = field(default=LookWeights())
    """How headlines look."""


WEIGHTS = Weights()
