"""Items as references: articles.ris, .bib and .csl.json of the whole archive, and of each list beside its page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import BytesIO

from generator.archive.addresses import (
    REFERENCE_FORMS,
    issue_url,
    item_url,
    list_references,
    page_url,
    thing_url,
)
from generator.archive.dates import by_year
from generator.archive.groups import Archive, Entry, Group
from generator.data.citing import cite
from generator.data.exporting.jsonlines import encode
from generator.model.outfiles import OutFile
from generator.vocabulary.settings import Settings

Printed = tuple[bytes, bytes, bytes]
"""One item as RIS, BibTeX and CSL-JSON."""


def reference_files(archive: Archive) -> Iterator[OutFile]:
    """Yield the three files of the whole archive."""
    printed = (print_entry(entry, archive.settings) for entry in archive.items)
    for (_, suffix, _), data in zip(REFERENCE_FORMS, bind(printed), strict=True):
        yield OutFile(f"data/articles.{suffix}", data)


def list_reference_files(archive: Archive) -> Iterator[OutFile]:
    """Yield three files for each region, column, theme, byline, year and page whose list is not too long."""
    known: dict[str, Printed] = {}
    for address, group in _lists(archive):
        names = list_references(address, len(group))
        if not names:
            continue
        for entry in group:
            if entry.item.id not in known:
                known[entry.item.id] = print_entry(entry, archive.settings)
        files = bind(known[entry.item.id] for entry in group)
        yield from (OutFile(uri, data) for (_, uri), data in zip(names, files, strict=True))


def print_entry(entry: Entry, settings: Settings) -> Printed:
    """Return an item as a record of each file."""
    url = f"{settings.site_url}{item_url(entry.item)}" if settings.site_url else ""
    citations = cite(entry.page, entry.item, url=url, site=settings.site_name)
    return (f"{citations.ris}\n".encode(), f"{citations.bibtex}\n".encode(), encode(citations.csl).encode())


def bind(printed: Iterable[Printed]) -> Printed:
    """Return the three files that hold these records."""
    ris, bib, csl = BytesIO(), BytesIO(), BytesIO()
    separator = b"[\n"
    for record in printed:
        ris.write(record[0])
        bib.write(record[1])
        csl.write(separator)
        csl.write(record[2])
        separator = b",\n"
    csl.write(b"[]\n" if separator == b"[\n" else b"\n]\n")
    return ris.getvalue(), bib.getvalue(), csl.getvalue()


def _lists(archive: Archive) -> Iterator[tuple[str, Group]]:
    yield from ((f"regions/{code}/", group) for code, group in archive.by_region.items())
    yield from (
        (f"columns/{archive.column_slugs[name]}/", group) for name, group in archive.by_column.items()
    )
    yield from ((f"themes/{slug}/", group) for slug, group in archive.by_theme.items())
    for thing in (thing for things in archive.things.every.values() for thing in things.values()):
        yield thing_url(thing), archive.listed[thing.kind].get(thing.name, ())
    yield from ((f"dates/{year}/", group) for year, group in by_year(archive).items())
    for newspaper in archive.newspapers:
        for issue in newspaper.issues:
            group = tuple(Entry(page=page, item=item) for page in issue.pages for item in page.items)
            yield issue_url(newspaper.paper.id, issue.day), group
    for page in archive.pages:
        yield page_url(page), tuple(Entry(page=page, item=item) for item in page.items)
