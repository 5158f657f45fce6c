"""Tells which items differ between two builds, and which published addresses would die or change their meaning."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.editing.differing import Row, differences, split_and_merged
from generator.telling.errors import UsageError

PLACES = ("articles.jsonl", "data/articles.jsonl", "site/data/articles.jsonl")
"""Where the file may lie in the folder that a person names."""
TELLING = 12
"""Characters of a paragraph by which it is known again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """An archive as it is or was: what `compare` needs of it."""

    rows: Mapping[str, Row]
    """Its items as articles.jsonl has them, by id."""
    addresses: Mapping[str, Row]
    """Its addresses as addresses.jsonl has them, by id; empty where it is too old to have any."""


def compare(old: Version, new: Version) -> Iterator[str]:
    """Yield a line for each item that was added, removed or changed, for each split and merged, then a count."""
    before, after = old.rows, new.rows
    counts = {"+": 0, "-": 0, "~": 0}
    for key in sorted({*before, *after}):
        if key not in before:
            mark, row, detail = "+", after[key], ""
        elif key not in after:
            mark, row, detail = "-", before[key], _onward(new.addresses.get(key))
        elif before[key] != after[key]:
            mark, row, detail = "~", after[key], ":" + ";".join(differences(before[key], after[key]))
        else:
            continue
        counts[mark] += 1
        yield f"{mark} {key} {row.get('headline') or '(无标题)'}{detail}"
    yield from split_and_merged(before, after, _paragraphs)
    yield f"新增 {counts['+']:,} 篇,减少 {counts['-']:,} 篇,改变 {counts['~']:,} 篇。"


def _paragraphs(row: Row) -> set[object]:
    """Return the paragraphs of an item that are long enough to be known by their words."""
    texts = (paragraph.get("text", "") for paragraph in row.get("paragraphs", ()))
    return {(row.get("page", ""), text) for text in texts if len(text) >= TELLING}


def _onward(address: Row | None) -> str:
    if address and address.get("state") == "withdrawn":
        return ":撤下"
    leads = "、".join(address["leads"]) if address else ""
    return f":地址通到 {leads}" if leads else ""


def read_version(folder: Path) -> Version:
    """Return the version that was built in `folder`, or whose articles.jsonl it is. Raises UsageError."""
    places = [folder, *(folder / place for place in PLACES)]
    path = next((place for place in places if place.is_file()), None)
    if path is None:
        raise UsageError(f"{folder} 里没有 articles.jsonl:请给出 banmian build 的输出文件夹。")
    beside = path.with_name("addresses.jsonl")
    return Version(rows=read_rows(path), addresses=read_rows(beside) if beside.is_file() else {})


def version_of(items: Sequence[Row], addresses: Sequence[Row]) -> Version:
    """Return the version of an archive that has just been read."""
    return Version(rows={row["id"]: row for row in items}, addresses={row["id"]: row for row in addresses})


def read_rows(path: Path) -> dict[str, Row]:
    """Return the rows of a file of JSON Lines by id. Raises UsageError."""
    rows: dict[str, Row] = {}
    with path.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            try:
                row = json.loads(line)
                rows[row["id"]] = row
            except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
                raise UsageError(f"{path}:{number}: 这一行不是一篇的数据。") from None
    return rows
