"""The words of an item that can prove a place, each with its weight and its line."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from enum import IntEnum

from generator.model import (
    Byline,
    BylinePlace,
    ContributorRole,
    Evidence,
    Item,
    Misprint,
    Page,
    SourceText,
    Span,
    evidence_at,
)


class Standing(IntEnum):
    """Where words stand; the larger, the more they say of what an item is about."""

    BODY = 0
    LEAD = 1
    BYLINE = 2
    HEADING = 3


FOLDS = (
    ("白音", "巴彦"),
    ("巴音", "巴彦"),
    ("宝拉格", "宝力格"),
    ("布拉格", "宝力格"),
    ("胡都格", "呼都格"),
    ("髙", "高"),
)
"""Spellings of one Mongolian word, and a printed variant; both sides are equally long."""


def fold(text: str) -> str:
    """Return `text` with spellings made one; offsets stay as they are."""
    for spelling, common in FOLDS:
        text = text.replace(spelling, common)
    return text


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of a passage that stands on one source line."""

    text: str
    """Its words: the source reading, or an editor's in its place."""
    span: Span
    """Where the source reading stands."""
    gap: str = ""
    """What the passage has before it, and no line of the source."""
    misprint: Misprint | None = None
    """What the editor says of it; None where the words are those of the source."""

    def printed(self, start: int, end: int) -> Span:
        """Return where the words from `start` to `end` are printed; all of it where they are printed otherwise."""
        if self.misprint is not None or len(self.text) != len(self.span):
            return self.span
        return Span(self.span.start + start, self.span.start + end)


@dataclass(frozen=True, slots=True, kw_only=True)
class WeighedPassage:
    """A heading, a title in a byline, or a paragraph."""

    standing: Standing
    """Where it stands."""
    weight: int
    """What one place in it counts."""
    parts: tuple[Part, ...]
    """What it is made of, in the order in which it is read."""

    @property
    def text(self) -> str:
        """The words, an editor's readings in place of the print."""
        return "".join(part.gap + part.text for part in self.parts)

    def cut(self, start: int, end: int) -> Iterator[tuple[Part, Span]]:
        """Yield the parts of the words from `start` to `end`, each with where those words are printed."""
        begin = 0
        for part in self.parts:
            begin += len(part.gap)
            first, last = max(start, begin), min(end, begin + len(part.text))
            if first < last:
                yield part, part.printed(first - begin, last - begin)
            begin += len(part.text)


@dataclass(slots=True)
class Words:
    """All passages of an item in one string, a newline between them."""

    item: Item
    """The item."""
    page: Page
    """The page it stands on."""
    passages: list[WeighedPassage] = field(default_factory=list)
    """Headings, titles in bylines, then paragraphs; an editor's readings in place of the print."""
    starts: list[int] = field(default_factory=list)
    """The offset of each passage in `text`, in code points."""
    text: str = ""
    """All passages, a newline between them."""

    def __post_init__(self) -> None:
        self.passages = list(_passages(self.item, self.page.source))
        texts = [passage.text for passage in self.passages]
        offset = 0
        for text in texts:
            self.starts.append(offset)
            offset += len(text) + 1
        self.text = "\n".join(texts)

    def passage(self, offset: int) -> WeighedPassage:
        """Return the passage that holds `offset`."""
        return self.passages[bisect.bisect_right(self.starts, offset) - 1]

    def line(self, start: int, end: int) -> int:
        """Return the source line of the words from `start` to `end`; of what only joins lines, the line before it."""
        spans = [span for _, span in self._cut(start, end)] or [self.passage(start).parts[-1].span]
        return self.page.source.line_of(spans[0].start)

    def span(self, start: int, end: int) -> Span | None:
        """Return where the words from `start` to `end` are printed, up to the end of their line; else None."""
        found: Span | None = None
        for _, span in self._cut(start, end):
            if found is not None and span.start != found.end:
                break
            found = Span(found.start, span.end) if found else span
        return found

    def printed(self, start: int, end: int) -> str:
        """Return the words from `start` to `end` as the page has them."""
        return "".join(self.page.source.quote(span) for _, span in self._cut(start, end))

    def evidence(self, start: int, end: int, rule: str) -> tuple[Evidence, ...]:
        """Return the words from `start` to `end` as the page has them, behind them what an editor says of them."""
        found = list(self._cut(start, end))
        said = [words for part, _ in found if part.misprint for words in part.misprint.stated]
        return (*evidence_at(self.page.source, (span for _, span in found), rule), *said)

    def _cut(self, start: int, end: int) -> Iterator[tuple[Part, Span]]:
        index = bisect.bisect_right(self.starts, start) - 1
        return self.passages[index].cut(start - self.starts[index], end - self.starts[index])


def _passages(item: Item, source: SourceText) -> Iterator[WeighedPassage]:
    contents = {block.line: block.content for block in item.blocks}
    for heading in filter(None, (item.kicker, item.headline, item.deck)):
        spans = [contents[line] for line in heading.lines]
        parts = _parts(source, spans, item.misprints, gap=" ")
        yield WeighedPassage(standing=Standing.HEADING, weight=6, parts=parts)
    for byline in item.bylines:
        yield from _of_byline(byline, source, item.misprints)
    for index, paragraph in enumerate(item.body):
        yield WeighedPassage(
            standing=Standing.LEAD if index == 0 else Standing.BODY,
            weight={0: 3, 1: 2}.get(index, 1),
            parts=_parts(source, paragraph.pieces, item.misprints),
        )


_SPEAK_FOR_A_PLACE = {ContributorRole.OFFICIAL: 6, ContributorRole.INSTITUTION: 6, ContributorRole.AUTHOR: 3}
"""Reporters come from anywhere; an official or a body writes of its own place."""


def _of_byline(byline: Byline, source: SourceText, misprints: Iterable[Misprint]) -> Iterator[WeighedPassage]:
    who = byline.contributor
    weight = _SPEAK_FOR_A_PLACE.get(who.role)
    if weight and byline.place is not BylinePlace.TEXT:
        parts: tuple[Part, ...] = ()
        for words in (who.institution, who.title, who.name):
            found = _parts(source, _found(words, byline.span, source), misprints)
            gap = " " if parts else ""
            parts = (*parts, *(replace(part, gap=gap) for part in found[:1]), *found[1:])
        yield WeighedPassage(standing=Standing.BYLINE, weight=weight, parts=parts)


def _found(words: str, form: Span, source: SourceText) -> list[Span]:
    """Return where a printed form has `words`, without the blanks between them; else the whole form."""
    if not words:
        return []
    spaced = re.search(r"\s*".join(map(re.escape, words)), source.quote(form))
    if spaced is None:
        return [form]
    start = form.start + spaced.start()
    return [Span(start + run.start(), start + run.end()) for run in re.finditer(r"\S+", spaced.group())]


def _parts(
    source: SourceText, spans: Iterable[Span], misprints: Iterable[Misprint], *, gap: str = ""
) -> tuple[Part, ...]:
    """Return the words of `spans`, `gap` between two of them, an editor's readings in the place of the print."""
    found: list[Part] = []
    for span in spans:
        parts = list(_cut_at(source, span, misprints))
        if found and parts:
            parts[0] = replace(parts[0], gap=gap)
        found += parts
    return tuple(found)


def _cut_at(source: SourceText, span: Span, misprints: Iterable[Misprint]) -> Iterator[Part]:
    """Yield the words of `span`, an editor's readings in the place of what is printed."""
    at = span.start
    for misprint in sorted(misprints, key=lambda misprint: misprint.span):
        if at <= misprint.span.start and misprint.span.end <= span.end:
            if at < misprint.span.start:
                yield _plain(source, Span(at, misprint.span.start))
            yield Part(text=misprint.corrected, span=misprint.span, misprint=misprint)
            at = misprint.span.end
    if at < span.end:
        yield _plain(source, Span(at, span.end))


def _plain(source: SourceText, span: Span) -> Part:
    return Part(text=source.quote(span), span=span)
