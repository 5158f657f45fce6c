"""Where things stand on the site: addresses relative to its root, for pages and data files alike."""

from __future__ import annotations

from generator.model import Item, Page


def item_url(item: Item) -> str:
    """Return the address of an item's page, relative to the site's root."""
    return f"articles/{item.id}/"


def page_url(page: Page) -> str:
    """Return the address of a newspaper page's page, relative to the site's root."""
    return f"pages/{page.id}/"
