"""What the page of a newspaper page shows of its picture: the whole, its tiles, and where each line stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil, floor

from generator.model import Page
from generator.model.boxes import Box
from generator.model.scans import Scan
from generator.site.tiling import TILE, Level, levels_of, scan_url, sides_of_whole
from generator.site.views.names import page_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """Where one source line stands in the picture."""

    line: int
    """The 1-based source line."""
    path: str
    """Its boxes as the path of a drawing, in pixels of the largest picture."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanView:
    """The picture of a page."""

    withheld: bool
    """Whether it is not shown because a part of it is withdrawn."""
    masked: bool
    """Whether parts of it are painted over."""
    address: str
    """The folder of its pictures, relative to the site's root."""
    name: str
    """What it is a picture of."""
    width: int
    """Of the picture of the whole."""
    height: int
    """Likewise."""
    full: Level
    """The sides of the largest picture."""
    tile: int
    """Side of a tile."""
    levels: tuple[Level, ...]
    """What is cut into tiles, from small to large."""
    regions: tuple[Region, ...]
    """Where its lines stand; none where that is not known."""


def scan_view(page: Page) -> ScanView | None:
    """Return what is shown of a page's picture; None where it has none."""
    scan = page.source.scan
    if scan is None:
        return None
    width, height = sides_of_whole(scan)
    return ScanView(
        withheld=scan.withheld,
        masked=bool(scan.masks),
        address=scan_url(page),
        name=page_name(page),
        width=width,
        height=height,
        full=Level(width=scan.width, height=scan.height),
        tile=TILE,
        levels=() if scan.withheld else levels_of(scan),
        regions=() if scan.withheld else tuple(_regions(page, scan)),
    )


def _regions(page: Page, scan: Scan) -> Iterator[Region]:
    if scan.unit is None:
        return
    for each in page.source.prints:
        boxes = (scan.placed(printed.box) for printed in each.boxes)
        yield Region(line=each.line, path="".join(map(_outline, boxes)))


def _outline(box: Box) -> str:
    left, top, right, bottom = floor(box.left), floor(box.top), ceil(box.right), ceil(box.bottom)
    return f"M{left} {top}H{right}V{bottom}H{left}Z"
