"""Themes of an item: weighted words, found in one pass, scored by where and how often they stand.

A theme is better missing than wrong: it needs a strong word, a score, and not much less than the best.
"""

from __future__ import annotations

import bisect
import math
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from generator.model import Evidence, Item, Page, SourceText, ThemeTag, evidence_at
from generator.model.passages import Passage, PassagePlace, passages
from generator.model.widths import HALF_WIDTH
from generator.vocabulary.taxonomy import Taxonomy, Theme

PLACES: Mapping[PassagePlace, float] = {
    PassagePlace.HEADLINE: 3.0,
    PassagePlace.KICKER: 2.0,
    PassagePlace.DECK: 2.0,
    PassagePlace.SUBHEAD: 1.5,
    PassagePlace.LEAD: 1.5,
}
"""What a word counts by its place; 1 elsewhere."""
STRONG = 2.0
"""Weight from which on a word can carry a theme; weaker ones only help."""
ALONE, HELP = 3.0, 0.5
"""Weight from which on a word carries a theme alone, and weight of the second word that others need."""
MANY, FEW, LEADING, AHEAD = 3, 2, 2.5, 1.1
"""Least number of helping words in a long and in a short text, least score, and least share of the next theme's score, where none is strong."""
PARTY = re.compile("党支部|党组织|党建|党员|党总支|党群|党课|支部|党务|党小组|工委")
"""Words of Party organizations and their work at the grass roots."""
THRESHOLD = 3.0
"""Least score of a theme."""
SHARE = 0.4
"""Least score as a share of the best theme's score, where it is below SOLID."""
SOLID = 4.5
"""Score from which on a theme stays however strong the best one is."""
MOST = 3
"""Most themes of an item."""
SHORT = 150
"""Length in characters up to which a text is not damped."""
DAMPING = 0.35
"""Power of a longer text's length by which its score is divided."""
SHOWN = 6
"""Most words given as evidence for one theme."""


@dataclass(frozen=True)
class ThemeTerms:
    """All words of a vocabulary's themes, ready to be searched at once."""

    themes: tuple[Theme, ...]
    """The themes of the vocabulary, in its order."""

    @cached_property
    def uses(self) -> Mapping[str, tuple[tuple[int, float], ...]]:
        """Each word to the (theme index, weight) pairs that it speaks for."""
        uses: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for index, theme in enumerate(self.themes):
            for term, weight in theme.terms:
                uses[term.translate(HALF_WIDTH)].append((index, weight))
        return {term: tuple(pairs) for term, pairs in uses.items()}

    @cached_property
    def patterns(self) -> tuple[str, ...]:
        """The words, as the automaton numbers them."""
        return tuple(self.uses)

    @cached_property
    def automaton(self) -> AhoCorasick | None:
        """Finds every word; None for an empty vocabulary."""
        if not self.patterns:
            return None
        return AhoCorasick(
            self.patterns, matchkind=MatchKind.Standard, implementation=Implementation.ContiguousNFA
        )

    def find(self, text: str) -> Iterator[tuple[int, int, float, str]]:
        """Yield (theme index, offset, weight, word); of two words of a theme that overlap, the longer one."""
        if self.automaton is None:
            return
        found = self.automaton.find_matches_as_indexes(text.translate(HALF_WIDTH), overlapping=True)
        taken: list[set[int]] = [set() for _ in self.themes]
        for pattern, start, end in sorted(found, key=lambda match: (match[1] - match[2], match[1])):
            places = range(start, end)
            for theme, weight in self.uses[self.patterns[pattern]]:
                if taken[theme].isdisjoint(places):
                    taken[theme].update(places)
                    yield theme, start, weight, self.patterns[pattern]


@dataclass(slots=True)
class _Word:
    """What is known of one word of one theme in one item."""

    weight: float
    mass: float
    first: int
    end: int

    @property
    def score(self) -> float:
        return self.weight * (1 + math.log(self.mass))


def is_of_party(page: Page) -> bool:
    """Tell whether most items of a page tell of Party organizations: general words then mean their work."""
    told = sum(bool(PARTY.search(item.text)) for item in page.items)
    return told > len(page.items) / 2


def tag_themes(
    item: Item, page: Page, taxonomy: Taxonomy, *, of_party: bool | None = None
) -> tuple[ThemeTag, ...]:
    """Return none to three themes of an item, the best first, each with the words that prove it.

    `of_party` is what the page is; None if nothing is known of it. On a page of the Party's work many weak words
    make a theme, on another one an item without the Party needs more.
    """
    terms = _terms_of(taxonomy.themes)
    parts = passages(item)
    text = "\n".join(part.text for part in parts)
    starts = _starts(parts)
    words: dict[int, dict[str, _Word]] = defaultdict(dict)
    for theme, offset, weight, word in terms.find(text):
        place = PLACES.get(parts[bisect.bisect_right(starts, offset) - 1].place, 1.0)
        known = words[theme].get(word)
        if known is None:
            words[theme][word] = _Word(weight, place, offset, offset + len(word))
        else:
            known.mass += place
    damping = max(1.0, len(item.text) / SHORT) ** DAMPING
    scores = {theme: _score(found) / damping for theme, found in words.items()}
    carried = {theme: score for theme, score in scores.items() if _carries(words[theme])}
    if of_party:
        strong = {theme: score for theme, score in carried.items() if score >= THRESHOLD}
        kept = _keep(strong | _many(scores, words, MANY if len(item.text) > SHORT else FEW), LEADING)
    else:
        kept = _keep(carried, THRESHOLD if of_party is None or PARTY.search(text) else SOLID)
    return tuple(
        ThemeTag(
            slug=terms.themes[theme].slug,
            name=terms.themes[theme].name,
            score=round(scores[theme], 2),
            evidence=_evidence(words[theme], page.source, parts, starts),
        )
        for theme in kept
    )


_LATEST: list[ThemeTerms] = []
"""The terms in use: an archive has one vocabulary, and comparing two of them costs more than tagging."""


def _terms_of(themes: tuple[Theme, ...]) -> ThemeTerms:
    if not _LATEST or _LATEST[0].themes is not themes:
        _LATEST[:] = [ThemeTerms(themes)]
    return _LATEST[0]


def _starts(parts: tuple[Passage, ...]) -> list[int]:
    starts = [0]
    for part in parts:
        starts.append(starts[-1] + len(part.text) + 1)
    return starts


def _carries(words: Mapping[str, _Word]) -> bool:
    """Tell whether there is a strong word, and enough beside it."""
    best, second, *_ = *sorted((word.weight for word in words.values()), reverse=True), 0
    return best >= ALONE or (best >= STRONG and second >= HELP)


def _many(
    scores: Mapping[int, float], words: Mapping[int, Mapping[str, _Word]], least: int
) -> dict[int, float]:
    """Return the themes of which many weak words speak: a high score is enough, a lower one must lead all others."""
    ranked = sorted(scores, key=lambda theme: (-scores[theme], theme))
    rival = scores[ranked[1]] if len(ranked) > 1 else 0.0
    return {
        theme: scores[theme]
        for theme in ranked
        if sum(word.weight >= HELP for word in words[theme].values()) >= least
        and (scores[theme] >= SOLID or (theme == ranked[0] and scores[theme] >= max(LEADING, AHEAD * rival)))
    }


def _score(words: Mapping[str, _Word]) -> float:
    return math.fsum(word.score for word in words.values())


def _keep(scores: Mapping[int, float], threshold: float) -> list[int]:
    """Return the theme indexes that pass, the best first; ties in the order of the vocabulary."""
    ranked = sorted(scores, key=lambda theme: (-scores[theme], theme))[:MOST]
    least = max(threshold, min(SOLID, SHARE * scores[ranked[0]])) if ranked else threshold
    return [theme for theme in ranked if scores[theme] >= least]


def _evidence(
    words: Mapping[str, _Word], source: SourceText, parts: tuple[Passage, ...], starts: list[int]
) -> tuple[Evidence, ...]:
    best = sorted(words.values(), key=lambda word: (-word.score, word.first))[:SHOWN]
    evidence: list[Evidence] = []
    for word in best:
        if word.weight > 0:
            number = bisect.bisect_right(starts, word.first) - 1
            part, start = parts[number], starts[number]
            evidence += evidence_at(source, part.spans(word.first - start, word.end - start), part.place)
    return tuple(evidence)
