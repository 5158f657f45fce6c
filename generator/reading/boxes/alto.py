"""ALTO, versions 2 to 4, as libraries keep it: https://www.loc.gov/standards/alto/.

Pixels, tenths of a millimetre or 1,200ths of an inch: one unit a file, so that none needs to be known.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from generator.model import Box
from generator.reading.boxes.found import FoundLine, Word, checked, found_line, join_words, number, one_page
from generator.reading.boxes.xml import below, has, name_of

PLACE = ("HPOS", "VPOS", "WIDTH", "HEIGHT")


def read_alto(root: Element) -> tuple[FoundLine, ...]:
    """Return the lines of an ALTO document. Raises BoxesError if there are none, or one has no place."""
    pages = [page for page in below(root, "Page") if has(page, "String")]
    one_page(len(pages))
    found = (_line(line) for page in pages for line in below(page, "TextLine"))
    return checked([line for line in found if line])


def _line(line: Element) -> FoundLine | None:
    words = list(_words(line))
    boxes = [word.box for word in words if word.box]
    box = _box(line) or (Box.around(boxes) if boxes else None)
    points = [(box.left, box.top), (box.right, box.bottom)] if box else []
    return found_line(line.get("ID") or "", join_words(words), points)


def _words(line: Element) -> Iterator[Word]:
    """Yield the strings of a line; a hyphen at its end is a character that is printed."""
    spaced = False
    for part in line:
        kind = name_of(part)
        if kind == "SP":
            spaced = True
        elif kind in ("String", "HYP"):
            text = " ".join((part.get("CONTENT") or "").split())
            yield Word(text=text, box=_box(part), spaced=spaced and kind == "String")
            spaced = False


def _box(element: Element) -> Box | None:
    """Return the rectangle of an element; None if a side of it is not told."""
    values = [element.get(name) for name in PLACE]
    if None in values:
        return None
    left, top, width, height = (number(value) for value in values)
    return Box(left, top, left + max(width, 0), top + max(height, 0))
