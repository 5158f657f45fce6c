"""The archive as a whole, and its items by region, column, theme, byline, practice and series.

Groupings are computed once, in one pass each; their order is that of the pages, so it is stable.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from generator.archive.identity.formers import Identity
from generator.archive.papers import Newspaper, PaperIssue, issues_by_page, newspapers
from generator.archive.shared import SharedRun, find_shared
from generator.archive.things import ThingKind, Things, gather, thing_id
from generator.archive.things.persons import Spellings
from generator.model import ContributorRole, Item, Level, Page
from generator.telling.diagnostics import Diagnostic
from generator.vocabulary.gazetteer import Gazetteer
from generator.vocabulary.papers import Papers
from generator.vocabulary.settings import Settings
from generator.vocabulary.taxonomy import Taxonomy

NOBODY = frozenset({ContributorRole.INSTITUTION, ContributorRole.UNKNOWN})
"""Roles of those who have no page of their own."""
Key = TypeVar("Key", bound=Hashable)
ALWAYS_SHOWN = frozenset({Level.PROVINCE, Level.LEAGUE, Level.COUNTY, Level.ZONE})
"""Levels whose places have a page even when no item belongs to them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An item with the page it stands on."""

    page: Page
    """The page."""
    item: Item
    """The item."""


Group = tuple[Entry, ...]


@dataclass(frozen=True, kw_only=True)
class Archive:
    """Everything that is published: the pages, and the vocabularies they were read with."""

    pages: tuple[Page, ...]
    """In order of their ids."""
    taxonomy: Taxonomy
    """Columns, themes and events."""
    gazetteer: Gazetteer
    """The places of the province."""
    settings: Settings
    """What the build was asked to do."""
    faults: tuple[Diagnostic, ...] = ()
    """Why pages were left out, if any were, and what is to be noted of their sidecars."""
    identity: Identity = field(default=Identity())
    """Where else items have been, and since when they are here."""
    papers: Papers = field(default_factory=Papers)
    """The newspapers that an editor describes."""

    @cached_property
    def items(self) -> Group:
        """All items, in page order, then reading order."""
        return tuple(Entry(page=page, item=item) for page in self.pages for item in page.items)

    @cached_property
    def by_region(self) -> Mapping[str, Group]:
        """Items by code of their primary places and of every place above those, by code."""
        groups = self._grouped(lambda entry: self._places(entry.item))
        return dict(sorted(groups.items()))

    @cached_property
    def by_column(self) -> Mapping[str, Group]:
        """Items by column name: the vocabulary's columns in its order, then others as met."""
        groups = self._grouped(lambda entry: [entry.item.column] if entry.item.column else [])
        known = [column.name for column in self.taxonomy.columns if column.name in groups]
        return {name: groups[name] for name in dict.fromkeys([*known, *groups])}

    @cached_property
    def by_theme(self) -> Mapping[str, Group]:
        """Items by theme slug, in the vocabulary's order."""
        groups = self._grouped(lambda entry: [theme.slug for theme in entry.item.tags.themes])
        known = [theme.slug for theme in self.taxonomy.themes if theme.slug in groups]
        return {slug: groups[slug] for slug in dict.fromkeys([*known, *groups])}

    @cached_property
    def spellings(self) -> Spellings:
        """Which spellings of names are one person's."""
        return Spellings.of(self.taxonomy.persons)

    @cached_property
    def by_contributor(self) -> Mapping[str, Group]:
        """Items by the preferred name, in normal form, of each person who signed them, in order of first appearance."""
        return self._grouped(lambda entry: map(self.spellings.name, contributors(entry.item)))

    @cached_property
    def things(self) -> Things:
        """Every person, organisation and practice, and every mention of each."""
        return gather(self.items, self.spellings.name)

    @cached_property
    def by_person(self) -> Mapping[str, Group]:
        """Items by the name of each person whom they name in a public role, in order of first appearance."""
        return self.things.entries(ThingKind.PERSON)

    @cached_property
    def by_organisation(self) -> Mapping[str, Group]:
        """Items by the name of each body that they name in a public role, in order of first appearance."""
        return self.things.entries(ThingKind.ORGANISATION)

    @cached_property
    def by_practice(self) -> Mapping[str, Group]:
        """Items by the name of each practice that stands in them, in order of first appearance."""
        return self.things.entries(ThingKind.PRACTICE)

    @cached_property
    def listed(self) -> Mapping[ThingKind, Mapping[str, Group]]:
        """The items on the page of each thing, by its kind and its name in normal form; of a person those it signed."""
        return {
            ThingKind.PERSON: self.by_contributor,
            ThingKind.ORGANISATION: self.by_organisation,
            ThingKind.PRACTICE: self.by_practice,
        }

    @cached_property
    def by_series(self) -> Mapping[str, Group]:
        """Items by series name, each series in order of its parts."""
        groups = self._grouped(lambda entry: [entry.item.series.name] if entry.item.series else [])
        return {name: tuple(sorted(group, key=_part)) for name, group in groups.items()}

    @cached_property
    def newspapers(self) -> tuple[Newspaper, ...]:
        """Every newspaper that is described or that a page is of, with its issues."""
        return newspapers(self.pages, self.papers)

    @cached_property
    def issue_of(self) -> Mapping[str, PaperIssue]:
        """The issue of each page that belongs to one, by the page's id."""
        return issues_by_page(self.newspapers)

    @cached_property
    def shared(self) -> tuple[SharedRun, ...]:
        """Text that stands in two items, the longest first."""
        return find_shared(self.items)

    @cached_property
    def column_slugs(self) -> Mapping[str, str]:
        """The last part of the address of each column's page, by name: of the vocabulary, else from the name."""
        known = {column.name: column.slug for column in self.taxonomy.columns}
        return {**known, **{name: thing_id(name) for name in self.by_column if name not in known}}

    def _places(self, item: Item) -> list[str]:
        codes = [
            place.code for tag in item.tags.regions if tag.primary for place in self.gazetteer.path(tag.code)
        ]
        return list(dict.fromkeys(codes))

    def _grouped(self, keys: Callable[[Entry], Iterable[Key]]) -> dict[Key, Group]:
        groups: dict[Key, list[Entry]] = {}
        for entry in self.items:
            for key in dict.fromkeys(keys(entry)):
                groups.setdefault(key, []).append(entry)
        return {key: tuple(entries) for key, entries in groups.items()}


def contributors(item: Item) -> list[str]:
    """Return the names of the persons who signed `item`, an editor's first, then in printed order.

    Institutions are no persons, nor is a line in which nobody could be told.
    """
    return [who.name for who in item.contributors if who.role not in NOBODY]


def _part(entry: Entry) -> int:
    return entry.item.series.number if entry.item.series else 0
