"""Where things stand on the site: addresses relative to its root, for pages and data files alike."""

from __future__ import annotations

from collections.abc import Mapping

from generator.archive.identity.naming import anchors
from generator.archive.things.values import Thing, ThingKind
from generator.model import Item, Level, Page

FEED_LEVELS = (Level.LEAGUE, Level.COUNTY, Level.ZONE)
"""Levels of places that have a feed."""
FOLDERS: Mapping[ThingKind, str] = {
    ThingKind.PERSON: "bylines/",
    ThingKind.ORGANISATION: "organisations/",
    ThingKind.PRACTICE: "practices/",
}
"""The index of each kind of things, below which each has its page."""
ALL_FEED = "feeds/all.xml"
MOST_LISTED = 2_000
"""Items of the longest list that comes as references."""
REFERENCE_FORMS = (
    ("RIS", "ris", "application/x-research-info-systems"),
    ("BibTeX", "bib", "application/x-bibtex"),
    ("CSL-JSON", "csl.json", "application/vnd.citationstyles.csl+json"),
)
"""Names, suffixes and media types of the files of references."""


def item_url(item: Item) -> str:
    """Return the address of an item's page, relative to the site's root."""
    return f"articles/{item.id}/"


def paragraph_anchors(item: Item) -> tuple[str, ...]:
    """Return the anchor of each paragraph on its item's page; it is made from the paragraph's opening words."""
    return anchors(paragraph.text for paragraph in item.body)


def desk_href(page: Page, line: int) -> str:
    """Return where a page is mended, at one of its source lines."""
    return f"desk/index.html?page={page.id}#L{line}"


def page_url(page: Page) -> str:
    """Return the address of a newspaper page's page, relative to the site's root."""
    return f"pages/{page.id}/"


def thing_url(thing: Thing) -> str:
    """Return the address of the page of a person, an organisation or a practice, relative to the site's root."""
    return f"{FOLDERS[thing.kind]}{thing.id}/"


def paper_url(paper_id: str) -> str:
    """Return the address of a newspaper's page, relative to the site's root."""
    return f"papers/{paper_id}/"


def issue_url(paper_id: str, day: str) -> str:
    """Return the address of the page of a newspaper's issue, relative to the site's root."""
    return f"papers/{paper_id}/{day}/"


def region_feed(code: str) -> str:
    """Return the address of a region's feed."""
    return f"feeds/regions/{code}.xml"


def column_feed(slug: str) -> str:
    """Return the address of a column's feed."""
    return f"feeds/columns/{slug}.xml"


def theme_feed(slug: str) -> str:
    """Return the address of a theme's feed."""
    return f"feeds/themes/{slug}.xml"


def list_references(address: str, count: int) -> tuple[tuple[str, str], ...]:
    """Return the forms in which the list page at `address` gives its `count` items as references, each with its file.

    None for a long list: no program takes so many at once, and the whole archive's files are there.

    >>> list_references("columns/mu-qu-ye-hua/", 3)[0]
    ('RIS', 'columns/mu-qu-ye-hua/references.ris')
    """
    if not 0 < count <= MOST_LISTED:
        return ()
    return tuple((name, f"{address}references.{suffix}") for name, suffix, _ in REFERENCE_FORMS)
