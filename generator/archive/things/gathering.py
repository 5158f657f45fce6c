"""Gathers persons, organisations and practices from all items, and every mention of each.

First the names: who signs, with which office, who is named behind a public office, what the items tell of.
Then one pass over every passage. The work grows with the archive's text, and with nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from generator.archive.things.finding import NameFinder, find_press
from generator.archive.things.names import normal_form, thing_id
from generator.archive.things.values import How, Mention, Thing, ThingKind
from generator.model import Byline, Contributor, ContributorRole, Evidence, Span, evidence_at
from generator.model.passages import Passage, passages
from generator.reading.grammar.in_office import find_in_office

if TYPE_CHECKING:
    from generator.archive.groups import Entry

BODY = re.compile(
    "[㐀-鿿]{2,30}?(?:[省市区县旗盟州乡镇]委|党委|党工委|党组|纪委|政府|委员会|[部局厅院办]|中心|协会|联合会|大学|学校|公司)"
    "(?=常委|常务|副|书记|[市县区旗州盟镇乡部局厅院处科会校]长|主任|主席|委员|干事|\\Z)"
)
"""The body in the words of an office: 柳河县委 in 柳河县委书记."""
RELATIVE = re.compile("本[报刊网台]|(?:党委|党组|组织部|宣传部|统战部|纪委|政府|委员会)\\Z")
"""A body that is only called so at home: another paper's, another town's is not the same."""


@dataclass(frozen=True, kw_only=True)
class Things:
    """All persons, organisations and practices of an archive."""

    every: Mapping[ThingKind, Mapping[str, Thing]]
    """Each thing by its normal form, in order of first appearance."""
    mentions: tuple[Mention, ...]
    """Every mention, in the archive's order, then line by line."""

    @cached_property
    def of_thing(self) -> Mapping[tuple[ThingKind, str], tuple[Mention, ...]]:
        """The mentions of each thing, by its kind and its name in normal form."""
        groups: dict[tuple[ThingKind, str], list[Mention]] = {}
        for mention in self.mentions:
            groups.setdefault((mention.thing.kind, mention.thing.name), []).append(mention)
        return {key: tuple(found) for key, found in groups.items()}

    def mentions_of(self, thing: Thing) -> tuple[Mention, ...]:
        """Return every mention of `thing`."""
        return self.of_thing.get((thing.kind, thing.name), ())

    def entries(self, kind: ThingKind) -> dict[str, tuple[Entry, ...]]:
        """Return the items that name each thing of one kind, by its name in normal form."""
        return {
            name: tuple(
                {mention.entry.item.id: mention.entry for mention in self.mentions_of(thing)}.values()
            )
            for name, thing in self.every[kind].items()
        }


def gather(entries: Iterable[Entry], preferred: Callable[[str], str] = normal_form) -> Things:
    """Return what `entries` name, and where; `preferred` gives the one name of a person, in normal form."""
    gathering = _Gathering(preferred)
    known = [(entry, list(gathering.stated(entry))) for entry in entries]
    for entry, stated in known:
        stated += gathering.in_office(entry)
    finders = {kind: NameFinder(kind, names) for kind, names in gathering.every.items()}
    press = frozenset(gathering.press)
    mentions: list[Mention] = []
    for entry, stated in known:
        found = [*stated, *_others(stated, gathering.in_text(entry, finders, press))]
        mentions += sorted(found, key=lambda mention: (mention.place, mention.thing.kind, mention.thing.id))
    return Things(every=gathering.every, mentions=tuple(mentions))


@dataclass(slots=True)
class _Gathering:
    preferred: Callable[[str], str]
    every: dict[ThingKind, dict[str, Thing]] = field(default_factory=lambda: {kind: {} for kind in ThingKind})
    press: set[str] = field(default_factory=set)
    """Who signs and holds no office."""

    def thing(self, kind: ThingKind, name: str) -> Thing:
        normal = self.preferred(name) if kind is ThingKind.PERSON else normal_form(name)
        known = self.every[kind].get(normal)
        return known or self.every[kind].setdefault(
            normal, Thing(kind=kind, id=thing_id(normal), name=normal)
        )

    def stated(self, entry: Entry) -> Iterator[Mention]:
        """Yield who signs an item, the body of whose office it names, and what it is tagged with."""
        for byline in entry.item.bylines:
            who = byline.contributor
            kind = kind_of(who)
            if kind is ThingKind.PERSON and who.role is not ContributorRole.OFFICIAL:
                self.press.add(who.name)
            if kind is not None and byline.evidence:
                yield self._mention(entry, kind, who.name, How.BYLINE, byline.evidence, who.title)
            yield from self._offices(entry, byline)
        for author in entry.item.authors:
            kind = kind_of(author.contributor)
            if kind is not None:
                who = author.contributor
                yield self._mention(entry, kind, who.name, How.BYLINE, author.evidence, who.title)
        for practice in entry.item.tags.practices:
            yield self._mention(entry, ThingKind.PRACTICE, practice.name, How.TAG, practice.mention)

    def _offices(self, entry: Entry, byline: Byline) -> Iterator[Mention]:
        source = entry.page.source
        if byline.contributor.role is not ContributorRole.OFFICIAL:
            return
        for title in byline.contributor.title.split("、"):
            body = BODY.match(title)
            at = source.quote(byline.span).find(body.group()) if body else -1
            if body and at >= 0 and not RELATIVE.match(body.group()):
                start = byline.span.start + at
                words = evidence_at(source, (Span(start, start + len(body.group())),), str(How.OFFICE))
                yield self._mention(entry, ThingKind.ORGANISATION, body.group(), How.OFFICE, words)

    def in_office(self, entry: Entry) -> Iterator[Mention]:
        """Yield whom an item names behind a public office; who signs without one is somebody else."""
        for part in passages(entry.item):
            for found in find_in_office(part.text):
                name = part.text[found.name.start : found.name.end]
                if name not in self.press:
                    role = part.text[found.role.start : found.role.end]
                    words = _words(entry, part, found.name.start, found.name.end, How.OFFICE)
                    yield self._mention(entry, ThingKind.PERSON, name, How.OFFICE, words, role)

    def in_text(
        self, entry: Entry, finders: Mapping[ThingKind, NameFinder], press: frozenset[str]
    ) -> Iterator[Mention]:
        """Yield every name that stands in an item."""
        for part in passages(entry.item):
            for name, start, end in find_press(part.text, press):
                words = _words(entry, part, start, end, How.TEXT)
                yield self._mention(entry, ThingKind.PERSON, name, How.TEXT, words)
            for kind, finder in finders.items():
                for name, start, end in finder.find(part.text):
                    yield self._mention(
                        entry, kind, name, How.TEXT, _words(entry, part, start, end, How.TEXT)
                    )

    def _mention(
        self, entry: Entry, kind: ThingKind, name: str, how: How, words: tuple[Evidence, ...], role: str = ""
    ) -> Mention:
        return Mention(thing=self.thing(kind, name), entry=entry, how=how, role=role, evidence=words)


def kind_of(who: Contributor) -> ThingKind | None:
    """Return what someone who signs is; None for nobody who can be told, and a body only called so in its own paper."""
    if who.role is ContributorRole.UNKNOWN:
        return None
    if who.role is ContributorRole.INSTITUTION:
        return None if RELATIVE.match(who.name) else ThingKind.ORGANISATION
    return ThingKind.PERSON


def _words(entry: Entry, part: Passage, start: int, end: int, how: How) -> tuple[Evidence, ...]:
    return evidence_at(entry.page.source, part.spans(start, end), str(how))


def _others(stated: Iterable[Mention], found: Iterable[Mention]) -> Iterator[Mention]:
    """Yield what is found beside what is stated already: those whose words are no part of a stated mention's."""
    taken: dict[Thing, list[Evidence]] = {}
    for mention in stated:
        taken.setdefault(mention.thing, []).extend(mention.evidence)
    for mention in found:
        known = taken.get(mention.thing, ())
        if mention.evidence and not any(_overlap(words, one) for words in mention.evidence for one in known):
            yield mention


def _overlap(one: Evidence, other: Evidence) -> bool:
    return (
        (one.file, one.line) == (other.file, other.line) and one.start < other.end and other.start < one.end
    )
