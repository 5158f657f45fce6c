"""The words of an item that can prove a place, each with its weight and its line."""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from enum import IntEnum

from generator.model import Byline, BylinePlace, ContributorRole, Heading, Item, Misprint, Page, Paragraph


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
class WeighedPassage:
    """A heading, a title in a byline, or a paragraph."""

    text: str
    """The source reading."""
    standing: Standing
    """Where it stands."""
    weight: int
    """What one place in it counts."""
    lines: tuple[int, ...]
    """The 1-based source lines."""
    starts: tuple[int, ...] = ()
    """The offset of each line's part in `text`; empty where it is not known."""
    corrections: tuple[tuple[int, int, str], ...] = ()
    """Start and end of an editor's reading in `text`, and what is printed there."""

    def line_of(self, offset: int, words: str, page: Page) -> int:
        """Return the source line of `words` at `offset` of this passage."""
        if self.starts:
            return self.lines[bisect.bisect_right(self.starts, offset) - 1]
        printed = page.source.lines
        return next((line for line in self.lines if words in printed[line - 1]), self.lines[0])

    def printed(self, start: int, end: int) -> str:
        """Return the words from `start` to `end` as the page has them."""
        words, at = "", start
        for first, last, read in self.corrections:
            if first < end and last > start:
                words += self.text[at : max(first, start)] + read
                at = last
        return words + self.text[at:end]

    def corrected(self, misprints: Iterable[Misprint]) -> WeighedPassage:
        """Return the passage with an editor's readings in the place of what is printed."""
        passage = self
        for misprint in misprints:
            if misprint.line in self.lines:
                passage = passage._with(misprint)
        return passage

    def _with(self, misprint: Misprint) -> WeighedPassage:
        index = self.lines.index(misprint.line)
        start = self.text.find(misprint.read, self.starts[index] if self.starts else 0)
        if start < 0:
            return self
        more = len(misprint.corrected) - len(misprint.read)
        end = start + len(misprint.corrected)
        return replace(
            self,
            text=self.text[:start] + misprint.corrected + self.text[start + len(misprint.read) :],
            starts=tuple(at + more if at > start else at for at in self.starts),
            corrections=(*self.corrections, (start, end, misprint.read)),
        )


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
        misprints = sorted(self.item.misprints, key=lambda misprint: misprint.span)
        self.passages = [passage.corrected(misprints) for passage in _passages(self.item, self.page)]
        offset = 0
        for passage in self.passages:
            self.starts.append(offset)
            offset += len(passage.text) + 1
        self.text = "\n".join(passage.text for passage in self.passages)

    def passage(self, offset: int) -> WeighedPassage:
        """Return the passage that holds `offset`."""
        return self.passages[bisect.bisect_right(self.starts, offset) - 1]

    def line(self, start: int, end: int) -> int:
        """Return the source line of the words from `start` to `end`."""
        index = bisect.bisect_right(self.starts, start) - 1
        return self.passages[index].line_of(start - self.starts[index], self.printed(start, end), self.page)

    def printed(self, start: int, end: int) -> str:
        """Return the words from `start` to `end` as the page has them."""
        index = bisect.bisect_right(self.starts, start) - 1
        return self.passages[index].printed(start - self.starts[index], end - self.starts[index])


def _passages(item: Item, page: Page) -> Iterator[WeighedPassage]:
    headings = [heading for heading in (item.kicker, item.headline, item.deck) if heading]
    yield from (_of_heading(heading) for heading in headings)
    yield from (passage for byline in item.bylines for passage in _of_byline(byline))
    for index, paragraph in enumerate(item.body):
        yield _of_paragraph(paragraph, index)


def _of_heading(heading: Heading) -> WeighedPassage:
    return WeighedPassage(text=heading.text, standing=Standing.HEADING, weight=6, lines=heading.lines)


_SPEAK_FOR_A_PLACE = {ContributorRole.OFFICIAL: 6, ContributorRole.INSTITUTION: 6, ContributorRole.AUTHOR: 3}
"""Reporters come from anywhere; an official or a body writes of its own place."""


def _of_byline(byline: Byline) -> Iterator[WeighedPassage]:
    who = byline.contributor
    weight = _SPEAK_FOR_A_PLACE.get(who.role)
    if weight and byline.place is not BylinePlace.TEXT:
        text = " ".join(filter(None, (who.institution, who.title, who.name)))
        yield WeighedPassage(text=text, standing=Standing.BYLINE, weight=weight, lines=(byline.line,))


def _of_paragraph(paragraph: Paragraph, index: int) -> WeighedPassage:
    starts, offset = [], 0
    for piece in paragraph.pieces:
        starts.append(offset)
        offset += len(piece)
    return WeighedPassage(
        text=paragraph.text,
        standing=Standing.LEAD if index == 0 else Standing.BODY,
        weight={0: 3, 1: 2}.get(index, 1),
        lines=paragraph.lines,
        starts=tuple(starts) if offset == len(paragraph.text) else (),
    )
