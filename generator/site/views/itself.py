"""An item as a key: what was found for it is found again at once, however long it is."""

from __future__ import annotations

from generator.model import Item


class Itself:
    """An item that is the same as no other: what was found for it is found again without comparing its words."""

    def __init__(self, item: Item) -> None:
        self.item = item

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Itself) and other.item is self.item

    def __hash__(self) -> int:
        return id(self.item)
