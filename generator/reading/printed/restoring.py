"""A page that was read from joined paragraphs, told line by line as it is printed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from generator.model import (
    Block,
    Byline,
    Doubt,
    Evidence,
    Heading,
    Item,
    Misprint,
    Naming,
    Page,
    Paragraph,
    Span,
    evidence_at,
)
from generator.model.blocks import Role, Wording
from generator.reading.printed.layout import Layout

RULE = "printed-line"
"""The rule of a line that goes on with the paragraph above."""
ONCE = (Role.HEADLINE, Role.BYLINE, Role.COLUMN_MARK)
"""Roles that a line which goes on does not share."""


def restore(page: Page, layout: Layout, misprints: tuple[Misprint, ...]) -> Page:
    """Return `page`, read from `layout.joined`, as a page of `layout.source`: every block one printed line."""
    if not layout.pieces:
        return page
    return replace(
        page,
        source=layout.source,
        items=tuple(_item(item, layout, misprints) for item in page.items),
        furniture=tuple(block for found in page.furniture for block in _blocks(found, layout)),
        unplaced=tuple(block for found in page.unplaced for block in _blocks(found, layout)),
    )


def _item(item: Item, layout: Layout, misprints: tuple[Misprint, ...]) -> Item:
    blocks = tuple(block for found in item.blocks for block in _blocks(found, layout))
    lines = {block.line for block in blocks}
    contents = {block.line: layout.source.quote(block.content) for block in blocks}
    return replace(
        item,
        kicker=_heading(item.kicker, layout, contents),
        headline=_heading(item.headline, layout, contents),
        deck=_heading(item.deck, layout, contents),
        bylines=tuple(_byline(name, layout) for name in item.bylines),
        series=replace(item.series, evidence=_evidence(item.series.evidence, layout))
        if item.series
        else None,
        body=tuple(_paragraph(paragraph, layout) for paragraph in item.body),
        blocks=tuple(sorted(blocks, key=lambda block: block.line)),
        doubts=tuple(_doubt(doubt, layout) for doubt in item.doubts),
        misprints=tuple(misprint for misprint in misprints if misprint.line in lines),
    )


def _heading(heading: Heading | None, layout: Layout, contents: Mapping[int, str]) -> Heading | None:
    """Return a heading with every printed line of it that has words."""
    if heading is None:
        return None
    starts = [[piece.start for piece in layout.pieces.get(line, ())] for line in heading.lines]
    printed = zip(heading.lines, starts, strict=True)
    every = [
        each for line, found in printed for each in (map(layout.source.line_of, found) if found else (line,))
    ]
    lines = tuple(line for line in every if contents.get(line))
    return Heading(text=" ".join(contents[line] for line in lines), lines=lines)


def _blocks(block: Block, layout: Layout) -> Iterator[Block]:
    """Yield a block for each printed line; those behind the first say which line they go on with."""
    spans = layout.parts(block.line, block.span)
    contents = {layout.source.line_of(part.start): part for part in layout.parts(block.line, block.content)}
    for number, span in enumerate(spans):
        line = layout.source.line_of(span.start)
        content = contents.get(line, replace(span, end=span.start))
        if number == 0:
            naming = _naming(block.byline, layout)
            wording = _wording(block.wording, layout)
            yield replace(block, line=line, span=span, content=content, byline=naming, wording=wording)
        else:
            role = Role.PARAGRAPH if block.role in ONCE else block.role
            yield Block(
                line=line,
                span=span,
                content=content,
                role=role,
                rule=RULE,
                evidence=f"印刷行,接第 {layout.begins.get(line, block.line)} 行",
            )


def _wording(wording: Wording, layout: Layout) -> Wording:
    return replace(
        wording,
        lead=_naming(wording.lead, layout),
        closing=_naming(wording.closing, layout),
        credit=_naming(wording.credit, layout),
    )


def _naming(naming: Naming | None, layout: Layout) -> Naming | None:
    if naming is None:
        return None
    people = tuple(replace(who, span=layout.span(who.span)) for who in naming.people)
    return Naming(span=layout.span(naming.span), people=people)


def _byline(name: Byline, layout: Layout) -> Byline:
    span = layout.span(name.span)
    evidence = _evidence(name.evidence, layout)
    return replace(name, span=span, line=layout.source.line_of(span.start), evidence=evidence)


def _evidence(proofs: tuple[Evidence, ...], layout: Layout) -> tuple[Evidence, ...]:
    """Return evidence of a joined page as evidence of the printed lines."""
    found: list[Evidence] = []
    for proof in proofs:
        start = layout.joined.line_starts[proof.line - 1]
        span = Span(start + proof.start, start + proof.end)
        found += evidence_at(layout.source, layout.parts(proof.line, span), proof.rule)
    return tuple(found)


def _paragraph(paragraph: Paragraph, layout: Layout) -> Paragraph:
    pieces = tuple(
        part
        for line, piece in zip(paragraph.lines, paragraph.pieces, strict=True)
        for part in layout.parts(line, piece)
    )
    return replace(
        paragraph, pieces=pieces, lines=tuple(layout.source.line_of(piece.start) for piece in pieces)
    )


def _doubt(doubt: Doubt, layout: Layout) -> Doubt:
    return doubt if doubt.span is None else replace(doubt, span=layout.span(doubt.span))
