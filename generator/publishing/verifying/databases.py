"""Whether database and table hold what the JSON Lines do."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from typing import Any

from generator.publishing.verifying.places import Fault, Row, Site

DATABASE = "data/archive.sqlite"
TABLE = "data/articles.csv"
CORRECTED = ("corrected_text", "corrected_headline")
HEADINGS = ("kicker", "headline", "deck")
PLAIN = ("id", "page", "position", "kind", *HEADINGS, "supplied_headline", "text_kind", "sha256")


def check_tables(site: Site) -> Iterator[Fault]:
    """Yield each row of the database or of articles.csv that differs from the JSON Lines."""
    yield from _database(site)
    yield from _csv(site)


def _database(site: Site) -> Iterator[Fault]:
    try:
        with closing(sqlite3.connect(":memory:")) as database:
            database.deserialize(site.read(DATABASE))
            yield from _tables(site, database)
    except sqlite3.DatabaseError as error:
        yield Fault(where=DATABASE, said=f"数据库坏了({error})。")


def _tables(site: Site, database: sqlite3.Connection) -> Iterator[Fault]:
    (state,) = database.execute("PRAGMA integrity_check").fetchone()
    if state != "ok":
        yield Fault(where=DATABASE, said=f"数据库坏了({state})。")
    items = (
        "SELECT id, page_id, position, kind, kicker, headline, deck, supplied_headline, text_kind, sha256, text"
        " FROM items ORDER BY number"
    )
    wanted = [(*(row[key] for key in PLAIN), _text(row)) for row in site.articles.values()]
    yield from _compare("items", database.execute(items).fetchall(), wanted)
    yield from _corrected(site, database)
    parts = "SELECT item_id, position, kind, text, corrected, lines FROM paragraphs ORDER BY number"
    found = [(*row[:5], json.loads(row[5])) for row in database.execute(parts)]
    yield from _compare("paragraphs", found, list(_paragraphs(site)))
    lines = "SELECT page_id, file, line, text, item_id, role FROM lines ORDER BY rowid"
    told = [
        tuple(row[key] for key in ("page", "file", "line", "text", "item", "role"))
        for row in site.rows("data/lines.jsonl")
    ]
    yield from _compare("lines", database.execute(lines).fetchall(), told)
    loose = [
        (id_, each["line"], each["role"], each["text"])
        for id_, page in site.pages.items()
        for each in page["unplaced"]
    ]
    yield from _compare(
        "unplaced", database.execute("SELECT * FROM unplaced ORDER BY rowid").fetchall(), loose
    )


def _corrected(site: Site, database: sqlite3.Connection) -> Iterator[Fault]:
    texts = "SELECT id, corrected_kicker, corrected_headline, corrected_deck, corrected_text FROM items ORDER BY number"
    wanted = [
        (id_, *(row["corrected_headings"].get(key) for key in HEADINGS), _corrected_text(row))
        for id_, row in site.articles.items()
    ]
    yield from _compare("items", database.execute(texts).fetchall(), wanted)
    misprints = "SELECT item_id, line, read, corrected FROM misprints ORDER BY rowid"
    told = [
        (id_, each["line"], each["read"], each["corrected"])
        for id_, row in site.articles.items()
        for each in row["misprints"]
    ]
    yield from _compare("misprints", database.execute(misprints).fetchall(), told)


def _corrected_text(row: Row) -> str | None:
    """Return an item's text with an editor's readings; None where it has none."""
    if not any("corrected" in paragraph for paragraph in row["paragraphs"]):
        return None
    return "\n".join(paragraph.get("corrected", paragraph["text"]) for paragraph in row["paragraphs"])


def _compare(table: str, found: list[Any], wanted: list[Any]) -> Iterator[Fault]:
    for number, (one, other) in enumerate(zip(found, wanted, strict=False), 1):
        if tuple(one) != tuple(other):
            yield Fault(where=f"{DATABASE} {table}", said=f"第 {number} 行({one[0]})与 JSON Lines 里的不同。")
    if len(found) != len(wanted):
        yield Fault(where=f"{DATABASE} {table}", said=f"有 {len(found)} 行,应有 {len(wanted)} 行。")


def _text(row: Row) -> str:
    return "\n".join(paragraph["text"] for paragraph in row["paragraphs"])


def _paragraphs(site: Site) -> Iterator[tuple[Any, ...]]:
    for id_, row in site.articles.items():
        for at, part in enumerate(row["paragraphs"], 1):
            yield id_, at, part["kind"], part["text"], part.get("corrected"), part["lines"]


def _csv(site: Site) -> Iterator[Fault]:
    table = csv.DictReader(io.StringIO(site.read(TABLE).decode("utf-8-sig", "replace"), newline=""))
    found = {row["id"]: row for row in table}
    for id_, row in site.articles.items():
        cells = found.pop(id_, None)
        if cells is None:
            yield Fault(where=TABLE, said=f"缺少稿件 {id_}。")
        elif [_bare(cells[key]) for key in ("text", "headline", "supplied_headline", *CORRECTED)] != [
            _text(row),
            row["headline"] or "",
            row["supplied_headline"] or "",
            _corrected_text(row) or "",
            row["corrected_headings"].get("headline") or "",
        ]:
            yield Fault(where=TABLE, said=f"稿件 {id_} 的文字与 JSON Lines 里的不同。")
    yield from (Fault(where=TABLE, said=f"多出稿件 {id_}。") for id_ in found)


def _bare(cell: str) -> str:
    """Return a cell without the apostrophe that keeps spreadsheets from taking it for a formula."""
    return cell.removeprefix("'")
