"""Items and pages as plain rows: what articles.jsonl and pages.jsonl hold, and what every other export is made of.

The shape of a row is data for the world: it is described by generator/data/schemas and changes only on purpose.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any

from generator.archive.addresses import item_url, page_url
from generator.archive.dates import date_of
from generator.archive.groups import NOBODY
from generator.archive.persons import AS_PRINTED, Spellings
from generator.model import (
    Block,
    Contributor,
    ContributorRole,
    DateTag,
    Doubt,
    Evidence,
    Heading,
    Item,
    LinePrint,
    Misprint,
    Page,
    Paragraph,
    RegionTag,
    Series,
    SourceText,
    StatedAuthor,
    ThemeTag,
)

Row = dict[str, Any]
EDITOR = "editor"
"""The rule of what an editor states."""


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
        "headline_lines": _lines(item.headline),
        "bylines": [{**_person(byline.contributor, spellings), "lines": [byline.line]} for byline in people],
        "institutions": [{**_institution(byline.contributor), "lines": [byline.line]} for byline in bodies],
        "authors": [_author(author, spellings) for author in item.authors],
        "paragraphs": [_paragraph(paragraph) for paragraph in item.body],
        "regions": [_region(tag) for tag in item.tags.regions],
        "themes": [_theme(tag) for tag in item.tags.themes],
        "practices": [{"name": practice.name, "line": practice.line} for practice in item.tags.practices],
        "date": _date(date_of(page, item)),
        "complete": item.complete,
        "confidence": "sure" if item.sure else "doubtful",
        "doubts": _codes(item.doubts),
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
        "boxes_file": page.source.boxes_file or None,
        "prints": [_print(page.source, each) for each in page.source.prints],
    }


def lines_digest(source: SourceText, lines: Iterable[int]) -> str:
    """Return the SHA-256, in hex, of 1-based source lines: each once, in source order, whole, joined by LF, as UTF-8."""
    texts = source.whole_lines
    words = "\n".join(texts[line - 1] for line in sorted(set(lines)))
    return hashlib.sha256(words.encode("utf-8")).hexdigest()


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
    return {"name": series.name, "number": series.number} if series else None


def _person(who: Contributor, spellings: Spellings) -> Row:
    return {
        **_institution(who),
        "rank": who.rank or None,
        "institution": who.institution or None,
        "contribution": str(who.role),
        "person": person_key(who, spellings),
    }


def person_key(who: Contributor, spellings: Spellings) -> str | None:
    """Return the id of the person who signs; None for a body, and where nobody could be told."""
    return None if who.role in NOBODY else spellings.id(who.name)


def _institution(who: Contributor) -> Row:
    return {"role": who.title or None, "name": who.name, "function": who.function or None}


def _author(author: StatedAuthor, spellings: Spellings) -> Row:
    """Return an author whom an editor states; the evidence is a line of the sidecar."""
    evidence = {"text": author.text, "file": author.file, "line": author.line, "rule": EDITOR}
    return {**_person(author.contributor, spellings), "evidence": [evidence]}


def _paragraph(paragraph: Paragraph) -> Row:
    return {"kind": str(paragraph.kind), "text": paragraph.text, "lines": list(paragraph.lines)}


def _region(tag: RegionTag) -> Row:
    return {
        "code": tag.code,
        "name": tag.name,
        "level": tag.level,
        "path": list(tag.path),
        "primary": tag.primary,
        "evidence": [{**_proof(evidence), "rule": evidence.rule} for evidence in tag.evidence],
    }


def _theme(tag: ThemeTag) -> Row:
    proofs = [_proof(evidence) for evidence in tag.evidence]
    return {"slug": tag.slug, "name": tag.name, "score": tag.score, "evidence": proofs}


def _date(date: DateTag) -> Row:
    return {"edtf": date.edtf, "basis": date.basis, "evidence": [_proof(proof) for proof in date.evidence]}


def _proof(evidence: Evidence) -> Row:
    return {"text": evidence.text, "line": evidence.line}


def _codes(doubts: Iterable[Doubt]) -> list[str]:
    return list(dict.fromkeys(doubt.code for doubt in doubts))


def _misprint(misprint: Misprint) -> Row:
    return {"line": misprint.line, "read": misprint.read, "corrected": misprint.corrected}


def _line(source: SourceText, block: Block) -> Row:
    return {"line": block.line, "role": str(block.role), "text": source.quote(block.span)}
