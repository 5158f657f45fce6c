"""Schemas that stand alone: what one refers to in another file becomes a definition of its own.

A validator that is given one file and no network can then use it, whatever it makes of relative references.
"""

from __future__ import annotations

from typing import Any

from generator.data.catalogue import Schema, read_schema

DEFINITIONS = "#/$defs/"


def bundled(schema: Schema) -> dict[str, Any]:
    """Return `schema` with copies of all definitions that it takes from other files, `date` of articles as `articles-date`."""
    definitions: dict[str, Any] = {}
    made = {name: _moved(value, "", definitions) for name, value in schema.items()}
    if definitions:
        made["$defs"] = {**made.get("$defs", {}), **definitions}
    return made


def _moved(value: Any, home: str, definitions: dict[str, Any]) -> Any:
    """Return a part of the schema file `home` (of the schema itself, if empty) as it must read in the bundle."""
    if isinstance(value, list):
        return [_moved(each, home, definitions) for each in value]
    if not isinstance(value, dict):
        return value
    made = {name: _moved(each, home, definitions) for name, each in value.items()}
    if isinstance(value.get("$ref"), str):
        file, _, name = value["$ref"].partition(DEFINITIONS)
        made["$ref"] = f"{DEFINITIONS}{_taken(file or home, name, definitions)}"
    return made


def _taken(file: str, name: str, definitions: dict[str, Any]) -> str:
    """Return the name of a definition in the bundle; one of another file is copied on the way."""
    if not file:
        return name
    own = f"{file.partition('.')[0]}-{name}"
    if own not in definitions:
        definitions[own] = {}
        definitions[own] = _moved(read_schema(file)["$defs"][name], file, definitions)
    return own
