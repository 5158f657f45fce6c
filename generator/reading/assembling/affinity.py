"""Everything the search may ask about the lines of a page, worked out once."""

from __future__ import annotations

import math
from collections.abc import Sequence

from generator.reading.assembling.belonging import Belonging
from generator.reading.assembling.elements import Element, Sort, parallels
from generator.reading.assembling.joining import Joins
from generator.reading.assembling.looks import headline_features, names_pictures, point_of, shape_of
from generator.reading.assembling.opening import opening_features
from generator.reading.assembling.totals import total
from generator.reading.assembling.weights import JoinWeights, Weights
from generator.reading.evidence.fitted import load_fitted

IMPOSSIBLE = -99.0
"""What is never tried, in nats."""
SHORT, LONG = 4, 24
"""Words of a line of as many characters as `LONG`, less `SHORT`, say all they can; those of a shorter one say less."""
VARIED, UNIFORM, LEAST = 0.4, 0.2, 0.3
"""How alike in subject the lines of a page may be before words say less; how much more makes them say nothing;
the part of their worth that remains."""
OFTEN = 2.0
"""A page signs its articles as a habit where every second short line has a name: the others are crossheads."""
PIECE = -1.0
"""A short line that looks less like a headline, in nats, is a piece of a sentence."""
AHEAD = 10
"""Lines below among which what a broken line goes on with is looked for."""
MOST_OPEN = 0.8
"""A page of which more lines break off has lost its stops: that says nothing."""
PARTED = -2.0
"""How well a broken line goes on, in nats, where no paragraph stands right below it."""
PARTED_BY = 2.0
"""By so much a line further down must go on better, in nats, to count for one half."""
FEW = 2
"""Added to the lines that break off, so that one of two is not yet a habit."""
USUAL, MORE = 0.2, 0.15
"""Part of the broken lines that seem to go on elsewhere on any page; by how much more they do where articles mix."""
CUT = 0.15
"""Part of the paragraphs that break off where articles mix, at least."""


class Affinity:
    """What speaks for and against two lines of one page standing in one item."""

    def __init__(self, elements: Sequence[Element], weights: Weights, *, marked: bool) -> None:
        self.elements = list(elements)
        self.weights = weights
        self.marked = marked
        self.belonging = Belonging([element.text for element in elements])
        self._titled: dict[tuple[int, tuple[int, ...]], float] = {}
        self._wholes: dict[tuple[tuple[int, ...], tuple[int, ...]], float] = {}
        self._sequences: dict[tuple[tuple[int, ...], tuple[int, ...]], float] = {}
        self.parallels = parallels(elements)
        self._crossheads: dict[int, float] = {}
        self._titles: dict[int, tuple[float, float]] = {}
        self._looks: dict[int, float] = {}
        self._headline = load_fitted()["headline"]
        self._openings: dict[int, float] = {}
        self._opening = load_fitted()["opens"]
        self.numbers = [point_of(element.text) for element in elements]
        self.joins = Joins(
            [element.text for element in elements],
            _biases(elements, self.numbers, weights.join),
            weights.join,
        )
        telling = max(LEAST, min(1.0, 1 - (self.belonging.page - VARIED) / UNIFORM))
        self._trust = [telling * min(1.0, (len(element.text) + SHORT) / LONG) for element in elements]
        bodies = [element.open for element in elements if element.sort is Sort.BODY]
        self._open = math.fsum(bodies) / max(1, len(bodies))
        self.broken, self.calm = self._manner()
        self.intact = self._intact()
        share = self._signed_share()
        self.signing = max(weights.signing, share) if share else 0.0
        self.habit = min(1.0, OFTEN * share)

    def _signed_share(self) -> float:
        """Return how many names there are for each line that may be a headline, at most one.

        On a page that marks its headlines, no other line may.
        """
        heads = sum(
            element.sort is Sort.HEADLINE and (element.firm or not self.marked) for element in self.elements
        )
        signed = sum(element.sort is Sort.BYLINE or element.signed for element in self.elements)
        return min(1.0, signed / heads) if heads else 0.0

    def _manner(self) -> tuple[float, float]:
        """Return how surely the page's articles run through each other, and how surely they do not, 0 to 1.

        They do where lines break off and what they go on with stands not below, but further down.
        """
        bodies = [index for index, element in enumerate(self.elements) if element.sort is Sort.BODY]
        found, total = 0.0, 0
        for place, line in enumerate(bodies[:-1]):
            if self.elements[line].open <= 0.5:
                continue
            total += 1
            below, later = bodies[place + 1], bodies[place + 2 : place + 2 + AHEAD]
            near = self.joins.score(line, below) if below == line + 1 else PARTED
            far = max((self.joins.score(line, other) for other in later), default=-math.inf)
            found += 1 / (1 + math.exp(min(99.0, near + PARTED_BY - far)))
        if total > MOST_OPEN * len(bodies):
            return 0.0, 0.0
        broken = max(0.0, min(1.0, (found / (total + FEW) - USUAL) / MORE))
        calm = max(0.0, (total - found / USUAL) / (total + FEW))
        return broken, calm

    def _intact(self) -> float:
        """Return how surely no paragraph of the page was cut, 0 to 1: of many, where articles mix, some break off.

        Then the articles are printed one after the other.
        """
        bodies = [
            line for line, each in enumerate(self.elements) if each.sort is Sort.BODY or self._piece(line)
        ]
        cut = sum(self.elements[line].open > 0.5 for line in bodies) / max(1, len(bodies))
        return max(0.0, 1 - 2 * cut / CUT) * (1 - (1 - CUT) ** len(bodies))

    def _piece(self, line: int) -> bool:
        """Tell whether a short line looks like a piece of a sentence."""
        element = self.elements[line]
        return element.sort is Sort.HEADLINE and not element.firm and self.looks(line) < PIECE

    def cohesion(self, line: int, heads: tuple[int, ...], body: tuple[int, ...]) -> float:
        """Return what words in common with an item's headline and body so far are worth, in nats."""
        limit = self.weights.limit
        odds = self.weights.words * self._trust[line] * self.belonging.odds(line, heads, body)
        return max(-limit, min(limit, odds))

    def headline(self, head: int, body: tuple[int, ...]) -> float:
        """Return what a headline adds to the cohesion of a body that was read without it."""
        if (head, body) not in self._titled:
            self._titled[head, body] = total(
                self.cohesion(line, (head,), body[:number]) - self.cohesion(line, (), body[:number])
                for number, line in enumerate(body)
            )
        return self._titled[head, body]

    def in_turn(self, line: int, body: tuple[int, ...]) -> float:
        """Return what the numbers before paragraphs are worth: `三是` follows `二是`."""
        mark = self.numbers[line]
        if mark is None or mark[1] < 2:
            return 0.0
        before = (mark[0], mark[1] - 1)
        found = any(self.numbers[index] == before for index in body)
        return self.weights.in_turn if found else self.weights.out_of_turn

    def parallel(self, line: int, body: tuple[int, ...]) -> float:
        """Return what it is worth that paragraphs of an item begin with the same words."""
        like = self.parallels[line]
        return self.weights.parallel if like and not like.isdisjoint(body) else 0.0

    def sequence(self, heads: tuple[int, ...], body: tuple[int, ...]) -> float:
        """Return how well an item hangs together, each line held against those before it."""
        if (heads, body) not in self._sequences:
            steps = (self.cohesion(line, heads, body[:number]) for number, line in enumerate(body))
            self._sequences[heads, body] = total(steps)
        return self._sequences[heads, body]

    def whole(self, heads: tuple[int, ...], body: tuple[int, ...]) -> float:
        """Return how well a finished item hangs together: each line held against all the others."""
        if (heads, body) not in self._wholes:
            total = 0.0
            for place, line in enumerate(body):
                total += self.cohesion(line, heads, body[:place] + body[place + 1 :])
            self._wholes[heads, body] = total
        return self._wholes[heads, body]

    def first(self, line: int) -> float:
        """Return how well `line` begins a body."""
        lead = self.weights.lead if self.elements[line].lead else 0.0
        return self.start(line) + lead + self.opens(line)

    def opens(self, line: int) -> float:
        """Return what it is worth that a paragraph reads as the first of an article, where none was cut."""
        return self.weights.opens * self.intact * self.opening(line)

    def opening(self, line: int) -> float:
        """Return how much more a paragraph reads as the first of an article than as a later one, in nats."""
        if line not in self._openings:
            element = self.elements[line]
            self._openings[line] = self._opening.odds(opening_features(element.text, lead=element.lead))
        return self._openings[line]

    def start(self, line: int) -> float:
        """Return how well `line` begins a paragraph; below zero if it begins within a sentence."""
        return -self.weights.broken_start * self.joins.start(line)

    def follows(self, above: int, line: int, *, plain: bool) -> float:
        """Return how well `line` goes on where `above` ends."""
        element = self.elements[line]
        way = self.weights.late_lead if element.lead else 0.0
        if self.elements[above].ends:
            way += self.weights.after_end
        if not plain:
            return way + self.start(line)
        opened = self.elements[above].open
        if opened:
            way += opened * self.joins.score(above, line)
        return way + (1 - opened) * self.start(line)

    def joined(self, above: int, line: int) -> bool:
        """Tell whether two lines that follow each other in an item are one paragraph."""
        opened = self.elements[above].open
        if opened > 0.5:
            return not self.elements[line].lead and self.joins.score(above, line) > self.weights.apart
        return opened > 0 and self.joins.score(above, line) > 0

    def loosely(self, above: int, line: int) -> bool:
        """Tell whether little speaks for two joined lines being one sentence."""
        return self.joins.score(above, line) < self.weights.loose

    def begins_within(self, line: int) -> bool:
        """Tell whether a paragraph surely begins in the middle of a sentence."""
        return self.joins.start(line) >= self.weights.within

    def weakly_titled(self, heads: tuple[int, ...], body: tuple[int, ...]) -> bool:
        """Tell whether a headline below the beginning of its body has no words in common with it."""
        return heads[0] > body[0] and not any(
            self.belonging.words[head][line] for head in heads for line in body
        )

    def crosshead(self, line: int) -> float:
        """Return how much better a short line reads as a crosshead than as a headline, marked as headlines are."""
        if line in self._crossheads:
            return self._crossheads[line]
        here = self.elements[line]
        like = " " in here.text and sum(
            other.sort is Sort.HEADLINE and other is not here and shape_of(other.text) == shape_of(here.text)
            for other in self.elements
        )
        self._crossheads[line] = min(like, 2) * self.weights.alike_parted + self._without_mark(line)
        return self._crossheads[line]

    def _without_mark(self, line: int) -> float:
        """Return what a short line lacks as a headline, for want of a mark, that it does not lack as a crosshead."""
        if not self.marked or self.elements[line].firm:
            return 0.0
        return self._chances(_bounded(self._title_score(line)))[0] - self.title(line)[0]

    def over_byline(self, line: int) -> bool:
        """Tell whether a byline or a lead stands right below."""
        below = self.elements[line + 1] if line + 1 < len(self.elements) else None
        return below is not None and (below.sort is Sort.BYLINE or below.lead)

    def heads_surely(self, line: int) -> bool:
        """Tell whether a short line that is no piece of a sentence is no crosshead: it is signed, or names pictures."""
        signed = line + 1 < len(self.elements) and self.elements[line + 1].sort is Sort.BYLINE
        return signed or names_pictures(self.elements[line].text)

    def looks(self, line: int) -> float:
        """Return how much more a short line looks like a headline or crosshead than like a piece of a sentence."""
        if line not in self._looks:
            self._looks[line] = self._headline.odds(headline_features(self.elements[line].text, self._open))
        return self._looks[line]

    def title(self, line: int) -> tuple[float, float]:
        """Return how well a short line reads as a headline, and as the beginning of a cut paragraph."""
        if line not in self._titles:
            self._titles[line] = self._title(line)
        return self._titles[line]

    def _title(self, line: int) -> tuple[float, float]:
        if self.elements[line].firm:
            return 0.0, IMPOSSIBLE
        return self._chances(_bounded(self._title_score(line) - self.marked * self.weights.unmarked))

    def _title_score(self, line: int) -> float:
        """Return how surely a short line is a headline, whatever marks the page writes, in nats."""
        return self.weights.looks * self.looks(line) + self.over_byline(line) * self.weights.over_byline

    def _chances(self, score: float) -> tuple[float, float]:
        """Return the logarithms of how probable a thing is, and its opposite, that has these log odds."""
        return -math.log1p(math.exp(-score)), -math.log1p(math.exp(score))


def _bounded(score: float) -> float:
    """Return how surely a line is a headline, no surer than what is seen of it can tell, in nats."""
    return max(-9.0, min(8.0, score))


def _biases(
    elements: Sequence[Element], numbers: Sequence[tuple[str, int] | None], weights: JoinWeights
) -> list[float]:
    """Return what speaks beside its words for each element beginning within a sentence, in nats."""
    bodies = [element.indented for element in elements if element.sort is Sort.BODY]
    indents = sum(bodies) * 2 > len(bodies)
    known = set(numbers)
    return [
        (0.0 if not indents else weights.indented if element.indented else weights.flush)
        + (
            weights.counted
            if own and ((own[0], own[1] - 1) in known or (own[0], own[1] + 1) in known)
            else 0.0
        )
        for element, own in zip(elements, numbers, strict=True)
    ]
