"""Names that are almost a place: suggested, with what is printed, and never put in its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from generator.model import GUESS, Level
from generator.tagging.one_edit import edited
from generator.tagging.regions.findings import Mention
from generator.tagging.regions.item_words import Words, fold
from generator.tagging.regions.place_names import ABROAD, PlaceNames
from generator.vocabulary.gazetteer import Place

_TOKEN: Final = re.compile(r"([一-龥]{1,8}?)(街道|镇|乡|苏木|社区|村|嘎查)")
_DIRECTIONS: Final = frozenset("东西南北上下左右前后大小新老中内外一二三四五六七八九十百千第")
"""Characters that make another place of a name: 西村 is no misprint of 东村."""
_WORDS_BEFORE: Final = frozenset("各全本该某每两几多个驻进入下在和与是的到我老农乡山城同某")
"""What stands before 村 or 镇 in running text."""
_TOWN_BEFORE: Final = re.compile(r"([一-龥]{1,5})(街道|镇|乡|苏木)\Z")


def likely_places(mentions: Iterable[Mention], words: Words, place_names: PlaceNames) -> Iterator[Mention]:
    """Yield the places that are probably meant where a known county is followed by an unknown name."""
    mentions = list(mentions)
    taken = {mention.start for mention in mentions}
    for mention in mentions:
        if mention.code == ABROAD:
            continue
        if len(mention.code) == 12 and mention.after is None:
            yield from _township_before(mention, words, place_names)
        if place_names.gazetteer.places[mention.code].level is not Level.LEAGUE:
            yield from _behind(mention, words, place_names, taken)


def _behind(outer: Mention, words: Words, place_names: PlaceNames, taken: set[int]) -> Iterator[Mention]:
    """Follow a chain of names from `outer`: 正镶白旗耀镇…村."""
    place, at = outer.code, outer.end
    for _ in range(2):
        at += words.text.startswith("的", at)
        token = _TOKEN.match(words.text, at)
        if token is None or at in taken or len(place) == 12:
            return
        found = _almost(token[1], token[2], place, place_names)
        at = token.end()
        if found is not None:
            place = found.code
            yield Mention(start=token.start(), end=at, code=place, rule=GUESS, after=outer)
        elif len(token[0]) > 6 or token[2] in ("社区", "村", "嘎查"):
            return


def _township_before(mention: Mention, words: Words, place_names: PlaceNames) -> Iterator[Mention]:
    """Compare an unknown town before a known village with the town that the village lies in."""
    before = _TOWN_BEFORE.search(words.text[max(0, mention.start - 7) : mention.start])
    town = place_names.gazetteer.places[mention.code[:9]]
    if before is None or not town.name.endswith(before[2]):
        return
    printed = before[0][-len(town.name) :]
    if printed != town.name and _one_apart(fold(printed), fold(town.name)):
        start = mention.start - len(printed)
        yield Mention(start=start, end=mention.start, code=town.code, rule=GUESS)


def _almost(stem: str, end: str, outer: str, place_names: PlaceNames) -> Place | None:
    """Return the one place in `outer` that is written almost as `stem` with `end`."""
    if stem[-1] in _WORDS_BEFORE or stem[0] in _WORDS_BEFORE:
        return None
    printed = fold(stem + end)
    near = [
        place for place, name in place_names.inside(outer, end) if _similar(printed, name, end, len(outer))
    ]
    return near[0] if len(near) == 1 else None


def _similar(printed: str, name: str, end: str, rank: int) -> bool:
    """Tell whether one character is wrong, or some in the middle are missing, of two names that end alike."""
    if printed == name:
        return False
    stem, other = printed.removesuffix(end), name.removesuffix(end)
    if len(stem) == len(other):
        long_enough = len(stem) > 2 or (len(stem) == 2 and rank == 9)
        return long_enough and _one_apart(stem, other)
    missing = len(other) - len(stem)
    if missing == 1 and _one_apart(stem, other):
        return len(stem) > 1 or (rank == 6 and other.endswith(stem))
    return len(stem) > 3 and missing == 2 and _dropped_inside(stem, other)


def _one_apart(stem: str, other: str) -> bool:
    """Tell whether the names differ by one character that makes no other place."""
    odd = edited(stem, other)
    return bool(odd) and not _DIRECTIONS.intersection(odd)


def _dropped_inside(stem: str, other: str) -> bool:
    if stem[0] != other[0] or stem[-1] != other[-1]:
        return False
    characters = iter(other)
    return all(character in characters for character in stem)
