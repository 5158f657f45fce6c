"""What the page for combining facets loads: classic scripts that hand over plain values.

`browse/facets.js` holds, for every item, the numbers of its places, column, themes, kind and years;
`browse/rows/N.js` what a list shows of a few hundred items, `browse/ris/N.js` their references.
The last two are loaded when they are needed.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from generator.archive.addresses import item_url
from generator.archive.dates import date_of, years_of
from generator.archive.facets import FACETS, NO_YEAR
from generator.archive.groups import Entry
from generator.data.citing import cite
from generator.model.outfiles import OutFile
from generator.model.words import KINDS
from generator.site.views.frame import Frame
from generator.site.views.phrases import place_words

CHUNK = 250
"""Items in one file of rows."""


def facet_files(frame: Frame) -> Iterator[OutFile]:
    """Yield every script of the page."""
    yield OutFile.of_text("browse/facets.js", _call("facets", _facets(frame)))
    entries = frame.archive.items
    for number, start in enumerate(range(0, len(entries), CHUNK)):
        chunk = entries[start : start + CHUNK]
        rows = [_row(frame, entry) for entry in chunk]
        yield OutFile.of_text(f"browse/rows/{number}.js", _call("rows", number, rows))
        references = [_ris(frame, entry) for entry in chunk]
        yield OutFile.of_text(f"browse/ris/{number}.js", _call("ris", number, references))


def _call(name: str, *values: Any) -> str:
    """Return a script that hands values over; no text in it can end a script or a line."""
    words = ",".join(json.dumps(value, ensure_ascii=False, separators=(",", ":")) for value in values)
    for character in "<\u2028\u2029":
        words = words.replace(character, f"\\u{ord(character):04x}")
    return f"banmianBrowse.{name}({words});\n"


def _facets(frame: Frame) -> dict[str, Any]:
    """Return the values of each facet, and for each item their numbers, facet by facet in the order of FACETS."""
    archive = frame.archive
    places = {code: number for number, code in enumerate(archive.by_region)}
    columns = {name: number for number, name in enumerate(archive.by_column)}
    themes = {slug: number for number, slug in enumerate(archive.by_theme)}
    kinds = {kind: number for number, kind in enumerate(KINDS)}
    years = sorted({year for entry in archive.items for year in years_of(entry)}, reverse=True)
    year_numbers = {year: number for number, year in enumerate([*years, NO_YEAR])}
    names = {tag.slug: tag.name for entry in archive.items for tag in entry.item.tags.themes}

    def numbers(entry: Entry) -> list[Any]:
        item = entry.item
        codes = {code for tag in item.tags.regions if tag.primary for code in frame.upwards(tag)}
        return [
            sorted(places[code] for code in codes),
            [columns[item.column]] if item.column else [],
            [themes[tag.slug] for tag in item.tags.themes],
            [kinds[item.kind]],
            [year_numbers[year] for year in years_of(entry) or (NO_YEAR,)],
        ]

    values: tuple[list[list[Any]], ...] = (
        [_place(frame, code, places) for code in places],
        [[archive.column_slugs[name], name] for name in columns],
        [[slug, names[slug]] for slug in themes],
        [[kind, KINDS[kind]] for kind in kinds],
        [[year, f"{year}年" if year != NO_YEAR else year] for year in year_numbers],
    )
    return {
        "chunk": CHUNK,
        **dict(zip(FACETS, values, strict=True)),
        "items": [numbers(entry) for entry in archive.items],
    }


def _place(frame: Frame, code: str, places: dict[str, int]) -> list[Any]:
    place = frame.archive.gazetteer.places[code]
    return [code, place.name, places.get(place.parent, -1)]


def _row(frame: Frame, entry: Entry) -> list[str]:
    """Return what a list and the downloaded table show of an item; the script has the columns' names."""
    page, item = entry.page, entry.item
    row = frame.row(entry)
    date = date_of(page, item)
    primary = [tag for tag in item.tags.regions if tag.primary]
    return [
        item.id,
        row.title,
        item.kicker.text if item.kicker else "",
        item.deck.text if item.deck else "",
        row.kind,
        item.column or "",
        row.people,
        _joined(place_words(tag, "/".join(tag.path[1:]) or tag.name) for tag in primary),
        _joined(tag.code for tag in primary if not tag.guess),
        _joined(tag.name for tag in item.tags.themes),
        date.edtf or "",
        date.basis,
        page.issue.paper or "",
        page.issue.label or "",
        f"{frame.archive.settings.site_url}{item_url(item)}",
        row.date,
    ]


def _joined(words: Iterable[str]) -> str:
    return "; ".join(words)


def _ris(frame: Frame, entry: Entry) -> str:
    settings = frame.archive.settings
    url = f"{settings.site_url}{item_url(entry.item)}" if settings.site_url else ""
    return cite(entry.page, entry.item, url=url, site=settings.site_name).ris
