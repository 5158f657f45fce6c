"""Every way a gazetteer's places are written, ready to be found in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from generator.model import Level
from generator.tagging.regions.item_words import fold
from generator.vocabulary.gazetteer import Gazetteer, Place

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

ABROAD: Final = "abroad"
"""The code of every place outside the province."""


@dataclass(frozen=True, slots=True)
class Name:
    """One reading of a string: a place, and why the string can mean it."""

    code: str
    """The place's code, or ABROAD."""
    rule: str
    """full-name, alias, abbreviation, bare-name, stem, other-parent or abroad."""
    spelling: str
    """The string before spellings were made one."""


class PlaceNames:
    """The names of a gazetteer's places in one automaton."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        from ahocorasick_rs import AhoCorasick

        self.gazetteer = gazetteer
        table: dict[str, list[Name]] = {}
        for name in (*_home(gazetteer), *_elsewhere(gazetteer)):
            readings = table.setdefault(fold(name.spelling), [])
            if all(reading.code != name.code for reading in readings):
                readings.append(name)
        self.readings: tuple[tuple[Name, ...], ...] = tuple(tuple(readings) for readings in table.values())
        self.lower = tuple(all(len(name.code) > 6 for name in readings) for readings in self.readings)
        self._automaton: AhoCorasick = AhoCorasick(list(table))
        self.ancestors: Mapping[str, tuple[str, ...]] = {
            code: tuple(place.code for place in gazetteer.path(code)[:-1]) for code in gazetteer.places
        }
        self._inside: dict[tuple[str, str], tuple[tuple[Place, str], ...]] = {}

    def matches(self, folded: str) -> list[tuple[int, int, int]]:
        """Return (start, end, index of the readings) of every name in a folded text, the longest first."""
        found = self._automaton.find_matches_as_indexes(folded, overlapping=True)
        return sorted(
            ((start, end, index) for index, start, end in found), key=lambda match: (match[0], -match[1])
        )

    def inside(self, code: str, end: str) -> tuple[tuple[Place, str], ...]:
        """Return all places in `code` whose folded names end with `end`, each with that name; worked out once."""
        if (code, end) not in self._inside:
            named = ((place, fold(place.name)) for place in self._below(code))
            self._inside[code, end] = tuple(each for each in named if each[1].endswith(end))
        return self._inside[code, end]

    def _below(self, code: str) -> Iterator[Place]:
        for child in self.gazetteer.children(code):
            yield child
            yield from self._below(child.code)

    def within(self, code: str, outer: str) -> bool:
        """Tell whether the place `code` is `outer` or lies in it."""
        return code == outer or outer in self.ancestors.get(code, ())

    def league(self, code: str) -> str:
        """Return the league (or the province's own county) that `code` lies in, or is."""
        ancestors = self.ancestors[code]
        return ancestors[1] if len(ancestors) > 1 else code


@lru_cache(maxsize=1)
def place_names_of(gazetteer: Gazetteer) -> PlaceNames:
    """Return the place names of a gazetteer, made once; those of the last are forgotten with the next."""
    return PlaceNames(gazetteer)


def _home(gazetteer: Gazetteer) -> Iterator[Name]:
    taken = {place.name for place in gazetteer.places.values() if len(place.code) == 6}
    for place in gazetteer.places.values():
        yield Name(place.code, "full-name", place.name)
        yield from (_alias(gazetteer, place, alias) for alias in place.aliases)
        if place.level is Level.LEAGUE:
            yield from (Name(place.code, "bare-name", bare) for bare in _bare_league(place.name))
        elif place.level is Level.COUNTY:
            yield from _abbreviations(place, taken)
        elif place.level is Level.TOWNSHIP:
            yield from (Name(place.code, "stem", stem) for stem in _stems(place.name))


def _alias(gazetteer: Gazetteer, place: Place, alias: str) -> Name:
    """A township's alias that begins with a county's name is the town under its other parent."""
    counties = gazetteer.children(gazetteer.places[place.code[:6]].parent)
    other = len(place.code) == 9 and any(alias.startswith(county.name) for county in counties)
    rule = "other-parent" if other else "alias" if alias.endswith(ENDINGS) else "bare-name"
    return Name(place.code, rule, alias)


ENDINGS: Final = ("市", "盟", "区", "旗", "县", "州", "镇", "乡", "苏木", "街道", "社区", "村", "嘎查")
"""What a whole name of a place ends with; a name without it must be read with more care."""


def _bare_league(name: str) -> Iterator[str]:
    if name.endswith("市"):
        yield name[:-1]
    elif name.endswith(("地区", "盟", "州")) and len(name) > 4:
        bare = re.sub(r"(?:[一-龥]{1,3}族)*自治州$|地区$|[盟州]$", "", name)
        if (
            len(bare) > 1
        ):  # Where a people's name ends cannot be told: 德宏傣族景颇族自治州 would leave nothing.
            yield bare


_WING: Final = re.compile(r"(科尔沁|察哈尔)([左右])翼([前中后]旗)")
_SIDE: Final = re.compile(r"(.)..+?([前中后左右]旗)")
_PEOPLE: Final = re.compile(r"(?:[一-龥]{1,3}族)+自治([县旗])$")


def _abbreviations(place: Place, taken: set[str]) -> Iterator[Name]:
    """Yield 科右前旗 for 科尔沁右翼前旗, 乌中旗 for 乌拉特中旗, 鄂温克旗 for 鄂温克族自治旗."""
    short = ""
    if match := _WING.fullmatch(place.name):
        short = match[1][0] + match[2] + match[3]
    elif match := _SIDE.fullmatch(place.name):
        short = match[1] + match[2]
    elif _PEOPLE.search(place.name):
        short = _PEOPLE.sub(r"\1", place.name)
    if len(short) > 2 and short not in taken:
        taken.add(short)
        yield Name(place.code, "abbreviation", short)


_TOWN: Final = re.compile(r"(?:民族|[一-龥]{1,3}(?<!民)族)?乡$|街道$|镇$|苏木$")


def _stems(name: str) -> Iterator[str]:
    """Yield 白海子 for 白海子镇; a road is no stem, nor is a single character."""
    stem = _TOWN.sub("", name)
    if stem != name and len(stem) > 1 and not stem.endswith(("路", "街", "区", "社")):
        yield stem


_COMMON_WORDS: Final = frozenset(
    {
        "大同",
        "长治",
        "朝阳",
        "和田",
        "保山",
        "东营",
        "安康",
        "日照",
        "来宾",
        "三明",
        "泰安",
        "海东",
        "海南",
        "黄山",
        "海口",
        "山南",
        "中卫",
    }
)
_PROVINCE_END: Final = re.compile(r"(?:维吾尔|壮族|回族)?自治区$|特别行政区$|[省市]$")


def _elsewhere(gazetteer: Gazetteer) -> Iterator[Name]:
    for name in gazetteer.elsewhere:
        yield Name(ABROAD, "abroad", name)
        bare = _PROVINCE_END.sub("", name)
        if len(bare) > 1 and bare not in _COMMON_WORDS:
            yield Name(ABROAD, "abroad", bare)
