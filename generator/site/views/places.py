"""What the pages of regions show: the tree, and each place with its items."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.archive.groups import ALWAYS_SHOWN, Entry
from generator.model.words import LEVELS
from generator.site.views.frame import Frame
from generator.site.views.rows import ItemRow, Link
from generator.vocabulary.gazetteer import Place

TREE = 400
"""With more places than these, the tree ends at the counties; their pages lead further down."""
MENTIONS = 20
"""Items that only mention a place, shown on its page; the rest are for the search."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """A place in the tree, with what lies in it."""

    link: Link
    """The way to its page, if any item writes of it, with how many belong to it or to a place in it."""
    code: str
    """Its official code."""
    level: str
    """Its rank, in Chinese."""
    aliases: str
    """Other names, with `、` between them; empty for none."""
    own: int
    """How many items belong to it and to nothing smaller in it."""
    branches: tuple[Branch, ...]
    """The places in it that the tree shows, in the gazetteer's order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceView:
    """What the page of a place shows besides its list of items."""

    code: str
    """Its official code."""
    name: str
    """Its official name."""
    level: str
    """Its rank, in Chinese."""
    aliases: tuple[str, ...]
    """Other names; empty for none."""
    path: tuple[Link, ...]
    """The ways to the places above it, from the province down; empty for the province."""
    total: int
    """How many items belong to it or to a place in it."""
    own: int
    """How many belong to it and to nothing smaller in it."""
    shared: int
    """How many items are counted more than once because they belong to several places below."""
    children: tuple[Link, ...]
    """The places directly below that have items."""
    empty: int
    """How many places below have no item."""
    themes: tuple[Link, ...]
    """The themes of its items with their counts, the most frequent first."""
    mentions: tuple[ItemRow, ...]
    """The first items that mention it without belonging to it."""
    mention_count: int
    """How many such items there are."""


def region_tree(frame: Frame) -> Branch:
    """Return the province with its leagues and counties, and below those the places that have items."""
    deep = len(frame.region_pages) <= TREE
    return _branch(frame, frame.archive.gazetteer.province, deep=deep)


def _branch(frame: Frame, place: Place, *, deep: bool) -> Branch:
    """Return a place with what lies in it; below a county only if the tree is `deep`."""
    below = [
        child
        for child in frame.archive.gazetteer.children(place.code)
        if child.code in frame.region_pages and (deep or child.level in ALWAYS_SHOWN)
    ]
    return Branch(
        link=frame.place_link(place),
        code=place.code,
        level=LEVELS.get(place.level, place.level),
        aliases="、".join(place.aliases),
        own=len(_own(frame, place)),
        branches=tuple(_branch(frame, child, deep=deep) for child in below),
    )


def places_with_pages(frame: Frame) -> Iterator[Place]:
    """Yield every place that has a page, the larger before the smaller."""
    places = frame.archive.gazetteer.places.values()
    return (place for place in places if place.code in frame.region_pages)


def place_view(frame: Frame, place: Place) -> PlaceView:
    """Return the view of one place."""
    gazetteer, by_region = frame.archive.gazetteer, frame.archive.by_region
    entries = by_region.get(place.code, ())
    children = [frame.place_link(child) for child in gazetteer.children(place.code)]
    own = len(_own(frame, place))
    mentions = frame.mentions.get(place.code, ())
    return PlaceView(
        code=place.code,
        name=place.name,
        level=LEVELS.get(place.level, place.level),
        aliases=place.aliases,
        path=tuple(
            Link(text=above.name, href=frame.region_href(above.code))
            for above in gazetteer.path(place.code)[:-1]
        ),
        total=len(entries),
        own=own,
        shared=own + sum(child.count for child in children) - len(entries),
        children=tuple(child for child in children if child.count),
        empty=sum(not child.count for child in children),
        themes=themes_of(frame, entries),
        mentions=tuple(frame.row(entry) for entry in mentions[:MENTIONS]),
        mention_count=len(mentions),
    )


def themes_of(frame: Frame, entries: tuple[Entry, ...]) -> tuple[Link, ...]:
    """Return the themes of some items with their counts, the most frequent first."""
    counts: dict[tuple[str, str], int] = {}
    for entry in entries:
        for tag in entry.item.tags.themes:
            counts[tag.slug, tag.name] = counts.get((tag.slug, tag.name), 0) + 1
    ranked = sorted(counts.items(), key=lambda pair: -pair[1])
    return tuple(
        Link(text=name, href=f"themes/{slug}/index.html", count=count) for (slug, name), count in ranked
    )


def _own(frame: Frame, place: Place) -> list[Entry]:
    """Return the items that belong to a place and to nothing smaller in it."""
    children = {child.code for child in frame.archive.gazetteer.children(place.code)}
    return [
        entry
        for entry in frame.archive.by_region.get(place.code, ())
        if not any(
            tag.primary and not children.isdisjoint(frame.upwards(tag)) for tag in entry.item.tags.regions
        )
    ]
