"""An item's words as they were printed: which stretches stand where, and which have a right reading beside them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.model import Block, Heading, Item, Misprint, Page, Role, SourceText, Span

AFTER = frozenset({Role.SIGNATURE, Role.CREDIT})
"""Lines that close an item when they are no part of its body."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedPiece:
    """A stretch of printed words; `corrected` is an editor's right reading, or empty."""

    text: str
    """The words as printed."""
    corrected: str = ""
    """The right reading; empty where the print is not corrected."""
    seam: int = 0
    """The source line that begins here inside a paragraph made of several; else 0."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedLine:
    """A printed line that is no part of heading or body: a byline, a credit, a signature."""

    number: int
    """The 1-based source line."""
    pieces: tuple[PrintedPiece, ...]
    """The words that are not in heading or body, cut at misprints."""


def printed(source: SourceText, span: Span, misprints: Sequence[Misprint]) -> tuple[PrintedPiece, ...]:
    """Return the words of `span`, cut where an editor gives a right reading."""
    pieces: list[PrintedPiece] = []
    at = span.start
    for misprint in misprints:
        inside = at <= misprint.span.start and misprint.span.end <= span.end
        if not inside:
            continue
        if misprint.span.start > at:
            pieces.append(PrintedPiece(text=source.text[at : misprint.span.start]))
        pieces.append(PrintedPiece(text=source.quote(misprint.span), corrected=misprint.corrected))
        at = misprint.span.end
    if at < span.end:
        pieces.append(PrintedPiece(text=source.text[at : span.end]))
    return tuple(pieces)


def printed_heading(page: Page, item: Item, heading: Heading | None) -> tuple[PrintedPiece, ...]:
    """Return a heading's lines, joined by one blank."""
    if heading is None:
        return ()
    pieces: list[PrintedPiece] = []
    spans = {block.line: block.content for block in item.blocks}
    for line in heading.lines:
        if pieces:
            pieces.append(PrintedPiece(text=" "))
        pieces.extend(printed(page.source, spans[line], sorted_misprints(item)))
    return tuple(pieces)


def sorted_misprints(item: Item) -> list[Misprint]:
    """Return the misprints in the order of the source."""
    return sorted(item.misprints, key=lambda misprint: misprint.span)


def lines_around(page: Page, item: Item) -> tuple[tuple[PrintedLine, ...], tuple[PrintedLine, ...]]:
    """Return what is printed outside heading and body: the lines before the body, and those after it.

    Together with heading and body they are the whole item: nothing is lost, nothing stands twice.
    """
    headings = {
        line
        for heading in (item.kicker, item.headline, item.deck)
        if heading is not None
        for line in heading.lines
    }
    taken = sorted(span for paragraph in item.body for span in paragraph.pieces)
    before: list[PrintedLine] = []
    after: list[PrintedLine] = []
    misprints = sorted_misprints(item)
    for block in item.blocks:
        if block.line in headings:
            continue
        for span in _left_over(page.source, block, taken):
            line = PrintedLine(number=block.line, pieces=printed(page.source, span, misprints))
            (after if block.role in AFTER or span != block.span else before).append(line)
    return tuple(before), tuple(after)


def _left_over(source: SourceText, block: Block, taken: Sequence[Span]) -> Iterable[Span]:
    """Yield the stretches of a block that no paragraph has taken; an untouched block keeps its mark."""
    inside = [span for span in taken if span.start < block.span.end and block.span.start < span.end]
    if not inside:
        yield block.span
        return
    at = block.content.start
    for span in inside:
        if source.text[at : span.start].strip():
            yield Span(at, span.start)
        at = max(at, span.end)
    if source.text[at : block.content.end].strip():
        yield Span(at, block.content.end)
