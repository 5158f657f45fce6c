"""What a rule sees of a line, and what it says of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

from generator.model import Naming, Role, SourceText
from generator.reading.folding import folded
from generator.reading.grammar.byline_words import MARKS
from generator.reading.grammar.forms import find_credit, find_lead, find_signature
from generator.reading.remnants import text_of
from generator.vocabulary.taxonomy import Taxonomy

HEADING = re.compile(r"(#{1,6})\s*")
MARK = re.compile(rf"[{MARKS}]\s*|口\s*(?=(?:本报|本刊|见习|实习|特约|记者|通讯员))")
"""A bullet, or a column's or byline's mark; OCR reads `□` as `口`, which only the word behind it tells."""


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line that is not blank."""

    number: int
    """The 1-based source line."""
    start: int
    """Offset of the first character that is neither white space nor an HTML blank."""
    text: str
    """The line without white space and HTML blanks at its ends, folded as `folding` tells."""
    level: int
    """Number of `#` before it; 0 where it has no heading mark."""
    bare: str
    """`text` without the heading mark."""
    bare_start: int
    """Offset of `bare`."""
    mark: int
    """Characters of a bullet or a column's mark at the beginning of `bare`, blanks behind it included."""
    height: float = 0.0
    """Height of its type, as a multiple of the page's median; 0 where no box tells it."""
    _known: dict[tuple[str, int], Naming | None] = field(default_factory=dict, compare=False)

    @property
    def words(self) -> str:
        """`bare` without its mark."""
        return self.bare[self.mark :]

    @property
    def words_start(self) -> int:
        """Offset of `words`."""
        return self.bare_start + self.mark

    def lead(self, skip: int = 0) -> Naming | None:
        """Return the words of a lead that the line opens with, its mark of `skip` characters left out."""
        return self._read_once(find_lead, skip)

    def closing(self, skip: int = 0) -> Naming | None:
        """Return the bracket of names that the line closes with."""
        return self._read_once(find_signature, skip)

    def credit(self, skip: int = 0) -> Naming | None:
        """Return the photo credit that the line closes with."""
        return self._read_once(find_credit, skip)

    def _read_once(self, find: Callable[[str], Naming | None], skip: int) -> Naming | None:
        """Return what `find` reads in the line, with places in the source; asked again, it reads nothing anew."""
        key = find.__name__, skip
        if key not in self._known:
            found = find(self.bare[skip:])
            self._known[key] = found.moved(self.bare_start + skip) if found else None
        return self._known[key]


@dataclass(frozen=True, kw_only=True)
class PageLines:
    """The lines of a page, with what a rule may ask about the lines around."""

    lines: tuple[Line, ...]
    """Every line that is not blank."""
    taxonomy: Taxonomy
    """The known columns."""
    bylines: dict[int, Naming | None] = field(default_factory=dict)
    """What the rule of bylines has read so far, by line."""
    above_titles: dict[int, list[Line]] = field(default_factory=dict)
    """The very short lines that stand above headlines, by their level of `#`, once they have been asked for."""

    @cached_property
    def _index(self) -> dict[int, int]:
        return {line.number: index for index, line in enumerate(self.lines)}

    @cached_property
    def marks_headlines(self) -> bool:
        """Whether this page writes `#` before its headlines."""
        return sum(line.level > 0 for line in self.lines) >= 2

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
    byline: Naming | None = None
    """Whom it names, where naming is all it does."""


Rule = Callable[[Line, PageLines], Finding | None]


def split_lines(source: SourceText, taxonomy: Taxonomy) -> PageLines:
    """Return the lines of `source` that are not blank."""
    lines = []
    for number, raw in enumerate(folded(source.text).split("\n"), 1):
        begin, end = text_of(raw)
        if begin == end:
            continue
        text, start = raw[begin:end], source.line_starts[number - 1] + begin
        mark = HEADING.match(text)
        skip = mark.end() if mark and mark.end() < len(text) else 0
        bullet = MARK.match(text, skip)
        printed = source.print_of.get(number)
        lines.append(
            Line(
                number=number,
                start=start,
                text=text,
                level=len(mark.group(1)) if mark and skip else 0,
                bare=text[skip:],
                bare_start=start + skip,
                mark=bullet.end() - skip if bullet else 0,
                height=printed.height if printed else 0.0,
            )
        )
    return PageLines(lines=tuple(lines), taxonomy=taxonomy)


def whole(line: Line, role: Role, evidence: str, *, skip: int = 0, byline: Naming | None = None) -> Finding:
    """Return a finding whose content is the line without its heading mark and `skip` more characters."""
    start = line.bare_start + skip
    end = line.bare_start + len(line.bare)
    return Finding(role=role, evidence=evidence, start=start, end=end, byline=byline)
