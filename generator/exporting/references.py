"""articles.ris, articles.bib and articles.csl.json: every item as a reference, made in one pass."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

from generator.citing import cite
from generator.exporting.jsonlines import encode
from generator.indexing import Archive
from generator.outfiles import OutFile
from generator.records import item_url


def reference_files(archive: Archive) -> Iterator[OutFile]:
    """Yield the three files of references."""
    settings = archive.settings
    ris, bib, csl = BytesIO(), BytesIO(), BytesIO()
    separator = "["
    for entry in archive.items:
        url = f"{settings.site_url}{item_url(entry.item)}" if settings.site_url else ""
        citations = cite(entry.page, entry.item, url=url, site=settings.site_name)
        ris.write(f"{citations.ris}\n".encode())
        bib.write(f"{citations.bibtex}\n".encode())
        csl.write(f"{separator}\n{encode(citations.csl)}".encode())
        separator = ","
    csl.write(b"[]\n" if separator == "[" else b"\n]\n")
    yield OutFile("data/articles.ris", ris.getvalue())
    yield OutFile("data/articles.bib", bib.getvalue())
    yield OutFile("data/articles.csl.json", csl.getvalue())
