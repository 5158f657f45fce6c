"""Addresses that no item stands at any more, and where they lead."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from generator.archive.identity.records import Record


class Fate(StrEnum):
    """What became of a published item."""

    MOVED = "moved"
    """Its words stand in an item with another id."""
    PARTED = "parted"
    """Its words stand in several items, most of them in none."""
    LOOSE = "loose"
    """Its words stand on the page, in no item."""
    GONE = "gone"
    """Its words stand nowhere any more."""
    WITHDRAWN = "withdrawn"
    """An editor has taken its words out of the archive."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Former:
    """A published address that no item stands at."""

    id: str
    """The id that it holds."""
    fate: Fate
    """What became of the item."""
    targets: tuple[str, ...] = ()
    """Ids of the items that now hold its words, the one with most of them first."""
    page: str = ""
    """Id of the page that it stood on or stands on; empty where there is none any more."""
    line: int = 0
    """The 1-based line of the page that its words begin on, where they are in no item; else 0."""
    title: str = ""
    """Its title; empty where it is not known."""
    cited: str = ""
    """How it was cited; empty where it is not known."""
    entered: str = ""
    """The day on which it entered the archive; empty where it is not known."""
    acknowledged: bool = True
    """Whether an editor has said so, or it follows from what she said."""
    file: str = ""
    """Where it is recorded, for messages."""
    reason: str = ""
    """Why it was withdrawn, in the editor's words; empty where it was not."""
    withdrawn: str = ""
    """The day on which it was withdrawn, ISO 8601; empty where it was not."""


@dataclass(frozen=True, slots=True)
class Days:
    """When an item entered the archive and when it last changed there, ISO 8601."""

    entered: str
    """The day on which it was first published."""
    changed: str
    """The day on which its words were last found changed."""


@dataclass(frozen=True, kw_only=True)
class Identity:
    """Every address that an archive's items had, and since when they are in it."""

    formers: tuple[Former, ...] = ()
    """Former addresses of items, in order of their ids."""
    former_pages: Mapping[str, str] = field(default_factory=dict)
    """The id of a page by each id that it had before; empty text for a page that is gone."""
    days: Mapping[str, Days] = field(default_factory=dict)
    """When recorded items entered and changed, by id."""
    records: Mapping[str, Record] = field(default_factory=dict)
    """What is known of each published item, by id: recorded, or supposed where nothing was recorded."""
