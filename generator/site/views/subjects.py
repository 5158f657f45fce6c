"""What the pages of columns, themes, bylines and practices show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from generator.archive.dates import date_of
from generator.archive.groups import Entry
from generator.model.date_words import when_words
from generator.model.edtf import days
from generator.model.widths import full_width
from generator.site.views.frame import Frame
from generator.site.views.phrases import COLUMN_KINDS
from generator.site.views.places import themes_of
from generator.site.views.rows import Link
from generator.site.views.series import SeriesView, series_view


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnView:
    """What the page of a column shows besides its list of items."""

    name: str
    """The archive's name of it."""
    slug: str
    """The last part of its address."""
    listed: bool
    """Whether it stands in the list of columns."""
    kind: str
    """What kind of items it holds, in Chinese; empty for articles and for a column that is not listed."""
    about: str
    """What it is about; empty where nothing is said."""
    aliases: tuple[str, ...]
    """Other names under which it is printed; empty for none."""
    total: int
    """How many items stand in it."""
    first: str
    """The date of its earliest item, in Chinese; empty where none has a date."""
    last: str
    """The date of its latest item, likewise."""
    pages: int
    """How many newspaper pages carry it."""
    gap: int
    """Pages between the first and the last with this column that do not carry it."""
    kinds: tuple[Link, ...]
    """The kinds of its items with their counts, without addresses."""
    themes: tuple[Link, ...]
    """The themes of its items with their counts, the most frequent first."""
    series: tuple[SeriesView, ...]
    """The series among its items; empty for none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeView:
    """What the page of a theme shows besides its list of items."""

    slug: str
    """The last part of its address."""
    name: str
    """What it is called."""
    about: str
    """What it is about; empty where the vocabulary no longer has it."""
    terms: tuple[str, ...]
    """The words that speak for it, the strongest first."""
    against: tuple[str, ...]
    """The words that speak against it."""
    total: int
    """How many items have it."""
    beside: tuple[Link, ...]
    """The other themes of its items with their counts, the most frequent first."""
    places: tuple[Link, ...]
    """The leagues that its items belong to, with their counts."""
    columns: tuple[Link, ...]
    """The columns that its items stand in, with their counts."""


def column_view(frame: Frame, name: str) -> ColumnView:
    """Return the view of one column, listed in the vocabulary or not."""
    column = frame.archive.taxonomy.column(name)
    entries = frame.archive.by_column.get(name, ())
    pages = list(dict.fromkeys(entry.page.id for entry in entries))
    every = [page.id for page in frame.archive.pages]
    reach = every.index(pages[-1]) - every.index(pages[0]) + 1 if pages else 0
    first, last = extent(entries)
    return ColumnView(
        name=name,
        slug=frame.archive.column_slugs[name],
        listed=column is not None,
        kind=COLUMN_KINDS.get(column.kind, "") if column else "",
        about=full_width(column.about) if column else "",
        aliases=column.aliases if column else (),
        total=len(entries),
        first=first,
        last=last,
        pages=len(pages),
        gap=reach - len(pages),
        kinds=tally(frame.row(entry).kind for entry in entries),
        themes=themes_of(frame, entries),
        series=tuple(
            series_view(frame, name)
            for name in dict.fromkeys(entry.item.series.name for entry in entries if entry.item.series)
        ),
    )


def extent(entries: Iterable[Entry]) -> tuple[str, str]:
    """Return the earliest and the latest date of some items in Chinese; empty where none has a date."""
    dates = [date_of(entry.page, entry.item) for entry in entries]
    known = [(span, date) for date in dates if (span := days(date.edtf))]
    if not known:
        return "", ""
    first = min(known, key=lambda pair: pair[0])
    last = max(known, key=lambda pair: pair[0][1])
    return when_words(first[1]), when_words(last[1])


def tally(words: Iterable[str]) -> tuple[Link, ...]:
    """Return words with their counts, the most frequent first."""
    return tuple(Link(text=word, href="", count=count) for word, count in Counter(words).most_common())


def theme_view(frame: Frame, slug: str) -> ThemeView:
    """Return the view of one theme."""
    archive = frame.archive
    entries = archive.by_theme.get(slug, ())
    theme = next((theme for theme in archive.taxonomy.themes if theme.slug == slug), None)
    named = {tag.slug: tag.name for entry in entries[:1] for tag in entry.item.tags.themes}
    terms = sorted(theme.terms, key=lambda term: -term[1]) if theme else []
    leagues = Counter(code for entry in entries for code in leagues_of(frame, entry))
    columns = Counter(entry.item.column for entry in entries if entry.item.column)
    return ThemeView(
        slug=slug,
        name=theme.name if theme else named[slug],
        about=full_width(theme.about) if theme else "",
        terms=tuple(word for word, weight in terms if weight > 0),
        against=tuple(word for word, weight in terms if weight <= 0),
        total=len(entries),
        beside=tuple(link for link in themes_of(frame, entries) if link.href != f"themes/{slug}/index.html"),
        places=tuple(
            Link(text=archive.gazetteer.places[code].name, href=frame.region_href(code), count=count)
            for code, count in leagues.most_common()
        ),
        columns=tuple(
            Link(text=name, href=frame.column_link(name).href, count=count)
            for name, count in columns.most_common()
        ),
    )


def leagues_of(frame: Frame, entry: Entry) -> tuple[str, ...]:
    """Return the codes of the leagues that an item belongs to."""
    codes = (frame.upwards(tag)[1:2] for tag in entry.item.tags.regions if tag.primary)
    return tuple(dict.fromkeys(code for found in codes for code in found))
