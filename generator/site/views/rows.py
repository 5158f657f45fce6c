"""The values of every list: a link, an item as one line, and a part of a long list.

Every `href` is relative to the site's root; templates put the way up in front of it.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Words that lead somewhere."""

    text: str
    """The words to press."""
    href: str
    """The address; empty where there is no page to go to."""
    count: int = 0
    """A number to show beside the words, mostly how many items stand there; 0 for none."""
    note: str = ""
    """More words beside it; empty for none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemRow:
    """One item as a line of a list."""

    id: str
    """The item's id."""
    href: str
    """The address of the item's page."""
    title: str
    """The headline, or in brackets a short name from the words of an item that has none."""
    untitled: bool
    """Whether it has no headline."""
    supplied: bool
    """Whether `title` is one that an editor supplies."""
    kind: str
    """What it is, in Chinese."""
    kind_slug: str
    """The same as the data files have it, for styles."""
    column: Link | None
    """The way to its column; None where it stands in none."""
    date: str
    """When it was printed, in Chinese; an inferred date begins with 约. Never empty."""
    places: str
    """The places where it belongs, each with those above it, as an address is written; empty where none is known."""
    people: str
    """The names of who signed it, institutions left out; empty where nobody did."""
    page: Link
    """The way to the newspaper page it stands on."""
    flag: str
    """What is to be doubted about it, in Chinese; empty for nothing."""
    part: str
    """The number of its part of a series as printed, such as `⑦`; empty where it is in none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One numbered part of a list that is cut so that it cannot grow without bound."""

    number: int
    """Which part it is, from 1."""
    total: int
    """How many parts there are, at least 1."""
    address: str
    """Where it stands below the site's root, with a slash at its end."""
    previous: Link | None
    """The way to the part before; None in the first."""
    next: Link | None
    """The way to the part behind; None in the last."""
    others: tuple[Link, ...]
    """The ways to the parts that are named below the list, this one among them."""
    rows: tuple[ItemRow, ...]
    """Its lines; empty where the list is not made of items."""
