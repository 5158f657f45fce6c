"""Where things stand on the site: addresses relative to its root, for pages and data files alike."""

from __future__ import annotations

from generator.model import Item, Level, Page

FEED_LEVELS = (Level.LEAGUE, Level.COUNTY, Level.ZONE)
"""Levels of places that have a feed."""
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


def page_url(page: Page) -> str:
    """Return the address of a newspaper page's page, relative to the site's root."""
    return f"pages/{page.id}/"


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
