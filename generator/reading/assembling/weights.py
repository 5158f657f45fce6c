"""What each piece of evidence is worth, in nats: how much more probable a reading becomes by it.

The figures stand in `evidence/fitted.json`, where `python -m generator fit` writes them beside what fitted them
and how well they do on pages that had no part in the fitting.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any

from generator.reading.evidence.places import evidence_file
from generator.reading.evidence.stored import fault_of_number, faults_of_names, read_stored, stored_fault
from generator.telling.errors import ConfigError


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinWeights:
    """How surely one line goes on where another breaks off."""

    pair: float
    """The characters at the seam stand side by side elsewhere on the page, against chance."""
    triple: float
    """Three characters over the seam do, on either side."""
    paid: float
    """A quotation or bracket that is open is closed."""
    owed: float
    """It is not."""
    unowed: float
    """One is closed that is not open."""
    closer: float
    """The line begins with a stop, a closing quotation mark or bracket."""
    never: float
    """It begins with a character that opens no sentence."""
    inside: float
    """It begins with one that seldom does."""
    opening: float
    """It begins with a word that often does."""
    brief: float
    """It is a whole sentence of at most fourteen characters: they end a paragraph more often than they are one."""
    stray: float
    """It closes a quotation or bracket that it has not opened."""
    indented: float
    """It stands behind blanks on a page that indents its paragraphs."""
    flush: float
    """It does not."""
    counted: float
    """It opens with a number of a row of numbers."""
    limit: float
    """No seam says more, either way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """Priors of the ways print breaks an article, and the worth of words in common."""

    words: float
    """What the words and the subject of an item say of a line, against what the model of them says."""
    limit: float
    """They say no more, either way."""
    looks: float
    """How a short line looks, against what the model of headlines says."""
    whole: float
    """The same of each line and all the rest of an item, when whole readings are compared."""
    keep: float
    """How much then remains of the worth of words in common with what was read before."""
    prefix: float
    """A body begins above its headline."""
    headless: float
    """A paragraph begins an item before its headline is known."""
    byline_first: float
    """A byline or a column's mark opens an item before its headline."""
    signed_headless: float
    """A headline stands below the byline of its item."""
    far: float
    """A headline belongs to a body that other items have parted from it."""
    resume_open: float
    """A cut paragraph goes on after other items."""
    resume: float
    """A tail stands after another item though its last paragraph was whole."""
    across: float
    """An item goes on below a headline of its own or a caption."""
    left_open: float
    """A paragraph breaks off for good."""
    no_headline: float
    """An item without a headline."""
    no_body: float
    """A headline without a body."""
    no_byline: float
    """An item that nobody signs on a page that signs the others."""
    signed_twice: float
    """A byline and a signed lead in one item."""
    late_lead: float
    """A lead in the middle of an item."""
    after_end: float
    """A paragraph after the words that close an article."""
    over_byline: float
    """A short line over a byline or lead is a headline."""
    last_headline: float
    """A headline stands below its whole body."""
    late_byline: float
    """A byline stands below a body."""
    leave_early: float
    """An older item goes on though the newer has only begun."""
    second_line: float
    """A headline of two printed lines."""
    crosshead: float
    """A short line inside an item is a crosshead; less of it holds, the more of the short lines have names below."""
    in_turn: float
    """A numbered paragraph stands behind the number before its own."""
    out_of_turn: float
    """A numbered paragraph stands where the number before its own is missing."""
    parallel: float
    """A paragraph begins with the same words as another of the item."""
    leave_open: float
    """A paragraph is put elsewhere though the line above it breaks off."""
    robbed: float
    """An article of one line, right below which an older item goes on, on a page whose articles do not mix."""
    lead: float
    """A lead begins a body."""
    unmarked: float
    """A headline without `#` on a page that marks its headlines."""
    broken_start: float
    """A paragraph begins in the middle of a sentence though nothing is open."""
    alike_parted: float
    """Another short line of the page has as many parts, and each is as long; two at most count."""
    signing: float
    """Part of `no_byline` and `unsigned` that holds at least on a page that signs one article."""
    apart: float
    """A line that goes on worse than this is a paragraph of its own."""
    loose: float
    """A line that goes on worse than this is doubted."""
    within: float
    """A paragraph that begins within a sentence as surely as this has lost words."""
    alone: float
    """A signed paragraph is a brief of its own, without a headline."""
    late_body: float
    """A body begins far below its headline, behind other headlines."""
    broken_resume: float
    """More for an item that goes on, on a page whose articles run through each other."""
    broken_resume_open: float
    """More for a cut paragraph that goes on, on such a page."""
    broken_leave: float
    """More for a paragraph put elsewhere, on such a page."""
    broken_early: float
    """More for an older item that goes on though the newer has only begun, on such a page."""
    calm_resume: float
    """More for an item that goes on, on a page whose cut paragraphs all go on right below."""
    broken_headless: float
    """More for a paragraph that begins an item before its headline, on such a page."""
    opens: float
    """What the model of beginnings says, on a page none of whose paragraphs was cut."""
    intact_resume: float
    """More for an item that goes on, on a page none of whose paragraphs was cut."""
    led: float
    """An item without a headline begins with a lead."""
    grown: float
    """An item without headline and byline has more than one paragraph."""
    run: float
    """An item of one paragraph without a headline stands right below another such."""
    sure: float
    """By so much the reading of an item must be better than the best other one."""
    join: JoinWeights
    """How lines go on."""


GROUPS: Mapping[str, type[JoinWeights]] = {"join": JoinWeights}
"""The groups of weights inside the others."""


def names_of(kind: type[Weights] | type[JoinWeights]) -> tuple[str, ...]:
    """Return the names of the weights that are single figures, in order."""
    return tuple(field.name for field in fields(kind) if field.name not in GROUPS)


def load_weights(path: Path | None = None) -> Weights:
    """Read the weights of `path`, by default those that the repository holds.

    Raises ConfigError with a sentence for every weight that is missing, unknown or no number.
    """
    return _load(path or evidence_file("fitted.json"))


@cache
def _load(path: Path) -> Weights:
    said = read_stored(path, "weights")
    faults = list(_faults(said))
    if faults:
        raise ConfigError(stored_fault(path, fault) for fault in faults)
    groups: dict[str, Any] = {name: kind(**said[name]) for name, kind in GROUPS.items()}
    return Weights(**{name: said[name] for name in names_of(Weights)}, **groups)


def _faults(said: Mapping[str, Any]) -> Iterator[str]:
    yield from faults_of_names(said, (*names_of(Weights), *GROUPS), "weights")
    for name in names_of(Weights):
        yield from fault_of_number(said, name, "weights")
    for group, kind in GROUPS.items():
        inner = said.get(group, {})
        yield from faults_of_names(inner, names_of(kind), f"weights.{group}")
        for name in names_of(kind):
            yield from fault_of_number(inner, name, f"weights.{group}")


WEIGHTS = load_weights()
"""Those that the repository holds."""
