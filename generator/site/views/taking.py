"""What a reader of the workbench takes away of an item: a row of a table, and its references."""

from __future__ import annotations

from collections.abc import Iterable

from generator.archive.addresses import item_url
from generator.archive.dates import date_of
from generator.archive.groups import Archive, Entry, contributors
from generator.data.citing import cite
from generator.model.words import KINDS
from generator.site.views.names import title_of
from generator.site.views.phrases import place_words


def taken_row(archive: Archive, entry: Entry) -> tuple[str, ...]:
    """Return the cells of the downloaded table; theme/scripts/bench/table.js has the columns' names."""
    page, item = entry.page, entry.item
    date = date_of(page, item)
    primary = [tag for tag in item.tags.regions if tag.primary]
    return (
        item.id,
        title_of(item),
        item.kicker.text if item.kicker else "",
        item.deck.text if item.deck else "",
        KINDS[item.kind],
        item.column or "",
        "、".join(dict.fromkeys(contributors(item))),
        _joined(place_words(tag, "/".join(tag.path[1:]) or tag.name) for tag in primary),
        _joined(tag.code for tag in primary if not tag.guess),
        _joined(tag.name for tag in item.tags.themes),
        date.edtf or "",
        date.basis,
        page.issue.paper or "",
        page.issue.label or "",
        f"{archive.settings.site_url}{item_url(item)}",
    )


def _joined(words: Iterable[str]) -> str:
    return "; ".join(words)


def taken_references(archive: Archive, entry: Entry) -> tuple[str, ...]:
    """Return the item's references: a RIS record, a BibTeX entry, and the line of GB/T 7714-2025."""
    settings = archive.settings
    url = f"{settings.site_url}{item_url(entry.item)}" if settings.site_url else ""
    cited = cite(entry.page, entry.item, url=url, site=settings.site_name)
    return cited.ris, cited.bibtex, cited.gbt2025
