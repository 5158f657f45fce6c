"""Everything a build writes for machines: tables, citations, feeds, and what describes them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from generator.catalogue import Tally
from generator.diagnostics import Diagnostic
from generator.exporting.beside import files_beside
from generator.exporting.database import database_file
from generator.exporting.describing import describing_files
from generator.exporting.discovery import discovery_files
from generator.exporting.feeds import feed_files
from generator.exporting.jsonlines import jsonl_files
from generator.exporting.references import list_reference_files, reference_files
from generator.exporting.reporting import report_file
from generator.exporting.tables import csv_file
from generator.exporting.vocabularies import vocabulary_files
from generator.indexing import Archive
from generator.outfiles import OutFile


def export(archive: Archive, diagnostics: Iterable[Diagnostic] = ()) -> Iterator[OutFile]:
    """Yield the data files of `archive`, in a stable order and with the same bytes each time.

    Each file is made when it is asked for, and may be dropped before the next.
    """
    tally = Tally()
    yield from tally.watch(
        chain(
            jsonl_files(archive),
            csv_file(archive),
            database_file(archive),
            reference_files(archive),
            vocabulary_files(archive),
            report_file(archive, diagnostics),
        )
    )
    yield from describing_files(archive, tally)
    yield from files_beside(archive)
    yield from list_reference_files(archive)
    yield from feed_files(archive)
    yield from discovery_files(archive)
