"""Everything a build writes for machines: tables, citations, feeds, and what describes them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.exporting.jsonlines import jsonl_files
from generator.indexing import Archive
from generator.outfiles import OutFile


def export(archive: Archive) -> Iterator[OutFile]:
    """Yield the data files of `archive`, in a stable order and with the same bytes each time."""
    yield from jsonl_files(archive)
