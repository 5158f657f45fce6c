"""archive.sqlite: the archive as tables, which opens in Datasette, DB Browser or any language.

The bytes depend on the rows alone: tables are filled in one order, no time is stored, and what versions of
SQLite leave in a file by themselves is taken out.
"""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

from generator.archive.addresses import item_url, page_url
from generator.archive.dates import date_of
from generator.archive.groups import Archive, Entry
from generator.archive.things import ThingKind, thing_id
from generator.archive.things.persons import Spellings
from generator.data.evidence import proofs as rows_of
from generator.data.exporting import naming, proofs, stating
from generator.data.exporting.full_text import index_words
from generator.data.exporting.jsonlines import encode
from generator.data.exporting.unversioned import PAGE_SIZE, unversioned
from generator.data.exporting.vocabularies import column_rows, paper_rows, region_rows, theme_rows
from generator.data.records import lines_digest, shared_record
from generator.model import Contributor, Evidence, Heading, Item, Page
from generator.model.corrected import corrected_body, corrected_headings, corrected_text
from generator.model.edtf import bounds
from generator.model.outfiles import OutFile

Values = Iterable[tuple[Any, ...]]

TABLES = """
CREATE TABLE pages (
  id TEXT PRIMARY KEY, url TEXT NOT NULL, source TEXT NOT NULL, sha256 TEXT NOT NULL, encoding TEXT NOT NULL,
  paper TEXT, date TEXT, date_basis TEXT NOT NULL, label TEXT, text_kind TEXT NOT NULL, rights TEXT
);
CREATE TABLE items (
  number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, url TEXT NOT NULL,
  page_id TEXT NOT NULL REFERENCES pages(id), position INTEGER NOT NULL, kind TEXT NOT NULL,
  column_name TEXT REFERENCES columns(name), series TEXT, series_number INTEGER, kicker TEXT, headline TEXT, deck TEXT,
  date TEXT, date_from TEXT, date_to TEXT, date_basis TEXT NOT NULL,
  complete INTEGER NOT NULL, confidence TEXT NOT NULL, text_kind TEXT NOT NULL,
  characters INTEGER NOT NULL, sha256 TEXT NOT NULL, text TEXT NOT NULL,
  corrected_kicker TEXT, corrected_headline TEXT, corrected_deck TEXT, corrected_text TEXT, supplied_headline TEXT
);
CREATE TABLE paragraphs (
  number INTEGER PRIMARY KEY, item_id TEXT NOT NULL REFERENCES items(id), position INTEGER NOT NULL,
  kind TEXT NOT NULL, text TEXT NOT NULL, corrected TEXT, lines TEXT NOT NULL
);
CREATE TABLE bylines (
  item_id TEXT NOT NULL REFERENCES items(id), position INTEGER NOT NULL, name TEXT NOT NULL, role TEXT, rank TEXT,
  function TEXT, institution TEXT, contribution TEXT NOT NULL, thing_id TEXT, line INTEGER NOT NULL,
  PRIMARY KEY (item_id, position)
);
CREATE TABLE authors (
  item_id TEXT NOT NULL REFERENCES items(id), position INTEGER NOT NULL, name TEXT NOT NULL, role TEXT, rank TEXT,
  function TEXT, institution TEXT, contribution TEXT NOT NULL, thing_id TEXT, file TEXT NOT NULL, line INTEGER NOT NULL,
  PRIMARY KEY (item_id, position)
);
CREATE TABLE regions (
  code TEXT PRIMARY KEY, name TEXT NOT NULL, level TEXT NOT NULL, parent TEXT REFERENCES regions(code), slug TEXT NOT NULL
);
CREATE TABLE item_regions (
  item_id TEXT NOT NULL REFERENCES items(id), code TEXT NOT NULL REFERENCES regions(code),
  is_primary INTEGER NOT NULL, guess INTEGER NOT NULL, evidence TEXT NOT NULL
);
CREATE TABLE themes (slug TEXT PRIMARY KEY, name TEXT NOT NULL, about TEXT NOT NULL);
CREATE TABLE item_themes (
  item_id TEXT NOT NULL REFERENCES items(id), slug TEXT NOT NULL REFERENCES themes(slug),
  score REAL NOT NULL, evidence TEXT NOT NULL
);
CREATE TABLE columns (slug TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE, kind TEXT, about TEXT NOT NULL);
CREATE TABLE item_practices (
  item_id TEXT NOT NULL REFERENCES items(id), practice_id TEXT NOT NULL REFERENCES practices(id),
  name TEXT NOT NULL, line INTEGER NOT NULL
);
CREATE TABLE item_doubts (
  item_id TEXT NOT NULL REFERENCES items(id), code TEXT NOT NULL, line INTEGER NOT NULL, detail TEXT NOT NULL
);
CREATE TABLE unplaced (page_id TEXT NOT NULL REFERENCES pages(id), line INTEGER NOT NULL, role TEXT NOT NULL, text TEXT NOT NULL);
"""
PAPERS = """
CREATE TABLE papers (
  id TEXT PRIMARY KEY, url TEXT NOT NULL, name TEXT NOT NULL, former TEXT NOT NULL, cn TEXT, place TEXT, publisher TEXT,
  since TEXT, until TEXT, about TEXT NOT NULL
);
CREATE TABLE issues (
  id TEXT PRIMARY KEY, paper_id TEXT NOT NULL REFERENCES papers(id), date TEXT NOT NULL, url TEXT NOT NULL,
  published_pages INTEGER
);
CREATE TABLE issue_pages (
  issue_id TEXT NOT NULL REFERENCES issues(id), position INTEGER NOT NULL,
  page_id TEXT NOT NULL UNIQUE REFERENCES pages(id), PRIMARY KEY (issue_id, position)
);
"""
SHARED = """
CREATE TABLE shared_runs (
  id TEXT PRIMARY KEY, kind TEXT NOT NULL, text TEXT NOT NULL, characters INTEGER NOT NULL, items INTEGER NOT NULL
);
CREATE TABLE shared_places (
  run_id TEXT NOT NULL REFERENCES shared_runs(id), item_id TEXT NOT NULL REFERENCES items(id),
  pieces TEXT NOT NULL, exact INTEGER NOT NULL
);
"""
INDEXES = """
CREATE UNIQUE INDEX paragraphs_by_item ON paragraphs(item_id, position);
CREATE INDEX items_by_page ON items(page_id);
CREATE INDEX items_by_column ON items(column_name);
CREATE INDEX bylines_by_name ON bylines(name);
CREATE INDEX bylines_by_thing ON bylines(thing_id);
CREATE INDEX item_regions_by_code ON item_regions(code);
CREATE INDEX item_regions_by_item ON item_regions(item_id);
CREATE INDEX item_themes_by_slug ON item_themes(slug);
CREATE INDEX item_themes_by_item ON item_themes(item_id);
CREATE INDEX shared_places_by_run ON shared_places(run_id);
CREATE INDEX shared_places_by_item ON shared_places(item_id);
"""


def database_file(archive: Archive) -> Iterator[OutFile]:
    """Yield data/archive.sqlite, which is made in a temporary folder."""
    with tempfile.TemporaryDirectory() as folder:
        filled, whole = Path(folder) / "filled.sqlite", Path(folder) / "archive.sqlite"
        with closing(sqlite3.connect(filled)) as database:
            _fill(database, archive)
            database.execute("VACUUM INTO ?", (str(whole),))
        yield OutFile("data/archive.sqlite", unversioned(whole.read_bytes()))


def _fill(database: sqlite3.Connection, archive: Archive) -> None:
    database.executescript(
        f"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA secure_delete = ON; PRAGMA page_size = {PAGE_SIZE};"
        + TABLES
        + proofs.TABLES
        + naming.TABLES
        + stating.TABLES
        + PAPERS
        + SHARED
    )
    for table, rows in (
        ("pages", (_page(page) for page in archive.pages)),
        ("papers", _papers(archive)),
        ("issues", _issues(archive)),
        ("issue_pages", _issue_pages(archive)),
        ("regions", (_region(row) for row in region_rows(archive))),
        ("themes", ((row["slug"], row["name"], row["about"]) for row in theme_rows(archive))),
        ("columns", ((row["slug"], row["name"], row["kind"], row["about"]) for row in column_rows(archive))),
        ("items", (_item(number, entry) for number, entry in enumerate(archive.items, start=1))),
        ("paragraphs", ((number, *row) for number, row in enumerate(_each(archive, _paragraphs), start=1))),
        ("bylines", _each(archive, partial(_bylines, archive.spellings))),
        ("authors", _each(archive, partial(_authors, archive.spellings))),
        ("item_statements", stating.statement_values(archive)),
        ("item_checks", stating.check_values(archive)),
        ("item_regions", _each(archive, _regions)),
        ("item_themes", _each(archive, _item_themes)),
        ("item_practices", _each(archive, _practices)),
        ("item_doubts", _each(archive, _doubts)),
        ("misprints", stating.misprint_values(archive)),
        ("unplaced", _unplaced(archive)),
        ("lines", proofs.line_values(archive)),
        ("evidence", proofs.evidence_values(archive)),
        ("persons", naming.thing_values(archive, ThingKind.PERSON)),
        ("organisations", naming.thing_values(archive, ThingKind.ORGANISATION)),
        ("practices", naming.thing_values(archive, ThingKind.PRACTICE)),
        ("mentions", naming.mention_values(archive)),
        ("shared_runs", _shared_runs(archive)),
        ("shared_places", _shared_places(archive)),
    ):
        _insert(database, table, rows)
    database.executescript(INDEXES + proofs.INDEXES + naming.INDEXES)
    index_words(database, archive)
    database.commit()


def _insert(database: sqlite3.Connection, table: str, rows: Values) -> None:
    width = len(database.execute(f"PRAGMA table_info({table})").fetchall())
    database.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * width)})", rows)


def _page(page: Page) -> tuple[Any, ...]:
    source, issue = page.source, page.issue
    known = (issue.paper, issue.date.edtf, issue.date.basis, issue.label, issue.text_kind, issue.rights)
    return (page.id, page_url(page), source.name, source.sha256, source.encoding, *known)


def _item(number: int, entry: Entry) -> tuple[Any, ...]:
    page, item = entry.page, entry.item
    date = date_of(page, item)
    first, last = bounds(date.edtf or "")
    series = (item.series.name, item.series.number) if item.series else (None, None)
    headings = (_text(item.kicker), _text(item.headline), _text(item.deck))
    mended = corrected_headings(item)
    return (
        *(number, item.id, item_url(item), page.id, item.position, str(item.kind), item.column, *series),
        *(*headings, date.edtf, first or None, last or None, date.basis),
        *(item.complete, "sure" if item.sure else "doubtful", page.issue.text_kind),
        *(len("".join(item.text.split())), lines_digest(page.source, item.lines), item.text),
        *(mended.get(name) for name in ("kicker", "headline", "deck")),
        corrected_text(item),
        item.supplied or None,
    )


def _text(heading: Heading | None) -> str | None:
    return heading.text if heading else None


def _region(row: dict[str, Any]) -> tuple[Any, ...]:
    return (row["code"], row["name"], row["level"], row["parent"], row["slug"])


def _each(archive: Archive, rows: Callable[[Item], Values]) -> Values:
    return ((entry.item.id, *row) for entry in archive.items for row in rows(entry.item))


def _paragraphs(item: Item) -> Values:
    parts = zip(item.body, corrected_body(item), strict=True)
    for position, (paragraph, mended) in enumerate(parts, start=1):
        yield position, str(paragraph.kind), paragraph.text, mended, encode(paragraph.lines)


def _bylines(spellings: Spellings, item: Item) -> Values:
    for position, byline in enumerate(item.bylines, start=1):
        yield position, *_signer(byline.contributor, spellings), byline.line


def _authors(spellings: Spellings, item: Item) -> Values:
    for position, author in enumerate(item.authors, start=1):
        yield (
            position,
            *_signer(author.contributor, spellings),
            author.evidence[0].file,
            author.evidence[0].line,
        )


def _signer(who: Contributor, spellings: Spellings) -> tuple[str | None, ...]:
    told = (who.title, who.rank, who.function, who.institution)
    return (who.name, *(words or None for words in told), str(who.role), spellings.id_of(who))


def _regions(item: Item) -> Values:
    return ((tag.code, tag.primary, tag.guess, _proofs(tag.evidence)) for tag in item.tags.regions)


def _item_themes(item: Item) -> Values:
    return ((tag.slug, tag.score, _proofs(tag.evidence)) for tag in item.tags.themes)


def _practices(item: Item) -> Values:
    return ((thing_id(practice.name), practice.name, practice.line) for practice in item.tags.practices)


def _doubts(item: Item) -> Values:
    return ((doubt.code, doubt.line, doubt.detail) for doubt in item.doubts)


def _unplaced(archive: Archive) -> Values:
    for page in archive.pages:
        for block in page.unplaced:
            yield page.id, block.line, str(block.role), page.source.quote(block.span)


def _papers(archive: Archive) -> Values:
    for row in paper_rows(archive):
        facts = (row[name] for name in ("cn", "place", "publisher", "since", "until", "about"))
        yield row["id"], row["url"], row["name"], encode(row["former"]), *facts


def _issues(archive: Archive) -> Values:
    for row in paper_rows(archive):
        for issue in row["issues"]:
            yield issue["id"], row["id"], issue["date"], issue["url"], issue["published_pages"]


def _issue_pages(archive: Archive) -> Values:
    for row in paper_rows(archive):
        for issue in row["issues"]:
            yield from ((issue["id"], at, page) for at, page in enumerate(issue["pages"], start=1))


def _shared_runs(archive: Archive) -> Values:
    return ((run.id, str(run.kind), run.text, run.characters, run.items) for run in archive.shared)


def _shared_places(archive: Archive) -> Values:
    for run in archive.shared:
        for place in shared_record(run)["places"]:
            yield run.id, place["item"], encode(place["pieces"]), place["exact"]


def _proofs(evidence: Iterable[Evidence]) -> str:
    return encode(rows_of(evidence))
