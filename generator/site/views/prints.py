"""An item's words as they were printed: which stretches stand where, and which have a right reading beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.model import Block, Heading, Item, Misprint, Page, Role, SourceText, Span
from generator.model.doubts import meaning
from generator.model.widths import full_width

AFTER = frozenset({Role.SIGNATURE, Role.CREDIT})
"""Lines that close an item when they are no part of its body."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedPiece:
    """A stretch of printed words, with what an editor or a check says of just these words."""

    text: str
    """The words as printed."""
    corrected: str = ""
    """The right reading; empty where the print is not corrected."""
    seam: int = 0
    """The source line that begins here inside a paragraph made of several; else 0."""
    doubts: tuple[int, ...] = ()
    """The numbers, from 1, of those doubts about the item's text that mean these words."""
    reason: str = ""
    """What is doubted about these words, in Chinese; empty for nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """What is known of an item's printed words, in the order of the source."""

    misprints: tuple[Misprint, ...] = ()
    """An editor's right readings."""
    doubts: tuple[tuple[int, Span, str], ...] = ()
    """The number, the place and the reason of each doubt that means certain words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedLine:
    """A printed line that is no part of heading or body: a byline, a credit, a signature."""

    number: int
    """The 1-based source line."""
    pieces: tuple[PrintedPiece, ...]
    """The words that are not in heading or body, cut at misprints."""


def marks_of(item: Item) -> Marks:
    """Return what is known of an item's printed words."""
    doubts = (
        (number, doubt.span, doubt.detail or full_width(meaning(doubt.code)))
        for number, doubt in enumerate(item.text_doubts, start=1)
        if doubt.span is not None
    )
    ordered = tuple(sorted(doubts, key=lambda doubt: (doubt[1], doubt[0])))
    return Marks(misprints=tuple(sorted_misprints(item)), doubts=ordered)


def printed(source: SourceText, span: Span, marks: Marks) -> tuple[PrintedPiece, ...]:
    """Return the words of `span`, cut where an editor gives a right reading and where something is doubted."""
    pieces: list[PrintedPiece] = []
    at = span.start
    for misprint in marks.misprints:
        inside = at <= misprint.span.start and misprint.span.end <= span.end
        if not inside:
            continue
        if misprint.span.start > at:
            pieces += _doubted(source, Span(at, misprint.span.start), marks)
        pieces.append(PrintedPiece(text=source.quote(misprint.span), corrected=misprint.corrected))
        at = misprint.span.end
    if at < span.end:
        pieces += _doubted(source, Span(at, span.end), marks)
    return tuple(pieces)


def _doubted(source: SourceText, span: Span, marks: Marks) -> Iterator[PrintedPiece]:
    """Yield the words of `span`, cut where a doubt begins or ends."""
    inside = [doubt for doubt in marks.doubts if doubt[1].start < span.end and span.start < doubt[1].end]
    ends = {span.start, span.end}
    for _, place, _ in inside:
        ends |= {max(place.start, span.start), min(place.end, span.end)}
    for start, end in pairwise(sorted(ends)):
        here = [doubt for doubt in inside if doubt[1].start <= start and end <= doubt[1].end]
        yield PrintedPiece(
            text=source.text[start:end],
            doubts=tuple(number for number, _, _ in here),
            reason="".join(dict.fromkeys(reason for _, _, reason in here)),
        )


def printed_heading(page: Page, item: Item, heading: Heading | None) -> tuple[PrintedPiece, ...]:
    """Return a heading's lines, joined by one blank."""
    if heading is None:
        return ()
    pieces: list[PrintedPiece] = []
    spans = {block.line: block.content for block in item.blocks}
    for line in heading.lines:
        if pieces:
            pieces.append(PrintedPiece(text=" "))
        pieces.extend(printed(page.source, spans[line], marks_of(item)))
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
    marks = marks_of(item)
    for block in item.blocks:
        if block.line in headings:
            continue
        for span in _left_over(page.source, block, taken):
            line = PrintedLine(number=block.line, pieces=printed(page.source, span, marks))
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
