"""The archive as search sees it: one document an item, oldest first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from generator.archive.dates import date_of, years_of
from generator.archive.facets import FACETS, NO_YEAR
from generator.archive.groups import Archive, Entry
from generator.archive.things.persons import Spellings
from generator.model import Item, Level, Role
from generator.model.corrected import corrected
from generator.model.date_words import when_words
from generator.model.edtf import days
from generator.model.passages import passages
from generator.model.words import KINDS
from generator.site.search_index.documents import FacetPlace, IndexFacts, SearchDocument
from generator.site.views.names import title_of
from generator.site.views.phrases import place_words
from generator.site.views.taking import taken_references, taken_row
from generator.vocabulary.gazetteer import Gazetteer

SIGNED = (Role.BYLINE, Role.SIGNATURE, Role.CREDIT)
"""Roles of lines that hold names."""
SHOWN_LEVELS = (Level.LEAGUE, Level.COUNTY, Level.ZONE)
"""Levels of the places that a result's note names."""
NOWHERE = FacetPlace(code="0", name="未定", parent=None)
"""Stands in the region facet for items that belong to no known place."""


class Documents:
    """The documents of an archive, made anew each time they are read, so that memory stays small."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive

    def __iter__(self) -> Iterator[SearchDocument]:
        for entry in self._entries:
            yield document_of(entry, self.archive)

    @cached_property
    def _entries(self) -> list[Entry]:
        return sorted(self.archive.items, key=_age)


def _age(entry: Entry) -> tuple[str, str, int]:
    """Undated items first, then by first day; what stands first on a page is the later of two equals."""
    return (_day(entry), entry.page.id, -entry.item.position)


def _day(entry: Entry) -> str:
    known = days(date_of(entry.page, entry.item).edtf)
    return known[0] if known else ""


def facts_of(archive: Archive, variants: Mapping[str, str]) -> IndexFacts:
    """Return the facets of an archive, each value that is used, in the order of the site's lists."""
    codes = list(archive.by_region)
    places = [archive.gazetteer.places[code] for code in sorted(codes, key=lambda code: (len(code), code))]
    years = sorted({year for entry in archive.items for year in years_of(entry)}, reverse=True)
    years += [NO_YEAR] if any(not years_of(entry) for entry in archive.items) else []
    kinds = dict.fromkeys(str(entry.item.kind) for entry in archive.items)
    themes = {theme.slug: theme.name for entry in archive.items for theme in entry.item.tags.themes}
    values = (
        tuple(archive.by_column),
        tuple(dict.fromkeys(themes[slug] for slug in archive.by_theme)),
        tuple(KINDS[kind] for kind in KINDS if kind in kinds),
        tuple(years),
    )
    return IndexFacts(
        places=(
            *(
                FacetPlace(
                    code=place.code,
                    name=place.name,
                    parent=place.parent or None,
                    names=(*place.aliases, place.slug),
                )
                for place in places
            ),
            NOWHERE,
        ),
        facets=dict(zip(FACETS[1:], values, strict=True)),
        variants=variants,
    )


def document_of(entry: Entry, archive: Archive) -> SearchDocument:
    """Return what search needs to know of one item."""
    page, item = entry.page, entry.item
    gazetteer, spellings = archive.gazetteer, archive.spellings
    headings = [heading for heading in (item.headline, item.kicker, item.deck) if heading]
    date = date_of(page, item)
    return SearchDocument(
        id=item.id,
        title=title_of(item),
        heading=tuple(heading.text for heading in headings),
        body=tuple(paragraph.text for paragraph in item.body),
        corrections=tuple(dict.fromkeys(_corrections(item))),
        labels=tuple((label, texts) for label, texts in _labels(entry, gazetteer, spellings) if texts),
        date=when_words(date) if date.edtf else "",
        note=_note(item, gazetteer),
        day=_day(entry),
        regions=tuple(tag.code for tag in item.tags.regions if tag.primary) or (NOWHERE.code,),
        columns=(item.column,) if item.column else (),
        themes=tuple(theme.name for theme in item.tags.themes),
        kinds=(KINDS[item.kind],),
        years=years_of(entry) or (NO_YEAR,),
        authors=tuple(dict.fromkeys(_authors(item, spellings))),
        practices=tuple(practice.name for practice in item.tags.practices),
        row=taken_row(archive, entry),
        references=taken_references(archive, entry),
    )


def _note(item: Item, gazetteer: Gazetteer) -> str:
    """Column and place: below the province, down to the county."""
    places = [
        place_words(
            tag, "".join(place.name for place in gazetteer.path(tag.code)[1:3] if place.level in SHOWN_LEVELS)
        )
        for tag in item.tags.regions
        if tag.primary
    ]
    return " · ".join(part for part in (item.column, *dict.fromkeys(places[:1])) if part)


def _labels(
    entry: Entry, gazetteer: Gazetteer, spellings: Spellings
) -> Iterator[tuple[str, tuple[str, ...]]]:
    item = entry.item
    column = [item.column] if item.column else []
    if item.series:
        column.append(f"{item.series.name}{item.series.part}")
    yield "编者拟题", (item.supplied,) if item.supplied else ()
    yield "栏目", tuple(dict.fromkeys(column))
    yield "署名", tuple(dict.fromkeys(_signed(entry, spellings)))
    yield "地区", tuple(_places(item, gazetteer))
    yield "主题", tuple(theme.name for theme in item.tags.themes)
    yield "做法", tuple(dict.fromkeys(practice.name for practice in item.tags.practices))


def _signed(entry: Entry, spellings: Spellings) -> Iterator[str]:
    """Lines of names as printed, then everyone as `title name`: a byline inside a paragraph has no line."""
    for block in entry.item.blocks:
        if block.role in SIGNED:
            yield entry.page.source.quote(block.content)
    for who in entry.item.contributors:
        yield f"{who.institution}{who.title}{who.name}"
        if spellings.name(who.name) != who.name:
            yield spellings.name(who.name)


def _authors(item: Item, spellings: Spellings) -> Iterator[str]:
    """Yield every name as it is printed, and as its person is called."""
    for who in item.contributors:
        yield who.name
        yield spellings.name(who.name)


def _places(item: Item, gazetteer: Gazetteer) -> list[str]:
    """Names of the places and of those above them; the province itself would be a label of everything."""
    names = [
        place_words(tag, place.name)
        for tag in item.tags.regions
        for place in gazetteer.path(tag.code)
        if place != gazetteer.province or tag.code == place.code
    ]
    return list(dict.fromkeys(names))


def _corrections(item: Item) -> Iterator[str]:
    """Each passage that has misprints, with all of the editor's readings in it; a reading that stands in none, alone."""
    for misprint in item.misprints:
        around = next((each for each in passages(item) if corrected(each, (misprint,)) is not None), None)
        mended = corrected(around, item.misprints) if around else None
        yield mended or misprint.corrected
