"""Reasons to doubt a reading; an item without any is sure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.model import Alternative, Block, Doubt, Kind, Role, SourceText
from generator.reading.assembling.drafts import Draft
from generator.reading.assembling.signing import below_headline, unread

SURE = 0.96
"""An item that is less probably right than this is doubted."""
LATE = (Kind.CAPTION, Kind.BRIEF, Kind.LIST, Kind.NOTE)
"""Kinds that need no headline."""


def doubts_of(
    source: SourceText, blocks: Sequence[Block], draft: Draft, *, signing: bool, borrowed: int, sure: float
) -> tuple[Doubt, ...]:
    """Return why the reading of `draft` may be wrong, in order of the lines.

    `signing` tells whether the page signs its articles, `borrowed` the line of its column's
    mark if several stand one upon the other, `sure` by how much a reading must be better than the next, in nats.
    """
    found = [
        *_of_parts(blocks, draft, signing),
        *_of_signing(source, blocks, draft),
        *_of_rivals(blocks, draft, sure),
        *_of_body(source, blocks, draft),
    ]
    if borrowed:
        told = f"第 {borrowed} 行的栏目标记与别的标记叠在一起"
        other = Alternative(line=borrowed, item=blocks[draft.blocks[0]].line)
        found.append(_doubt("column-uncertain", blocks, draft.blocks[0], told, other))
    if not found and draft.confidence < SURE:
        found.append(_doubt("reading-unsure", blocks, draft.blocks[0], f"把握约 {draft.confidence:.0%}"))
    return tuple(sorted(found, key=lambda doubt: (doubt.line, doubt.code)))


def _doubt(
    code: str, blocks: Sequence[Block], index: int, detail: str = "", other: Alternative | None = None
) -> Doubt:
    return Doubt(code=code, line=blocks[index].line, detail=detail, alternative=other)


def _of_parts(blocks: Sequence[Block], draft: Draft, signing: bool) -> Iterator[Doubt]:
    first = draft.blocks[0]
    if not draft.heads and draft.kind not in LATE:
        yield _doubt("headline-missing", blocks, first)
    if draft.weak:
        yield _doubt("headline-weak", blocks, draft.heads[0])
    if not draft.body:
        yield _doubt("body-missing", blocks, first)
    if signing and draft.kind is Kind.ARTICLE and draft.heads and not draft.signed:
        yield _doubt("byline-missing", blocks, first)
    if draft.signed > 1 and draft.kind is Kind.ARTICLE:
        yield _doubt("byline-shared", blocks, draft.bylines[-1] if draft.bylines else first)


def _of_signing(source: SourceText, blocks: Sequence[Block], draft: Draft) -> Iterator[Doubt]:
    for line in unread(source, blocks, draft):
        told = f"第 {blocks[line].line} 行“{source.quote(blocks[line].content)}”"
        other = Alternative(line=blocks[line].line, role=Role.CROSSHEAD)
        yield _doubt(
            "byline-unread", blocks, line, told, None if blocks[line].rule == "correction" else other
        )
    perhaps = below_headline(source, blocks, draft)
    if perhaps is not None:
        told = f"第 {blocks[perhaps].line} 行紧接在标题下,行首有记号,也可能是署名"
        other = Alternative(line=blocks[perhaps].line, role=Role.BYLINE)
        yield _doubt("role-uncertain", blocks, perhaps, told, other)


def _of_rivals(blocks: Sequence[Block], draft: Draft, sure: float) -> Iterator[Doubt]:
    if draft.heir is not None:
        told = f"第 {blocks[draft.heir].line} 行也可能是这一篇的小标题"
        other = Alternative(line=blocks[draft.heir].line, role=Role.CROSSHEAD)
        yield _doubt("role-uncertain", blocks, draft.body[-1][-1], told, other)
        return
    if draft.margin < sure:
        code = "order-uncertain"
        if any(line in draft.heads or blocks[line].role is Role.HEADLINE for line in draft.contested):
            code = "role-uncertain"
        where = draft.contested[0] if draft.contested else draft.blocks[0]
        yield _doubt(code, blocks, where, draft.rival, draft.alternative)


def _of_body(source: SourceText, blocks: Sequence[Block], draft: Draft) -> Iterator[Doubt]:
    if draft.cut and draft.body:
        last = draft.body[-1][-1]
        yield _doubt("cut-off", blocks, last, f"“…{source.quote(blocks[last].content)[-12:]}”之后没有下文")
    for piece in draft.body[1:]:
        if blocks[piece[0]].wording.lead is not None and draft.kind is Kind.ARTICLE:
            first = draft.body[0][0]
            told = f"第 {blocks[first].line} 行在电头之前,也可能属于别的稿件"
            other = Alternative(line=blocks[first].line)
            yield _doubt("order-uncertain", blocks, first, told, other)
    for line in draft.lost:
        yield _doubt("text-lost", blocks, line, f"“{source.quote(blocks[line].content)[:12]}…”前面没有上文")
    for above, line in draft.loose:
        ends = source.quote(blocks[above].content)[-8:]
        begins = source.quote(blocks[line].content)[:8]
        yield _doubt("sentence-open", blocks, above, f"“…{ends}”与“{begins}…”接得不可靠")
