"""The lines of a page by the words that begin them, so that however many are named, each is found at once."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from itertools import takewhile


class Openings:
    """The lines of a page by the words that begin them."""

    def __init__(self, lines: Iterable[str]) -> None:
        self.lines = sorted((line, number) for number, line in enumerate(lines, 1))
        self.known: dict[str, list[int]] = {}

    def __getitem__(self, words: str) -> list[int]:
        """Return the numbers of the lines that begin with words."""
        if words not in self.known:
            start = bisect_left(self.lines, (words,))
            behind = (self.lines[at] for at in range(start, len(self.lines)))
            same = takewhile(lambda each: each[0].startswith(words), behind)
            self.known[words] = sorted(number for _, number in same)
        return self.known[words]
