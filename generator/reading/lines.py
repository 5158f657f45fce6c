"""What a rule sees of a line, and what it says of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from generator.model import Role, SourceText
from generator.vocabulary.taxonomy import Taxonomy

HEADING = re.compile(r"(#{1,6})\s*")
END = re.compile(r"[。！？!?…；;][”’」』）)】》]*$")
"""A line that closes with one of these is a whole sentence."""
CLOSED = re.compile(r"(?:[。！？!?…；;：:][”’」』）)】》]*|[。！？!?…”][)）]|[”’）)】])$")
"""A paragraph that closes with one of these may be whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line that is not blank."""

    number: int
    """The 1-based source line."""
    start: int
    """Offset of the first character that is not white space."""
    text: str
    """The line without white space at its ends."""
    level: int
    """Number of `#` before it; 0 where it has no heading mark."""
    bare: str
    """`text` without the heading mark."""
    bare_start: int
    """Offset of `bare`."""
    gap: int
    """Blank lines above it; pictures leave wide gaps."""


@dataclass(frozen=True, kw_only=True)
class PageLines:
    """The lines of a page, with what a rule may ask about the lines around."""

    lines: tuple[Line, ...]
    """Every line that is not blank."""
    taxonomy: Taxonomy
    """The known columns."""

    @cached_property
    def _index(self) -> dict[int, int]:
        return {line.number: index for index, line in enumerate(self.lines)}

    @cached_property
    def marks_headlines(self) -> bool:
        """Whether this page writes `#` before its headlines."""
        return sum(line.level > 0 for line in self.lines) >= 2

    @cached_property
    def plain_lines(self) -> tuple[Line, ...]:
        """The lines of at most six characters."""
        return tuple(line for line in self.lines if len(line.bare) <= 6)

    @cached_property
    def levels(self) -> tuple[int, ...]:
        """The heading levels of the page, the widest first."""
        return tuple(sorted({line.level for line in self.lines if line.level}))

    def before(self, line: Line) -> Line | None:
        """Return the line above, blank lines left out."""
        index = self._index[line.number]
        return self.lines[index - 1] if index else None

    def after(self, line: Line) -> Line | None:
        """Return the line below, blank lines left out."""
        index = self._index[line.number]
        return self.lines[index + 1] if index + 1 < len(self.lines) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What a rule takes a line for."""

    role: Role
    """What it is."""
    evidence: str
    """What the rule saw, in one short Chinese sentence."""
    start: int
    """Offset of what a reader sees as text."""
    end: int
    """Offset behind it."""


Rule = Callable[[Line, PageLines], Finding | None]


def split_lines(source: SourceText, taxonomy: Taxonomy) -> PageLines:
    """Return the lines of `source` that are not blank."""
    lines = []
    gap = 0
    for number, (raw, start) in enumerate(zip(source.lines, source.line_starts, strict=True), 1):
        text = raw.strip()
        if not text:
            gap += 1
            continue
        start += raw.index(text[0])
        mark = HEADING.match(text)
        skip = mark.end() if mark and mark.end() < len(text) else 0
        lines.append(
            Line(
                number=number,
                start=start,
                text=text,
                level=len(mark.group(1)) if mark and skip else 0,
                bare=text[skip:],
                bare_start=start + skip,
                gap=gap,
            )
        )
        gap = 0
    return PageLines(lines=tuple(lines), taxonomy=taxonomy)


def whole(line: Line, role: Role, evidence: str, *, skip: int = 0) -> Finding:
    """Return a finding whose content is the line without its heading mark and `skip` more characters."""
    start = line.bare_start + skip
    return Finding(role=role, evidence=evidence, start=start, end=line.bare_start + len(line.bare))
