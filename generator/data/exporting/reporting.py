"""report.json: what this build holds, in numbers, and what speaks against it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import PurePath

from generator.archive.dates import date_of
from generator.archive.groups import Archive, Entry, contributors
from generator.data.exporting.jsonlines import json_text
from generator.data.records import Row
from generator.model.outfiles import OutFile
from generator.telling.diagnostics import Diagnostic, as_json


def report_file(archive: Archive, diagnostics: Iterable[Diagnostic]) -> Iterator[OutFile]:
    """Yield data/report.json."""
    findings = json.loads(as_json(replace(found, path=_shown(found.path)) for found in diagnostics))
    yield OutFile.of_text("data/report.json", json_text({**_counts(archive), "diagnostics": findings}))


def _shown(path: str) -> str:
    """Return a path to publish: of a file outside the folder of the build its name alone."""
    place = PurePath(path)
    return place.name if place.is_absolute() or ".." in place.parts else place.as_posix()


def _counts(archive: Archive) -> Row:
    entries = archive.items
    items = [entry.item for entry in entries]
    return {
        "pages": len(archive.pages),
        "items": len(entries),
        "kinds": Counter(str(item.kind) for item in items),
        "text_kinds": Counter(entry.page.issue.text_kind for entry in entries),
        "characters": sum(_characters(entry) for entry in entries),
        "complete": sum(item.complete for item in items),
        "doubtful": sum(not item.sure for item in items),
        "doubts": Counter(code for item in items for code in {doubt.code for doubt in item.doubts}),
        "dates": Counter(date_of(entry.page, entry.item).basis for entry in entries),
        "with_column": sum(item.column is not None for item in items),
        "with_byline": sum(bool(contributors(item)) for item in items),
        "with_primary_region": sum(any(tag.primary for tag in item.tags.regions) for item in items),
        "with_theme": sum(bool(item.tags.themes) for item in items),
        "withdrawn_lines": sum(len(page.withdrawn_lines) for page in archive.pages),
        "unplaced_lines": sum(len(page.unplaced) for page in archive.pages),
        "misprints": sum(len(item.misprints) for item in items),
    }


def _characters(entry: Entry) -> int:
    return sum(len("".join(paragraph.text.split())) for paragraph in entry.item.body)
