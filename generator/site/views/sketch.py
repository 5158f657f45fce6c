"""A proportional sketch of a newspaper page: its items in order, each as large as it is long.

Nothing is known of where an item stood in print; the sketch shows order, length, columns and headlines to
scale, and is labelled a sketch. Items lie in strips from top to bottom, a strip closing where another item
would make its blocks narrower (strip treemap: Bederson, Shneiderman and Wattenberg, "Ordered and Quantum
Treemaps", ACM Transactions on Graphics 21(4), 2002).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from generator.archive.addresses import item_url
from generator.model import Item, Kind, Page
from generator.site.views.names import title_of
from generator.site.views.rows import Link

WIDTH, HEIGHT = 240, 340
"""Of the sheet, as broadsheets are proportioned."""
COLUMN = 40
"""Width of a print column."""
GAP = 4
"""Between blocks, and between columns."""
LEAST = 80
"""An item has at least the room of so many characters: its headline takes some, too."""
TYPE = (9, 7, 5)
"""Height of a headline's line, by the size of its item on the page."""
LARGE, MIDDLING = 0.14, 0.07
"""Shares of the page from which a headline is set in the first or second of these."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """The room of one item."""

    x: int
    """From the left edge."""
    y: int
    """From the upper edge."""
    width: int
    """To the right."""
    height: int
    """Downwards."""
    item: Link
    """The way to the item."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SketchView:
    """A drawn page: three paths, and the blocks that lead to items."""

    width: int
    """Of the drawing."""
    height: int
    """Of the drawing."""
    heads: str
    """Path of the headlines' lines."""
    text: str
    """Path of the columns of text."""
    pictures: str
    """Path of the room of pictures, above their captions."""
    blocks: tuple[Block, ...]
    """The items, in order."""


def sketch_of(page: Page) -> SketchView:
    """Return the sketch of a page; one without items is a sheet with nothing on it."""
    weights = [max(len(item.text), LEAST) for item in page.items]
    rooms = list(rooms_of(weights))
    heads: list[str] = []
    text: list[str] = []
    pictures: list[str] = []
    whole = sum(weights)
    for item, weight, room in zip(page.items, weights, rooms, strict=True):
        x, y, width, height = room
        if item.kind is Kind.CAPTION:
            picture = height * 2 // 3
            pictures.append(_box(x, y, width, picture))
        else:
            picture = 0
            heads += _headline(item, weight / whole, room)
        top = y + picture + (GAP if picture else _head_height(item, weight / whole, width))
        text += _columns(x, top, width, y + height - top)
    return SketchView(
        width=WIDTH,
        height=HEIGHT,
        heads="".join(heads),
        text="".join(text),
        pictures="".join(pictures),
        blocks=tuple(
            Block(
                x=x,
                y=y,
                width=width,
                height=height,
                item=Link(text=title_of(item), href=f"{item_url(item)}index.html"),
            )
            for item, (x, y, width, height) in zip(page.items, rooms, strict=True)
        ),
    )


def rooms_of(weights: Sequence[int]) -> Iterator[tuple[int, int, int, int]]:
    """Yield x, y, width and height for each weight, in order; together they fill the sheet."""
    whole = sum(weights)
    at, done = 0, 0
    while at < len(weights):
        end = at + 1
        while end < len(weights) and _worst(weights[at : end + 1], whole) <= _worst(weights[at:end], whole):
            end += 1
        strip = sum(weights[at:end])
        top, bottom = HEIGHT * done // whole, HEIGHT * (done + strip) // whole
        left = 0
        for number in range(at, end):
            before, left = left, left + weights[number]
            x, right = WIDTH * before // strip, WIDTH * left // strip
            yield x, top, max(right - x - GAP, 1), max(bottom - top - GAP, 1)
        at, done = end, done + strip


def _worst(strip: Sequence[int], whole: int) -> float:
    """Return how far the blocks of a strip are from squares, on the mean."""
    height = HEIGHT * sum(strip) / whole
    widths = [WIDTH * weight / sum(strip) for weight in strip]
    return sum(max(width / height, height / width) for width in widths) / len(strip)


def _type_height(share: float) -> int:
    return TYPE[0] if share >= LARGE else TYPE[1] if share >= MIDDLING else TYPE[2]


def _head_lines(item: Item, share: float, width: int) -> int:
    return ceil(len(title_of(item)) * _type_height(share) / width) if item.headline else 0


def _head_height(item: Item, share: float, width: int) -> int:
    lines = _head_lines(item, share, width)
    return lines * (_type_height(share) + 2) + (2 if lines else 0)


def _headline(item: Item, share: float, room: tuple[int, int, int, int]) -> Iterator[str]:
    x, y, width, height = room
    size = _type_height(share)
    left = len(title_of(item)) * size
    for number in range(_head_lines(item, share, width)):
        top = y + number * (size + 2)
        if top + size <= y + height:
            yield _box(x, top, min(left - number * width, width), size)


def _columns(x: int, y: int, width: int, height: int) -> Iterator[str]:
    if height < GAP:
        return
    count = max(1, round(width / COLUMN))
    for number in range(count):
        left, right = width * number // count, width * (number + 1) // count
        yield _box(x + left, y, max(right - left - (GAP if number + 1 < count else 0), 1), height)


def _box(x: int, y: int, width: int, height: int) -> str:
    return f"M{x} {y}h{width}v{height}h-{width}z"
