"""Everything a build writes for machines: tables, citations, feeds, and what describes them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from generator.archive.groups import Archive
from generator.data.exporting.addresses import addresses_file
from generator.data.exporting.beside import files_beside
from generator.data.exporting.crate import crate_file
from generator.data.exporting.database import database_file
from generator.data.exporting.describing import describing_files
from generator.data.exporting.discovery import discovery_files
from generator.data.exporting.feeds import feed_files
from generator.data.exporting.jsonlines import jsonl_files
from generator.data.exporting.naming import naming_files
from generator.data.exporting.proofs import proof_files
from generator.data.exporting.references import list_reference_files, reference_files
from generator.data.exporting.reporting import report_file
from generator.data.exporting.tables import csv_file
from generator.data.exporting.vocabularies import vocabulary_files
from generator.data.measuring import Tally
from generator.model.outfiles import OutFile
from generator.telling.diagnostics import Diagnostic


def export(archive: Archive, diagnostics: Iterable[Diagnostic] = ()) -> Iterator[OutFile]:
    """Yield the data files of `archive`, in a stable order and with the same bytes each time.

    Each file is made when it is asked for, and may be dropped before the next.
    """
    tally = Tally()
    yield from tally.watch(
        chain(
            jsonl_files(archive),
            addresses_file(archive),
            csv_file(archive),
            proof_files(archive),
            naming_files(archive),
            database_file(archive),
            reference_files(archive),
            vocabulary_files(archive),
            report_file(archive, diagnostics),
        )
    )
    yield from describing_files(archive, tally)
    yield crate_file(archive, tally.measures)
    yield from files_beside(archive)
    yield from list_reference_files(archive)
    yield from feed_files(archive)
    yield from discovery_files(archive)
