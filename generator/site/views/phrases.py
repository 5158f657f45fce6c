"""The Chinese words of the interface for what the model names in English."""

from __future__ import annotations

from collections.abc import Mapping

from generator.model import RegionTag
from generator.vocabulary.taxonomy import ColumnKind

COLUMN_KINDS: Mapping[ColumnKind, str] = {
    ColumnKind.CAPTIONS: "图片",
    ColumnKind.COMMENTARY: "评论",
}
"""Of a column of articles nothing need be said: its items say what they are."""


def ordinal(number: int) -> str:
    """Return a number with thousands set apart, for prose and tables.

    >>> ordinal(12345)
    '12,345'
    """
    return f"{number:,}"


def place_words(tag: RegionTag, name: str) -> str:
    """Return a place as readers see it: one that is only guessed is called so."""
    return f"疑为{name}" if tag.guess else name


def address_words(tag: RegionTag) -> str:
    """Return a place as an address is written, from the league down to it; the province by its name."""
    return place_words(tag, "".join(tag.path[1:]) or tag.name)
