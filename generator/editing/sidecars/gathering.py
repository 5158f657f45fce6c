"""The sidecars of a whole archive: a faulty one is told of, and stops none but its own page."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from generator.archive.identity.records import SUFFIX, Ledger
from generator.editing.scoring.answers import SUFFIXES
from generator.editing.sidecars import read_sidecar
from generator.model import SourceText
from generator.model.sidecar import Sidecar
from generator.telling.diagnostics import Diagnostic, Severity
from generator.telling.errors import PageFaults


def read_sidecars(
    sources: Iterable[SourceText], left_out: Iterable[Diagnostic]
) -> tuple[dict[str, Sidecar], tuple[Diagnostic, ...]]:
    """Return the sidecar of each page, by page id, and all faults; a page whose sidecar is faulty has none.

    `left_out` are the faults of pages that cannot be read: what stands beside them is no orphan.
    """
    sidecars: dict[str, Sidecar] = {}
    known = list(sources)
    beside = [*(source.path for source in known), *(fault.path for fault in left_out)]
    faults = list(_orphans({Path(path).with_suffix("") for path in beside}))
    for source in known:
        try:
            sidecars[source.id] = sidecar_of(source)
        except PageFaults as error:
            faults.extend(error.diagnostics)
    return sidecars, tuple(faults)


def sidecar_of(source: SourceText) -> Sidecar:
    """Return the sidecar beside a page. Raises PageFaults with every fault of the file."""
    path = Path(source.path).with_suffix(".yml")
    return read_sidecar(source, path if os.path.lexists(path) else None)


def last_words(
    ledgers: Iterable[Ledger], known: Mapping[str, Sidecar], faulty: Iterable[Diagnostic]
) -> tuple[dict[str, Sidecar], tuple[Diagnostic, ...]]:
    """Return what editors say, beside its record, of pages that are gone, by page id, and the faults of it.

    A page that is left out for a fault is not gone.
    """
    told: dict[str, Sidecar] = {}
    faults: list[Diagnostic] = []
    there = {Path(fault.path).with_suffix("") for fault in faulty}
    for ledger in ledgers:
        stem = Path(ledger.path.removesuffix(SUFFIX))
        path = stem.with_name(f"{stem.name}.yml")
        if ledger.page in known or stem in there or not os.path.lexists(path):
            continue
        empty = SourceText(id="", name=f"{ledger.page}.txt", text="", encoding="utf-8", sha256="")
        try:
            told[ledger.page] = read_sidecar(empty, path)
        except PageFaults as error:
            faults.extend(error.diagnostics)
    return told, tuple(faults)


def _orphans(pages: set[Path]) -> Iterator[Diagnostic]:
    """Yield a fault for each sidecar that no page stands beside: what it says would be lost in silence."""
    for folder in sorted({page.parent for page in pages}):
        for path in sorted([*folder.glob("*.yml"), *folder.glob("*.yaml")]):
            if path.name.endswith(SUFFIXES):
                continue
            if path.with_name(f"{path.stem}{SUFFIX}").exists() and path.suffix == ".yml":
                continue
            if path.with_suffix("") not in pages or path.suffix == ".yaml":
                yield Diagnostic(
                    code="sidecar-orphan",
                    severity=Severity.ERROR,
                    path=str(path),
                    message=f"旁边没有名叫 {path.stem}.txt 的版面,或扩展名不是 .yml。",
                    hint="请改成与版面同名、以 .yml 结尾,或删去它。",
                )
