"""Where printed lines stand on the paper, as OCR found it: evidence beside the text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.model.spans import Span

FIRST_LINE = 0.8
"""How far the first line of a paragraph stands in at least, in characters; print has two."""


@dataclass(frozen=True, slots=True)
class Box:
    """An upright rectangle, in the unit of its file, counted from the top left of the page."""

    left: float
    """Its left edge."""
    top: float
    """Its upper edge."""
    right: float
    """Its right edge, not left of `left`."""
    bottom: float
    """Its lower edge, not above `top`."""

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top

    @staticmethod
    def around(boxes: Iterable[Box]) -> Box:
        """Return the smallest box that holds all `boxes`, of which there is at least one."""
        every = tuple(boxes)
        return Box(
            min(box.left for box in every),
            min(box.top for box in every),
            max(box.right for box in every),
            max(box.bottom for box in every),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedBox:
    """One box of the OCR's file, and the words that it gave to the text."""

    id: str
    """What the file calls it; its number, counted from 1, where it has no name."""
    box: Box
    """Where it stands on the paper."""
    span: Span
    """Its words in the source text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LinePrint:
    """How one line of the source text was printed."""

    line: int
    """The 1-based source line."""
    boxes: tuple[PrintedBox, ...]
    """What it was printed in, in reading order; never empty."""
    height: float
    """Height of its type, as a multiple of the page's median; 1.0 is body type."""
    indent: float
    """How far its first printed line stands in from the edge of its column, in characters."""
    place: int
    """Its place in the page's reading order by geometry, from 0."""

    @property
    def stands_in(self) -> bool:
        """Whether it begins as the first line of a paragraph does."""
        return self.indent >= FIRST_LINE
