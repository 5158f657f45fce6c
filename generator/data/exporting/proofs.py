"""Evidence as tables: a row for each stretch of words that proves something, in CSV and in the database."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.archive.groups import Archive
from generator.data.evidence import claims_of, evidence_of, proofs
from generator.data.exporting.tables import table_file
from generator.data.records import Row, item_record, line_records
from generator.model import Page
from generator.model.outfiles import OutFile

TABLES = """
CREATE TABLE lines (
  page_id TEXT NOT NULL REFERENCES pages(id), file TEXT NOT NULL, line INTEGER NOT NULL, text TEXT NOT NULL,
  item_id TEXT REFERENCES items(id), role TEXT, PRIMARY KEY (file, line)
);
CREATE TABLE evidence (
  item_id TEXT NOT NULL REFERENCES items(id), kind TEXT NOT NULL, subject TEXT NOT NULL,
  file TEXT NOT NULL, line INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  text TEXT NOT NULL, rule TEXT NOT NULL, FOREIGN KEY (file, line) REFERENCES lines(file, line)
);
"""
INDEXES = """
CREATE INDEX evidence_by_item ON evidence(item_id);
CREATE INDEX evidence_by_subject ON evidence(kind, subject);
"""


def proof_files(archive: Archive) -> Iterator[OutFile]:
    """Yield evidence.csv, bylines.csv and places.csv: what articles.csv has in one cell, a row each."""
    yield table_file("evidence.csv", evidence_rows(archive))
    yield table_file("bylines.csv", byline_rows(archive))
    yield table_file("places.csv", place_rows(archive))


def evidence_rows(archive: Archive) -> Iterator[Row]:
    """Yield a row for each piece of evidence of each item."""
    for entry in archive.items:
        for claim in claims_of(entry.page, entry.item):
            for proof in proofs(claim.evidence):
                yield {"item": entry.item.id, "kind": claim.kind, "subject": claim.subject, **proof}


def byline_rows(archive: Archive) -> Iterator[Row]:
    """Yield a row for each person and body in the bylines of each item, in printed order."""
    for entry in archive.items:
        for position, byline in enumerate(entry.item.bylines, start=1):
            person = byline.contributor
            yield {
                "item": entry.item.id,
                "position": position,
                "id": archive.spellings.id_of(person),
                "name": person.name,
                "role": person.title or None,
                "rank": person.rank or None,
                "function": person.function or None,
                "institution": person.institution or None,
                "contribution": str(person.role),
                "line": byline.line,
            }


def place_rows(archive: Archive) -> Iterator[Row]:
    """Yield a row for each place of each item."""
    for entry in archive.items:
        for region in item_record(entry.page, entry.item)["regions"]:
            yield {
                "item": entry.item.id,
                **{key: region[key] for key in ("code", "name", "level")},
                "path": "/".join(region["path"]),
                "primary": "true" if region["primary"] else "false",
                "guess": "true" if region["guess"] else "false",
            }


def quoted_lines(page: Page) -> Iterator[Row]:
    """Yield the lines of a page, and those of its sidecar that are evidence."""
    quoted = (words.line for words in evidence_of(page) if words.file == page.sidecar_name)
    return line_records(page, quoted)


def line_values(archive: Archive) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of the table `lines`."""
    order = ("page", "file", "line", "text", "item", "role")
    return (tuple(row[key] for key in order) for page in archive.pages for row in quoted_lines(page))


def evidence_values(archive: Archive) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of the table `evidence`."""
    order = ("item", "kind", "subject", "file", "line", "start", "end", "text", "rule")
    return (tuple(row[key] for key in order) for row in evidence_rows(archive))
