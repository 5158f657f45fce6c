"""How wide a page's columns are set, seen from the lengths of its lines.

Where OCR gives lines instead of paragraphs, most lines of a column are as long as each other and
stop in the middle of a sentence. A page of paragraphs has no such length.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from generator.reading.grammar.sentences import CLOSED

NARROWEST, WIDEST = 8, 40
"""Characters of the columns that are looked for."""
LEAST = 8
"""Full lines from which on a width is one."""
BROKEN = 0.65
"""Part of them that must stop within a sentence."""
BESIDE = 0.5
"""Part of them that must stand above or below another, or a first line."""
TOLERANT = 0.25
"""Part of them that may be one character longer or shorter before such lines count as full, too."""
INDENT = 2
"""Characters that a paragraph's first line is shorter."""
LAST = re.compile("[。！？!?…”’」』）)】》]$")
"""How the last line of a paragraph closes."""


class Widths:
    """The widths of one page's columns, with what may be asked about a line's length."""

    def __init__(self, lines: Sequence[str]) -> None:
        """Take the page's lines without blanks at their ends, blank ones left out."""
        self.sizes = [len(line) for line in lines]
        self.full: set[int] = set()
        self.first: set[int] = set()
        for width in _found(lines, self.sizes):
            near = [self.sizes.count(width - 1), self.sizes.count(width + 1)]
            loose = max(near) > TOLERANT * self.sizes.count(width)
            self.full.update({width - 1, width, width + 1} if loose else {width})
            self.first.update({width - INDENT - 1, width - INDENT} if loose else {width - INDENT})
        self.first -= self.full

    def __bool__(self) -> bool:
        """Tell whether the page has printed lines at all."""
        return bool(self.full)

    def is_full(self, line: int) -> bool:
        """Tell whether a line fills its column."""
        return self.sizes[line] in self.full

    def is_first(self, line: int) -> bool:
        """Tell whether a line is as long as the first line of a paragraph whose indent is gone."""
        return self.sizes[line] in self.first

    def fits(self, line: int) -> bool:
        """Tell whether a line is not too long for a column."""
        return self.sizes[line] <= max(self.full, default=0)


def _found(lines: Sequence[str], sizes: Sequence[int]) -> list[int]:
    """Return the widths for which enough speaks, the most frequent first."""
    counts = Counter(size for size in sizes if NARROWEST <= size <= WIDEST)
    found: list[int] = []
    for width, count in counts.most_common():
        if count < LEAST:
            break
        if any(abs(width - other) <= INDENT + 1 for other in found):
            continue
        own = [index for index, size in enumerate(sizes) if size == width]
        broken = sum(CLOSED.search(lines[index]) is None for index in own)
        beside = sum(_beside(sizes, index, width) for index in own)
        if broken >= BROKEN * count and beside >= BESIDE * count:
            found.append(width)
    return found


def _beside(sizes: Sequence[int], index: int, width: int) -> bool:
    around = (*sizes[max(0, index - 1) : index], *sizes[index + 1 : index + 2])
    return any(abs(size - width) <= 1 or size == width - INDENT for size in around)


def ends(line: str) -> bool:
    """Tell whether a line closes as the last one of a paragraph does: not with a comma, a colon or within a clause."""
    return LAST.search(line) is not None
