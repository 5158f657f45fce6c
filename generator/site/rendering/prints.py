"""The pages of items and of newspaper pages."""

from __future__ import annotations

from collections.abc import Iterator

from generator.archive.addresses import item_url, list_references, page_url
from generator.archive.dates import in_time
from generator.archive.groups import Entry
from generator.data.citing.sentences import first_sentences
from generator.model import Page
from generator.model.outfiles import OutFile
from generator.site.rendering.press import Press
from generator.site.views.citations import citations_of, head_of, report_of
from generator.site.views.heads import Head, reference_links
from generator.site.views.home import newest_pages, page_cards
from generator.site.views.item_values import ItemView, Neighbours
from generator.site.views.items import item_view
from generator.site.views.names import page_name, title_of
from generator.site.views.pages import page_view
from generator.site.views.rows import Link

FEWEST_PARTS = 3
"""An item of as many crossheads has its contents beside it."""
PAGES = 60
"""Newspaper pages on one page of their list."""
STEPS = (Link(text="版面", href="pages/index.html"),)


def item_pages(press: Press) -> Iterator[OutFile]:
    """Yield the page of each item."""
    pages = in_time(press.archive.pages)
    entries = [Entry(page=page, item=item) for page in pages for item in page.items]
    at = 0
    for number, page in enumerate(pages):
        before = pages[number - 1] if number else None
        after = pages[number + 1] if number + 1 < len(pages) else None
        for _ in page.items:
            neighbours = Neighbours(
                previous=entries[at - 1] if at else None,
                next=entries[at + 1] if at + 1 < len(entries) else None,
                previous_page=before,
                next_page=after,
            )
            yield _item(press, entries[at], neighbours)
            at += 1


def _item(press: Press, entry: Entry, neighbours: Neighbours) -> OutFile:
    view = item_view(press.frame, entry, neighbours)
    settings = press.archive.settings
    return press.sheet(
        item_url(entry.item),
        "item",
        title=view.title,
        section="pages",
        crumbs=[*STEPS, view.page, *([view.column] if view.column else [])],
        here=f"第{view.position}篇",
        description=" ".join(first_sentences(entry.item).split()),
        head=head_of(entry, settings, view),
        contents=_contents(view),
        item=view,
        citations=citations_of(entry, settings),
        report=report_of(entry, settings),
    )


def _contents(view: ItemView) -> list[Link]:
    """Return the crossheads of a long item, by their anchors; nothing for a shorter one."""
    parts = [
        Link(text="".join(piece.corrected or piece.text for piece in part.pieces), href=f"#{part.id}")
        for part in view.body
        if part.kind == "subhead"
    ]
    return parts if len(parts) >= FEWEST_PARTS else []


def newspaper_pages(press: Press) -> Iterator[OutFile]:
    """Yield the list of newspaper pages, and the page of each."""
    newest = newest_pages(press.archive.pages)
    for part in press.frame.parts([], "pages/", PAGES, count=len(newest)):
        cards = page_cards(press.frame, newest[(part.number - 1) * PAGES : part.number * PAGES])
        yield press.part(part, "pages", title="版面", section="pages", crumbs=[], pages=cards)
    pages = in_time(press.archive.pages)
    for at, page in enumerate(pages):
        before = pages[at - 1] if at else None
        after = pages[at + 1] if at + 1 < len(pages) else None
        yield _page(press, page, before, after)


def _page(press: Press, page: Page, before: Page | None, after: Page | None) -> OutFile:
    references = list_references(page_url(page), len(page.items))
    view = page_view(press.frame, page, before, after)
    return press.sheet(
        page_url(page),
        "page",
        title=page_name(page),
        section="pages",
        crumbs=STEPS,
        description="、".join(title_of(item) for item in page.items[:8]),
        head=Head(
            links=reference_links(references),
            beside=(("application/json", "index.json"), ("text/plain", "index.txt")),
            scripts=("assets/scan.js",) if view.scan and not view.scan.withheld else (),
        ),
        page=view,
        references=references,
    )
