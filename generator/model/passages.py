"""Where words of an item stand in the source: passages with a map from their offsets to lines."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from generator.model import Heading, Item, Paragraph, ParagraphKind, Span


class PassagePlace(StrEnum):
    """Which part of an item a passage is."""

    KICKER = "kicker"
    HEADLINE = "headline"
    DECK = "deck"
    SUBHEAD = "subhead"
    LEAD = "lead"
    """The first paragraph."""
    BODY = "body"


HEADINGS = (PassagePlace.KICKER, PassagePlace.HEADLINE, PassagePlace.DECK)
"""The parts above a body, in printed order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """The part of a passage that stands on one source line."""

    begin: int
    """Offset in the passage of the first character of the part."""
    end: int
    """Offset in the passage behind the last character of the part."""
    line: int
    """The 1-based source line."""
    start: int | None
    """Offset in the source of the first character; None where it is not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A heading or a paragraph of an item, as one stretch of text."""

    place: PassagePlace
    """Which part of the item it is."""
    text: str
    """The text as an item shows it."""
    pieces: tuple[Piece, ...]
    """The parts that it is made of, in reading order; never empty."""

    def line_at(self, offset: int) -> int:
        """Return the 1-based source line of the character at `offset` of `text`."""
        return _piece_at(self.pieces, offset).line

    def source_span(self, start: int, end: int) -> Span | None:
        """Return the source characters of start..end, cut where another line goes on; None if not known."""
        piece = _piece_at(self.pieces, start)
        if piece.start is None:
            return None
        shift = piece.start - piece.begin
        return Span(start + shift, max(start, min(end, piece.end)) + shift)

    def spans(self, start: int, end: int) -> tuple[Span, ...]:
        """Return the source characters of start..end, those of each line apart; what joins two lines is in none."""
        return tuple(spans_in(self.pieces, start, end))


def spans_in(pieces: Sequence[Piece], start: int, end: int) -> Iterator[Span]:
    """Yield the source characters of start..end of the text that `pieces` make up, piece by piece."""
    stop = bisect_left(pieces, end, key=_begin)
    for piece in pieces[_number_at(pieces, start) : stop]:
        first, last = max(start, piece.begin), min(end, piece.end)
        if piece.start is not None and first < last:
            yield Span(first - piece.begin + piece.start, last - piece.begin + piece.start)


def line_at(paragraph: Paragraph, offset: int) -> int:
    """Return the 1-based source line of the character at `offset` of a paragraph's text."""
    return _piece_at(_pieces_of_paragraph(paragraph), offset).line


def passages(item: Item) -> tuple[Passage, ...]:
    """Return the headings and paragraphs of an item in the order in which they are read."""
    return (*_headings(item), *_paragraphs(item.body))


def _piece_at(pieces: tuple[Piece, ...], offset: int) -> Piece:
    """Return the piece that holds `offset`; the one before a blank that joins two; the last one at the end."""
    return pieces[_number_at(pieces, offset)]


def _number_at(pieces: Sequence[Piece], offset: int) -> int:
    return bisect_right(pieces, offset, lo=1, key=_begin) - 1


def _begin(piece: Piece) -> int:
    return piece.begin


def _headings(item: Item) -> Iterator[Passage]:
    for place, heading in zip(HEADINGS, (item.kicker, item.headline, item.deck), strict=True):
        if heading is not None:
            yield Passage(place=place, text=heading.text, pieces=_pieces_of_heading(item, heading))


def _pieces_of_heading(item: Item, heading: Heading) -> tuple[Piece, ...]:
    contents = {block.line: block.content for block in item.blocks}
    spans = [(line, contents.get(line)) for line in heading.lines]
    return _pieces([(line, span, len(span) if span else 0) for line, span in spans], gap=1)


def _paragraphs(body: Iterable[Paragraph]) -> Iterator[Passage]:
    first = True
    for paragraph in body:
        place = PassagePlace.LEAD if first else PassagePlace.BODY
        if paragraph.kind is ParagraphKind.SUBHEAD:
            place = PassagePlace.SUBHEAD
        first = first and place is PassagePlace.SUBHEAD
        yield Passage(place=place, text=paragraph.text, pieces=_pieces_of_paragraph(paragraph))


def _pieces_of_paragraph(paragraph: Paragraph) -> tuple[Piece, ...]:
    spans = zip(paragraph.lines, paragraph.pieces, strict=True)
    return _pieces([(line, span, len(span)) for line, span in spans], gap=0)


def _pieces(parts: Iterable[tuple[int, Span | None, int]], *, gap: int) -> tuple[Piece, ...]:
    """Lay parts of (line, span, length) one after another, `gap` characters apart."""
    begin = 0
    pieces = []
    for line, span, length in parts:
        start = span.start if span is not None else None
        pieces.append(Piece(begin=begin, end=begin + length, line=line, start=start))
        begin += length + gap
    return tuple(pieces)
