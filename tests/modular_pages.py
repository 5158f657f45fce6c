"""Whole newspaper pages set at random: rectangles of articles, each with a headline over its columns.

The characters are drawn at random, so that each block is known by its words and nothing but geometry helps.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from tests.drawn_pages import EM, Drawn, corners

CHARACTERS = [chr(0x4E00 + 7 * number) for number in range(2500)]
GUTTER = 1.6


@dataclass
class Setter:
    """Sets a page of articles; all measures are in characters of body type."""

    rng: random.Random
    boxes: list[tuple[str, float, float, float, float]] = field(default_factory=list)
    articles: list[list[str]] = field(default_factory=list)
    """The blocks of each article, in reading order."""

    def words(self, count: int) -> str:
        return "".join(self.rng.choice(CHARACTERS) for _ in range(count))

    def page(self, left: float, top: float, width: float, height: float, depth: int) -> None:
        """Fill a rectangle with articles, cut again and again."""
        if not depth or max(width, height) < 26 or (depth < 3 and self.rng.random() < 0.15):
            self.article(left, top, width, height)
            return
        share = self.rng.uniform(0.35, 0.65)
        if (width > 0.8 * height and width >= 26) or height < 26:
            self.page(left, top, width * share - 1, height, depth - 1)
            self.page(left + width * share + 1, top, width * (1 - share) - 1, height, depth - 1)
        else:
            gap = self.rng.uniform(1.6, 2.5) / 2
            self.page(left, top, width, height * share - gap, depth - 1)
            self.page(left, top + height * share + gap, width, height * (1 - share) - gap, depth - 1)

    def article(self, left: float, top: float, width: float, height: float) -> None:
        """Set a headline, at times a byline, and as many columns of paragraphs as there is room for."""
        columns = 1 if width < 16 else self.rng.randint(max(1, int(width // 18)), int(width // 9))
        blocks: list[str] = []
        bottom = top + height
        if self.rng.random() < 0.9:
            size = self.rng.choice([1.8, 2.0, 2.4])
            count = min(self.rng.randint(6, 14), int((width - 0.5) // size))
            indent = self.rng.choice([0.0, (width - count * size) / 2])
            top = self.line(blocks, self.words(count), left + indent, top, size) + self.rng.uniform(0.6, 1.2)
            if columns > 1 and self.rng.random() < 0.6:
                name = f"□本报记者 {self.words(2)}"
                top = self.line(blocks, name, left + (width - 8) / 2, top, 1) + self.rng.uniform(0.5, 0.9)
        self.columns(blocks, left, top, int((width - (columns - 1) * GUTTER) // columns), columns, bottom)
        self.articles.append(blocks)

    def line(self, blocks: list[str], text: str, left: float, top: float, size: float) -> float:
        """Set a line that is a block by itself; return where it ends."""
        self.boxes.append((text, left, top, len(text) * size, size))
        blocks.append(text)
        return top + size

    def columns(
        self, blocks: list[str], left: float, top: float, width: int, count: int, bottom: float
    ) -> None:
        """Fill columns with paragraphs; one that goes on in the next column is two blocks."""
        pitch = self.rng.uniform(1.3, 1.5)
        rows = int((bottom - top) // pitch)
        if rows < 3:
            return
        places = [(column, row) for column in range(count) for row in range(rows)][::-1]
        while places:
            rest, indent, block = self.rng.randint(width, 6 * width), 2, ""
            while rest > 0 and places:
                column, row = places.pop()
                text = self.words(min(rest, width - indent))
                rest -= len(text)
                text = text if rest else f"{text[:-1]}。"
                across = left + column * (width + GUTTER) + indent
                self.boxes.append((text, across, top + row * pitch, len(text), 1))
                block, indent = block + text, 0
                if row == rows - 1:
                    blocks.append(block)
                    block = ""
            if block:
                blocks.append(block)


def set_at_random(seed: int, noise: float = 0.07) -> tuple[list[Drawn], list[list[str]]]:
    """Return the boxes of a page, in no order and not quite right, and the blocks of its articles."""
    rng = random.Random(seed)
    setter = Setter(rng)
    setter.page(0, 0, rng.choice([50, 62, 75]), rng.choice([70, 90, 110]), rng.choice([2, 3, 4]))
    boxes = []
    for text, left, top, width, height in setter.boxes:
        sides = (left, top, left + width, top + height)
        off = [EM * (side + rng.uniform(-noise, noise) + 2) for side in sides]
        boxes.append(Drawn(text, corners(*off)))
    rng.shuffle(boxes)
    return boxes, setter.articles
