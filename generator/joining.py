"""Paragraphs cut by print columns: how well one line goes on where another breaks off."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

OPENERS = "“‘（(《【〔"
CLOSERS = "”’）)》】〕"
STOPS = "，,、。；;：:！？!?…—"


class Joins:
    """Learns from the lines of one page which characters stand together in running text."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = lines
        self.pairs: Counter[str] = Counter()
        self.starts: Counter[str] = Counter()
        for line in lines:
            self.pairs.update(line[at : at + 2] for at in range(len(line) - 1))
            self.starts.update(line[at + 1] for at in range(len(line) - 1) if line[at] in "。！？!?“")
        self.singles = Counter("".join(lines))
        self._starts: dict[int, float] = {}
        self._scores: dict[tuple[int, int], float] = {}

    def start(self, line: int) -> float:
        """Return how surely `line` begins within a sentence: 0 for no sign of it."""
        if line not in self._starts:
            self._starts[line] = self._start(self.lines[line])
        return self._starts[line]

    def _start(self, text: str) -> float:
        if not text:
            return 0.0
        if text[0] in CLOSERS + STOPS:
            return 8.0
        return 3.0 if stray_closer(text) else 0.0

    def score(self, above: int, line: int) -> float:
        """Return how much better `line` reads as the rest of `above` than as a new paragraph."""
        if (above, line) not in self._scores:
            self._scores[above, line] = self._score(self.lines[above], self.lines[line])
        return self._scores[above, line]

    def _score(self, above: str, line: str) -> float:
        pair = above[-1] + line[0]
        seen = self.pairs[pair]
        expected = self.singles[above[-1]] * self.singles[line[0]] / max(1, sum(self.singles.values()))
        score = math.log((seen + 0.3) / (expected + 0.6))
        owed, paid = open_quotes(above), stray_closer(line)
        if owed and paid:
            score += 4.0
        elif paid:
            score -= 3.0
        return max(-4.0, min(6.0, score))


def open_quotes(text: str) -> bool:
    """Tell whether a quotation or bracket is opened and not closed."""
    return any(text.rfind(left) > text.rfind(right) for left, right in zip(OPENERS, CLOSERS, strict=True))


def stray_closer(text: str) -> bool:
    """Tell whether a quotation or bracket is closed that was never opened."""
    for left, right in zip(OPENERS, CLOSERS, strict=True):
        first = text.find(right)
        if first >= 0 and not 0 <= text.find(left) < first:
            return True
    return False
