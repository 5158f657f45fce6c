"""regions.json, columns.json, themes.json and papers.json: the vocabularies, with how much stands under each entry."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.archive.addresses import (
    FEED_LEVELS,
    column_feed,
    issue_url,
    paper_url,
    region_feed,
    theme_feed,
)
from generator.archive.groups import ALWAYS_SHOWN, Archive
from generator.archive.papers import Newspaper
from generator.data.exporting.jsonlines import json_text
from generator.data.records import Row
from generator.model.outfiles import OutFile
from generator.vocabulary.gazetteer import Place


def vocabulary_files(archive: Archive) -> Iterator[OutFile]:
    """Yield the four vocabularies."""
    yield OutFile.of_text("data/regions.json", json_text(region_rows(archive)))
    yield OutFile.of_text("data/columns.json", json_text(column_rows(archive)))
    yield OutFile.of_text("data/themes.json", json_text(theme_rows(archive)))
    yield OutFile.of_text("data/papers.json", json_text(paper_rows(archive)))


def region_rows(archive: Archive) -> list[Row]:
    """Return a row for each place that an item belongs to or mentions, and for every place above those, by code."""
    mentions = Counter(
        tag.code for entry in archive.items for tag in entry.item.tags.regions if not tag.primary
    )
    codes = {place.code for code in mentions for place in archive.gazetteer.path(code)}
    return [
        _region_row(archive, archive.gazetteer.places[code], mentions[code])
        for code in sorted(codes | set(archive.by_region))
    ]


def _region_row(archive: Archive, place: Place, mentions: int) -> Row:
    items = archive.by_region.get(place.code, ())
    return {
        "code": place.code,
        "name": place.name,
        "level": place.level,
        "parent": place.parent or None,
        "path": [above.name for above in archive.gazetteer.path(place.code)],
        "slug": place.slug,
        "aliases": list(place.aliases),
        "url": f"regions/{place.code}/" if items or place.level in ALWAYS_SHOWN else None,
        "feed": region_feed(place.code) if items and place.level in FEED_LEVELS else None,
        "items": len(items),
        "mentions": mentions,
    }


def column_rows(archive: Archive) -> list[Row]:
    """Return a row for each column that has items."""
    rows = []
    for name, group in archive.by_column.items():
        column, slug = archive.taxonomy.column(name), archive.column_slugs[name]
        rows.append(
            {
                "name": name,
                "slug": slug,
                "kind": str(column.kind) if column else None,
                "aliases": list(column.aliases) if column else [],
                "about": column.about if column else "",
                "url": f"columns/{slug}/",
                "feed": column_feed(slug),
                "items": len(group),
            }
        )
    return rows


def theme_rows(archive: Archive) -> list[Row]:
    """Return a row for each theme of the vocabulary, used or not."""
    rows = []
    for theme in archive.taxonomy.themes:
        items = len(archive.by_theme.get(theme.slug, ()))
        rows.append(
            {
                "slug": theme.slug,
                "name": theme.name,
                "about": theme.about,
                "terms": [{"term": term, "weight": weight} for term, weight in theme.terms],
                "url": f"themes/{theme.slug}/" if items else None,
                "feed": theme_feed(theme.slug) if items else None,
                "items": items,
            }
        )
    return rows


def paper_rows(archive: Archive) -> list[Row]:
    """Return a row for each newspaper that is described or that a page is of."""
    return [_paper_row(newspaper) for newspaper in archive.newspapers]


def _paper_row(newspaper: Newspaper) -> Row:
    paper = newspaper.paper
    return {
        "id": paper.id,
        "url": paper_url(paper.id),
        "name": paper.name,
        "former": [
            {"name": former.name, "since": former.since or None, "until": former.until or None}
            for former in paper.former
        ],
        "cn": paper.cn or None,
        "place": paper.place or None,
        "publisher": paper.publisher or None,
        "since": paper.since or None,
        "until": paper.until or None,
        "about": paper.about,
        "listed": paper.listed,
        "pages": newspaper.pages,
        "issues": [
            {
                "id": issue.id,
                "url": issue_url(paper.id, issue.day),
                "date": issue.day,
                "pages": [page.id for page in issue.pages],
                "published_pages": issue.published,
            }
            for issue in newspaper.issues
        ],
        "undated_pages": [page.id for page in newspaper.loose],
        "gaps": [
            {"year": gap.year, "published": gap.published, "missing": list(gap.missing)}
            for gap in newspaper.gaps
        ],
    }
