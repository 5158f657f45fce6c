"""What is compared of an item: the characters of its headings and body, without punctuation and blanks.

OCR is loose with punctuation, and print with the width of digits and letters; neither makes another text.
Names in bylines, leads and credits are left out: that two items have one reporter is no text in common.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from generator.model import Item, SourceText, Span
from generator.model.unicode import category, compatible

SILENT = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp", "Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po"})
"""Kinds of characters that are not compared."""
STRETCH_BREAK = "\n"
"""Stands between stretches that do not go on in each other; it is silent itself, so no text holds it."""


class _Table(dict[int, int | None]):
    """For each character, by its code, what it is compared as; None for nothing. Filled as characters are met."""

    def __missing__(self, code: int) -> int | None:
        character = chr(code)
        plain = compatible(character).lower()
        silent = category(character) in SILENT
        self[code] = None if silent else ord(plain) if len(plain) == 1 else code
        return self[code]


_TABLE = _Table()


@dataclass(slots=True, kw_only=True)
class Letters:
    """Where each compared character of an item stands in the source."""

    spans: list[Span] = field(default_factory=list)
    """The spans that the item is made of, in reading order."""
    offsets: list[int] = field(default_factory=list)
    """The offset in the source of each compared character; -1 for the end of a stretch."""
    owners: list[int] = field(default_factory=list)
    """The number of the span that each stands in; -1 likewise."""

    def spans_of(self, start: int, end: int) -> Iterator[Span]:
        """Yield the spans that the compared characters start..end stand in, punctuation between them included."""
        first, last = self.owners[start], self.owners[end - 1]
        for owner in range(first, last + 1):
            span = self.spans[owner]
            begin = self.offsets[start] if owner == first else span.start
            yield Span(begin, self.offsets[end - 1] + 1 if owner == last else span.end)


def comparable(source: SourceText, item: Item) -> str:
    """Return what is compared of an item, its stretches parted by STRETCH_BREAK."""
    parts = ("".join(source.quote(span) for span in spans) for spans in _stretches(item))
    return STRETCH_BREAK.join(part.translate(_TABLE) for part in parts)


def letters_of(source: SourceText, item: Item) -> Letters:
    """Return where each character of `comparable` stands."""
    letters = Letters()
    for number, spans in enumerate(_stretches(item)):
        if number:
            letters.offsets.append(-1)
            letters.owners.append(-1)
        for span in spans:
            for offset in range(span.start, span.end):
                if _TABLE[ord(source.text[offset])] is not None:
                    letters.offsets.append(offset)
                    letters.owners.append(len(letters.spans))
            letters.spans.append(span)
    return letters


def _stretches(item: Item) -> Iterator[list[Span]]:
    """Yield the stretches of an item that are read in one go: each heading, and the body between its names."""
    contents = {block.line: block.content for block in item.blocks}
    for heading in (item.kicker, item.headline, item.deck):
        if heading is not None:
            yield [contents[line] for line in heading.lines if line in contents]
    names = sorted({byline.span for byline in item.bylines})
    stretch: list[Span] = []
    for paragraph in item.body:
        for span in paragraph.pieces:
            first, *others = without(span, names)
            stretch.append(first)
            for other in others:
                yield stretch
                stretch = [other]
    yield stretch


def without(span: Span, names: Sequence[Span]) -> list[Span]:
    """Return what stands before, between and behind names in a span; parts may be empty."""
    inside = [name for name in names if name.start < span.end and span.start < name.end]
    ends = accumulate((span.start, *(min(name.end, span.end) for name in inside)), max)
    begins = [*(name.start for name in inside), span.end]
    return [Span(end, max(begin, end)) for end, begin in zip(ends, begins, strict=True)]
