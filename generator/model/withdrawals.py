"""Words that an archive shows no more: what an editor says of them, and what is left in their place."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """What an editor withdraws of a page: one item, or all of it."""

    reason: str
    """Why, in the editor's words; a reader sees it."""
    on: str
    """The day, ISO 8601."""
    line: int = 0
    """A 1-based source line of the item; 0 where it is named otherwise."""
    id: str = ""
    """The item's id, for one whose lines are in the source no more; empty where it is named otherwise."""
    page: bool = False
    """Whether the whole page is withdrawn."""
    hides_title: bool = False
    """Whether headline and authors go as well."""
    at: int | None = None
    """The line of the sidecar that says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawn:
    """Lines of a page whose words are withdrawn."""

    item: str
    """The id of the item that they were; empty for lines that were in none."""
    lines: tuple[int, ...]
    """The 1-based source lines, in order."""
    reason: str
    """Why, in the editor's words."""
    on: str
    """The day, ISO 8601."""
