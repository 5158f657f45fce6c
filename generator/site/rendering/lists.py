"""The pages that list items: by region, column, theme, byline, practice and date."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from generator.archive.addresses import FEED_LEVELS, column_feed, list_references, region_feed, theme_feed
from generator.archive.dates import UNKNOWN, by_year
from generator.model.outfiles import OutFile
from generator.site.rendering.press import SIZE, Press
from generator.site.views.charts import league_matrix, tile_map
from generator.site.views.leaves import Leaf
from generator.site.views.phrases import date_words
from generator.site.views.places import place_view, places_with_pages, region_tree
from generator.site.views.rows import Link
from generator.site.views.subjects import column_view, theme_view
from generator.site.views.times import year_view
from generator.site.views.writers import (
    people_by_role,
    people_leaves,
    people_letters,
    person_view,
    practice_leaves,
    practice_views,
)


def region_pages(press: Press) -> Iterator[OutFile]:
    """Yield the tree of regions, and the page of each place."""
    frame = press.frame
    tree = region_tree(frame)
    tiles = tile_map(frame)
    yield press.sheet("regions/", "regions", title="地区", section="regions", tree=tree, tilemap=tiles)
    for place in places_with_pages(frame):
        view = place_view(frame, place)
        entries = frame.newest(press.archive.by_region.get(place.code, ()))
        crumbs = [Link(text="地区", href="regions/index.html"), *view.path]
        feed = region_feed(place.code) if place.level in FEED_LEVELS and entries else ""
        address = f"regions/{place.code}/"
        taken: dict[str, Any] = {"feed": feed, "references": list_references(address, len(entries))}
        for part in frame.parts(entries, address, SIZE):
            yield press.part(
                part, "region", title=view.name, section="regions", crumbs=crumbs, place=view, **taken
            )


def column_pages(press: Press) -> Iterator[OutFile]:
    """Yield the list of columns, and the page of each."""
    frame, archive = press.frame, press.archive
    views = [column_view(frame, name) for name in archive.by_column]
    used = {view.name for view in views}
    unused = [column.name for column in archive.taxonomy.columns if column.name not in used]
    outside = sum(entry.item.column is None for entry in archive.items)
    for part in frame.parts([], "columns/", SIZE, count=len(views)):
        shown = views[(part.number - 1) * SIZE : part.number * SIZE]
        yield press.part(
            part,
            "columns",
            title="栏目",
            section="columns",
            crumbs=[],
            columns=shown,
            unused=unused,
            outside=outside,
        )
    crumbs = [Link(text="栏目", href="columns/index.html")]
    for view in views:
        entries = frame.newest(archive.by_column[view.name])
        address = f"columns/{view.slug}/"
        taken: dict[str, Any] = {
            "feed": column_feed(view.slug),
            "references": list_references(address, len(entries)),
        }
        for part in frame.parts(entries, address, SIZE):
            yield press.part(
                part, "column", title=view.name, section="columns", crumbs=crumbs, column=view, **taken
            )


def theme_pages(press: Press) -> Iterator[OutFile]:
    """Yield the list of themes, and the page of each."""
    frame, archive = press.frame, press.archive
    slugs = dict.fromkeys([*(theme.slug for theme in archive.taxonomy.themes), *archive.by_theme])
    views = [theme_view(frame, slug) for slug in slugs]
    matrix = league_matrix(frame)
    yield press.sheet("themes/", "themes", title="主题", section="themes", themes=views, matrix=matrix)
    crumbs = [Link(text="主题", href="themes/index.html")]
    for view in views:
        entries = frame.newest(archive.by_theme.get(view.slug, ()))
        address = f"themes/{view.slug}/"
        feed = theme_feed(view.slug) if view.total else ""
        taken: dict[str, Any] = {"feed": feed, "references": list_references(address, len(entries))}
        for part in frame.parts(entries, address, SIZE):
            yield press.part(
                part, "theme", title=view.name, section="themes", crumbs=crumbs, theme=view, **taken
            )


def byline_pages(press: Press) -> Iterator[OutFile]:
    """Yield the index of contributors, and the page of each."""
    frame = press.frame
    found = people_leaves(frame)
    short = len(found) == 1
    links = leaf_links(found)
    letters = people_letters(frame, found[0]) if short else ()
    roles = people_by_role(frame)
    yield press.sheet(
        "bylines/", "bylines", title="署名", section="bylines", roles=roles, letters=letters, leaves=links
    )
    crumbs = [Link(text="署名", href="bylines/index.html")]
    for at, leaf in enumerate(() if short else found):
        yield press.sheet(
            leaf.address,
            "letters",
            title=leaf.titled("署名"),
            section="bylines",
            crumbs=crumbs,
            letters=people_letters(frame, leaf),
            leaves=links,
            beside=beside(found, at),
        )
    for name, entries in press.archive.by_contributor.items():
        view = person_view(frame, name)
        address = f"bylines/{view.slug}/"
        taken: dict[str, Any] = {"references": list_references(address, len(entries))}
        for part in frame.parts(frame.newest(entries), address, SIZE):
            yield press.part(
                part, "byline", title=name, section="bylines", crumbs=crumbs, person=view, **taken
            )


def practice_pages(press: Press) -> Iterator[OutFile]:
    """Yield the index of practices, on one page or by letter."""
    found = practice_leaves(press.frame)
    links = leaf_links(found)
    short = len(found) == 1
    crumbs = [] if short else [Link(text="做法", href="practices/index.html")]
    if not short:
        yield press.sheet(
            "practices/", "practices", title="做法", section="practices", lead=True, letters=[], leaves=links
        )
    for at, leaf in enumerate(found):
        yield press.sheet(
            leaf.address,
            "practices",
            title=leaf.titled("做法"),
            section="practices",
            crumbs=crumbs,
            lead=short,
            letters=practice_views(press.frame, leaf),
            leaves=links,
            beside=beside(found, at),
        )


def date_pages(press: Press) -> Iterator[OutFile]:
    """Yield the date view, and the page of each year."""
    frame = press.frame
    groups = by_year(press.archive)
    views = {key: year_view(frame, key, entries) for key, entries in groups.items() if key != UNKNOWN}
    undated = len(groups.get(UNKNOWN, ()))
    yield press.sheet("dates/", "dates", title="日期", section="dates", years=views.values(), undated=undated)
    crumbs = [Link(text="日期", href="dates/index.html")]
    for key, entries in groups.items():
        title = date_words(key) if key in views else "年份未定"
        address = f"dates/{key}/"
        shown: dict[str, Any] = {"year": views.get(key), "heading": title}
        shown["references"] = list_references(address, len(entries))
        for part in frame.parts(frame.newest(entries), address, SIZE):
            yield press.part(part, "year", title=title, section="dates", crumbs=crumbs, **shown)


def leaf_links(leaves: Sequence[Leaf]) -> list[Link]:
    """Return the way to the first page of each letter."""
    first = {leaf.letter: leaf for leaf in reversed(leaves) if leaf.letter}
    return [
        Link(text=letter if letter != "0" else "其他", href=f"{first[letter].address}index.html")
        for letter in sorted(first, key=lambda letter: (letter == "0", letter))
    ]


def beside(leaves: Sequence[Leaf], at: int) -> tuple[Link | None, Link | None]:
    """Return the ways to the pages of an index before and after one of them."""
    before = Link(text="上一页", href=f"{leaves[at - 1].address}index.html") if at else None
    after = Link(text="下一页", href=f"{leaves[at + 1].address}index.html") if at + 1 < len(leaves) else None
    return before, after
