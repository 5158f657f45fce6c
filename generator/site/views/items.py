"""What the page of an item shows."""

from __future__ import annotations

from dataclasses import replace

from generator.archive.addresses import desk_href, paragraph_anchors
from generator.archive.dates import date_of
from generator.archive.groups import Entry
from generator.archive.identity.formers import Days
from generator.archive.things import ThingKind, kind_of
from generator.model import (
    EDITOR,
    Contributor,
    DateBasis,
    DateTag,
    Item,
    Page,
    Paragraph,
    RegionTag,
    TextKind,
)
from generator.model.date_words import between_words, date_words, when_words
from generator.model.words import BASES, CONTRIBUTOR_ROLES, KINDS, LEVELS
from generator.site.views.announced import announced_by, announcing
from generator.site.views.frame import Frame
from generator.site.views.item_values import (
    Chip,
    Credit,
    DateView,
    ItemView,
    Neighbours,
    ParagraphView,
)
from generator.site.views.names import source_words, title_of
from generator.site.views.papers import ways_to_issue
from generator.site.views.phrases import address_words
from generator.site.views.prints import (
    PrintedPiece,
    lines_around,
    marks_of,
    printed,
    printed_heading,
    sorted_misprints,
)
from generator.site.views.reasons import (
    Reason,
    corrections,
    line_link,
    proofs,
    statements,
)
from generator.site.views.related import related_to
from generator.site.views.rows import Link
from generator.site.views.series import series_view
from generator.site.views.shared import shared_views
from generator.site.views.trust import verdict_of
from generator.site.widening import has_narrow

STATED = "作者（编者注明）"
"""What those are called whom an editor states."""


def item_view(frame: Frame, entry: Entry, beside: Neighbours) -> ItemView:
    """Return the view of one item; `beside` is what stands around it."""
    page, item = entry.page, entry.item
    before, after = lines_around(page, item)
    return ItemView(
        id=item.id,
        title=title_of(item),
        supplied=bool(item.supplied),
        position=item.position,
        kind=KINDS[item.kind],
        kind_slug=str(item.kind),
        kicker=printed_heading(page, item, item.kicker),
        headline=printed_heading(page, item, item.headline),
        deck=printed_heading(page, item, item.deck),
        before=before,
        after=after,
        body=_body(page, item),
        credits=_credits(frame, item),
        date=_date(page, date_of(page, item)),
        page=frame.page_link(page),
        entered=entered_words(frame.archive.identity.days.get(item.id)),
        issue=ways_to_issue(frame, page)[1],
        column=frame.column_link(item.column) if item.column else None,
        series=series_view(frame, item.series.name, item.series.number) if item.series else None,
        part=item.series.part if item.series else "",
        source_line=source_words(page, date_of(page, item)),
        file=page.source.name,
        first_line=min(item.lines, default=1),
        desk=desk_href(page, min(item.lines, default=1)),
        belongs=tuple(_place(frame, page, tag) for tag in item.tags.regions if tag.primary),
        mentioned=tuple(_place(frame, page, tag) for tag in item.tags.regions if not tag.primary),
        themes=_themes(frame, page, item),
        practices=_practices(frame, page, item),
        narrow=any(has_narrow(page.source.quote(block.content)) for block in item.blocks),
        verdict=verdict_of(page, item),
        corrections=corrections(page, sorted_misprints(item)),
        stated=statements(item),
        abstract=page.issue.text_kind is TextKind.ABSTRACT,
        rights=page.issue.rights or "",
        characters=sum(not character.isspace() for character in item.text),
        previous=frame.item_link(beside.previous) if beside.previous else None,
        next=frame.item_link(beside.next) if beside.next else None,
        previous_page=frame.page_link(beside.previous_page) if beside.previous_page else None,
        next_page=frame.page_link(beside.next_page) if beside.next_page else None,
        announced=announced_by(frame, page, item),
        note=announcing(frame, page, item),
        related=related_to(frame, entry),
        shared=shared_views(frame, entry),
    )


def _body(page: Page, item: Item) -> tuple[ParagraphView, ...]:
    parts = zip(paragraph_anchors(item), item.body, strict=True)
    return tuple(_paragraph(page, item, anchor, part) for anchor, part in parts)


def _paragraph(page: Page, item: Item, anchor: str, paragraph: Paragraph) -> ParagraphView:
    marks = marks_of(item)
    pieces: list[PrintedPiece] = []
    for span, line in zip(paragraph.pieces, paragraph.lines, strict=True):
        first, *rest = printed(page.source, span, marks) or (PrintedPiece(text=""),)
        pieces += [replace(first, seam=line if pieces else 0), *rest]
    return ParagraphView(
        id=anchor,
        kind=str(paragraph.kind),
        pieces=tuple(pieces),
        lines=tuple(line_link(page, line) for line in paragraph.lines),
    )


def _credits(frame: Frame, item: Item) -> tuple[Credit, ...]:
    """Return who signed, by role; whom an editor adds to the print stands first, and is marked as the editor's."""
    groups: dict[str, dict[str, Link]] = {}
    for author in item.added_authors:
        groups.setdefault(STATED, {}).setdefault(author.contributor.name, _named(frame, author.contributor))
    for byline in item.bylines:
        who = byline.contributor
        groups.setdefault(CONTRIBUTOR_ROLES[who.role], {}).setdefault(who.name, _named(frame, who))
    return tuple(Credit(role=role, people=tuple(people.values())) for role, people in groups.items())


def entered_words(days: Days | None) -> str:
    """Return when an item entered the archive and last changed there; nothing where that is not known.

    >>> entered_words(Days("2026-11-30", "2026-12-02"))
    '2026年11月30日收入，2026年12月2日改动'
    """
    if days is None:
        return ""
    changed = f"，{date_words(days.changed)}改动" if days.changed != days.entered else ""
    return f"{date_words(days.entered)}收入{changed}"


def _named(frame: Frame, who: Contributor) -> Link:
    """Return the way to someone's page, as the item spells the name; who could not be told has none."""
    kind = kind_of(who)
    link = frame.thing_link(kind, who.name) if kind else Link(text=who.name, href="")
    return Link(text=who.name, href=link.href, count=link.count, note=who.words)


def _date(page: Page, date: DateTag) -> DateView:
    return DateView(
        text=when_words(date),
        within=between_words(date.edtf) if date.basis is DateBasis.INFERRED else "",
        basis=BASES.get(date.basis, date.basis) if date.edtf else "",
        inferred=date.basis is DateBasis.INFERRED,
        reasons=proofs(page, date.evidence),
    )


def _place(frame: Frame, page: Page, tag: RegionTag) -> Chip:
    """Return a place as an address is written, from the league down."""
    return Chip(
        text=address_words(tag),
        href=frame.region_href(tag.code),
        note=f"{LEVELS.get(tag.level, tag.level)}，代码 {tag.code}",
        reasons=proofs(page, tag.evidence),
    )


def _themes(frame: Frame, page: Page, item: Item) -> tuple[Chip, ...]:
    return tuple(
        Chip(
            text=tag.name,
            href=frame.theme_link(tag.slug, tag.name).href,
            note="",
            reasons=proofs(page, tag.evidence),
        )
        for tag in item.tags.themes
    )


def _practices(frame: Frame, page: Page, item: Item) -> tuple[Chip, ...]:
    return tuple(
        Chip(
            text=practice.name,
            href=frame.thing_link(ThingKind.PRACTICE, practice.name).href,
            note="",
            reasons=(
                Reason(text=practice.printed, note="", lines=(line_link(page, practice.line),)),
                *proofs(page, (words for words in practice.evidence if words.rule == EDITOR)),
            ),
        )
        for practice in item.tags.practices
    )
