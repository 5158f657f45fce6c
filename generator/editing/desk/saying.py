"""What a sidecar says, by lines of today, as the desk takes it up."""

from __future__ import annotations

from typing import Any

from generator.editing.sidecars.faults import changes_of
from generator.editing.sidecars.references import find_lines
from generator.editing.sidecars.schema import SCHEMA
from generator.editing.sidecars.withdrawing import entries_of
from generator.model import SourceText
from generator.vocabulary.yamlfiles import read_yaml_text


def said_by(source: SourceText, text: str, name: str) -> dict[str, Any]:
    """Return what a sidecar says, ready for JSON, each line as its number; nothing of one that has a fault."""
    file = read_yaml_text(text, SCHEMA, shown=name)
    if file.faults or not file.data:
        return {}
    data = dict(find_lines(file, source).data)
    corrections: dict[int, list[Any]] = {}
    for line, _, change in changes_of(data):
        corrections.setdefault(line, []).append(change)
    told: dict[str, Any] = {
        key: data[key] for key in ("paper", "date", "page", "authors", "items", "tags") if key in data
    }
    if corrections:
        told["corrections"] = corrections
    if data.get("checked"):
        told["checked"] = [each if isinstance(each, dict) else {"item": each} for each in data["checked"]]
    withdrawn = [entry for _, entry in entries_of(data.get("withdrawn"))]
    if withdrawn:
        told["withdrawn"] = withdrawn
    return told
