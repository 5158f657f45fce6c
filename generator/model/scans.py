"""The picture of a printed page, and which parts of it nobody may read any more."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from generator.model.boxes import Box

KINDS = ("JPEG", "PNG", "WEBP")
"""What a picture may be, by its bytes."""
BYTES_LIMIT = 120_000_000
"""Largest picture in bytes; a broadsheet at 400 dots an inch as PNG has about 60,000,000."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    """A picture beside a page's text."""

    path: Path
    """Where it lies."""
    sha256: str
    """Digest of its bytes, in hex; a build publishes just these."""
    width: int
    """Of the picture as it is looked at, in pixels."""
    height: int
    """Likewise."""
    unit: float | None
    """Pixels of the picture that are one unit of the boxes; None where the boxes are not of this picture."""
    masks: tuple[Box, ...] = ()
    """What is painted over before anything is published, in pixels."""
    withheld: bool = False
    """Whether nothing of it is published, because what is withdrawn cannot be told from the rest."""

    def placed(self, box: Box) -> Box:
        """Return a printed line's box in pixels of the picture. Raises ValueError where boxes are not of it."""
        if self.unit is None:
            raise ValueError(f"the boxes are not of {self.path.name}")
        return Box(*(self.unit * edge for edge in (box.left, box.top, box.right, box.bottom)))

    def masked(self, boxes: Iterable[Box]) -> Scan:
        """Return the scan with `boxes` painted over, and half a line's height around each: print stands out."""
        more = []
        for box in map(self.placed, boxes):
            edge = min(box.width, box.height) / 2
            more.append(Box(box.left - edge, box.top - edge, box.right + edge, box.bottom + edge))
        return replace(self, masks=(*self.masks, *more))

    def kept_back(self) -> Scan:
        """Return the scan as one that is not published."""
        return replace(self, withheld=True)
