"""What the home page and the coverage page show: the archive in numbers, its map, its newest pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.archive.dates import in_time
from generator.archive.groups import Entry, Group
from generator.archive.papers import Newspaper
from generator.model import DateBasis, Page, TextKind
from generator.model.doubts import meaning
from generator.model.widths import full_width
from generator.reading.evidence.reliability import Reliability, load_reliability
from generator.site.views.frame import Frame
from generator.site.views.lead import Lead, holdings, lead_of
from generator.site.views.papers import PaperGaps, paper_gaps, paper_link
from generator.site.views.phrases import ordinal
from generator.site.views.rows import ItemRow, Link
from generator.site.views.sketch import SketchView, sketch_of
from generator.site.views.subjects import extent

NEWEST = 4
"""Newest pages on the home page."""
STORIES = 7
"""Items named under each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number of the archive."""

    number: str
    """The number as readers write it, such as `1,204` or `9/12`."""
    unit: str
    """What is counted, in Chinese."""
    href: str
    """The address of the page that shows what was counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPage:
    """One of the newest pages with its first items."""

    page: Link
    """The way to it."""
    sketch: SketchView
    """How it may have looked, by order and length."""
    stories: tuple[ItemRow, ...]
    """Its first items that have a headline; any, where none has."""
    more: int
    """How many of its items are not among them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeView:
    """Everything that the template of the home page may use."""

    holdings: str
    """What the archive holds, in one sentence."""
    lead: Lead | None
    """The story that the page opens with; None where no story is sure."""
    figures: tuple[Figure, ...]
    """The archive in numbers, in the order in which they are shown."""
    first: str
    """The earliest date of an item, in Chinese; empty where no item has a date."""
    last: str
    """The latest one, likewise."""
    columns: tuple[Link, ...]
    """The columns with the most items, at most 24, the fullest first."""
    themes: tuple[Link, ...]
    """All themes of the vocabulary in its order, those without items among them."""
    newest: tuple[NewPage, ...]
    """The newest pages, the latest first."""
    abstracts: int
    """How many pages hold abstracts and not the newspaper's own text."""
    pages: int
    """How many pages there are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many items are so, with some of them."""

    text: str
    """What is so, in Chinese."""
    count: int
    """How many items are so."""
    rows: tuple[ItemRow, ...]
    """The first ten of them, in the archive's order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageView:
    """Everything that the template of the coverage page may use."""

    papers: tuple[Link, ...]
    """Each paper with its number of pages, the most first; one entry stands for pages without a paper."""
    gaps: tuple[PaperGaps, ...]
    """Of each paper of which an editor says what was published, how much is here."""
    uncounted: tuple[Link, ...]
    """The papers with pages of which nobody says so."""
    unissued: int
    """How many pages belong to no issue."""
    pages: int
    """How many pages there are."""
    items: int
    """How many items there are."""
    lines: int
    """How many source lines are not blank."""
    unplaced: int
    """How many of those went to no item and are no furniture."""
    missing: tuple[Count, ...]
    """For each thing that an item may lack, the items that lack it."""
    doubts: tuple[Count, ...]
    """For each reason to doubt a reading, the items that have it, the most frequent first."""
    doubtful: int
    """How many items are doubted for any reason."""
    suspect: int
    """How many others have words that look like misprints."""
    reliability: Reliability
    """How far the reading's confidence could be trusted on other pages."""


def home_view(frame: Frame) -> HomeView:
    """Return the view of the home page."""
    archive = frame.archive
    first, last = extent(archive.items)
    about = {column.name: column.about for column in archive.taxonomy.columns}
    themes = {theme.slug: theme for theme in archive.taxonomy.themes}
    newest = newest_pages(archive.pages)
    return HomeView(
        holdings=holdings(archive),
        lead=lead_of(frame, newest),
        figures=tuple(_figures(frame)),
        first=first,
        last=last,
        columns=tuple(
            Link(
                text=name,
                href=frame.column_link(name).href,
                count=len(group),
                note=full_width(about.get(name, "")),
            )
            for name, group in sorted(archive.by_column.items(), key=lambda pair: -len(pair[1]))[:24]
        ),
        themes=tuple(
            Link(
                text=theme.name,
                href=f"themes/{slug}/index.html",
                count=len(archive.by_theme.get(slug, ())),
                note=full_width(theme.about),
            )
            for slug, theme in themes.items()
        ),
        newest=page_cards(frame, newest[:NEWEST]),
        abstracts=sum(page.issue.text_kind is TextKind.ABSTRACT for page in archive.pages),
        pages=len(archive.pages),
    )


def _figures(frame: Frame) -> list[Figure]:
    archive = frame.archive
    characters = sum(not character.isspace() for entry in archive.items for character in entry.item.text)
    leagues = archive.gazetteer.children(archive.gazetteer.province.code)
    told = sum(place.code in archive.by_region for place in leagues)
    return [
        Figure(number=ordinal(len(archive.pages)), unit="个版面", href="pages/index.html"),
        Figure(number=ordinal(len(archive.items)), unit="篇", href="search/index.html"),
        Figure(number=ordinal(characters), unit="字", href="data/index.html"),
        Figure(number=f"{told}/{len(leagues)}", unit="盟市", href="regions/index.html"),
        Figure(number=ordinal(len(archive.by_contributor)), unit="位署名者", href="bylines/index.html"),
        Figure(number=ordinal(len(archive.by_practice)), unit="种做法", href="practices/index.html"),
    ]


def newest_pages(pages: tuple[Page, ...]) -> list[Page]:
    """Return the pages by their latest possible day, the latest first; undated ones last, by id."""
    return list(reversed(in_time(pages)))


def page_cards(frame: Frame, pages: Iterable[Page]) -> tuple[NewPage, ...]:
    """Return newspaper pages with their first items."""
    return tuple(_page_card(frame, page) for page in pages)


def _page_card(frame: Frame, page: Page) -> NewPage:
    titled = [item for item in page.items if item.headline] or list(page.items)
    stories = tuple(frame.row(Entry(page=page, item=item)) for item in titled[:STORIES])
    return NewPage(
        page=frame.page_link(page),
        sketch=sketch_of(page),
        stories=stories,
        more=len(page.items) - len(stories),
    )


def coverage_view(frame: Frame) -> CoverageView:
    """Return the view of the coverage page."""
    archive = frame.archive
    newspapers = [newspaper for newspaper in archive.newspapers if newspaper.pages]
    return CoverageView(
        papers=_papers(newspapers, len(archive.pages)),
        gaps=paper_gaps(archive.newspapers),
        uncounted=tuple(paper_link(newspaper) for newspaper in newspapers if not newspaper.gaps),
        unissued=len(archive.pages) - len(archive.issue_of),
        pages=len(archive.pages),
        items=len(archive.items),
        lines=sum(len(page.blocks) for page in archive.pages),
        unplaced=sum(len(page.unplaced) for page in archive.pages),
        missing=tuple(_missing(frame)),
        doubts=tuple(_doubts(frame)),
        doubtful=sum(not entry.item.sure for entry in archive.items),
        suspect=sum(entry.item.sure and bool(entry.item.text_doubts) for entry in archive.items),
        reliability=load_reliability(),
    )


def _papers(newspapers: Sequence[Newspaper], pages: int) -> tuple[Link, ...]:
    links = [paper_link(newspaper) for newspaper in newspapers]
    unnamed = pages - sum(link.count for link in links)
    links += [Link(text="报名未录", href="", count=unnamed)] if unnamed else []
    return tuple(sorted(links, key=lambda link: -link.count))


def _missing(frame: Frame) -> list[Count]:
    tests: list[tuple[str, Callable[[Entry], bool]]] = [
        ("日期未定", lambda entry: not (entry.item.tags.date.edtf or entry.page.issue.date.edtf)),
        ("日期是推定的区间", lambda entry: entry.item.tags.date.basis is DateBasis.INFERRED),
        ("未定地区", lambda entry: not any(tag.primary for tag in entry.item.tags.regions)),
        ("未定主题", lambda entry: not entry.item.tags.themes),
        ("没有标题", lambda entry: entry.item.headline is None),
        ("没有署名", lambda entry: not entry.item.contributors),
        ("文字不全（版面截断）", lambda entry: not entry.item.complete),
    ]
    return [
        _count(frame, words, [entry for entry in frame.archive.items if test(entry)]) for words, test in tests
    ]


def _doubts(frame: Frame) -> list[Count]:
    groups: dict[str, list[Entry]] = {}
    for entry in frame.archive.items:
        for code in dict.fromkeys(doubt.code for doubt in entry.item.doubts):
            groups.setdefault(code, []).append(entry)
    ranked = sorted(groups.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    return [_count(frame, full_width(meaning(code)), entries) for code, entries in ranked]


def _count(frame: Frame, words: str, entries: Sequence[Entry]) -> Count:
    return Count(text=words, count=len(entries), rows=tuple(frame.row(entry) for entry in entries[:10]))


def examples(frame: Frame) -> list[str]:
    """Return a place, two practices and a theme with many items, as examples for the search."""
    archive = frame.archive

    def first(groups: Mapping[str, Group], number: int = 1) -> list[str]:
        return sorted(groups, key=lambda key: -len(groups[key]))[:number]

    leagues = {
        place.name: archive.by_region[place.code]
        for place in archive.gazetteer.children(archive.gazetteer.province.code)
        if place.code in archive.by_region
    }
    names = {theme.slug: theme.name for theme in archive.taxonomy.themes}
    themes = [names.get(slug, slug) for slug in first(archive.by_theme)]
    return [*first(leagues), *first(archive.by_practice, 2), *themes]
