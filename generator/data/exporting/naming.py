"""Persons, organisations and practices, and every mention of each: as JSON Lines, as a table, in the database."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from generator.archive.addresses import thing_url
from generator.archive.groups import Archive
from generator.archive.things import Mention, ThingKind
from generator.data.evidence import proofs
from generator.data.exporting.jsonlines import json_lines
from generator.data.exporting.tables import table_file
from generator.data.records import Row
from generator.model.outfiles import OutFile

THING = "(id TEXT PRIMARY KEY, name TEXT NOT NULL, url TEXT NOT NULL, items INTEGER NOT NULL, mentions INTEGER NOT NULL)"
TABLES = f"""
CREATE TABLE persons {THING};
CREATE TABLE organisations {THING};
CREATE TABLE practices {THING};
CREATE TABLE mentions (
  item_id TEXT NOT NULL REFERENCES items(id), kind TEXT NOT NULL, thing_id TEXT NOT NULL,
  position INTEGER NOT NULL, piece INTEGER NOT NULL, how TEXT NOT NULL, role TEXT,
  file TEXT NOT NULL, line INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL,
  PRIMARY KEY (item_id, position, piece), FOREIGN KEY (file, line) REFERENCES lines(file, line)
);
"""
INDEXES = """
CREATE INDEX mentions_by_thing ON mentions(kind, thing_id);
"""


def naming_files(archive: Archive) -> Iterator[OutFile]:
    """Yield mentions.jsonl and mentions.csv."""
    yield OutFile("data/mentions.jsonl", json_lines(mention_rows(archive)))
    yield table_file("mentions.csv", _pieces(archive))


def mention_rows(archive: Archive) -> Iterator[Row]:
    """Yield a row for each mention; those of an item are numbered from 1, line by line."""
    numbers: Counter[str] = Counter()
    for mention in archive.things.mentions:
        numbers[mention.entry.item.id] += 1
        yield _row(mention, numbers[mention.entry.item.id])


def _row(mention: Mention, position: int) -> Row:
    return {
        "kind": str(mention.thing.kind),
        "id": mention.thing.id,
        "name": mention.thing.name,
        "url": thing_url(mention.thing),
        "item": mention.entry.item.id,
        "page": mention.entry.page.id,
        "position": position,
        "how": str(mention.how),
        "role": mention.role or None,
        "evidence": proofs(mention.evidence),
    }


def _pieces(archive: Archive) -> Iterator[Row]:
    """Yield a row for each piece of each mention: one that runs over the end of a line has more than one."""
    for row in mention_rows(archive):
        for piece, words in enumerate(row.pop("evidence"), start=1):
            yield {**words, **row, "piece": piece}


def thing_values(archive: Archive, kind: ThingKind) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of the table of one kind of things."""
    for thing in archive.things.every[kind].values():
        mentions = archive.things.mentions_of(thing)
        items = len({mention.entry.item.id for mention in mentions})
        yield thing.id, thing.name, thing_url(thing), items, len(mentions)


def mention_values(archive: Archive) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of the table `mentions`."""
    order = ("item", "kind", "id", "position", "piece", "how", "role", "file", "line", "start", "end", "text")
    return (tuple(row[key] for key in order) for row in _pieces(archive))
