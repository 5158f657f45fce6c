"""What a page adds to the head that the theme's shell gives it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from generator.archive.addresses import REFERENCE_FORMS
from generator.site.views.rows import Link


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadLink:
    """A way from one page to another that browsers and readers of feeds follow."""

    rel: str
    """What the other page is to this one, as HTML names it."""
    href: str
    """The other page, relative to the site's root."""
    type: str = ""
    """Media type; empty for a page."""
    title: str = ""
    """Words for a reader who chooses; may be empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The lines of one page's head; every `href` is relative to the site's root."""

    links: tuple[HeadLink, ...] = ()
    """Ways to other pages, in the order in which they are written."""
    beside: tuple[tuple[str, str], ...] = ()
    """Media type and file name of each other form of the page, which lies in the page's own folder."""
    metas: tuple[tuple[str, str], ...] = ()
    """Name and content of each meta tag."""
    data: Mapping[str, Any] | None = None
    """What the page says of itself in JSON-LD."""
    scripts: tuple[str, ...] = ()
    """Scripts that this page needs besides the shell's."""


def turns(previous: Link | None, following: Link | None) -> tuple[HeadLink, ...]:
    """Return the ways to the neighbours of a page."""
    ways = (("prev", previous), ("next", following))
    return tuple(HeadLink(rel=rel, href=link.href) for rel, link in ways if link)


def feed_link(feed: str, title: str) -> tuple[HeadLink, ...]:
    """Return the way to an Atom feed; none without a feed."""
    return (HeadLink(rel="alternate", type="application/atom+xml", title=title, href=feed),) if feed else ()


def reference_links(references: Iterable[tuple[str, str]]) -> tuple[HeadLink, ...]:
    """Return the ways to a list's references, each form by its name and address."""
    types = {name: media_type for name, _, media_type in REFERENCE_FORMS}
    return tuple(
        HeadLink(rel="alternate", type=types[name], title=name, href=address) for name, address in references
    )
