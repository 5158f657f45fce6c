"""What an editor states of an item beside what was read, and that an editor has checked it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from generator.model.evidence import Evidence

NONE = "none"
"""What a sidecar says instead of a column's name or a part's number where there is none."""


class About(StrEnum):
    """What a statement is about."""

    COLUMN = "column"
    """The column that the item stands in: its name."""
    KIND = "kind"
    """What the item is: a word of Kind."""
    SERIES = "series"
    """The part that it is of a series: its number as the editor writes it."""
    HEADLINE = "headline"
    """A headline where the page prints none: the editor's words, never a reading of the source."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One thing that an editor states of an item."""

    about: About
    """What it is about."""
    text: str
    """What the editor states."""
    evidence: tuple[Evidence, ...]
    """The editor's words, as the sidecar writes them."""
    read: str = ""
    """What was read in its place, as printed where it is printed; empty where nothing was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """An editor's word that an item was held against the newspaper and found right."""

    line: int
    """A 1-based source line of the item."""
    by: str = ""
    """Who; empty where nobody is named."""
    on: str = ""
    """The day, ISO 8601; empty where it is not said."""
    text: str = ""
    """The sum of the text that was checked, in eight hex digits; empty for a check that no change of text undoes."""
    at: int | None = None
    """The line of the sidecar that says so."""
    evidence: tuple[Evidence, ...] = ()
    """The editor's words."""

    @property
    def words(self) -> str:
        """Who checked it and when, in Chinese.

        >>> Check(line=3, by="林禾", on="2026-12-01").words, Check(line=3).words
        ('林禾 2026-12-01 核对', '编者核对')
        """
        told = " ".join(filter(None, (self.by or "编者", self.on)))
        return f"{told} 核对" if self.by or self.on else f"{told}核对"
