"""Size and digest of each data file, taken on its way to the disk."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from generator.model.outfiles import OutFile


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """The size and digest of a file."""

    size: int
    """In bytes."""
    sha256: str
    """In hex."""


Measures = Mapping[str, Measure]
"""Measures of files, by address."""


@dataclass
class Tally:
    """Measures files as they pass by on their way to the disk."""

    measures: dict[str, Measure] = field(default_factory=dict)
    """By address."""

    def watch(self, files: Iterable[OutFile]) -> Iterator[OutFile]:
        """Yield `files` unchanged and remember what lies in `data/`."""
        for file in files:
            if file.uri.startswith("data/"):
                digest = hashlib.sha256(file.data).hexdigest()
                self.measures[file.uri] = Measure(size=len(file.data), sha256=digest)
            yield file


def measure(files: Iterable[OutFile]) -> Measures:
    """Return the measures of those of `files` that lie in `data/`, by address."""
    tally = Tally()
    for _ in tally.watch(files):
        pass
    return tally.measures
