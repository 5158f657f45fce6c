"""What a message calls an item."""

from __future__ import annotations

from generator.model import Item

WORDS = 12
"""Characters of the body that name an item without a headline."""


def called(item: Item) -> str:
    """Return a short name of an item: its headline, one that an editor supplies, or its first words."""
    title = item.headline.text if item.headline else item.supplied
    return f"《{title}》" if title else f"“{item.text[:WORDS]}…”一篇"
