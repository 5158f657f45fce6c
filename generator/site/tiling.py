"""The pictures of printed pages as a site shows them: one of the whole, and tiles of it, level by level.

What is withdrawn is painted over before anything is drawn. What a camera writes beside the pixels (where, when,
with what) goes nowhere. The same picture gives the same bytes, with one release of Pillow.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache, partial
from io import BytesIO
from math import ceil, floor
from typing import TYPE_CHECKING

from generator.archive.addresses import page_url
from generator.archive.groups import Archive
from generator.model import Page
from generator.model.outfiles import LateFile
from generator.model.plainfiles import read_plain
from generator.model.scans import BYTES_LIMIT, KINDS, Scan
from generator.telling.errors import UsageError

if TYPE_CHECKING:
    from PIL.Image import Image

WHOLE = 1_200
"""Longest side of the picture of the whole, in pixels."""
TILE = 512
"""Side of a tile, in pixels."""
QUALITY = 82
"""Of JPEG: print stays sharp, at a tenth of the bytes."""
PAINT = (196, 190, 178)
"""What stands where words were."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """One size of a picture that is cut into tiles."""

    width: int
    """Of the whole, in pixels."""
    height: int
    """Likewise."""


def sides_of_whole(scan: Scan) -> tuple[int, int]:
    """Return the sides of the picture of the whole."""
    return _scaled(scan, min(1.0, WHOLE / max(scan.width, scan.height)))


def levels_of(scan: Scan) -> tuple[Level, ...]:
    """Return the sizes that are cut into tiles, each half of the one behind it; none where the whole shows all."""
    found: list[Level] = []
    share = 1.0
    while share * max(scan.width, scan.height) > WHOLE:
        width, height = _scaled(scan, share)
        found.insert(0, Level(width=width, height=height))
        share /= 2
    return tuple(found)


def scan_files(archive: Archive) -> Iterator[LateFile]:
    """Yield the pictures of every page that has one and may show it; each is drawn when it is written."""
    for page in archive.pages:
        scan = page.source.scan
        if scan and not scan.withheld:
            for name in _names(scan):
                yield LateFile(f"{scan_url(page)}{name}", partial(_drawn_file, scan, name))


def scan_url(page: Page) -> str:
    """Return the address of the folder of a page's pictures, relative to the site's root."""
    return f"{page_url(page)}scan/"


def _names(scan: Scan) -> Iterator[str]:
    yield "whole.jpg"
    for number, level in enumerate(levels_of(scan)):
        for down in range(ceil(level.height / TILE)):
            for across in range(ceil(level.width / TILE)):
                yield f"{number}/{across}-{down}.jpg"


def _drawn_file(scan: Scan, name: str) -> bytes:
    return _drawn(scan)[name]


@lru_cache(maxsize=1)
def _drawn(scan: Scan) -> dict[str, bytes]:
    """Return every picture of a scan by its name; the last one's are kept, for they are asked for in turn."""
    from PIL.Image import Resampling

    picture = _masked_picture(scan)
    files = {"whole.jpg": _jpeg(picture.resize(sides_of_whole(scan), Resampling.LANCZOS))}
    levels = levels_of(scan)
    for number in reversed(range(len(levels))):
        level = levels[number]
        if picture.size != (level.width, level.height):
            picture = picture.resize((level.width, level.height), Resampling.BOX)
        for top in range(0, level.height, TILE):
            for left in range(0, level.width, TILE):
                corner = (min(left + TILE, level.width), min(top + TILE, level.height))
                files[f"{number}/{left // TILE}-{top // TILE}.jpg"] = _jpeg(
                    picture.crop((left, top, *corner))
                )
    return files


def _masked_picture(scan: Scan) -> Image:
    """Return the picture upright, in colours of print, with what is withdrawn painted over."""
    from PIL import Image, ImageDraw, ImageOps

    raw = read_plain(scan.path, BYTES_LIMIT)
    if hashlib.sha256(raw).hexdigest() != scan.sha256:
        raise UsageError(f"{scan.path} 在建站中途变了。请等它写完,再建一次。")
    with Image.open(BytesIO(raw), formats=KINDS) as opened:
        picture = _on_white(ImageOps.exif_transpose(opened))
    brush = ImageDraw.Draw(picture)
    for box in scan.masks:
        brush.rectangle((floor(box.left), floor(box.top), ceil(box.right), ceil(box.bottom)), fill=PAINT)
    return picture


def _on_white(picture: Image) -> Image:
    """Return a picture of red, green and blue; paper shines through where it is clear, and 16 bits become 8."""
    from PIL import Image

    if picture.mode.startswith("I"):
        picture = picture.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    if not picture.has_transparency_data:
        return picture.convert("RGB")
    clear = picture.convert("RGBA")
    paper = Image.new("RGB", clear.size, (255, 255, 255))
    paper.paste(clear, mask=clear.getchannel("A"))
    return paper


def _jpeg(picture: Image) -> bytes:
    written = BytesIO()
    picture.save(written, "JPEG", quality=QUALITY, optimize=True, exif=b"", icc_profile=None)
    return written.getvalue()


def _scaled(scan: Scan, share: float) -> tuple[int, int]:
    return max(1, round(scan.width * share)), max(1, round(scan.height * share))
