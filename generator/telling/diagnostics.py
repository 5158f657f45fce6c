"""Findings about pages and data files, and the forms they are shown in."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding matters: an error makes a command exit with 1."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnostic:
    """One finding, with its place and how to mend it."""

    code: str
    """A short name in kebab case, listed with its meaning in CONTRIBUTING."""
    severity: Severity
    """How much it matters."""
    path: str
    """The file, as a person would type it."""
    line: int | None = None
    """The 1-based line; None where the whole file is meant."""
    column: int | None = None
    """The 1-based column, in code points."""
    message: str
    """What was found and what was expected, in one Chinese sentence."""
    hint: str = ""
    """How to mend it, in one Chinese sentence."""
    item: str = ""
    """The id of the item it is about, if any."""

    @property
    def place(self) -> str:
        """The place as `file:line:column`, as far as it is known."""
        known = (self.path, self.line, self.column if self.line is not None else None)
        return ":".join(str(part) for part in known if part is not None)

    def __str__(self) -> str:
        hint = f" {self.hint}" if self.hint else ""
        return f"{self.place}: {self.severity} [{self.code}] {self.message}{hint}"


def as_text(diagnostics: Iterable[Diagnostic]) -> str:
    """Return one line a finding, for a terminal."""
    return "".join(f"{diagnostic}\n" for diagnostic in diagnostics)


def as_json(diagnostics: Iterable[Diagnostic]) -> str:
    """Return a JSON array of the findings, for machines."""
    rows = [
        {
            "code": diagnostic.code,
            "severity": str(diagnostic.severity),
            "path": diagnostic.path,
            "line": diagnostic.line,
            "column": diagnostic.column,
            "message": diagnostic.message,
            "hint": diagnostic.hint,
            "item": diagnostic.item,
        }
        for diagnostic in diagnostics
    ]
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


def _annotation_value(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _annotation_property(text: str) -> str:
    return _annotation_value(text).replace(":", "%3A").replace(",", "%2C")


def as_annotations(diagnostics: Iterable[Diagnostic]) -> str:
    """Return GitHub workflow commands, so that a pull request shows each finding at its line."""
    level = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
    rows = []
    for diagnostic in diagnostics:
        where = [f"file={_annotation_property(diagnostic.path)}"]
        if diagnostic.line is not None:
            where.append(f"line={diagnostic.line}")
        if diagnostic.column is not None:
            where.append(f"col={diagnostic.column}")
        where.append(f"title={_annotation_property(diagnostic.code)}")
        text = _annotation_value(f"{diagnostic.message} {diagnostic.hint}".strip())
        rows.append(f"::{level[diagnostic.severity]} {','.join(where)}::{text}\n")
    return "".join(rows)


def as_markdown(diagnostics: Iterable[Diagnostic]) -> str:
    """Return a Markdown table, for the summary of a pull request's checks."""
    rows = ["| 位置 | 级别 | 问题 | 怎样改 |", "|---|---|---|---|"]
    for diagnostic in diagnostics:
        cells = (diagnostic.place, str(diagnostic.severity), diagnostic.message, diagnostic.hint)
        rows.append("| " + " | ".join(_cell(cell) for cell in cells) + " |")
    return "\n".join(rows) + "\n"


def _cell(text: str) -> str:
    """Return `text` as plain words of one table cell: no markup, link or picture comes of it."""
    plain = text.replace("&", "&amp;").replace("<", "&lt;").replace("\n", " ").replace("\r", " ")
    return re.sub(r"[\\|`*_\[\]~]", r"\\\g<0>", plain)
