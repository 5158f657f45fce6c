"""articles.jsonl, pages.jsonl, lines.jsonl and shared.jsonl: one JSON object a line, keys sorted."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Any

from generator.archive.groups import Archive
from generator.data.exporting.proofs import quoted_lines
from generator.data.records import Row, item_record, page_record, shared_record
from generator.model.outfiles import OutFile

encode = json.JSONEncoder(ensure_ascii=False, sort_keys=True).encode
"""One value as JSON on one line, keys sorted, Chinese as it is."""


def jsonl_files(archive: Archive) -> Iterator[OutFile]:
    """Yield data/articles.jsonl, data/pages.jsonl, data/lines.jsonl and data/shared.jsonl."""
    items = (item_record(entry.page, entry.item, archive.spellings) for entry in archive.items)
    yield OutFile("data/articles.jsonl", json_lines(items))
    yield OutFile("data/pages.jsonl", json_lines(page_record(page) for page in archive.pages))
    yield OutFile("data/lines.jsonl", json_lines(row for page in archive.pages for row in quoted_lines(page)))
    yield OutFile("data/shared.jsonl", json_lines(shared_record(run) for run in archive.shared))


def json_lines(rows: Iterable[Row]) -> bytes:
    """Return one line a row; a row is released as soon as it is written."""
    # BytesIO hands its buffer over without a copy, which matters at half a gigabyte.
    buffer = BytesIO()
    for row in rows:
        buffer.write(f"{encode(row)}\n".encode())
    return buffer.getvalue()


def json_text(value: Any) -> str:
    """Return `value` as JSON for people to read: keys sorted, Chinese as it is, one blank a level."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, indent=1) + "\n"
