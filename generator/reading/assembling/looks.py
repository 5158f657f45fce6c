"""How a line looks by itself: like a headline, or numbered."""

from __future__ import annotations

import math
import re

from generator.model.numerals import DIGITS, number_of
from generator.reading.assembling.weights import LookWeights

COMMAS = re.compile("[，,；;]")
ASPECTS = re.compile("[了着过]")
LOOKS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(" |——"), "parted"),
    (re.compile("[？！?!](?=.{2,}[^？！?!”]$)"), "asked_inside"),
    (re.compile(f"^(?:[（(]?[{DIGITS}0-9]+[)）、.．]|[0-9]{{4}}年|近日|今年|去年|日前|记者)"), "numbered"),
    (re.compile("[0-9０-９]+[月日]|年前|[当昨今]日|[上下]午|目前|最近"), "dated"),
)
"""How headlines and pieces of sentences look, each with the name of its weight."""
ORDINAL = re.compile(
    rf"(?:[（(]([{DIGITS}]{{1,2}}|[0-9]{{1,2}})([)）])"
    rf"|([{DIGITS}]{{1,2}})(是|曰|要|问|靠|、)|([0-9]{{1,2}})([.．、](?![0-9]))"
    rf"|(其|第)([{DIGITS}])(?:[，,、是：:]))"
)


def point_of(text: str) -> tuple[str, int] | None:
    """Return form and value of the number that opens a paragraph, or None.

    >>> point_of("三是林场搬迁。"), point_of("(2)水渠"), point_of("三个村子")
    (('是', 3), (')', 2), None)
    """
    found = ORDINAL.match(text)
    if found is None:
        return None
    digits, form = [group for group in found.groups() if group]
    if form in DIGITS:
        digits, form = form, digits
    value = number_of(digits)
    return None if value is None else (form, value)


def headline_score(text: str, weights: LookWeights) -> float:
    """Return how much more a short line looks like a headline than like a piece of a sentence, in nats."""
    length = len(text)
    score: float = weights.base + weights.long * max(0, length - 16)
    score += math.fsum(getattr(weights, name) for pattern, name in LOOKS if pattern.search(text))
    score += weights.comma * len(COMMAS.findall(text)) + weights.aspect * len(ASPECTS.findall(text))
    score += weights.of * min(2, text.count("的"))
    return score
