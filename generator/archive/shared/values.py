"""A run of text that stands in two or more items, and its places."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.archive.groups import Entry


class RunKind(StrEnum):
    """How common a run is."""

    PASSAGE = "passage"
    """It stands in so few items that each leads to the others."""
    FORMULA = "formula"
    """It stands in so many items that it ties none of them to another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """The part of a place that stands on one source line."""

    line: int
    """The 1-based source line."""
    start: int
    """Offset in the line of the first character, in code points."""
    end: int
    """Offset in the line behind the last character."""
    text: str
    """The characters that stand there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedPlace:
    """One place where a run stands."""

    entry: Entry
    """The item."""
    pieces: tuple[Piece, ...]
    """Its parts, line by line in reading order; never empty."""
    exact: bool
    """Whether it is the run's text to the last sign; else punctuation, blanks or the width of letters differ."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedRun:
    """A run of text that stands in two or more items."""

    id: str
    """The first digits of the digest of what is compared: the same as long as the words are."""
    kind: RunKind
    """How common it is."""
    text: str
    """The text as its first place has it."""
    characters: int
    """How many characters are compared: punctuation and blanks left out."""
    items: int
    """In how many items it stands."""
    places: tuple[SharedPlace, ...]
    """Where it stands, in the archive's order; the first hundred places."""
