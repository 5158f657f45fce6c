"""Finds names in running text: one automaton for all of a kind, one pass over each passage."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from generator.archive.things.names import DROPPED, Folded, fold
from generator.archive.things.values import ThingKind
from generator.reading.grammar.in_office import AFTER

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

PLAIN_WORD = re.compile(r"[㐀-鿿]{1,3}\Z")
"""A name so short that it may be any word; print marks it as a name with quotation marks, or it is none."""
NUMERAL = re.compile("[一二三四五六七八九十两双百千]")
INNER = re.compile(
    "(?!书记|常委|副|主要|领导|班子|会议|工作|提出|[的在和与把将对向为以])[㐀-鿿]{1,5}?(?:部|局|办公室|党校|委员会|研究室|中心|院)"
)
"""What goes on from a body's name to the name of a part of it, which is another body."""
PRESS = re.compile(r"(?:记者|通讯员|评论员|摄影师|撰稿人|作者)\s*")
LONGEST = 12
"""Characters of the longest person's name."""


class NameFinder:
    """Finds the names of one kind of things."""

    def __init__(self, kind: ThingKind, names: Iterable[str]) -> None:
        self.names = tuple(names)
        self._is_meant = MEANT[kind]

    @cached_property
    def _automaton(self) -> AhoCorasick | None:
        from ahocorasick_rs import AhoCorasick, MatchKind

        return AhoCorasick(self.names, matchkind=MatchKind.LeftmostLongest) if self.names else None

    def find(self, text: str) -> Iterator[tuple[str, int, int]]:
        """Yield each name in `text` with where it begins and ends there; of names that overlap, the longest first one."""
        folded = fold(text)
        found = self._automaton.find_matches_as_indexes(folded.text) if self._automaton else ()
        for number, first, last in found:
            start, end = folded.places[first], folded.places[last - 1] + 1
            if self._is_meant(self.names[number], text, start, end) and _stands_alone(folded, first, last):
                yield self.names[number], *_with_marks(text, start, end)


def _with_marks(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where words stand, with the partner of a quotation mark that stands among them."""
    words = text[start:end]
    closed, opened = (sum(map(words.count, marks)) for marks in ("”’」』", "“‘「『"))
    before = closed > opened and text[max(0, start - 1) : start] in set("“‘「『")
    behind = opened > closed and text[end : end + 1] in set("”’」』")
    return start - before, end + behind


def _stands_alone(folded: Folded, first: int, last: int) -> bool:
    """Tell whether no number and no Latin word goes on over an end of the name: 1+3行动 is not in 11+3行动."""
    text = folded.text
    return not (_joined(text[max(0, first - 1) : first + 1]) or _joined(text[last - 1 : last + 1]))


def _joined(pair: str) -> bool:
    return len(pair) == 2 and pair.isascii() and pair.isalnum()


def _is_practice(name: str, text: str, start: int, end: int) -> bool:
    if not PLAIN_WORD.match(name) or NUMERAL.search(name):
        return True
    return text[max(0, start - 1) : start] in DROPPED and text[end : end + 1] in DROPPED


def _is_organisation(_name: str, text: str, _start: int, end: int) -> bool:
    return not INNER.match(text, end)


def _never(_name: str, _text: str, _start: int, _end: int) -> bool:
    return False


MEANT: dict[ThingKind, Callable[[str, str, int, int], bool]] = {
    ThingKind.PRACTICE: _is_practice,
    ThingKind.ORGANISATION: _is_organisation,
    ThingKind.PERSON: _never,
}
"""Whether words that are a name mean the thing where they stand; a person's name alone never does: others bear it."""


def find_press(text: str, names: frozenset[str]) -> Iterator[tuple[str, int, int]]:
    """Yield whom `text` names right behind a word of the press, if they sign in the archive: 记者林禾看到."""
    for word in PRESS.finditer(text):
        start = word.end()
        for length in range(LONGEST, 1, -1):
            name = text[start : start + length]
            if name in names and _ends(text, start + length):
                yield name, start, start + length
                break


def _ends(text: str, end: int) -> bool:
    """Tell whether a name ends here, and is not the beginning of a longer one."""
    return bool(AFTER.match(text, end) or GOES_ON.match(text, end))


GOES_ON = re.compile("[^㐀-鿿]|从|到|了解|采访|看到|见到|跟随|就|于|随|近日|获悉|为|和|与|摄|报道")
