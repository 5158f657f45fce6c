"""Where words of an item stand in the source: passages with a map from their offsets to lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.model import Heading, Item, Paragraph, ParagraphKind, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """The part of a passage that stands on one source line."""

    end: int
    """Offset in the passage behind the last character of the part."""
    line: int
    """The 1-based source line."""
    start: int | None
    """Offset in the source of the first character; None where it is not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A heading or a paragraph of an item, as one stretch of text."""

    place: str
    """headline, kicker, deck, subhead, lead (the first paragraph) or body."""
    text: str
    """The text as an item shows it."""
    pieces: tuple[Piece, ...]
    """The parts that it is made of, in reading order; never empty."""

    def line_at(self, offset: int) -> int:
        """Return the 1-based source line of the character at `offset` of `text`."""
        return _piece_at(self.pieces, offset)[1].line

    def source_span(self, start: int, end: int) -> Span | None:
        """Return the source characters of start..end, cut where another line goes on; None if not known."""
        before, piece = _piece_at(self.pieces, start)
        if piece.start is None:
            return None
        first = piece.start + start - before
        return Span(first, max(first, piece.start + min(end, piece.end) - before))


def line_at(paragraph: Paragraph, offset: int) -> int:
    """Return the 1-based source line of the character at `offset` of a paragraph's text."""
    return _piece_at(_pieces_of_paragraph(paragraph), offset)[1].line


def passages(item: Item) -> tuple[Passage, ...]:
    """Return the headings and paragraphs of an item in the order in which they are read."""
    return (*_headings(item), *_paragraphs(item.body))


def _piece_at(pieces: tuple[Piece, ...], offset: int) -> tuple[int, Piece]:
    """Return the piece that holds `offset`, and where it begins in the passage; the last one at the end."""
    before = 0
    for piece in pieces[:-1]:
        if offset < piece.end:
            return before, piece
        before = piece.end
    return before, pieces[-1]


def _headings(item: Item) -> Iterator[Passage]:
    for place in ("kicker", "headline", "deck"):
        heading: Heading | None = getattr(item, place)
        if heading is not None:
            yield Passage(place=place, text=heading.text, pieces=_pieces_of_heading(item, heading))


def _pieces_of_heading(item: Item, heading: Heading) -> tuple[Piece, ...]:
    contents = {block.line: block.content for block in item.blocks}
    end = 0
    pieces = []
    for line in heading.lines:
        content = contents.get(line)
        end += len(content) if content is not None else 0
        pieces.append(Piece(end=end, line=line, start=content.start if content is not None else None))
        end += 1
    return tuple(pieces)


def _paragraphs(body: Iterable[Paragraph]) -> Iterator[Passage]:
    first = True
    for paragraph in body:
        place = "subhead" if paragraph.kind == ParagraphKind.SUBHEAD else "lead" if first else "body"
        first = first and place == "subhead"
        yield Passage(place=place, text=paragraph.text, pieces=_pieces_of_paragraph(paragraph))


def _pieces_of_paragraph(paragraph: Paragraph) -> tuple[Piece, ...]:
    end = 0
    pieces = []
    for span, line in zip(paragraph.pieces, paragraph.lines, strict=True):
        end += len(span)
        pieces.append(Piece(end=end, line=line, start=span.start))
    return tuple(pieces)
