"""What search needs to know of one item, and nothing else."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchDocument:
    """One item as search sees it: every text in it is found, character for character."""

    id: str
    """The item's id; its page is `articles/ID/index.html`."""
    title: str
    """What a result shows as its title: the headline, or the first words of an item without one."""
    heading: tuple[str, ...] = ()
    """Headline, kicker and deck; words found here count for more."""
    body: tuple[str, ...] = ()
    """The paragraphs, captions among them, as printed."""
    corrections: tuple[str, ...] = ()
    """The same passages with an editor's readings in place of misprints."""
    labels: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """What the item is filed under: (栏目, (…)), (作者, (…)), (地区, (…)) and so on."""
    date: str = ""
    """The date as a reader sees it; empty where unknown."""
    day: str = ""
    """The first day that it may have been printed, ISO 8601; empty where unknown."""
    note: str = ""
    """Where it stands and belongs, in a few words for a result: column and place."""
    regions: tuple[str, ...] = ()
    """Codes of the places where the story belongs."""
    columns: tuple[str, ...] = ()
    """The column's name, or nothing."""
    themes: tuple[str, ...] = ()
    """Names of its themes."""
    kinds: tuple[str, ...] = ()
    """The kind's Chinese name."""
    years: tuple[str, ...] = ()
    """Every year that its date touches."""
    authors: tuple[str, ...] = ()
    """Names of everyone in a byline."""
    practices: tuple[str, ...] = ()
    """Names of its practices, for suggestions."""
    row: tuple[str, ...] = ()
    """What a table that a reader takes away has of it, cell by cell."""
    references: tuple[str, ...] = ()
    """Its references, in each form that a reader takes away."""

    @property
    def texts(self) -> tuple[str, ...]:
        """Every text that is searched, the heading first; no phrase reaches from one into the next."""
        filed = tuple(text for _label, texts in self.labels for text in texts)
        return self.heading + filed + self.body + self.corrections


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetPlace:
    """A place of the region facet."""

    code: str
    """The official code."""
    name: str
    """The official name."""
    parent: str | None
    """Code of the place above it, None at the top."""
    names: tuple[str, ...] = ()
    """What else a reader may ask for it by: other names in print, and its pinyin."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexFacts:
    """What the whole index knows besides its documents."""

    places: tuple[FacetPlace, ...] = ()
    """Every place that a document names, and all places above them; parents first."""
    facets: Mapping[str, tuple[str, ...]]
    """Values of the facets column, theme, kind and year, in the order in which a reader sees them."""
    variants: Mapping[str, str]
    """Traditional characters and the simplified ones that search takes for the same; may be empty."""


class Digest:
    """A name for a build that changes when anything of its index changes; ascii, for Pythons differ in their repr."""

    def __init__(self, facts: IndexFacts) -> None:
        self._names = [field.name for field in fields(SearchDocument)]
        places = [(place.code, place.name, place.parent, place.names) for place in facts.places]
        known = (places, sorted(facts.facets.items()), sorted(facts.variants.items()))
        self._state = hashlib.sha256(ascii(known).encode())

    def add(self, document: SearchDocument) -> None:
        """Take in a document."""
        values = [getattr(document, name) for name in self._names]
        self._state.update(ascii(values).encode())

    def __str__(self) -> str:
        return self._state.hexdigest()[:12]
