"""How surely a line belongs to an item, by the words and the subject that they share."""

from __future__ import annotations

import math
from collections.abc import Sequence

from generator.reading.assembling.cohesion import similarities
from generator.reading.evidence.fitted import load_fitted
from generator.reading.evidence.topics import load_topics

FEATURES = (
    "words, mean",
    "words, most",
    "subject, mean",
    "subject, most",
    "subject, page",
    "size",
    "headline",
    "words, headline",
    "subject, headline",
    "words, line",
    "subject, line",
)
"""What is seen of a line and an item; the order of the model's weights."""
SCALE, LEAST = 50.0, 0.1
"""Words in common are weighed by the logarithm of so many times as much, and this."""


class Belonging:
    """What the lines of one page have in common, two by two, and what that says."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.words = similarities(texts).tolist()
        subjects = load_topics().alike(texts)
        self.subjects = subjects.tolist()
        others = max(1, len(texts) * (len(texts) - 1))
        count = max(1, len(texts) - 1)
        self._usual_words = [_log(math.fsum(row) / count) for row in self.words]
        self._usual_subjects = [math.fsum(row) / count for row in self.subjects]
        self.page = float(subjects.sum()) / others
        self._model = load_fitted()["belongs"]

    def odds(self, line: int, heads: Sequence[int], body: Sequence[int]) -> float:
        """Return how much more probable it is that `line` is of the item than not, in nats; 0 for an empty item."""
        if not heads and not body:
            return 0.0
        return self._model.odds(self.features(line, heads, body))

    def features(self, line: int, heads: Sequence[int], body: Sequence[int]) -> tuple[float, ...]:
        """Return the features of `line` beside an item that has at least one line."""
        words, subjects = self.words[line], self.subjects[line]
        size = len(body)
        mean = most = like = likest = 0.0
        if size:
            found = [words[other] for other in body]
            mean, most = _log(math.fsum(found) / size), _log(max(found))
            near = [subjects[other] for other in body]
            like, likest = math.fsum(near) / size, max(near)
        else:
            mean = most = _log(0.0)
        titled = title = 0.0
        named = 0.0
        if heads:
            titled = 1.0
            named = _log(max([words[other] for other in heads])) - _log(0.0)
            title = max([subjects[other] for other in heads])
        usual = self._usual_words[line], self._usual_subjects[line]
        return mean, most, like, likest, self.page, math.log1p(size), titled, named, title, *usual


def _log(shared: float) -> float:
    return math.log(shared * SCALE + LEAST)
