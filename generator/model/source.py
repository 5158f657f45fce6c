"""The text of a page as it was read, and places in it."""

from __future__ import annotations

import bisect
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from generator.model.boxes import LinePrint
from generator.model.scans import Scan
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
    scan: Scan | None = None
    """The picture of the printed page; None where there is none beside it."""

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

    def whole_columns(self, line: int, span: Span) -> tuple[int, int]:
        """Return where the characters of `span`, counted in 1-based `line`, begin and end in the whole line.

        Signs that were left out between them are among them; those before and behind are not. `span` is not empty.
        """
        known = self._shifted.get(line)
        return (known[span.start], known[span.end - 1] + 1) if known else (span.start, span.end)

    @cached_property
    def _shifted(self) -> Mapping[int, tuple[int, ...]]:
        """For each line that lacks signs, the place of each of its characters in the whole line."""
        pairs = enumerate(zip(self.lines, self.whole_lines, strict=True), start=1) if self.whole else ()
        return {line: tuple(_places(read, whole)) for line, (read, whole) in pairs if read != whole and whole}

    def without(self, lines: Collection[int]) -> SourceText:
        """Return the source without the words of 1-based `lines`; every other character keeps its place.

        In `text` blanks stand for them, in `whole` nothing does.
        """
        kept = list(self.lines)
        whole = list(self.whole_lines)
        for line in lines:
            kept[line - 1], whole[line - 1] = " " * len(kept[line - 1]), ""
        prints = tuple(each for each in self.prints if each.line not in lines)
        return replace(self, text="\n".join(kept), whole="\n".join(whole), prints=prints)

    @cached_property
    def print_of(self) -> Mapping[int, LinePrint]:
        """How each line was printed, by 1-based line, where that is known."""
        return {each.line: each for each in self.prints}

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines without their newlines; line 1 is at index 0."""
        return tuple(self.text.split("\n"))


def _places(read: str, whole: str) -> Iterator[int]:
    """Yield where each character of `read` stands in `whole`, which has more signs, and others for blanks.

    A sign that is read as a blank is white space, and one that is left out is none: neither can be mistaken.
    """
    at = 0
    for character in read:
        while whole[at] != character and not (character == " " and whole[at].isspace()):
            at += 1
        yield at
        at += 1
