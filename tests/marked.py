"""Tables of patterns: the words that a pattern finds stand between « and » in a text, one text a word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import yaml

FOLDER = Path(__file__).parent / "cases" / "patterns"


def table(name: str) -> Any:
    """Return a data file of tests/cases/patterns."""
    return yaml.safe_load((FOLDER / f"{name}.yml").read_text("utf-8"))


def marked(name: str) -> list[tuple[str, str, list[str]]]:
    """Return (way of asking, pattern, texts with marks) for every pattern of a data file."""
    ways = ("search", "match", "fullmatch")
    return [
        (way, pattern, texts.split()) for way in ways for pattern, texts in table(name).get(way, {}).items()
    ]


def found_by(patterns: ModuleType, pattern: str, way: str, text: str) -> str:
    """Return a text without its marks, with marks anew around what the pattern finds in it."""
    plain = text.replace("«", "").replace("»", "")
    found = getattr(getattr(patterns, pattern), way)(plain)
    return f"{plain[: found.start()]}«{found.group()}»{plain[found.end() :]}" if found else plain


def cells(texts: str) -> Iterator[tuple[str, list[str]]]:
    """Yield (text, the groups of it) for every `text|group|group` of a table."""
    for text in texts.split():
        whole, *groups = text.split("|")
        yield whole, groups


def unlike(patterns: Iterable[str], module: ModuleType) -> list[str]:
    """Return the names of a module's patterns that a table leaves out."""
    known = {name for name, value in vars(module).items() if isinstance(value, re.Pattern)}
    return sorted(known - set(patterns))
