"""Where an item belongs: from the province down, as long as one place outweighs its neighbours."""

from __future__ import annotations

import bisect
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from generator.model import GUESS, Level
from generator.tagging.regions.contexts import NEAR
from generator.tagging.regions.findings import Mention
from generator.tagging.regions.item_words import Standing, Words
from generator.tagging.regions.place_names import ABROAD, PlaceNames

DOMINANT: Final = 0.6
"""The part of the weight that a place needs to stand for all."""
BACKGROUND: Final = 0.12
"""A place named once, late, with less than this part of the weight is background."""

OFTEN: Final = 4
"""A town or village that opens a long story and is named as often is what the story is told of."""
SHORT: Final = 2
"""A body of so few paragraphs has no room for an example."""
LONG_SENTENCE: Final = 120
"""So many characters behind a place still say what people came for."""
UNCERTAIN: Final = frozenset({"stem", GUESS, "page"})
"""Rules that prove a town or a village too weakly to file a story under it."""

_DATELINE: Final = re.compile(r"(?:新华社|本报|中新社|电)[^。;；]{0,8}\Z")
_BEFORE_VISIT: Final = re.compile(r"(?:赴|前往|走进|来到|奔赴|远赴|抵达|到)\Z")
_VISIT: Final = re.compile(r"参观|考察|观摩|学习|取经|交流|培训|研学|调研")
_SENDS: Final = re.compile(r"组织|带领|一行|考察团|代表团|率|选派|党政|干部|党员|学员|代表")
_SENTENCE_END: Final = re.compile(r"[。;；!！?？\n]")
_WHOLE_LEAGUE: Final = re.compile(r"[全我]盟|[全我]市")


@dataclass(slots=True)
class PlaceWeights:
    """How much each place is spoken of."""

    own: Counter[str] = field(default_factory=Counter)
    """By code: the weight of the names of the place itself."""
    total: Counter[str] = field(default_factory=Counter)
    """By code: with everything that lies in it."""
    standing: dict[str, Standing] = field(default_factory=dict)
    """By code: the best standing of a name in it."""
    called: dict[str, Standing] = field(default_factory=dict)
    """By code: the best standing of a name of the place itself."""
    count: Counter[str] = field(default_factory=Counter)
    """By code: how many names stand in it."""
    certain: Counter[str] = field(default_factory=Counter)
    """By code: the weight of names printed in full in it."""
    abroad: int = 0
    """The weight of places outside the province."""
    province: int = 0
    """The weight of words for the province as a whole."""
    province_leads: bool = False
    """Whether such a word stands in the heading, the byline or the first sentences."""
    province_first: bool = False
    """Whether the first such word stands before every other place."""

    def top(self, code: str) -> Standing:
        """Return the best standing of a name in `code`."""
        return self.standing.get(code, Standing.BODY)


def weigh(mentions: list[Mention], words: Words, place_names: PlaceNames) -> PlaceWeights:
    """Add up what the mentions weigh; a chain counts once, for its last name."""
    weights = PlaceWeights()
    away = visited(mentions, words, place_names)
    for mention in mentions:
        passage = words.passage(mention.start)
        weight = passage.weight
        if mention.code == ABROAD:
            weights.abroad += weight
            continue
        if mention.chained or any(place_names.within(mention.code, place) for place in away):
            continue
        standing = passage.standing
        if _DATELINE.search(words.text[max(0, mention.start - NEAR) : mention.start]):
            weight, standing = 1, Standing.BODY
        weights.own[mention.code] += weight
        weights.called[mention.code] = max(standing, weights.called.get(mention.code, standing))
        for code in (mention.code, *place_names.ancestors[mention.code]):
            weights.total[code] += weight
            weights.count[code] += 1
            weights.certain[code] += weight if mention.rule not in UNCERTAIN else 0
            weights.standing[code] = max(standing, weights.top(code))
    return weights


def visited(mentions: list[Mention], words: Words, place_names: PlaceNames) -> set[str]:
    """Return the places that people of another place only visit; the story is theirs, not the hosts'."""
    away: set[str] = set()
    ends = [found.end() for found in _SENTENCE_END.finditer(words.text)]
    at_home = [mention for mention in mentions if mention.code != ABROAD]
    for index, mention in enumerate(at_home):
        if not _BEFORE_VISIT.search(words.text[max(0, mention.start - NEAR) : mention.start]):
            continue
        following = bisect.bisect_right(ends, mention.start)
        start = ends[following - 1] if following else 0
        end = ends[following] if following < len(ends) else len(words.text)
        if _VISIT.search(words.text, mention.end, min(end, mention.end + LONG_SENTENCE)):
            guests = [guest for guest in reversed(at_home[:index]) if guest.start >= start]
            away |= _hosts(mention, guests, words, place_names)
    return away


def _hosts(mention: Mention, guests: Iterable[Mention], words: Words, place_names: PlaceNames) -> set[str]:
    """Return the league, or the county of a common league, that people of another place visit."""
    for guest in guests:
        near = place_names.within(mention.code, guest.code) or place_names.within(guest.code, mention.code)
        sends = _SENDS.search(words.text, guest.end, min(guest.end + 25, mention.start))
        if sends and not near and not guest.chained:
            leagues = place_names.league(guest.code), place_names.league(mention.code)
            return {leagues[1] if leagues[0] != leagues[1] else mention.code[:6]}
    return set()


def main_places(weights: PlaceWeights, place_names: PlaceNames, words: Words) -> list[str]:
    """Return the codes of the places that an item belongs to; usually one, sometimes none."""
    short = sum(passage.standing <= Standing.LEAD for passage in words.passages) <= SHORT
    return [_deeper(code, weights, place_names, short) for code in _districts(weights, place_names, words)]


def _deeper(code: str, weights: PlaceWeights, place_names: PlaceNames, short: bool) -> str:
    """Go on from a county to the town or village that the story is told of, not to one that only opens it."""
    if len(code) == 6 and place_names.gazetteer.places[code].level not in (Level.COUNTY, Level.ZONE):
        return code
    for place in place_names.gazetteer.children(code):
        outweighs = weights.certain[place.code] >= DOMINANT * weights.total[code]
        top, often = weights.top(place.code), short or weights.count[place.code] >= OFTEN
        if outweighs and (top > Standing.LEAD or (top == Standing.LEAD and often)):
            return _deeper(place.code, weights, place_names, short)
    return code


def _districts(weights: PlaceWeights, place_names: PlaceNames, words: Words) -> list[str]:
    """Return the province, the leagues, counties or zones that an item belongs to."""
    province = place_names.gazetteer.province.code
    leagues = [place.code for place in place_names.gazetteer.children(province) if weights.total[place.code]]
    leagues.sort(key=lambda code: -weights.total[code])
    leagues = [code for code in leagues if not _background(code, weights, words, len(leagues) > 1)]
    total = sum(weights.total[code] for code in leagues)
    heard = leagues and weights.top(leagues[0]) > Standing.LEAD
    if weights.abroad > total + weights.province and not heard:
        return []
    if not leagues:
        return [province] if weights.province_leads else []
    ruled = weights.province_first or weights.top(leagues[0]) < Standing.LEAD
    if weights.province_leads and not heard and ruled and weights.province >= weights.total[leagues[0]]:
        return [province]
    if weights.total[leagues[0]] >= DOMINANT * total:
        return _in_league(leagues[0], weights, place_names, words)
    if len(leagues) == 2 and not weights.province_leads:
        return [code for league in leagues for code in _in_league(league, weights, place_names, words)]
    return [province]


def _background(code: str, weights: PlaceWeights, words: Words, rivals: bool) -> bool:
    """Tell whether a league is named once, late, and by the way."""
    if weights.count[code] > 1 or weights.top(code) > Standing.BODY or not weights.own[code]:
        return False
    spoken_of = sum(weights.own.values()) + weights.province
    late = len(words.passages) > 3
    return late and (not rivals or weights.total[code] < BACKGROUND * spoken_of)


def _in_league(league: str, weights: PlaceWeights, place_names: PlaceNames, words: Words) -> list[str]:
    """Return the county that a league's story is told of, or the league itself."""
    counties = [place.code for place in place_names.gazetteer.children(league) if weights.total[place.code]]
    if not counties:
        return [league]
    counties.sort(key=lambda code: -weights.total[code])
    best, own = counties[0], weights.own[league]
    counted = sum(weights.total[code] for code in counties)
    if len(counties) > 1 and _WHOLE_LEAGUE.search(words.text) and weights.top(best) < Standing.BYLINE:
        return [league]
    if weights.total[best] >= DOMINANT * counted:
        told_of = weights.top(best) > Standing.LEAD or weights.total[best] >= own
        headed = weights.called.get(league, Standing.BODY) == Standing.HEADING
        led_by = weights.top(best) == Standing.LEAD and weights.total[best] * 2 >= own and not headed
        return [best] if told_of or led_by else [league]
    if len(counties) == 2 and own < weights.total[counties[1]]:
        return counties
    return [league]
