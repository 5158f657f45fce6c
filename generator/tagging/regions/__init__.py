"""Where an item belongs and which places it names, each with the words that prove it.

The order of the work: `item_words` gathers the words, `place_names` knows every spelling, `mentions`
decides which names are places, `misprints` finds names that are almost places, `provinces` the
words for the province as a whole, and `belonging` weighs them all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from typing import Final

from generator.model import GUESS, Doubt, Evidence, Item, Page, RegionTag
from generator.tagging.regions.belonging import main_places, weigh
from generator.tagging.regions.findings import Clash, Mention
from generator.tagging.regions.item_words import Words
from generator.tagging.regions.mentions import Reader, known_on
from generator.tagging.regions.misprints import likely_places
from generator.tagging.regions.place_names import ABROAD, PlaceNames, place_names_of
from generator.tagging.regions.provinces import ProvinceWord, province_words
from generator.vocabulary.gazetteer import Gazetteer, Place

__all__ = ["region_doubts", "survey_regions", "tag_regions"]

EVIDENCE_LIMIT: Final = 8
"""A place proved by more words than these is proved."""
Proofs = dict[tuple[object, ...], tuple[Evidence, ...]]
"""The words for a place, those of each place in the text apart, by what tells them from others."""


def tag_regions(item: Item, page: Page, gazetteer: Gazetteer) -> tuple[RegionTag, ...]:
    """Return the places of `item`: where it belongs first, then the others in the order of the text."""
    return survey_regions(item, page, gazetteer)[0]


def region_doubts(item: Item, page: Page, gazetteer: Gazetteer) -> tuple[Doubt, ...]:
    """Return what is wrong or likely misprinted in the place names of `item`."""
    return survey_regions(item, page, gazetteer)[1]


def survey_regions(
    item: Item, page: Page, gazetteer: Gazetteer
) -> tuple[tuple[RegionTag, ...], tuple[Doubt, ...]]:
    """Return tags and doubts of `item` from one reading of its text."""
    words = Words(item, page)
    place_names = place_names_of(gazetteer)
    reader = Reader(words.text, place_names, known_on(page.source, place_names))
    mentions = reader.read()
    mentions += likely_places(mentions, words, place_names)
    mentions.sort(key=lambda mention: mention.start)
    province = list(_province_words(words, mentions, gazetteer))
    primary = _primary(mentions, province, words, place_names)
    certain = [mention for mention in mentions if mention.rule != GUESS]
    sure = primary if certain == mentions else _primary(certain, province, words, place_names)
    tags = tuple(
        replace(tag, guess=_is_guess(tag, sure))
        for tag in _tags(primary, mentions, province, words, place_names)
    )
    return tags, tuple(_doubts(reader.clashes, mentions, words, gazetteer))


def _primary(
    mentions: list[Mention], province: list[ProvinceWord], words: Words, place_names: PlaceNames
) -> list[str]:
    """Return the codes of the places that the item belongs to."""
    weights = weigh(mentions, words, place_names)
    weights.province = sum(words.passage(word.start).weight for word in province)
    weights.province_leads = any(word.leads for word in province)
    named = (mention.start for mention in mentions if mention.code != ABROAD)
    weights.province_first = min((word.start for word in province), default=0) < min(named, default=0)
    return main_places(weights, place_names, words)


def _is_guess(tag: RegionTag, sure: list[str]) -> bool:
    """Tell whether a place would not stand where it stands if no misprinted name were guessed."""
    return all(words.rule == GUESS for words in tag.evidence) or (tag.primary and tag.code not in sure)


def _province_words(
    words: Words, mentions: Iterable[Mention], gazetteer: Gazetteer
) -> Iterator[ProvinceWord]:
    """Yield the words for the province that are no part of a longer name or of an address."""
    named = [mention for mention in mentions if mention.code not in (ABROAD, gazetteer.province.code)]
    inside = {offset for mention in named for offset in range(mention.start, mention.end)}
    starts = {mention.start for mention in named}
    districts = any(gazetteer.places[mention.code[:6]].name.endswith("区") for mention in named)
    for word in province_words(words, gazetteer.province, districts=districts):
        if word.start not in inside and word.end not in starts:
            yield word


def _tags(
    primary: list[str],
    mentions: list[Mention],
    province: Iterable[ProvinceWord],
    words: Words,
    place_names: PlaceNames,
) -> tuple[RegionTag, ...]:
    evidence: dict[str, Proofs] = {code: {} for code in primary}
    for mention in mentions:
        if mention.code != ABROAD and mention.code != place_names.gazetteer.province.code:
            _prove(evidence.setdefault(mention.code, {}), mention, words)
    for word in province:
        if place_names.gazetteer.province.code in evidence or not evidence:
            found = evidence.setdefault(place_names.gazetteer.province.code, {})
            _add(found, words.evidence(word.start, word.end, "province"))
    alone = {mention.code for mention in mentions if not mention.district and not mention.chained}
    outer = {code for tagged in evidence for code in place_names.ancestors[tagged]}
    told = {code for tagged in primary for code in (tagged, *place_names.ancestors[tagged])}
    others = [code for code in evidence if code not in told and (code in alone or code not in outer)]
    shown = [*primary, *others]
    first = _first_mentions(mentions, place_names)
    shown.sort(key=lambda code: (code not in primary, first.get(code, 0)))
    return tuple(
        _tag(code, code in primary, _proof(code, evidence, place_names), place_names.gazetteer)
        for code in shown
    )


def _first_mentions(mentions: Iterable[Mention], place_names: PlaceNames) -> dict[str, int]:
    """Return where each place, or a place in it, is named first."""
    first: dict[str, int] = {}
    for mention in mentions:
        if mention.code != ABROAD:
            for code in (mention.code, *place_names.ancestors[mention.code]):
                first.setdefault(code, mention.start)
    return first


def _prove(evidence: Proofs, mention: Mention, words: Words) -> None:
    """Add the words of a mention, with the names that it stands behind."""
    first = mention
    while first.after is not None and first.after.code != ABROAD and first.after.chained:
        first = first.after
    _add(evidence, words.evidence(first.start, mention.end, mention.rule))


def _add(evidence: Proofs, found: tuple[Evidence, ...]) -> None:
    """Add the words of one place in the text; of the same words on one line the first stand for all."""
    evidence.setdefault(tuple((words.file, words.line, words.text, words.rule) for words in found), found)


def _proof(code: str, evidence: dict[str, Proofs], place_names: PlaceNames) -> tuple[Evidence, ...]:
    """Return the words for a place; a place that is not named itself is proved by what lies in it."""
    own = evidence[code]
    if not own:
        inner = (found for other, found in evidence.items() if place_names.within(other, code))
        own = {key: words for found in inner for key, words in found.items()}
    return tuple(words for found in islice(own.values(), EVIDENCE_LIMIT) for words in found)


def _tag(code: str, primary: bool, evidence: tuple[Evidence, ...], gazetteer: Gazetteer) -> RegionTag:
    path = gazetteer.path(code)
    return RegionTag(
        code=code,
        name=path[-1].name,
        level=path[-1].level,
        path=tuple(place.name for place in path),
        primary=primary,
        evidence=evidence,
    )


def _doubts(
    clashes: Iterable[Clash], mentions: Iterable[Mention], words: Words, gazetteer: Gazetteer
) -> Iterator[Doubt]:
    told: set[tuple[str, str]] = set()
    mended = {mention.start for mention in mentions if mention.rule == GUESS}
    for clash in clashes:
        if clash.inner.start in mended:
            continue
        outer, inner = gazetteer.places[clash.outer.code], gazetteer.places[clash.inner.code]
        detail = (
            f"“{words.printed(clash.outer.start, clash.inner.end)}”不相符："
            f"“{inner.name}”属“{_parent(inner, gazetteer).name}”，不在“{outer.name}”。"
        )
        yield _doubt(words, "region-conflict", clash.inner, detail)
    for mention in mentions:
        printed = words.printed(mention.start, mention.end)
        if mention.rule != GUESS or (printed, mention.code) in told:
            continue
        told.add((printed, mention.code))
        place = gazetteer.places[mention.code]
        inside = _parent(place, gazetteer).name
        detail = f"印作“{printed}”，“{inside}”没有这个地方，疑为“{place.name}”。"
        yield _doubt(words, "region-likely", mention, detail)


def _doubt(words: Words, code: str, mention: Mention, detail: str) -> Doubt:
    return Doubt(
        code=code,
        line=words.line(mention.start, mention.end),
        detail=detail,
        span=words.span(mention.start, mention.end),
    )


def _parent(place: Place, gazetteer: Gazetteer) -> Place:
    return gazetteer.places[place.parent]
