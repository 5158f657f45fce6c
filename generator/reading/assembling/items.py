"""Drafts to items: headings, contributors, paragraphs and kinds, all as quotes of the source."""

from __future__ import annotations

import re
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
    Paragraph,
    ParagraphKind,
    Role,
    SourceText,
    Span,
)
from generator.reading.assembling.columns import Placement
from generator.reading.assembling.drafts import Draft
from generator.reading.grammar.forms import Form, find_credit, find_lead, find_signature
from generator.reading.grammar.people import Named, is_person, parse_people
from generator.reading.grammar.surnames import opens_name
from generator.reading.rules.official import OFFICE
from generator.vocabulary.taxonomy import ColumnKind, Taxonomy

SETTLED = {
    Role.HEADLINE: "配得上下面的正文,作标题",
    Role.CROSSHEAD: "在一篇稿件中间,作小标题",
    Role.PARAGRAPH: "上下文相连,作正文",
    Role.CAPTION: "后面是图片署名,作图片说明",
}


def make_item(
    source: SourceText,
    blocks: Sequence[Block],
    draft: Draft,
    *,
    position: int,
    place: Placement,
    taxonomy: Taxonomy,
    doubts: tuple[Doubt, ...] = (),
    misprints: tuple[Misprint, ...] = (),
) -> Item:
    """Return the item that `draft` describes."""
    own = {index: _settled(blocks[index], draft, index) for index in draft.blocks}
    lines = {block.line for block in own.values()}
    return Item(
        id=f"{source.id}-{position:02}",
        position=position,
        kind=_kind(draft, place.column, taxonomy),
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
        misprints=tuple(misprint for misprint in misprints if misprint.line in lines),
    )


def _kind(draft: Draft, column: str | None, taxonomy: Taxonomy) -> Kind:
    known = taxonomy.column(column) if column else None
    commentary = known is not None and known.kind is ColumnKind.COMMENTARY
    return Kind.COMMENTARY if commentary and draft.kind is Kind.ARTICLE else draft.kind


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
        return block.role
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
        text = source.quote(blocks[index].content)
        forms = [find_lead(text)] if draft.kind is not Kind.CAPTION else [find_credit(text)]
        if position == len(pieces) - 1 and draft.kind is not Kind.CAPTION:
            closing = find_signature(text)
            plain = closing and not any(person.contributor.title for person in closing.people)
            forms.append(closing if not (plain and found) else None)
        for form in forms:
            if form is not None and not (signed and form is forms[0] and position):
                found += _of_form(blocks[index], form, BylinePlace.TEXT)
    return tuple(sorted(_once(found), key=lambda name: name.span.start))


def _once(names: Iterable[Byline]) -> Iterator[Byline]:
    seen: set[str] = set()
    for name in names:
        if name.contributor.name not in seen:
            seen.add(name.contributor.name)
            yield name


def _of_line(source: SourceText, block: Block) -> Iterator[Byline]:
    text = source.quote(block.content)
    place = BylinePlace.TAIL if block.role in (Role.SIGNATURE, Role.CREDIT) else BylinePlace.HEAD
    form: Form | None
    if block.role is Role.SIGNATURE:
        form = find_signature(text)
    elif block.role is Role.CREDIT:
        form = find_credit(text)
    else:
        form = Form(start=0, end=len(text), people=_people(text))
    if form is not None:
        whole = replace(form, start=0, end=len(text))
        for name in _of_form(block, whole, place):
            yield replace(name, span=block.span)


def _people(text: str) -> tuple[Named, ...]:
    signed = re.fullmatch(rf"(\S*(?:{OFFICE}))[\s　]+([一-鿿·\s]{{2,9}})", text)
    if signed:
        name = "".join(signed.group(2).split())
        who = Contributor(name=name, role=ContributorRole.OFFICIAL, title=signed.group(1))
        return (Named(contributor=who, start=signed.start(2), end=signed.end(2)),)
    people = parse_people(text, bare=True)
    if people or (not opens_name(text) and not is_person(text)):
        return people
    return ()


def _of_form(block: Block, form: Form, place: BylinePlace) -> Iterator[Byline]:
    span = Span(block.content.start + form.start, block.content.start + form.end)
    for person in form.people:
        yield Byline(contributor=person.contributor, line=block.line, span=span, place=place)
    if form.institution:
        who = Contributor(name=form.institution, role=ContributorRole.INSTITUTION)
        yield Byline(contributor=who, line=block.line, span=span, place=place)
