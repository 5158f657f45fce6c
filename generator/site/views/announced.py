"""The items that an editor's note announces by their number: "现择优刊发其中9篇文章"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from generator.archive.groups import Entry
from generator.model import Item, Kind, Page
from generator.model.numerals import DIGITS, number_of
from generator.site.views.frame import Frame
from generator.site.views.reasons import Reason, line_link
from generator.site.views.rows import Link

PROMISE = re.compile(
    rf"(?:刊发|刊登|刊载|发表|推出|选登|选发|选编|摘登)[^。；;!！?？\n]{{0,12}}?(?<![\d{DIGITS}第])(\d{{1,2}}|[{DIGITS}]{{1,3}})\s?篇"
)
"""That so many items are printed here; 第九篇 is one of them and no number of them."""
STORIES = (Kind.ARTICLE, Kind.COMMENTARY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Announced:
    """What an editor's note says that stands here, and what does."""

    said: int
    """How many items the note speaks of."""
    reason: Reason
    """The words of the note that say so."""
    items: tuple[Link, ...]
    """The articles behind the note in its column, up to the next note."""

    @property
    def agrees(self) -> bool:
        """Whether just as many stand there as the note says."""
        return len(self.items) == self.said


def announced_by(frame: Frame, page: Page, item: Item) -> Announced | None:
    """Return what a note announces; None for what is no note, and for a note that speaks of no number."""
    promise = _promise(item)
    if promise is None:
        return None
    said, words, line = promise
    return Announced(
        said=said,
        reason=Reason(text=words, note="", lines=(line_link(page, line),)),
        items=tuple(frame.item_link(Entry(page=page, item=each)) for each in _behind(page, item)),
    )


def announcing(frame: Frame, page: Page, item: Item) -> Link | None:
    """Return the way to the note that announces an item, if it speaks of just as many as stand there."""
    for note in page.items:
        promise = _promise(note)
        behind = list(_behind(page, note)) if promise else []
        if promise and len(behind) == promise[0] and item in behind:
            return frame.item_link(Entry(page=page, item=note))
    return None


def _promise(item: Item) -> tuple[int, str, int] | None:
    """Return the number that a note speaks of, the words, and their line."""
    if item.kind is not Kind.NOTE:
        return None
    for paragraph in item.body:
        found = PROMISE.search(paragraph.text)
        number = number_of(found[1]) if found else None
        if found and number:
            return (
                number,
                found[0],
                _line(paragraph.lines, [len(piece) for piece in paragraph.pieces], found.end()),
            )
    return None


def _line(lines: tuple[int, ...], lengths: list[int], end: int) -> int:
    """Return the line on which the character before `end` of a paragraph stands."""
    for line, length in zip(lines, lengths, strict=True):
        if end <= length:
            return line
        end -= length
    return lines[-1]


def _behind(page: Page, note: Item) -> Iterator[Item]:
    later = (item for item in page.items if item.position > note.position)
    until = takewhile(lambda item: item.kind is not Kind.NOTE, later)
    return (item for item in until if item.kind in STORIES and item.column == note.column)
