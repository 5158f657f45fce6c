"""Tells which items differ between two builds, from their `articles.jsonl`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from generator.telling.errors import UsageError

PLACES = ("articles.jsonl", "data/articles.jsonl", "site/data/articles.jsonl")
"""Where the file may lie in the folder that a person names."""

Row = Mapping[str, Any]


def compare(old: Path, new: Path) -> Iterator[str]:
    """Yield a line for each item that was added, removed or changed, then a count. Raises UsageError."""
    before, after = read_rows(old), read_rows(new)
    counts = {"+": 0, "-": 0, "~": 0}
    for key in sorted({*before, *after}):
        if key not in before:
            mark, row, detail = "+", after[key], ""
        elif key not in after:
            mark, row, detail = "-", before[key], ""
        elif before[key] != after[key]:
            mark, row, detail = "~", after[key], ":" + "、".join(changed(before[key], after[key]))
        else:
            continue
        counts[mark] += 1
        yield f"{mark} {key} {row.get('headline') or '(无标题)'}{detail}"
    yield f"新增 {counts['+']:,} 篇,减少 {counts['-']:,} 篇,改变 {counts['~']:,} 篇。"


def changed(before: Row, after: Row) -> list[str]:
    """Return the names of the fields that differ."""
    return sorted(name for name in {*before, *after} if before.get(name) != after.get(name))


def read_rows(folder: Path) -> dict[str, Row]:
    """Return the rows of the build in `folder` by item id. Raises UsageError."""
    path = next((folder / place for place in PLACES if (folder / place).is_file()), None)
    if path is None:
        raise UsageError(f"{folder} 里没有 articles.jsonl:请给出 banmian build 的输出文件夹。")
    rows: dict[str, Row] = {}
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            try:
                row = json.loads(line)
                rows[row["id"]] = row
            except (ValueError, KeyError, TypeError):
                raise UsageError(f"{path}:{number}: 这一行不是一篇的数据。") from None
    return rows
