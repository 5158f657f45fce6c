"""Where the numbers of the reading lie: in the repository, and while a fit goes on in a folder of its own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

EVIDENCE = Path(__file__).parent
"""The folder of the repository."""
COUNTS, TOPICS, FITTED = "counts.txt", "topics.npz", "fitted.json"
FILES = (COUNTS, TOPICS, FITTED)
"""What a folder of numbers holds."""
_used = [EVIDENCE]


def evidence_file(name: str) -> Path:
    """Return the file of that name in the folder that is used now."""
    return _used[-1] / name


def use_evidence(folder: Path) -> None:
    """Read pages with the numbers in `folder` from now on: for a process that does nothing else."""
    _used.append(folder)


@contextmanager
def evidence_in(folder: Path) -> Iterator[None]:
    """Read pages with the numbers in `folder`, which holds all of `FILES`; the weights are given to each reading.

    What was read of a folder once is not read again: the files of a folder must not change.
    """
    use_evidence(folder)
    try:
        yield
    finally:
        _used.pop()
