"""Views to Markdown: one file a page of the site, made of front matter and one block of HTML.

Front matter has five keys and no more: `title`, `description`, `section`, `kind` and `head`;
the theme reads nothing else. All words of the archive pass `html_escape_text` on their way out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup

from generator.escaping import html_escape_text, yaml_dq
from generator.indexing import Archive, Entry
from generator.outfiles import OutFile
from generator.records import item_url, page_url
from generator.settings import ROOT
from generator.views.charts import league_matrix, month_bars, tile_map
from generator.views.citations import citations_of, head_of, report_of
from generator.views.files import DATA_FILES
from generator.views.frame import Frame, Link, Part, page_name, title_of
from generator.views.home import coverage_view, home_view, newest_pages, page_cards
from generator.views.items import item_view
from generator.views.pages import page_view
from generator.views.places import place_view, places_with_pages, region_tree
from generator.views.reasons import doubt_meanings
from generator.views.subjects import (
    column_view,
    people_by_role,
    people_leaves,
    people_letters,
    person_view,
    practice_leaves,
    practice_views,
    theme_view,
)
from generator.views.times import UNKNOWN, by_year, year_view

TEMPLATES = ROOT / "theme" / "markdown"
SIZE = 200
"""Entries on one page of a list."""
PAGES = 60
"""Newspaper pages on one page of their list."""


def render(archive: Archive) -> Iterator[OutFile]:
    """Yield the Markdown of every page of the site, in a stable order and with the same bytes each time."""
    press = Press(Frame(archive=archive))
    yield from press.front()
    yield from press.items()
    yield from press.pages()
    yield from press.regions()
    yield from press.columns()
    yield from press.themes()
    yield from press.bylines()
    yield from press.practices()
    yield from press.dates()


class Press:
    """Prints the pages of one archive."""

    def __init__(self, frame: Frame) -> None:
        self.frame = frame
        self.archive = frame.archive

    @cached_property
    def environment(self) -> Environment:
        """The templates; whatever a template prints and is not markup already is escaped."""
        return Environment(
            loader=FileSystemLoader(TEMPLATES),
            autoescape=True,
            finalize=_escaped,
            auto_reload=False,
            trim_blocks=False,
            keep_trailing_newline=True,
        )

    def sheet(
        self,
        address: str,
        template: str,
        *,
        title: str,
        section: str,
        crumbs: Sequence[Link] = (),
        description: str = "",
        head: str = "",
        here: str = "",
        **context: Any,
    ) -> OutFile:
        """Return the Markdown of the page at `address` (`articles/x-01/`, or empty for the home page)."""
        root = "../" * address.count("/")
        body = self.environment.get_template(f"{template}.md.jinja").render(
            root=Markup(root), crumbs=(*crumbs, Link(text=here or title, href="")), **context
        )
        front = {
            "title": html_escape_text(title),
            "description": html_escape_text(description),
            "section": section,
            "kind": template,
            "head": head,
        }
        lines = [f"{key}: {yaml_dq(value)}" for key, value in front.items() if value]
        text = "\n".join(["---", *lines, "---", "", body.strip(), ""])
        return OutFile.of_text(f"{address}index.md", text)

    def front(self) -> Iterator[OutFile]:
        """Yield the home page, and what is about the archive as a whole."""
        settings = self.archive.settings
        home = home_view(self.frame)
        yield self.sheet(
            "",
            "home",
            title=settings.site_name,
            description=settings.description,
            section="",
            site_name=settings.site_name,
            home=home,
            tilemap=Markup(tile_map(self.frame, "")),
            examples=_examples(self.frame),
        )
        yield self.sheet(
            "about/",
            "about",
            title="关于",
            section="about",
            description=settings.description,
            doubts=doubt_meanings(),
        )
        yield self.sheet(
            "coverage/", "coverage", title="收录情况", section="about", coverage=coverage_view(self.frame)
        )
        yield self.sheet("data/", "data", title="数据", section="data", files=DATA_FILES)
        yield self.sheet("browse/", "browse", title="组合浏览", section="browse")

    def items(self) -> Iterator[OutFile]:
        """Yield the page of each item."""
        entries = self.archive.items
        for at, entry in enumerate(entries):
            previous = entries[at - 1] if at else None
            following = entries[at + 1] if at + 1 < len(entries) else None
            yield self.item(entry, previous, following)

    def item(self, entry: Entry, previous: Entry | None, following: Entry | None) -> OutFile:
        """Return the page of one item."""
        view = item_view(self.frame, entry, previous, following)
        settings = self.archive.settings
        steps = [Link(text="版面", href="pages/index.html"), view.page]
        if view.column:
            steps.append(view.column)
        return self.sheet(
            item_url(entry.item),
            "item",
            title=view.title,
            section="pages",
            crumbs=steps,
            description=_start(entry.item.text),
            head=head_of(entry, settings, view),
            here=f"第{view.position}篇",
            item=view,
            citations=citations_of(entry, settings),
            report=report_of(entry, settings),
        )

    def pages(self) -> Iterator[OutFile]:
        """Yield the list of newspaper pages, and the page of each."""
        pages = newest_pages(self.archive.pages)
        for part in self.frame.parts([], "pages/", PAGES, count=len(pages)):
            cards = page_cards(self.frame, pages[(part.number - 1) * PAGES : part.number * PAGES])
            yield self.sheet(part.address, "pages", title="版面", section="pages", part=part, pages=cards)
        every = self.archive.pages
        for at, page in enumerate(every):
            previous = every[at - 1] if at else None
            following = every[at + 1] if at + 1 < len(every) else None
            yield self.sheet(
                page_url(page),
                "page",
                title=page_name(page),
                section="pages",
                crumbs=[Link(text="版面", href="pages/index.html")],
                description="、".join(title_of(item) for item in page.items[:8]),
                page=page_view(self.frame, page, previous, following),
            )

    def regions(self) -> Iterator[OutFile]:
        """Yield the tree of regions, and the page of each place."""
        frame = self.frame
        tree = region_tree(frame)
        drawn = Markup(tile_map(frame, "../"))
        yield self.sheet("regions/", "regions", title="地区", section="regions", tree=tree, tilemap=drawn)
        for place in places_with_pages(frame):
            view = place_view(frame, place)
            entries = self.archive.by_region.get(place.code, ())
            steps = [Link(text="地区", href="regions/index.html"), *view.path]
            for part in frame.parts(entries, f"regions/{place.code}/", SIZE):
                yield self._part(part, "region", view.name, "regions", steps, place=view)

    def columns(self) -> Iterator[OutFile]:
        """Yield the list of columns, and the page of each."""
        frame = self.frame
        views = [column_view(frame, name) for name in self.archive.by_column]
        used = {view.name for view in views}
        yield self.sheet(
            "columns/",
            "columns",
            title="栏目",
            section="columns",
            columns=views,
            unused=[column.name for column in self.archive.taxonomy.columns if column.name not in used],
            outside=Link(
                text="", href="", count=sum(entry.item.column is None for entry in self.archive.items)
            ),
        )
        for view in views:
            entries = self.archive.by_column[view.name]
            steps = [Link(text="栏目", href="columns/index.html")]
            for part in frame.parts(entries, f"columns/{view.slug}/", SIZE):
                yield self._part(part, "column", view.name, "columns", steps, column=view)

    def themes(self) -> Iterator[OutFile]:
        """Yield the list of themes, and the page of each."""
        frame = self.frame
        slugs = [theme.slug for theme in self.archive.taxonomy.themes]
        slugs += [slug for slug in self.archive.by_theme if slug not in slugs]
        cards = [
            Link(text=view.name, href=f"themes/{view.slug}/index.html", count=view.total, note=view.about)
            for view in (theme_view(frame, slug) for slug in slugs)
        ]
        matrix = Markup(league_matrix(frame, "../"))
        yield self.sheet("themes/", "themes", title="主题", section="themes", themes=cards, matrix=matrix)
        for slug in slugs:
            view = theme_view(frame, slug)
            steps = [Link(text="主题", href="themes/index.html")]
            for part in frame.parts(self.archive.by_theme.get(slug, ()), f"themes/{slug}/", SIZE):
                yield self._part(part, "theme", view.name, "themes", steps, theme=view)

    def bylines(self) -> Iterator[OutFile]:
        """Yield the index of contributors, and the page of each."""
        frame = self.frame
        found = people_leaves(frame)
        short = len(found) == 1
        leaves = _leaf_links(found)
        yield self.sheet(
            "bylines/",
            "bylines",
            title="署名",
            section="bylines",
            roles=people_by_role(frame),
            letters=people_letters(frame, found[0]) if short else (),
            leaves=leaves,
        )
        steps = [Link(text="署名", href="bylines/index.html")]
        for leaf in () if short else found:
            heading = f"署名：{leaf.letter}"
            yield self.sheet(
                leaf.address,
                "letters",
                title=heading,
                section="bylines",
                crumbs=steps,
                heading=heading,
                letters=people_letters(frame, leaf),
                leaves=leaves,
            )
        for name, entries in self.archive.by_contributor.items():
            view = person_view(frame, name)
            for part in frame.parts(entries, f"bylines/{view.slug}/", SIZE):
                yield self._part(part, "byline", name, "bylines", steps, person=view)

    def practices(self) -> Iterator[OutFile]:
        """Yield the index of practices, on one page or by letter."""
        found = practice_leaves(self.frame)
        leaves = _leaf_links(found)
        short = len(found) == 1
        steps = [] if short else [Link(text="做法", href="practices/index.html")]
        if not short:
            yield self.sheet(
                "practices/",
                "practices",
                title="做法",
                section="practices",
                heading="做法",
                lead=True,
                letters=[],
                leaves=leaves,
            )
        for leaf in found:
            heading = "做法" if short else f"做法：{leaf.letter}"
            yield self.sheet(
                leaf.address,
                "practices",
                title=heading,
                section="practices",
                crumbs=steps,
                heading=heading,
                lead=short,
                letters=practice_views(self.frame, leaf),
                leaves=leaves,
            )

    def dates(self) -> Iterator[OutFile]:
        """Yield the date view, and the page of each year."""
        frame = self.frame
        groups = by_year(frame)
        views = {key: year_view(frame, key, entries) for key, entries in groups.items() if key != UNKNOWN}
        years = [
            {"key": key, "total": view.total, "chart": Markup(month_bars(view, "../"))}
            for key, view in views.items()
        ]
        undated = len(groups.get(UNKNOWN, ()))
        yield self.sheet("dates/", "dates", title="日期", section="dates", years=years, undated=undated)
        steps = [Link(text="日期", href="dates/index.html")]
        for key, entries in groups.items():
            heading = "日期未定" if key == UNKNOWN else f"{key}年"
            for part in frame.parts(entries, f"dates/{key}/", SIZE):
                year = views.get(key)
                yield self._part(part, "year", heading, "dates", steps, year=year, heading=heading)

    def _part(
        self, part: Part, template: str, name: str, section: str, steps: Sequence[Link], **context: Any
    ) -> OutFile:
        """Return one part of a list."""
        title = name if part.number == 1 else f"{name}（第{part.number}页）"
        return self.sheet(
            part.address, template, title=title, section=section, crumbs=steps, part=part, **context
        )


def _escaped(value: Any) -> Any:
    return value if isinstance(value, Markup) else Markup(html_escape_text(str(value)))


def _start(text: str, length: int = 110) -> str:
    words = " ".join(text.split())
    return words if len(words) <= length else f"{words[:length]}…"


def _leaf_links(leaves: Sequence[Any]) -> list[Link]:
    """Return the way to the first page of each letter."""
    first = {leaf.letter: leaf for leaf in reversed(leaves)}
    return [
        Link(text=letter if letter != "0" else "其他", href=f"{first[letter].address}index.html")
        for letter in sorted(first, key=lambda letter: (letter == "0", letter))
        if letter
    ]


def _examples(frame: Frame) -> list[str]:
    """Return a place, a practice and a theme of the archive, as examples for the search."""
    archive = frame.archive
    leagues = [
        place
        for place in archive.gazetteer.children(archive.gazetteer.province.code)
        if place.code in archive.by_region
    ]
    places = sorted(leagues, key=lambda place: -len(archive.by_region[place.code]))[:1]
    practices = sorted(archive.by_practice, key=lambda name: -len(archive.by_practice[name]))[:2]
    names = {theme.slug: theme.name for theme in archive.taxonomy.themes}
    themes = sorted(archive.by_theme, key=lambda slug: -len(archive.by_theme[slug]))[:1]
    return [*(place.name for place in places), *practices, *(names.get(slug, slug) for slug in themes)]
