"""Writes a gazetteer file: one place a line, so that a change of one place is a change of one line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict

from generator.vocabulary.deriving.merging import Unit
from generator.vocabulary.deriving.sources import Source

FORMAT = 1
"""The number of the file's form, which a reader checks first."""


def as_text(units: Sequence[Unit], sources: Iterable[Source], elsewhere: Sequence[str]) -> str:
    """Return the JSON text of a gazetteer file; the same units give the same text."""
    districts = [unit for unit in units if len(unit.code) == 6]
    below = [unit for unit in units if len(unit.code) > 6]
    parts = [
        f'"format": {FORMAT}',
        f'"sources": {_rows(asdict(source) for source in sources)}',
        f'"districts": {_rows(_district(unit) for unit in districts)}',
        f'"places": {_rows(_place(unit) for unit in below)}',
        f'"elsewhere": {_rows(elsewhere)}',
    ]
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _district(unit: Unit) -> list[object]:
    return [unit.code, unit.name, unit.level, unit.parent, unit.slug, *unit.aliases]


def _place(unit: Unit) -> list[object]:
    """Level and parent are left out: they follow from the code."""
    return [unit.code, unit.name, unit.slug, *unit.aliases]


def _rows(rows: Iterable[object]) -> str:
    lines = ",\n".join(json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in rows)
    return f"[\n{lines}\n]" if lines else "[]"
