"""Everything the search may ask about the lines of a page, worked out once."""

from __future__ import annotations

import math
from collections.abc import Sequence

from generator.assembling.cohesion import similarities
from generator.assembling.elements import Element, Sort
from generator.assembling.weights import Weights
from generator.joining import Joins


class Evidence:
    """What speaks for and against two lines of one page standing in one item."""

    def __init__(self, elements: Sequence[Element], weights: Weights, *, marked: bool) -> None:
        self.elements = elements
        self.weights = weights
        self.marked = marked
        self.shared = similarities([element.text for element in elements]).tolist()
        self.joins = Joins([element.text for element in elements])
        heads = sum(element.sort is Sort.HEADLINE for element in elements)
        signed = sum(element.sort is Sort.BYLINE or element.signed for element in elements)
        self.signing = min(1.0, signed / heads) if heads else 0.0

    def head(self, headline: int, line: int) -> float:
        """Return what words in common with a headline are worth."""
        return self.weights.head * math.log1p(3 * self.shared[headline][line])

    def cohesion(self, line: int, heads: tuple[int, ...], body: tuple[int, ...]) -> float:
        """Return what words in common with an item's headline and body are worth."""
        row = self.shared[line]
        total = sum(self.head(index, line) for index in heads)
        if body:
            total += self.weights.body * math.log1p(
                3 * sum(row[index] for index in body) / math.sqrt(len(body))
            )
        return total

    def first(self, line: int) -> float:
        """Return how well `line` begins a body."""
        return self.start(line) + (2.0 if self.elements[line].lead else 0.0)

    def start(self, line: int) -> float:
        """Return how well `line` begins a paragraph, below zero if it begins within a sentence."""
        return min(0.0, -self.joins.start(line)) if self.joins.start(line) > 0 else 0.0

    def follows(self, above: int, line: int, *, plain: bool) -> float:
        """Return how well `line` goes on where `above` ends."""
        element = self.elements[line]
        way = self.weights.late_lead if element.lead else 0.0
        if self.elements[above].ends:
            way += self.weights.after_end
        if not plain:
            return way + self.start(line)
        opened = self.elements[above].open
        joined = self.joins.score(above, line)
        return way + opened * joined + (1 - opened) * self.start(line)

    def joined(self, above: int, line: int) -> bool:
        """Tell whether two lines that follow each other in an item are one paragraph."""
        opened = self.elements[above].open
        if opened > 0.5:
            return not self.elements[line].lead
        return opened > 0 and self.joins.score(above, line) > 0

    def crosshead(self, line: int) -> float:
        """Return how well a short line reads as a crosshead."""
        text = self.elements[line].text
        like = sum(
            other.sort is Sort.HEADLINE
            and other is not self.elements[line]
            and _shape(other.text) == _shape(text)
            for other in self.elements
        )
        return min(like, 2) * 1.5

    def cut_line(self, line: int) -> float:
        """Return how well a short line reads as the beginning of a cut paragraph."""
        text = self.elements[line].text
        score = self.weights.cut_line
        if self.marked:
            score -= self.weights.unmarked
        if "，" in text or "," in text:
            score += 1.0
        if text[-1] in "的了在和与对把被为从":
            score += 2.0
        return score


def _shape(text: str) -> tuple[int, ...]:
    return tuple(len(part) for part in text.split())
