"""The folder of vocabularies as a whole: which files it may hold, and the one of the map, which no other room reads."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generator.telling.diagnostics import Diagnostic, Severity
from generator.telling.errors import ConfigError
from generator.telling.nearest import nearest
from generator.vocabulary.settings import ROOT
from generator.vocabulary.yamlfiles import read_yaml_file

FILES = ("columns.yml", "themes.yml", "events.yml", "persons.yml", "papers.yml", "tilemap.yml")
"""The names that are read; none of them must be there."""
TILES_SCHEMA: Mapping[str, Any] = {
    "type": "object",
    "required": ["tiles"],
    "additionalProperties": False,
    "properties": {
        "tiles": {
            "type": "object",
            "additionalProperties": {
                "type": "array",
                "minItems": 2,
                "maxItems": 3,
                "items": {"type": "integer", "minimum": 1, "maximum": 7},
            },
        }
    },
}


def refuse_unknown_files(folder: Path) -> None:
    """Raise ConfigError for each file of YAML whose name is none that is read: its content would be lost in silence."""
    files = sorted(folder.iterdir()) if folder.is_dir() else []
    unknown = [path for path in files if path.suffix.lower() in (".yml", ".yaml") and path.name not in FILES]
    if unknown:
        raise ConfigError(_unknown(path) for path in unknown)


def _unknown(path: Path) -> Diagnostic:
    return Diagnostic(
        code="config",
        severity=Severity.ERROR,
        path=str(path),
        message=f"不认识的词表文件 {path.name},里面写的都不会用上。",
        hint=f"{nearest(path.name, FILES)}可用的文件:{'、'.join(FILES)}。",
    )


def load_tiles(folder: Path) -> Mapping[str, list[int]]:
    """Return where each tile of the map stands; a folder without the file takes the built-in one. Raises ConfigError."""
    path = folder / "tilemap.yml"
    if not os.path.lexists(path):
        path = ROOT / "site_config" / "tilemap.yml"
    file = read_yaml_file(path, TILES_SCHEMA)
    if file.faults:
        raise ConfigError(file.faults)
    tiles: Mapping[str, list[int]] = file.data["tiles"]
    return tiles
