"""What the pages of bylines and practices show: indexes from A to Z by the pinyin of their names."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from generator.model.words import CONTRIBUTOR_ROLES
from generator.site.views.frame import Frame
from generator.site.views.leaves import Leaf, leaves, letter_of
from generator.site.views.rows import ItemRow, Link
from generator.site.views.subjects import tally

SHOWN = 8
"""Items of a practice shown in the index; the rest are for the search."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonView:
    """What the page of a byline shows besides its list of items."""

    name: str
    """The name as it is signed; of several spellings the one that an editor prefers."""
    slug: str
    """The last part of the address."""
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


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeView:
    """A practice in the index."""

    name: str
    """The name without quotation marks."""
    anchor: str
    """Its anchor in the index, in ASCII."""
    count: int
    """How many items tell of it."""
    rows: tuple[ItemRow, ...]
    """The first of them."""
    query: str
    """What to search for to find them all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """The entries of an index under one letter."""

    letter: str
    """The capital letter, `0` for other beginnings, or what else the entries stand under: a role."""
    links: tuple[Link, ...]
    """The ways to the entries, each with its count."""


def person_view(frame: Frame, name: str) -> PersonView:
    """Return the view of one contributor."""
    entries = frame.archive.by_contributor[name]
    spelled = frame.archive.spellings.name
    bylines = [who for entry in entries for who in entry.item.contributors if spelled(who.name) == name]
    columns = Counter(entry.item.column for entry in entries if entry.item.column)
    return PersonView(
        name=name,
        slug=frame.archive.contributor_slugs[name],
        spellings=tuple(
            spelling for spelling in dict.fromkeys(who.name for who in bylines) if spelling != name
        ),
        total=len(entries),
        roles=tally(CONTRIBUTOR_ROLES[person.role] for person in bylines),
        titles=tally(person.title for person in bylines if person.title),
        columns=tuple(
            Link(text=column, href=frame.column_link(column).href, count=count)
            for column, count in columns.most_common()
        ),
    )


def people_by_role(frame: Frame) -> tuple[Letter, ...]:
    """Return the most frequent contributors of each role; `letter` holds the role."""
    counts: dict[str, Counter[str]] = {}
    for name, entries in frame.archive.by_contributor.items():
        for entry in entries:
            for who in entry.item.contributors:
                if frame.archive.spellings.name(who.name) == name:
                    counts.setdefault(CONTRIBUTOR_ROLES[who.role], Counter())[name] += 1
    return tuple(
        Letter(
            letter=role,
            links=tuple(
                Link(text=name, href=frame.person_link(name).href, count=count)
                for name, count in counts[role].most_common(40)
            ),
        )
        for role in CONTRIBUTOR_ROLES.values()
        if role in counts
    )


def people_letters(frame: Frame, leaf: Leaf) -> tuple[Letter, ...]:
    """Return the contributors of one page of the index, by the letter of their pinyin."""
    groups: dict[str, list[Link]] = {}
    for name in leaf.names:
        letter = letter_of(frame.archive.contributor_slugs[name])
        groups.setdefault(letter, []).append(frame.person_link(name))
    return tuple(Letter(letter=letter, links=tuple(links)) for letter, links in groups.items())


def people_leaves(frame: Frame) -> tuple[Leaf, ...]:
    """Return the pages of the index of contributors."""
    return leaves(frame.archive.contributor_slugs, "bylines/a-z/")


def practice_leaves(frame: Frame) -> tuple[Leaf, ...]:
    """Return the pages of the index of practices."""
    return leaves(frame.archive.practice_slugs, "practices/")


def practice_views(frame: Frame, leaf: Leaf) -> tuple[tuple[str, tuple[PracticeView, ...]], ...]:
    """Return the practices of one page of the index, by the letter of their pinyin."""
    groups: dict[str, list[PracticeView]] = {}
    for name in leaf.names:
        slug = frame.archive.practice_slugs[name]
        entries = frame.archive.by_practice[name]
        view = PracticeView(
            name=name,
            anchor=slug,
            count=len(entries),
            rows=tuple(frame.row(entry) for entry in entries[:SHOWN]),
            query=name,
        )
        groups.setdefault(letter_of(slug), []).append(view)
    return tuple((letter, tuple(views)) for letter, views in groups.items())
