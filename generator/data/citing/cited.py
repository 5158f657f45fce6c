"""How an item is cited for the record: one reference, which stays at its address when the item does not."""

from __future__ import annotations

from generator.archive.addresses import item_url
from generator.data.citing.facts import facts_of
from generator.data.citing.gbt import gbt2025
from generator.model import Item, Page
from generator.vocabulary.settings import Settings


def cited_as(settings: Settings, page: Page, item: Item) -> str:
    """Return the reference of an item after GB/T 7714-2025, with its address where the site has one."""
    url = f"{settings.site_url}{item_url(item)}" if settings.site_url else ""
    return gbt2025(facts_of(page, item, url=url, site=settings.site_name))
