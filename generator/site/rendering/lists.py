"""The pages that list items: by region, column, theme and date; and text that several share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.archive.addresses import FEED_LEVELS, column_feed, list_references, region_feed, theme_feed
from generator.archive.dates import UNKNOWN, by_year
from generator.archive.shared import RunKind
from generator.model.date_words import date_words
from generator.model.outfiles import OutFile
from generator.site.rendering.press import SIZE, Press
from generator.site.views.axis import time_axis
from generator.site.views.charts import league_matrix, tile_map
from generator.site.views.frame import RUNS
from generator.site.views.places import MENTIONS, place_view, places_with_pages, region_tree
from generator.site.views.quoting import quotes_of
from generator.site.views.rows import Link
from generator.site.views.shared import run_views
from generator.site.views.subjects import column_view, theme_view
from generator.site.views.times import year_view


def region_pages(press: Press) -> Iterator[OutFile]:
    """Yield the tree of regions, and the page of each place."""
    frame = press.frame
    tree = region_tree(frame)
    tiles = tile_map(frame)
    yield press.sheet("regions/", "regions", title="地区", section="regions", tree=tree, tilemap=tiles)
    for place in places_with_pages(frame):
        view = place_view(frame, place)
        entries = frame.newest(press.archive.by_region.get(place.code, ()))
        told = frame.mentions.get(place.code, ())[:MENTIONS]
        crumbs = [Link(text="地区", href="regions/index.html"), *view.path]
        feed = region_feed(place.code) if place.level in FEED_LEVELS and entries else ""
        address = f"regions/{place.code}/"
        taken: dict[str, Any] = {"feed": feed, "references": list_references(address, len(entries))}
        for part in frame.parts(entries, address, SIZE):
            shown = (*entries[(part.number - 1) * SIZE : part.number * SIZE], *told)
            quotes = quotes_of(frame, place.code, shown)
            yield press.part(
                part,
                "region",
                title=view.name,
                section="regions",
                crumbs=crumbs,
                place=view,
                quotes=quotes,
                **taken,
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


def date_pages(press: Press) -> Iterator[OutFile]:
    """Yield the date view, and the page of each year."""
    frame = press.frame
    groups = by_year(press.archive)
    views = {key: year_view(frame, key, entries) for key, entries in groups.items() if key != UNKNOWN}
    undated = len(groups.get(UNKNOWN, ()))
    axis = time_axis(frame)
    yield press.sheet(
        "dates/", "dates", title="日期", section="dates", axis=axis, years=views.values(), undated=undated
    )
    crumbs = [Link(text="日期", href="dates/index.html")]
    for key, entries in groups.items():
        title = date_words(key) if key in views else "年份未定"
        address = f"dates/{key}/"
        shown: dict[str, Any] = {"year": views.get(key), "heading": title}
        shown["references"] = list_references(address, len(entries))
        for part in frame.parts(frame.newest(entries), address, SIZE):
            yield press.part(part, "year", title=title, section="dates", crumbs=crumbs, **shown)


def shared_pages(press: Press) -> Iterator[OutFile]:
    """Yield the list of text that stands in two places."""
    runs = press.archive.shared
    formulas = sum(run.kind is RunKind.FORMULA for run in runs)
    for part in press.frame.parts([], "shared/", RUNS, count=len(runs)):
        yield press.part(
            part,
            "shared",
            title="同文",
            section="shared",
            crumbs=[],
            runs=run_views(press.frame, runs[(part.number - 1) * RUNS : part.number * RUNS]),
            passages=len(runs) - formulas,
            formulas=formulas,
        )
