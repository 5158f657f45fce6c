"""Items, pages and shared text as plain rows: what the .jsonl files hold, and what every other export is made of.

The shape of a row is data for the world: it is described by generator/data/schemas and changes only on purpose.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import Any

from generator.archive.addresses import item_url, page_url, paragraph_anchors
from generator.archive.dates import date_of
from generator.archive.shared import SharedPlace, SharedRun
from generator.archive.things import thing_id
from generator.archive.things.persons import AS_PRINTED, Spellings
from generator.data.evidence import proofs
from generator.model import (
    Block,
    Byline,
    Contributor,
    ContributorRole,
    DateTag,
    Doubt,
    Heading,
    Item,
    LinePrint,
    Misprint,
    Page,
    Paragraph,
    Practice,
    RegionTag,
    Series,
    SourceText,
    StatedAuthor,
    ThemeTag,
)
from generator.model.corrected import corrected_body, corrected_headings
from generator.model.statements import Check, Statement
from generator.model.withdrawals import Withdrawn

Row = dict[str, Any]
WITHDRAWN = "withdrawn"
"""The role of a line whose words are withdrawn."""


def item_record(page: Page, item: Item, spellings: Spellings = AS_PRINTED) -> Row:
    """Return the row of `item` in articles.jsonl, of plain JSON values; `spellings` tells who is one person."""
    people = [byline for byline in item.bylines if byline.contributor.role is not ContributorRole.INSTITUTION]
    bodies = [byline for byline in item.bylines if byline.contributor.role is ContributorRole.INSTITUTION]
    return {
        "id": item.id,
        "url": item_url(item),
        "source": page.source.name,
        "page": page.id,
        "position": item.position,
        "kind": str(item.kind),
        "column": item.column,
        "series": _series(item.series),
        "kicker": _text(item.kicker),
        "headline": _text(item.headline),
        "deck": _text(item.deck),
        "supplied_headline": item.supplied or None,
        "headline_lines": _lines(item.headline),
        "corrected_headings": corrected_headings(item),
        "bylines": [{**_person(byline.contributor, spellings), **_printed(byline)} for byline in people],
        "institutions": [{**_signer(byline.contributor, spellings), **_printed(byline)} for byline in bodies],
        "authors": [_author(author, spellings) for author in item.authors],
        "stated": [_statement(said) for said in item.stated],
        "paragraphs": [*map(_paragraph, paragraph_anchors(item), item.body, corrected_body(item))],
        "regions": [_region(tag) for tag in item.tags.regions],
        "themes": [_theme(tag) for tag in item.tags.themes],
        "practices": [_practice(practice) for practice in item.tags.practices],
        "date": _date(date_of(page, item)),
        "complete": item.complete,
        "confidence": "sure" if item.sure else "doubtful",
        "doubts": _codes(item.doubts),
        "checked": [_check(check) for check in item.checks],
        "misprints": [_misprint(misprint) for misprint in item.misprints],
        "text_kind": page.issue.text_kind,
        "sha256": lines_digest(page.source, item.lines),
    }


def page_record(page: Page) -> Row:
    """Return the row of `page` in pages.jsonl, of plain JSON values."""
    return {
        "id": page.id,
        "url": page_url(page),
        "source": page.source.name,
        "sha256": page.source.sha256,
        "encoding": page.source.encoding,
        "paper": page.issue.paper,
        "date": _date(page.issue.date),
        "label": page.issue.label,
        "text_kind": page.issue.text_kind,
        "rights": page.issue.rights,
        "items": [item.id for item in page.items],
        "furniture": [_line(page.source, block) for block in page.furniture],
        "unplaced": [_line(page.source, block) for block in page.unplaced],
        "withdrawn": [_withdrawn(each) for each in page.withdrawn],
        "boxes_file": page.source.boxes_file or None,
        "prints": [_print(page.source, each) for each in page.source.prints],
    }


def shared_record(run: SharedRun) -> Row:
    """Return the row of `run` in shared.jsonl, of plain JSON values."""
    return {
        "id": run.id,
        "kind": str(run.kind),
        "text": run.text,
        "characters": run.characters,
        "items": run.items,
        "places": [_place(place) for place in run.places],
    }


def lines_digest(source: SourceText, lines: Iterable[int]) -> str:
    """Return the SHA-256, in hex, of 1-based source lines: each once, in source order, whole, joined by LF, as UTF-8."""
    texts = source.whole_lines
    words = "\n".join(texts[line - 1] for line in sorted(set(lines)))
    return hashlib.sha256(words.encode("utf-8")).hexdigest()


def _place(place: SharedPlace) -> Row:
    return {
        "item": place.entry.item.id,
        "source": place.entry.page.source.name,
        "pieces": [{"line": each.line, "start": each.start, "end": each.end} for each in place.pieces],
        "exact": place.exact,
    }


def _print(source: SourceText, printed: LinePrint) -> Row:
    boxes = [
        {
            "id": each.id,
            "box": [each.box.left, each.box.top, each.box.right, each.box.bottom],
            "text": source.quote(each.span),
        }
        for each in printed.boxes
    ]
    return {
        "line": printed.line,
        "height": printed.height,
        "indent": printed.indent,
        "place": printed.place,
        "boxes": boxes,
    }


def _text(heading: Heading | None) -> str | None:
    return heading.text if heading else None


def _lines(heading: Heading | None) -> list[int]:
    return list(heading.lines) if heading else []


def _series(series: Series | None) -> Row | None:
    if series is None:
        return None
    return {"name": series.name, "number": series.number, "evidence": proofs(series.evidence)}


def _person(who: Contributor, spellings: Spellings) -> Row:
    return {
        **_signer(who, spellings),
        "rank": who.rank or None,
        "institution": who.institution or None,
        "contribution": str(who.role),
    }


def _signer(who: Contributor, spellings: Spellings) -> Row:
    return {
        "id": spellings.id_of(who),
        "role": who.title or None,
        "name": who.name,
        "function": who.function or None,
    }


def _printed(byline: Byline) -> Row:
    return {"lines": [byline.line], "evidence": proofs(byline.evidence)}


def _author(author: StatedAuthor, spellings: Spellings) -> Row:
    """Return an author whom an editor states; the evidence is a line of the sidecar."""
    return {**_person(author.contributor, spellings), "evidence": proofs(author.evidence)}


def _statement(said: Statement) -> Row:
    """Return what an editor states, with what was read in its place; the evidence is a line of the sidecar."""
    return {
        "about": str(said.about),
        "text": said.text,
        "read": said.read or None,
        "evidence": proofs(said.evidence),
    }


def _check(check: Check) -> Row:
    return {
        "by": check.by or None,
        "on": check.on or None,
        "text": check.text or None,
        "evidence": proofs(check.evidence),
    }


def _paragraph(anchor: str, paragraph: Paragraph, corrected: str | None) -> Row:
    row = {"id": anchor, "kind": str(paragraph.kind), "text": paragraph.text, "lines": list(paragraph.lines)}
    return row if corrected is None else {**row, "corrected": corrected}


def _region(tag: RegionTag) -> Row:
    return {
        "code": tag.code,
        "name": tag.name,
        "level": tag.level,
        "path": list(tag.path),
        "primary": tag.primary,
        "guess": tag.guess,
        "evidence": proofs(tag.evidence),
    }


def _theme(tag: ThemeTag) -> Row:
    return {"slug": tag.slug, "name": tag.name, "score": tag.score, "evidence": proofs(tag.evidence)}


def _practice(practice: Practice) -> Row:
    return {
        "id": thing_id(practice.name),
        "name": practice.name,
        "line": practice.line,
        "evidence": proofs(practice.evidence),
    }


def _date(date: DateTag) -> Row:
    return {"edtf": date.edtf, "basis": date.basis, "evidence": proofs(date.evidence)}


def _codes(doubts: Iterable[Doubt]) -> list[str]:
    return list(dict.fromkeys(doubt.code for doubt in doubts))


def _misprint(misprint: Misprint) -> Row:
    return {
        "line": misprint.line,
        "read": misprint.read,
        "corrected": misprint.corrected,
        "evidence": proofs(misprint.stated),
    }


def _line(source: SourceText, block: Block) -> Row:
    return {"line": block.line, "role": str(block.role), "text": source.quote(block.span)}


def _withdrawn(gone: Withdrawn) -> Row:
    return {"item": gone.item or None, "lines": list(gone.lines), "reason": gone.reason, "on": gone.on}


def line_records(page: Page, quoted: Iterable[int]) -> Iterator[Row]:
    """Yield the rows of a page in lines.jsonl: all its lines, then those of its sidecar that are `quoted`.

    The lines of a file, joined by LF, are its decoded text; one that is withdrawn is empty.
    """
    gone = page.withdrawn_lines
    owners = {block.line: (item.id, block) for item in page.items for block in item.blocks}
    others = {block.line: (None, block) for block in (*page.furniture, *page.unplaced)}
    for line, text in enumerate(page.source.whole_lines, start=1):
        item, block = owners.get(line) or others.get(line) or (None, None)
        yield {
            "page": page.id,
            "file": page.source.name,
            "line": line,
            "text": text,
            "item": item,
            "role": WITHDRAWN if line in gone else str(block.role) if block else None,
        }
    for line in sorted(set(quoted)):
        text = page.sidecar[line - 1]
        yield {
            "page": page.id,
            "file": page.sidecar_name,
            "line": line,
            "text": text,
            "item": None,
            "role": None,
        }
