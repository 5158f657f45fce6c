"""How large the page is that boxes stand on, as their file says; JSON of OCR programs says nothing."""

from __future__ import annotations

import re
from pathlib import Path

from generator.reading.boxes.found import BoxesError, number
from generator.reading.boxes.xml import below, has, parse_xml
from generator.reading.decoding import decode

SIDES = (("imageWidth", "imageHeight"), ("WIDTH", "HEIGHT"))
"""What PAGE XML and ALTO call the sides of a page."""
HOCR = re.compile(r"ocr_page[^>]*?\bbbox\s+0\s+0\s+(\d{1,7})\s+(\d{1,7})\b")


def extent_of(path: Path) -> tuple[float, float] | None:
    """Return width and height of the page, in the boxes' unit; None where its file does not tell both.

    The file has been read as boxes before: it is plain, within bounds, and of a format that is known.
    """
    raw = path.read_bytes()
    if path.suffix.lower() == ".xml":
        root = parse_xml(raw)
        pages = [page for page in below(root, "Page") if has(page, "TextEquiv", "String")]
        told: list[tuple[str | None, str | None]]
        told = [(page.get(across), page.get(down)) for page in pages for across, down in SIDES]
    elif path.suffix.lower() == ".hocr":
        told = [(found[1], found[2]) for found in HOCR.finditer(decode(path, raw)[0])]
    else:
        return None
    for across, down in told:
        try:
            width, height = number(across), number(down)
        except BoxesError:
            continue
        if min(width, height) > 0:
            return width, height
    return None
