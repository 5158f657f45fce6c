"""What the pages of persons, organisations and practices show: indexes from A to Z by the pinyin of their names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.archive.things import How, Mention, ThingKind, normal_form, thing_id
from generator.model.words import CONTRIBUTOR_ROLES
from generator.site.views.frame import Frame
from generator.site.views.leaves import Leaf, leaves, letter_of
from generator.site.views.reasons import LineLink, Reason, line_link
from generator.site.views.rows import ItemRow, Link
from generator.site.views.subjects import tally

SHOWN = 8
"""Items of a practice shown in the index; the rest are on its page."""
QUOTED = 100
"""Mentions of a thing shown on its page; the rest are in the data."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionView:
    """One item that names a thing, with where it does."""

    item: Link
    """The way to the item."""
    reasons: tuple[Reason, ...]
    """The words, each with its lines; beside a person the office as note."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonView:
    """What the page of a person shows besides the list of what is signed so."""

    name: str
    """The name in normal form; of several spellings the one that an editor prefers."""
    spellings: tuple[str, ...]
    """The other spellings that items have, in order of first appearance."""
    total: int
    """How many items are signed so."""
    roles: tuple[Link, ...]
    """What the person did, in Chinese, with counts."""
    titles: tuple[Link, ...]
    """The words of role or office as printed, with counts; empty where only the name is printed."""
    columns: tuple[Link, ...]
    """The columns that the items stand in, with counts."""
    named: tuple[MentionView, ...]
    """Where others name the person, with the office; empty for nowhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ThingView:
    """What the page of an organisation or a practice shows besides the list of items that name it."""

    name: str
    """The name in normal form."""
    items: int
    """How many items name it."""
    count: int
    """How often it is named."""
    mentions: tuple[MentionView, ...]
    """The first items that name it, with where they do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeView:
    """A practice in the index."""

    link: Link
    """The way to its page, with how many items name it."""
    rows: tuple[ItemRow, ...]
    """The first of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """The entries of an index under one letter."""

    letter: str
    """The capital letter, `0` for other beginnings, or what else the entries stand under: a role."""
    links: tuple[Link, ...]
    """The ways to the entries, each with its count."""


def person_view(frame: Frame, name: str) -> PersonView:
    """Return the view of one person, by the name in normal form."""
    entries = frame.archive.by_contributor.get(name, ())
    spelled = frame.archive.spellings.name
    bylines = [who for entry in entries for who in entry.item.contributors if spelled(who.name) == name]
    columns = Counter(entry.item.column for entry in entries if entry.item.column)
    mentions = frame.archive.things.of_thing.get((ThingKind.PERSON, name), ())
    return PersonView(
        name=name,
        spellings=tuple(
            spelling
            for spelling in dict.fromkeys(normal_form(who.name) for who in bylines)
            if spelling != name
        ),
        total=len(entries),
        roles=tally(CONTRIBUTOR_ROLES[person.role] for person in bylines),
        titles=tally(person.title for person in bylines if person.title),
        columns=tuple(
            Link(text=column, href=frame.column_link(column).href, count=count)
            for column, count in columns.most_common()
        ),
        named=mention_views(frame, [mention for mention in mentions if mention.how is not How.BYLINE]),
    )


def thing_view(frame: Frame, kind: ThingKind, name: str) -> ThingView:
    """Return the view of one organisation or practice, by its name in normal form."""
    mentions = frame.archive.things.of_thing[kind, name]
    return ThingView(
        name=name,
        items=len(frame.entries[kind][name]),
        count=len(mentions),
        mentions=mention_views(frame, mentions),
    )


def mention_views(frame: Frame, mentions: Sequence[Mention]) -> tuple[MentionView, ...]:
    """Return the first mentions, item by item; the same words on several lines are told once."""
    groups: dict[str, list[Mention]] = {}
    for mention in mentions[:QUOTED]:
        groups.setdefault(mention.entry.item.id, []).append(mention)
    return tuple(
        MentionView(item=frame.item_link(group[0].entry), reasons=tuple(_reasons(group)))
        for group in groups.values()
    )


def _reasons(mentions: Iterable[Mention]) -> Iterator[Reason]:
    words: dict[tuple[str, str], dict[int, LineLink]] = {}
    for mention in mentions:
        lines = words.setdefault(
            (_unquoted("".join(piece.text for piece in mention.evidence)), mention.role), {}
        )
        for piece in mention.evidence:
            lines[piece.line] = line_link(mention.entry.page, piece.line)
    for (text, role), lines in words.items():
        yield Reason(text=text, note=role, lines=tuple(lines.values()))


def _unquoted(words: str) -> str:
    """Return words without the quotation marks around all of them; the page sets its own.

    >>> _unquoted("“红色物业”"), _unquoted("“1+3”行动")
    ('红色物业', '“1+3”行动')
    """
    within = words[1:-1]
    whole = words[:1] == "“" and words[-1:] == "”" and "”" not in within
    return within if whole else words


def people_by_role(frame: Frame) -> tuple[Letter, ...]:
    """Return the most frequent contributors of each role, and officials who are only named; `letter` holds the role."""
    counts: dict[str, Counter[str]] = {}
    for name, entries in frame.archive.by_contributor.items():
        for entry in entries:
            for who in entry.item.contributors:
                if frame.archive.spellings.name(who.name) == name:
                    counts.setdefault(CONTRIBUTOR_ROLES[who.role], Counter())[name] += 1
    signed = frame.archive.by_contributor
    named = Counter(
        {name: len(items) for name, items in frame.archive.by_person.items() if name not in signed}
    )
    counts[NAMED] = named
    return tuple(
        Letter(
            letter=role,
            links=tuple(
                Link(text=name, href=frame.thing_link(ThingKind.PERSON, name).href, count=count)
                for name, count in counts[role].most_common(40)
            ),
        )
        for role in (*CONTRIBUTOR_ROLES.values(), NAMED)
        if counts.get(role)
    )


NAMED = "文中提到的有公职者"
"""Who does not sign, but is named with a public office."""


def letters_of(frame: Frame, kind: ThingKind, leaf: Leaf) -> tuple[Letter, ...]:
    """Return the things of one page of an index, by the letter of their pinyin."""
    groups: dict[str, list[Link]] = {}
    for name in leaf.names:
        groups.setdefault(letter_of(thing_id(name)), []).append(frame.thing_link(kind, name))
    return tuple(Letter(letter=letter, links=tuple(links)) for letter, links in groups.items())


def leaves_of(frame: Frame, kind: ThingKind, address: str) -> tuple[Leaf, ...]:
    """Return the pages of the index of one kind of things."""
    return leaves({name: thing_id(name) for name in frame.entries[kind]}, address)


def practice_views(frame: Frame, leaf: Leaf) -> tuple[tuple[str, tuple[PracticeView, ...]], ...]:
    """Return the practices of one page of the index, by the letter of their pinyin."""
    groups: dict[str, list[PracticeView]] = {}
    for name in leaf.names:
        view = PracticeView(
            link=frame.thing_link(ThingKind.PRACTICE, name),
            rows=tuple(frame.row(entry) for entry in frame.archive.by_practice[name][:SHOWN]),
        )
        groups.setdefault(letter_of(thing_id(name)), []).append(view)
    return tuple((letter, tuple(views)) for letter, views in groups.items())
