"""The things that an archive names, and its mentions of them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from generator.model import Evidence

if TYPE_CHECKING:
    from generator.archive.groups import Entry


class ThingKind(StrEnum):
    """What a thing is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PRACTICE = "practice"


class How(StrEnum):
    """In which way an item names a thing."""

    BYLINE = "byline"
    """It is signed so."""
    OFFICE = "office"
    """Someone is named with that office, or behind it."""
    TAG = "tag"
    """It is told of as a practice."""
    TEXT = "text"
    """The name stands in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """A person, an organisation or a practice: whatever bears one name."""

    kind: ThingKind
    """What it is."""
    id: str
    """Its id, which follows from its name alone."""
    name: str
    """Its name in normal form."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One place where an item names a thing."""

    thing: Thing
    """What is named."""
    entry: Entry
    """The item."""
    how: How
    """In which way."""
    role: str
    """The words of role or office beside a person's name; empty for none."""
    evidence: tuple[Evidence, ...]
    """The name as printed, a piece for each line that it runs over."""

    @property
    def place(self) -> tuple[int, int]:
        """Line and column of its first word."""
        return self.evidence[0].line, self.evidence[0].start
