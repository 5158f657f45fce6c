"""index.json and index.txt beside each item's page and each newspaper page's: it alone, for a program and for a reader."""

from __future__ import annotations

from collections.abc import Iterator

from generator.archive.addresses import item_url, page_url
from generator.archive.groups import Archive, Entry
from generator.data.citing.facts import facts_of
from generator.data.citing.gbt import gbt2025
from generator.data.exporting.jsonlines import encode
from generator.data.records import item_record, page_record
from generator.model import Contributor, ContributorRole, Item, ParagraphKind, TextKind
from generator.model.outfiles import OutFile
from generator.vocabulary.settings import Settings


def files_beside(archive: Archive) -> Iterator[OutFile]:
    """Yield two files for each item, and two for each newspaper page: its row, and the text that was read."""
    for entry in archive.items:
        folder = item_url(entry.item)
        record = item_record(entry.page, entry.item, archive.spellings)
        yield OutFile.of_text(f"{folder}index.json", f"{encode(record)}\n")
        yield OutFile.of_text(f"{folder}index.txt", plain_text(entry, archive.settings))
    for page in archive.pages:
        folder = page_url(page)
        yield OutFile.of_text(f"{folder}index.json", f"{encode(page_record(page))}\n")
        yield OutFile.of_text(f"{folder}index.txt", page.source.whole_text)


def plain_text(entry: Entry, settings: Settings) -> str:
    """Return the item as plain text: title block, body, and a reference that says where it comes from."""
    parts = (_title_block(entry.item), *_body(entry.item), _source(entry, settings))
    return "\n\n".join(part for part in parts if part) + "\n"


def _title_block(item: Item) -> str:
    supplied = f"编者拟题：{item.supplied}" if item.supplied else ""
    headings = [heading.text for heading in (item.kicker, item.headline, item.deck) if heading]
    printed = [byline.contributor for byline in item.bylines]
    people = " ".join(_signed(who) for who in printed if who.role is not ContributorRole.INSTITUTION)
    stated = " ".join(_signed(author.contributor) for author in item.added_authors)
    said = f"作者（编者注明）：{stated}" if stated else ""
    return "\n".join(filter(None, (supplied, *headings, people, said)))


def _signed(who: Contributor) -> str:
    """Return a name with what print sets before and behind it."""
    return " ".join(filter(None, (who.institution, who.title, who.name, who.function)))


def _body(item: Item) -> list[str]:
    marks = {ParagraphKind.ITEM: "- ", ParagraphKind.SUBHEAD: "# "}
    return [f"{marks.get(paragraph.kind, '')}{paragraph.text}" for paragraph in item.body]


def _source(entry: Entry, settings: Settings) -> str:
    page, item = entry.page, entry.item
    url = f"{settings.site_url}{item_url(item)}" if settings.site_url else ""
    reference = gbt2025(facts_of(page, item, url=url, site=settings.site_name))
    warning = "本篇为提要，不是报纸原文。" if page.issue.text_kind is TextKind.ABSTRACT else ""
    lines = (
        "——",
        warning,
        reference,
        f"{settings.site_name}，编号 {item.id}，版面文件 {page.source.name}",
        page.issue.rights or "",
    )
    return "\n".join(filter(None, lines))
