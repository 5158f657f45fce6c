"""The text of a page as it was read, and places in it."""

from __future__ import annotations

import bisect
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.model.boxes import LinePrint
from generator.model.spans import Span


@dataclass(frozen=True, kw_only=True)
class SourceText:
    """One seed page as it was read."""

    id: str
    """The page's id: the stem of its file, fit for an address."""
    name: str
    """The file's name, as `source` in the data files."""
    text: str
    """The decoded text, newlines as LF, signs that show nothing left out, otherwise untouched."""
    encoding: str
    """The encoding that was found, by its IANA name in lower case."""
    sha256: str
    """Digest of the file's bytes, in hex."""
    path: str = ""
    """The file's path as a person would type it, for messages."""
    whole: str = ""
    """The decoded text with the signs that `text` lacks, line for line; empty where it lacks none."""
    boxes_file: str = ""
    """The name of the file with the boxes of its lines; empty where there is none."""
    prints: tuple[LinePrint, ...] = ()
    """How its lines were printed, where that is known, by line."""

    def quote(self, span: Span) -> str:
        """Return the characters of `span`."""
        return self.text[span.start : span.end]

    @cached_property
    def line_starts(self) -> tuple[int, ...]:
        """Offset of the first character of each line; line 1 is at index 0."""
        starts = [0]
        for offset, character in enumerate(self.text):
            if character == "\n":
                starts.append(offset + 1)
        return tuple(starts)

    def line_of(self, offset: int) -> int:
        """Return the 1-based number of the line that holds `offset`."""
        return bisect.bisect_right(self.line_starts, offset)

    def line_span(self, line: int) -> Span:
        """Return the span of 1-based `line` without its newline."""
        start = self.line_starts[line - 1]
        ends = self.line_starts[line] - 1 if line < len(self.line_starts) else len(self.text)
        return Span(start, ends)

    @property
    def whole_text(self) -> str:
        """The decoded text with every sign, newlines as LF."""
        return self.whole or self.text

    @cached_property
    def whole_lines(self) -> tuple[str, ...]:
        """The lines with every sign, without their newlines; they are numbered as `lines` are."""
        return tuple(self.whole.split("\n")) if self.whole else self.lines

    @cached_property
    def print_of(self) -> Mapping[int, LinePrint]:
        """How each line was printed, by 1-based line, where that is known."""
        return {each.line: each for each in self.prints}

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines without their newlines; line 1 is at index 0."""
        return tuple(self.text.split("\n"))
