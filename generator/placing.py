"""Where words of an item stand in the source: passages with a map from their offsets to lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.model import Heading, Item, Paragraph, ParagraphKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A heading or a paragraph of an item, as one stretch of text."""

    place: str
    """headline, kicker, deck, subhead, lead (the first paragraph) or body."""
    text: str
    """The text as an item shows it."""
    stops: tuple[tuple[int, int], ...]
    """For each source line of the passage: the offset behind its last character, and the line."""

    def line_at(self, offset: int) -> int:
        """Return the 1-based source line of the character at `offset` of `text`."""
        return _line_at(self.stops, offset)


def line_at(paragraph: Paragraph, offset: int) -> int:
    """Return the 1-based source line of the character at `offset` of a paragraph's text."""
    return _line_at(_stops_of_paragraph(paragraph), offset)


def passages(item: Item) -> tuple[Passage, ...]:
    """Return the headings and paragraphs of an item in the order in which they are read."""
    return (*_headings(item), *_paragraphs(item.body))


def _line_at(stops: tuple[tuple[int, int], ...], offset: int) -> int:
    return next((line for stop, line in stops if offset < stop), stops[-1][1])


def _headings(item: Item) -> Iterator[Passage]:
    for place in ("kicker", "headline", "deck"):
        heading: Heading | None = getattr(item, place)
        if heading is not None:
            yield Passage(place=place, text=heading.text, stops=_stops_of_heading(item, heading))


def _stops_of_heading(item: Item, heading: Heading) -> tuple[tuple[int, int], ...]:
    if len(heading.lines) == 1:
        return ((len(heading.text), heading.lines[0]),)
    lengths = {block.line: len(block.content) for block in item.blocks}
    return _stops((lengths.get(line, 0) + 1, line) for line in heading.lines)


def _paragraphs(body: Iterable[Paragraph]) -> Iterator[Passage]:
    first = True
    for paragraph in body:
        place = "subhead" if paragraph.kind == ParagraphKind.SUBHEAD else "lead" if first else "body"
        first = first and place == "subhead"
        yield Passage(place=place, text=paragraph.text, stops=_stops_of_paragraph(paragraph))


def _stops_of_paragraph(paragraph: Paragraph) -> tuple[tuple[int, int], ...]:
    if len(paragraph.lines) == 1:
        return ((len(paragraph.text), paragraph.lines[0]),)
    lengths = (len(piece) for piece in paragraph.pieces)
    return _stops(zip(lengths, paragraph.lines, strict=True))


def _stops(pieces: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    end = 0
    stops = []
    for length, line in pieces:
        end += length
        stops.append((end, line))
    return tuple(stops)
