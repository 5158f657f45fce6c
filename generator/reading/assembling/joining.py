"""Paragraphs cut by print columns: how well one line goes on where another breaks off.

What stands together is learned from the page itself; the few characters that open or never
open a sentence are grammar.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

from generator.reading.assembling.weights import WEIGHTS, JoinWeights
from generator.reading.evidence.fitted import load_fitted
from generator.reading.evidence.language import load_language
from generator.reading.grammar.sentences import open_quotes, stray_closer

CLOSERS = "”’）)》】〕"
STOPS = "，,、。；;：:！？!?…—"
INSIDE = frozenset(
    "的地得了着过们和与及等内里之者性化度率般样些种次项届期所以而且或并即则却也都就才再最很太将把被给让使往于至由比"
)
"""Characters that seldom open a paragraph."""
NEVER = frozenset("的了着们吗呢吧")
"""Characters that open none."""
OPENING = frozenset("“《‘今近据目自当在从此另然但因为去昨前这那我每随对第其")
"""Characters that often open one."""
_OPENINGS = (
    "针对为了通过同时此外另外目前近日日前今年去年近年如今随着根据按照围绕坚持截至截止不仅不过然而但是因此所以据了据介他们她们我们首先其次再次最后一方与此除了作为对于关于面对经过多年几年"
    "长期下一接下谈起说起谈到走进来到在此于是可是总之当然事实实践正是正如值得有的有人一位一次一天这次这些这种那么会上会后期间为此对此由于尽管虽然"
)
OPENING_WORDS = frozenset(_OPENINGS[at : at + 2] for at in range(0, len(_OPENINGS), 2))
"""Words that often open one."""
BRIEF = 14
"""Whole sentences of so few characters are seldom a paragraph: they end one."""


SEAM_FEATURES = ("page and marks", "opening", "one and one", "two and one", "one and two")
"""What is seen of two lines, one going on where the other breaks off; the order of the model's weights."""
START_FEATURES = ("marks", "first character", "first two")
"""What is seen of a line that may begin within a sentence."""


class Seams:
    """What is seen of the lines of one page, by what stands together on the page and in newspapers at large."""

    def __init__(
        self, lines: Sequence[str], bias: Sequence[float] = (), weights: JoinWeights = WEIGHTS.join
    ) -> None:
        self.lines = lines
        self.weights = weights
        self.language = load_language()
        self._text = "\n".join(lines)
        self._pairs = Counter(self._text[at : at + 2] for at in range(len(self._text) - 1))
        self._singles = Counter(self._text)
        self._marks = [_within(line, weights) for line in lines]
        if bias:
            self._marks = [mark + more for mark, more in zip(self._marks, bias, strict=True)]

    def start_features(self, line: int) -> tuple[float, ...]:
        """Return what is seen of `line` as the beginning of a paragraph."""
        return (self._marks[line], *self.language.opening(self.lines[line]))

    def seam_features(self, above: int, line: int) -> tuple[float, ...]:
        """Return what is seen of `line` as what `above` goes on with."""
        first, second = self.lines[above], self.lines[line]
        opening = max(-4.0, min(4.0, self._marks[line]))
        return (self._of_page(first, second), opening, *self.language.seam(first, second))

    def _of_page(self, above: str, line: str) -> float:
        weights = self.weights
        last, first = above[-1], line[0]
        expected = self._singles[last] * self._singles[first] / max(1, len(self._text))
        score = weights.pair * math.log((self._pairs[last + first] + 0.3) / (expected + 0.6))
        score += weights.triple * min(2, self._seen(above[-2:] + first) + self._seen(last + line[:2]))
        owed, paid = open_quotes(above), stray_closer(line)
        if owed:
            return score + (weights.paid if paid else weights.owed)
        return score + (weights.unowed if paid else 0.0)

    def _seen(self, string: str) -> int:
        return self._text.count(string) if len(string) > 2 else 0


class Joins:
    """Knows of the lines of one page how surely each goes on where another breaks off."""

    def __init__(
        self, lines: Sequence[str], bias: Sequence[float] = (), weights: JoinWeights = WEIGHTS.join
    ) -> None:
        self.seams = Seams(lines, bias, weights)
        self.limit = weights.limit
        fitted = load_fitted()
        self._seam = fitted["seam"]
        self._starts = [fitted["start"].odds(self.seams.start_features(line)) for line in range(len(lines))]
        self._scores: dict[tuple[int, int], float] = {}

    def start(self, line: int) -> float:
        """Return how surely `line` begins within a sentence, in nats; below zero if it opens one."""
        return self._starts[line]

    def score(self, above: int, line: int) -> float:
        """Return how much better `line` reads as the rest of `above` than as something else, in nats."""
        if (above, line) not in self._scores:
            score = self._seam.odds(self.seams.seam_features(above, line))
            self._scores[above, line] = max(-self.limit, min(self.limit, score))
        return self._scores[above, line]


def _within(text: str, weights: JoinWeights) -> float:
    if not text:
        return 0.0
    if text[0] in CLOSERS + STOPS:
        return weights.closer
    score = weights.stray if stray_closer(text) else 0.0
    if text[0] in NEVER:
        score += weights.never
    elif text[0] in INSIDE:
        score += weights.inside
    elif text[0] in OPENING or text[:2] in OPENING_WORDS:
        score += weights.opening
    if text[-1] == "。" and len(text) <= BRIEF:
        score += weights.brief
    return score
