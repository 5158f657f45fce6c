"""How often characters stand side by side in newspapers: what a sentence goes on with, and what it opens with.

Character n-gram counts with add-k smoothing; the pointwise mutual information of Church & Hanks (1990).
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from generator.reading.evidence.places import COUNTS, evidence_file

SMALL = 0.3
"""Added to each count."""
STOPS = "。，"
"""What most often ends a clause."""
OPENINGS = 50
"""About one character of so many opens a paragraph."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """Counts of strings of one to three characters in running text, and of what paragraphs open with."""

    counts: Mapping[str, int]
    """How often a string of one, two or three characters stands in the text; rare ones are left out."""
    openings: Mapping[str, int]
    """How often a paragraph opens with a string of one or two characters."""
    total: int
    """Characters of the text."""

    def seam(self, above: str, line: str) -> tuple[float, float, float]:
        """Return how much more often than by chance the characters over a seam stand together, in nats.

        Both texts have at least one character. The first figure is of the two characters at the seam, the
        second of two before it and one behind, the third of one before it and two behind.
        """
        last, first = above[-1], line[0]
        return (
            self._together(last, first),
            self._together(above[-2:], first) if len(above) > 1 else 0.0,
            self._together(last, line[:2]) if len(line) > 1 else 0.0,
        )

    def opening(self, line: str) -> tuple[float, float]:
        """Return how much more often than by chance a paragraph opens as `line` does, by one and two characters."""
        return self._opens(line[:1], 1.0), self._opens(line[:2], SMALL)

    def closing(self, line: str) -> tuple[float, float]:
        """Return how much more often than by chance a stop follows the last character of `line`, and its last two."""
        one = max(self._together(line[-1], stop) for stop in STOPS)
        return one, max(self._together(line[-2:], stop) for stop in STOPS) if len(line) > 1 else 0.0

    def _together(self, left: str, right: str) -> float:
        count = self.counts.get
        chance = count(left, 0) * count(right, 0) / self.total
        return math.log((count(left + right, 0) + SMALL) / (chance + SMALL))

    def _opens(self, text: str, small: float) -> float:
        chance = self.counts.get(text, 0) / OPENINGS
        return math.log((self.openings.get(text, 0) + small) / (chance + small))


def load_language(path: Path | None = None) -> Language:
    """Read the counts of `path`, by default those that the repository holds."""
    return _load(path or evidence_file(COUNTS))


@cache
def _load(path: Path) -> Language:
    """Read the counts of a file.

    A line is a length, a sign (`=` in running text, `^` at a paragraph's opening), a count, and all
    strings of that length and count in a row.
    """
    counts: dict[str, int] = {}
    openings: dict[str, int] = {}
    for line in path.read_text("utf-8").splitlines():
        head, _, strings = line.partition("\t")
        size, sign, count = int(head[0]), head[1], int(head[2:])
        table = counts if sign == "=" else openings
        for at in range(0, len(strings), size):
            table[strings[at : at + size]] = count
    total = sum(count for string, count in counts.items() if len(string) == 1)
    return Language(counts=counts, openings=openings, total=total)
