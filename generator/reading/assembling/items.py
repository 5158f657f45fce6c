"""Drafts to items: headings, contributors, paragraphs and kinds, all as quotes of the source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from generator.model import (
    Block,
    Byline,
    BylinePlace,
    Contributor,
    ContributorRole,
    Doubt,
    Heading,
    Item,
    Kind,
    Misprint,
    Named,
    Naming,
    Paragraph,
    ParagraphKind,
    Role,
    SourceText,
    Span,
    evidence_at,
)
from generator.reading.assembling.columns import Placement, kind_in
from generator.reading.assembling.drafts import Draft
from generator.reading.assembling.signing import unread_words
from generator.vocabulary.taxonomy import Taxonomy

SETTLED = {
    Role.HEADLINE: "配得上下面的正文,作标题",
    Role.CROSSHEAD: "在一篇稿件中间,作小标题",
    Role.PARAGRAPH: "上下文相连,作正文",
    Role.CAPTION: "后面是图片署名,作图片说明",
    Role.BYLINE: "行首有署名的记号,紧接在标题下,作署名",
}
SIGNING = (Role.BYLINE, Role.SIGNATURE, Role.CREDIT)


def make_item(
    source: SourceText,
    blocks: Sequence[Block],
    draft: Draft,
    *,
    position: int,
    place: Placement,
    taxonomy: Taxonomy,
    doubts: tuple[Doubt, ...] = (),
    confidence: float = 1.0,
    misprints: tuple[Misprint, ...] = (),
) -> Item:
    """Return the item that `draft` describes."""
    own = {index: _settled(blocks[index], draft, index) for index in draft.blocks}
    lines = {block.line for block in own.values()}
    return Item(
        id=f"{source.id}-{position:02}",
        position=position,
        kind=kind_in(place.column, draft.kind, taxonomy),
        column=place.column,
        series=place.series,
        kicker=heading(source, _heads(own, draft, Role.KICKER)),
        headline=heading(source, _heads(own, draft, Role.HEADLINE)),
        deck=heading(source, _heads(own, draft, Role.DECK)),
        bylines=bylines(source, draft, blocks),
        body=tuple(_body(source, own, draft)),
        blocks=tuple(own[index] for index in sorted(own)),
        complete=not draft.cut,
        doubts=doubts,
        confidence=confidence,
        misprints=tuple(misprint for misprint in misprints if misprint.line in lines),
    )


def _heads(own: Mapping[int, Block], draft: Draft, role: Role) -> list[Block]:
    return [own[index] for index in draft.heads if own[index].role is role]


def _settled(block: Block, draft: Draft, index: int) -> Block:
    """Return the block with the role that the whole page gives it."""
    role = _role(block, draft, index)
    if role is block.role:
        return block
    return replace(block, role=role, evidence=f"{block.evidence};{SETTLED[role]}")


def _role(block: Block, draft: Draft, index: int) -> Role:
    if index in draft.heads:
        return block.role if block.role in (Role.KICKER, Role.DECK) else Role.HEADLINE
    if index in draft.subheads:
        return Role.CROSSHEAD
    if index in draft.bylines:
        return block.role if block.role in SIGNING else Role.BYLINE
    if draft.kind is Kind.CAPTION:
        return Role.CAPTION
    return Role.PARAGRAPH if block.role in (Role.HEADLINE, Role.CROSSHEAD) else block.role


def _body(source: SourceText, own: Mapping[int, Block], draft: Draft) -> Iterator[Paragraph]:
    for piece in draft.body:
        kind = ParagraphKind.ITEM if draft.kind is Kind.LIST else ParagraphKind.PARAGRAPH
        if piece[0] in draft.subheads:
            kind = ParagraphKind.SUBHEAD
        yield paragraph(source, tuple(own[index] for index in piece), kind)


def heading(source: SourceText, blocks: Iterable[Block]) -> Heading | None:
    """Return the lines of a headline as one heading."""
    lines = tuple(blocks)
    if not lines:
        return None
    text = " ".join(source.quote(block.content) for block in lines)
    return Heading(text=text, lines=tuple(block.line for block in lines))


def paragraph(source: SourceText, pieces: tuple[Block, ...], kind: ParagraphKind) -> Paragraph:
    """Return one paragraph made of the contents of `pieces`."""
    return Paragraph(
        kind=kind,
        pieces=tuple(block.content for block in pieces),
        lines=tuple(block.line for block in pieces),
        text="".join(source.quote(block.content) for block in pieces),
    )


def bylines(source: SourceText, draft: Draft, blocks: Sequence[Block]) -> tuple[Byline, ...]:
    """Return everyone whom an item's byline, lead, signature and credit lines name, in printed order."""
    found = [name for index in draft.bylines for name in _of_line(source, blocks[index])]
    signed = bool(found)
    pieces = [index for piece in draft.body for index in piece if index not in draft.subheads]
    for position, index in enumerate(pieces):
        wording = blocks[index].wording
        opening = wording.credit if draft.kind is Kind.CAPTION else wording.lead
        if not (signed and position):
            found += _of_form(source, blocks[index], opening)
        if position == len(pieces) - 1 and draft.kind is not Kind.CAPTION:
            closing = wording.closing
            plain = closing is not None and not any(who.contributor.title for who in closing.people)
            found += _of_form(source, blocks[index], None if plain and found else closing)
    return tuple(sorted(_once(found), key=lambda name: name.span.start))


def _once(names: Iterable[Byline]) -> Iterator[Byline]:
    """Yield each name once of those inside paragraphs, and each that a line of its own holds: no line may be lost."""
    seen: set[str] = set()
    for name in names:
        if name.contributor.name not in seen or name.place is not BylinePlace.TEXT:
            seen.add(name.contributor.name)
            yield name


def _of_line(source: SourceText, block: Block) -> Iterator[Byline]:
    """Yield whom a line of names names; its form is the whole line, its mark included."""
    place = BylinePlace.TAIL if block.role in (Role.SIGNATURE, Role.CREDIT) else BylinePlace.HEAD
    words = unread_words(source, block)
    if words:
        unknown = Contributor(name=words, role=ContributorRole.UNKNOWN)
        proof = evidence_at(source, (block.content,), block.rule)
        yield Byline(contributor=unknown, line=block.line, span=block.span, place=place, evidence=proof)
    for who in block.byline.people if block.byline else ():
        yield _named(source, who, block, block.span, place)


def _of_form(source: SourceText, block: Block, form: Naming | None) -> Iterator[Byline]:
    """Yield whom a form inside a paragraph names."""
    if form is not None:
        for who in form.people:
            yield _named(source, who, block, form.span, BylinePlace.TEXT)


def _named(source: SourceText, who: Named, block: Block, form: Span, place: BylinePlace) -> Byline:
    return Byline(
        contributor=who.contributor,
        line=block.line,
        span=form,
        place=place,
        evidence=evidence_at(source, (who.span,), f"byline-{place}"),
    )
