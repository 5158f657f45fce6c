"""Tables as CSV for Excel and its like; articles.csv has one item a line.

A file starts with a byte order mark, without which Excel takes it for another encoding. A cell that a
spreadsheet might take for a formula gets an apostrophe in front; so does one that has an apostrophe
there already, so that taking one away always gives the text back.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO, TextIOWrapper
from typing import Any

from generator.archive.groups import Archive, Entry
from generator.archive.things.persons import AS_PRINTED, Spellings
from generator.data.catalogue import read_schema
from generator.data.records import Row, item_record
from generator.model.corrected import corrected_text
from generator.model.outfiles import OutFile

RISKY = ("=", "+", "-", "@", "\t", "\r", "'", "＝", "＋", "－", "＠")
"""First characters that spreadsheets act on, full-width forms included (as in Chinese Excel)."""
SEMICOLON = "；"


def csv_file(archive: Archive) -> Iterator[OutFile]:
    """Yield data/articles.csv."""
    rows = (csv_row(entry, archive.settings.site_url) for entry in archive.items)
    yield table_file("articles.csv", rows)


def table_file(name: str, rows: Iterable[Row]) -> OutFile:
    """Return the file `name` of the data folder, a line a row; its schema says which columns it has, in which order."""
    columns = [field["name"] for field in read_schema(f"{name}.json")["fields"]]
    buffer = BytesIO()
    text = TextIOWrapper(buffer, encoding="utf-8-sig", newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([safe(row[column]) for column in columns])
    text.flush()
    text.detach()
    return OutFile(f"data/{name}", buffer.getvalue())


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
        "supplied_headline": record["supplied_headline"],
        "corrected_headline": record["corrected_headings"].get("headline"),
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
        "checked": SEMICOLON.join(check.words for check in entry.item.checks),
        "text_kind": record["text_kind"],
        "text": text,
        "corrected_text": corrected_text(entry.item),
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
    primary = [region for region in regions if region["primary"] and not region["guess"]]
    guessed = [region for region in regions if region["primary"] and region["guess"]]
    mentioned = [region for region in regions if not region["primary"] and not region["guess"]]
    return {
        "regions": SEMICOLON.join("/".join(region["path"]) for region in primary),
        "guessed_regions": SEMICOLON.join("/".join(region["path"]) for region in guessed),
        "region_codes": SEMICOLON.join(region["code"] for region in primary),
        "mentioned_regions": SEMICOLON.join("/".join(region["path"]) for region in mentioned),
    }
