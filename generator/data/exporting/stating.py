"""What editors say of items, as tables of the database: right readings, statements, and what was checked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.archive.groups import Archive

TABLES = """
CREATE TABLE misprints (
  item_id TEXT NOT NULL REFERENCES items(id), line INTEGER NOT NULL, read TEXT NOT NULL, corrected TEXT NOT NULL
);
CREATE TABLE item_statements (
  item_id TEXT NOT NULL REFERENCES items(id), about TEXT NOT NULL, text TEXT NOT NULL, read TEXT,
  file TEXT NOT NULL, line INTEGER NOT NULL, PRIMARY KEY (item_id, about)
);
CREATE TABLE item_checks (
  item_id TEXT NOT NULL REFERENCES items(id), checked_by TEXT, checked_on TEXT, text_sum TEXT,
  file TEXT NOT NULL, line INTEGER NOT NULL
);
"""


def misprint_values(archive: Archive) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of the table `misprints`."""
    for entry in archive.items:
        for misprint in entry.item.misprints:
            yield entry.item.id, misprint.line, misprint.read, misprint.corrected


def statement_values(archive: Archive) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of the table `item_statements`."""
    for entry in archive.items:
        for said in entry.item.stated:
            where = said.evidence[0]
            yield entry.item.id, str(said.about), said.text, said.read or None, where.file, where.line


def check_values(archive: Archive) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of the table `item_checks`."""
    for entry in archive.items:
        for check in entry.item.checks:
            told = (check.by or None, check.on or None, check.text or None)
            yield entry.item.id, *told, check.evidence[0].file, check.evidence[0].line
