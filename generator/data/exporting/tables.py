"""articles.csv: one item a line, for Excel and its like.

The file starts with a byte order mark, without which Excel takes it for another encoding. A cell that a
spreadsheet might take for a formula gets an apostrophe in front; so does one that has an apostrophe
there already, so that taking one away always gives the text back.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO, TextIOWrapper
from typing import Any

from generator.archive.groups import Archive, Entry
from generator.archive.persons import AS_PRINTED, Spellings
from generator.data.catalogue import read_schema
from generator.data.records import Row, item_record
from generator.model.outfiles import OutFile

RISKY = ("=", "+", "-", "@", "\t", "\r", "'", "＝", "＋", "－", "＠")
"""First characters that spreadsheets act on, full-width forms included (as in Chinese Excel)."""
SEMICOLON = "；"


def csv_file(archive: Archive) -> Iterator[OutFile]:
    """Yield data/articles.csv."""
    columns = [field["name"] for field in read_schema("articles.csv.json")["fields"]]
    buffer = BytesIO()
    text = TextIOWrapper(buffer, encoding="utf-8-sig", newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    for entry in archive.items:
        row = csv_row(entry, archive.settings.site_url, archive.spellings)
        writer.writerow([safe(row[column]) for column in columns])
    text.flush()
    text.detach()
    yield OutFile("data/articles.csv", buffer.getvalue())


def csv_row(entry: Entry, site_url: str, spellings: Spellings = AS_PRINTED) -> Row:
    """Return the cells of an item by column; schemas/articles.csv.json says what each means."""
    record = item_record(entry.page, entry.item, spellings)
    text = entry.item.text
    return {
        "id": record["id"],
        "url": f"{site_url}{record['url']}",
        "source": record["source"],
        "page": record["page"],
        "position": record["position"],
        "kind": record["kind"],
        "paper": entry.page.issue.paper,
        "page_label": entry.page.issue.label,
        "date": record["date"]["edtf"],
        "date_basis": record["date"]["basis"],
        "column": record["column"],
        "series": record["series"] and record["series"]["name"],
        "series_number": record["series"] and record["series"]["number"],
        "kicker": record["kicker"],
        "headline": record["headline"],
        "deck": record["deck"],
        "bylines": SEMICOLON.join(_signed(byline) for byline in record["bylines"]),
        "byline_ranks": _each(record["bylines"], "rank"),
        "byline_functions": _each(record["bylines"], "function"),
        "authors": SEMICOLON.join(_signed(author) for author in record["authors"]),
        "institutions": SEMICOLON.join(_signed(byline) for byline in record["institutions"]),
        **_region_cells(record["regions"]),
        "themes": SEMICOLON.join(theme["name"] for theme in record["themes"]),
        "practices": SEMICOLON.join(practice["name"] for practice in record["practices"]),
        "complete": "true" if record["complete"] else "false",
        "confidence": record["confidence"],
        "doubts": SEMICOLON.join(record["doubts"]),
        "text_kind": record["text_kind"],
        "text": text,
        "characters": len("".join(text.split())),
        "sha256": record["sha256"],
    }


def safe(value: Any) -> Any:
    """Return a cell that no spreadsheet takes for a formula.

    >>> safe("=1+1"), safe("+3专项行动"), safe("第3期"), safe(3)
    ("'=1+1", "'+3专项行动", '第3期', 3)
    """
    return f"'{value}" if isinstance(value, str) and value.startswith(RISKY) else value


def _each(bylines: Sequence[Row], key: str) -> str:
    """Return one field of every byline, in their order, empty where it is; empty if it is everywhere."""
    cells = [byline[key] or "" for byline in bylines]
    return SEMICOLON.join(cells) if any(cells) else ""


def _signed(byline: Row) -> str:
    return " ".join(filter(None, (byline["role"], byline["name"])))


def _region_cells(regions: Iterable[Row]) -> Row:
    primary = [region for region in regions if region["primary"]]
    mentioned = [region for region in regions if not region["primary"]]
    return {
        "regions": SEMICOLON.join("/".join(region["path"]) for region in primary),
        "region_codes": SEMICOLON.join(region["code"] for region in primary),
        "mentioned_regions": SEMICOLON.join("/".join(region["path"]) for region in mentioned),
    }
