"""PAGE XML, as Transkribus, eScriptorium, OCR-D and kraken write it.

Pletschacher, Antonacopoulos, "The PAGE (Page Analysis and Ground-Truth Elements) Format Framework",
ICPR 2010; the schemas of PRImA from 2010 to 2019. The order of reading comes from geometry here as in
all other formats; the file's own is not asked.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from generator.model import Box
from generator.reading.boxes.found import FoundLine, Word, checked, found_line, join_words, number, one_page
from generator.reading.boxes.xml import below, children, has, name_of

REGIONS = ("TextRegion", "TableCell")
FORMS = ("Unicode", "PlainText")
Point = tuple[float, float]


def read_page_xml(root: Element) -> tuple[FoundLine, ...]:
    """Return the lines of a PAGE document. Raises BoxesError if there are none, or one has no place."""
    pages = [page for page in below(root, "Page") if has(page, "TextEquiv")]
    one_page(len(pages))
    return checked([line for page in pages for region in _regions(page) for line in _lines(region)])


def _regions(page: Element) -> Iterator[Element]:
    """Yield the regions that hold text themselves: those within a table or a region come by themselves."""
    return below(page, *REGIONS)


def _lines(region: Element) -> Iterator[FoundLine]:
    lines = list(children(region, "TextLine"))
    for line in lines:
        words = [_word(word) for word in children(line, "Word")]
        text = _text(line) or join_words(words)
        boxes = [word.box for word in words if word.box]
        points = _points(line) or (_corners(Box.around(boxes)) if boxes else [])
        found = found_line(line.get("id") or "", text, points)
        if found:
            yield found
    if not lines and not any(has(each, *REGIONS) for each in region):
        yield from _slices(region)


def _slices(region: Element) -> Iterator[FoundLine]:
    """Yield the lines of a region whose text has no places of its own: slices of the region of one height."""
    texts = [line for line in _text(region).splitlines() if line.strip()]
    points = _points(region)
    if texts and not points:
        found_line(region.get("id") or "", texts[0], ())
    if not texts:
        return
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    top, bottom = min(y for _, y in points), max(y for _, y in points)
    height = (bottom - top) / len(texts)
    for index, text in enumerate(texts):
        box = Box(left, top + index * height, right, top + (index + 1) * height)
        found = found_line(region.get("id") or "", text, _corners(box))
        if found:
            yield found


def _word(word: Element) -> Word:
    text = " ".join((_text(word) or "".join(_text(glyph) for glyph in children(word, "Glyph"))).split())
    points = _points(word)
    box = Box.around(Box(x, y, x, y) for x, y in points) if points else None
    return Word(text=text, box=box)


def _text(element: Element) -> str:
    """Return the best reading of an element, the one with the lowest index."""
    readings = sorted(children(element, "TextEquiv"), key=lambda each: number(each.get("index") or 0))
    forms = [
        found.text or "" for form in FORMS for reading in readings[:1] for found in children(reading, form)
    ]
    return next((text for text in forms if text.strip()), "")


def _points(element: Element) -> list[Point]:
    """Return the outline of an element: an attribute since 2013, elements before; empty if it has none."""
    for coords in children(element, "Coords"):
        pairs = [pair.split(",") for pair in (coords.get("points") or "").split()]
        if pairs:
            return [(number(pair[0]), number(pair[-1])) for pair in pairs]
        return [(number(each.get("x")), number(each.get("y"))) for each in coords if name_of(each) == "Point"]
    return []


def _corners(box: Box) -> list[Point]:
    return [(box.left, box.top), (box.right, box.top), (box.right, box.bottom), (box.left, box.bottom)]
