"""What every view needs: where things stand on the site, what they are called, and one line about an item.

Every `href` of a view is relative to the site's root; templates put the way up in front of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from generator.archive.addresses import item_url, page_url, paragraph_anchors, thing_url
from generator.archive.dates import date_of, latest
from generator.archive.groups import ALWAYS_SHOWN, Archive, Entry, contributors
from generator.archive.papers import Newspaper
from generator.archive.shared import SharedRun
from generator.archive.things import ThingKind, normal_form
from generator.model import Item, Page, RegionTag
from generator.model.date_words import when_words
from generator.model.words import KINDS
from generator.site.views.itself import Itself
from generator.site.views.leaves import part_address
from generator.site.views.names import page_name, title_of
from generator.site.views.phrases import address_words
from generator.site.views.rows import ItemRow, Link, Part
from generator.site.views.trust import flag_of
from generator.vocabulary.gazetteer import Place

RUNS = 100
"""Runs of shared text on one page of their list."""


@dataclass(frozen=True, kw_only=True)
class Frame:
    """The archive with the addresses and names that views share."""

    archive: Archive
    """What is published."""
    rows: dict[str, ItemRow] = field(default_factory=dict)
    """Rows made so far, by item id."""
    page_links: dict[str, Link] = field(default_factory=dict)
    """Links to newspaper pages made so far, by the page's id: the name of one is told by all of its items."""

    @cached_property
    def region_pages(self) -> frozenset[str]:
        """Codes of the places that have a page."""
        places = self.archive.gazetteer.places.values()
        shown = {place.code for place in places if place.level in ALWAYS_SHOWN}
        return frozenset(shown | set(self.archive.by_region))

    @cached_property
    def mentions(self) -> Mapping[str, tuple[Entry, ...]]:
        """Items that mention a place without belonging to it, by code; places below count for those above."""
        groups: dict[str, list[Entry]] = {}
        for entry in self.archive.items:
            own = {code for tag in entry.item.tags.regions if tag.primary for code in self.upwards(tag)}
            others = (code for tag in entry.item.tags.regions for code in self.upwards(tag))
            for code in dict.fromkeys(others):
                if code not in own:
                    groups.setdefault(code, []).append(entry)
        return {code: tuple(entries) for code, entries in groups.items()}

    @cached_property
    def _parts(self) -> Mapping[str, Mapping[int, Entry]]:
        """The first item of each part of each series, by name and number."""
        return {
            name: {entry.item.series.number: entry for entry in reversed(group) if entry.item.series}
            for name, group in self.archive.by_series.items()
        }

    def series_parts(self, name: str, numbers: Iterable[int]) -> dict[int, Entry]:
        """Return those of the numbered parts of a series that the archive has."""
        parts = self._parts[name]
        return {number: parts[number] for number in numbers if number in parts}

    def parts_of(self, name: str) -> Mapping[int, Entry]:
        """Return the parts of a series that the archive has, by number."""
        return self._parts[name]

    def last_part(self, name: str) -> int:
        """Return the highest number of a series."""
        return max(self._parts[name])

    @cached_property
    def newspapers(self) -> Mapping[str, Newspaper]:
        """Every newspaper by its id."""
        return {newspaper.paper.id: newspaper for newspaper in self.archive.newspapers}

    @cached_property
    def shared_of(self) -> Mapping[str, tuple[SharedRun, ...]]:
        """The runs of shared text of each item that has any, the longest first, by the item's id."""
        groups: dict[str, list[SharedRun]] = {}
        for run in self.archive.shared:
            for item in dict.fromkeys(place.entry.item.id for place in run.places):
                groups.setdefault(item, []).append(run)
        return {item: tuple(runs) for item, runs in groups.items()}

    def run_href(self, run: SharedRun) -> str:
        """Return the address of a run in the list of all."""
        number = self._run_numbers[run.id] // RUNS + 1
        return f"{part_address('shared/', number)}index.html#{run_anchor(run)}"

    @cached_property
    def _run_numbers(self) -> Mapping[str, int]:
        return {run.id: number for number, run in enumerate(self.archive.shared)}

    def upwards(self, tag: RegionTag) -> tuple[str, ...]:
        """Return the codes of a tag's place and of all places above it."""
        return tuple(place.code for place in self.archive.gazetteer.path(tag.code))

    def region_href(self, code: str) -> str:
        """Return the address of a place's page, or of the nearest place above it that has one: the province has."""
        upwards = reversed(self.archive.gazetteer.path(code))
        return (
            f"regions/{next(place.code for place in upwards if place.code in self.region_pages)}/index.html"
        )

    def place_link(self, place: Place) -> Link:
        """Return a place's name with its count; a place of which no item writes leads nowhere."""
        count = len(self.archive.by_region.get(place.code, ()))
        told = count or place.code in self.mentions
        return Link(text=place.name, href=self.region_href(place.code) if told else "", count=count)

    def column_link(self, name: str) -> Link:
        """Return a column's name with its count."""
        slug = self.archive.column_slugs[name]
        count = len(self.archive.by_column.get(name, ()))
        return Link(text=name, href=f"columns/{slug}/index.html", count=count)

    def theme_link(self, slug: str, name: str) -> Link:
        """Return a theme's name with its count."""
        count = len(self.archive.by_theme.get(slug, ()))
        return Link(text=name, href=f"themes/{slug}/index.html", count=count)

    def thing_link(self, kind: ThingKind, name: str) -> Link:
        """Return the name of a person, an organisation or a practice with the count of items that name it.

        What is no thing of the archive has no page.
        """
        normal = self.archive.spellings.name(name) if kind is ThingKind.PERSON else normal_form(name)
        thing = self.archive.things.every[kind].get(normal)
        if thing is None:
            return Link(text=name, href="")
        count = len(self.entries[kind][thing.name])
        return Link(text=name, href=f"{thing_url(thing)}index.html", count=count)

    @cached_property
    def entries(self) -> Mapping[ThingKind, Mapping[str, tuple[Entry, ...]]]:
        """The items that name each thing, by its kind and its name in normal form."""
        return {
            ThingKind.PERSON: self.archive.by_person,
            ThingKind.ORGANISATION: self.archive.by_organisation,
            ThingKind.PRACTICE: self.archive.by_practice,
        }

    def page_link(self, page: Page) -> Link:
        """Return a newspaper page's name."""
        if page.id not in self.page_links:
            href = f"{page_url(page)}index.html"
            self.page_links[page.id] = Link(text=page_name(page), href=href, count=len(page.items))
        return self.page_links[page.id]

    def item_link(self, entry: Entry, note: str = "") -> Link:
        """Return an item's title."""
        return Link(text=title_of(entry.item), href=f"{item_url(entry.item)}index.html", note=note)

    def row(self, entry: Entry) -> ItemRow:
        """Return the line that stands for an item in every list."""
        item = entry.item
        if item.id not in self.rows:
            self.rows[item.id] = self._row(entry)
        return self.rows[item.id]

    def _row(self, entry: Entry) -> ItemRow:
        page, item = entry.page, entry.item
        return ItemRow(
            id=item.id,
            href=f"{item_url(item)}index.html",
            title=title_of(item),
            untitled=item.headline is None,
            supplied=bool(item.supplied),
            kind=KINDS[item.kind],
            kind_slug=str(item.kind),
            column=self.column_link(item.column) if item.column else None,
            date=when_words(date_of(page, item)),
            places="、".join(address_words(tag) for tag in item.tags.regions if tag.primary),
            people="、".join(dict.fromkeys(contributors(item))),
            page=self.page_link(page),
            flag=flag_of(item),
            part=item.series.part if item.series else "",
        )

    def newest(self, entries: Sequence[Entry]) -> list[Entry]:
        """Return items by their latest possible day, the latest first, undated ones last; else as they stand."""
        return sorted(entries, key=lambda entry: self._days[entry.item.id], reverse=True)

    @cached_property
    def _days(self) -> Mapping[str, str]:
        """The latest day that is known of each item, by id; empty where unknown."""
        return {entry.item.id: latest(date_of(entry.page, entry.item).edtf) for entry in self.archive.items}

    def parts(
        self, entries: Sequence[Entry], address: str, size: int, *, count: int | None = None
    ) -> Iterable[Part]:
        """Cut a list into parts of at most `size`; the first stands at `address`, part 2 at `address`2/.

        `count` is the length of a list that is not made of items.
        """
        total = max(1, -(-(len(entries) if count is None else count) // size))
        for number in range(1, total + 1):
            yield Part(
                number=number,
                total=total,
                address=part_address(address, number),
                previous=_part_link(address, number - 1, total),
                next=_part_link(address, number + 1, total),
                others=tuple(
                    link for near in _near(number, total) if (link := _part_link(address, near, total))
                ),
                rows=tuple(self.row(entry) for entry in entries[(number - 1) * size : number * size]),
            )


def _part_link(address: str, number: int, total: int) -> Link | None:
    if not 1 <= number <= total:
        return None
    return Link(text=str(number), href=f"{part_address(address, number)}index.html")


def _near(number: int, total: int) -> list[int]:
    """Return the parts that are linked from part `number`: the ends, the neighbours and their steps of ten."""
    wanted = {1, total, *range(number - 3, number + 4), *range(number - 30, number + 31, 10)}
    return sorted(part for part in wanted if 1 <= part <= total)


def line_href(item: Item, line: int) -> str:
    """Return the address of the paragraph that a source line of an item went to; else of the item."""
    anchor = _anchors(Itself(item)).get(line, "")
    return f"{item_url(item)}index.html{anchor}"


@lru_cache(maxsize=256)
def _anchors(itself: Itself) -> Mapping[int, str]:
    """Return the paragraph that each source line of an item went to: the first, where it went to several."""
    parts = tuple(zip(paragraph_anchors(itself.item), itself.item.body, strict=True))
    return {line: f"#{anchor}" for anchor, part in reversed(parts) for line in part.lines}


def run_anchor(run: SharedRun) -> str:
    """Return the place of a run on its page of the list; it is the same as long as the words are."""
    return f"r-{run.id}"
