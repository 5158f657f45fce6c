"""What an item's page says to those who cite it, to machines, and to who wants to report an error."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from generator.archive.addresses import item_url
from generator.archive.groups import Entry
from generator.data.citing import cite, json_ld, meta_tags
from generator.data.citing.facts import facts_of
from generator.data.citing.gbt import ACCESSED, gbt2015
from generator.site.views.heads import Head, turns
from generator.site.views.item_values import ItemView
from generator.site.views.names import title_of
from generator.vocabulary.settings import Settings

ISSUE_FORM = "1-misprint.yml"
"""The repository's form for errors in the text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A reference in one of its forms."""

    slug: str
    """The ASCII name of the form, as the anchor `cite-SLUG` has it."""
    name: str
    """What readers call the form."""
    text: str
    """The reference, ready to copy; up to the day of reading where it asks for one."""
    code: bool
    """Whether it is for a program: line breaks count."""
    blank: str = ""
    """The words that keep the place of the day of reading, which only the browser knows; empty for none."""
    rest: str = ""
    """What follows the day of reading."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The way to report an error: a form of the repository, and words to copy."""

    href: str
    """The address of the form, filled in; empty where the archive names no repository."""
    text: str
    """What a reader may send to the editors instead, several lines."""


def citations_of(entry: Entry, settings: Settings) -> tuple[Citation, ...]:
    """Return the item's references."""
    made = cite(entry.page, entry.item, url=_address(entry, settings), site=settings.site_name)
    return (
        _with_blank("gbt2015", "国标 2015（GB/T 7714—2015）", entry, settings),
        Citation(slug="gbt2025", name="国标 2025（GB/T 7714—2025）", text=made.gbt2025, code=False),
        Citation(slug="bibtex", name="BibTeX", text=made.bibtex.strip(), code=True),
        Citation(slug="ris", name="RIS", text=made.ris.strip(), code=True),
    )


def _with_blank(slug: str, name: str, entry: Entry, settings: Settings) -> Citation:
    """Return a form that asks for the day of reading where the item is online, cut where that day belongs."""
    url = _address(entry, settings)
    text = gbt2015(facts_of(entry.page, entry.item, url=url, site=settings.site_name, accessed=ACCESSED))
    before, blank, rest = text.rpartition(f"[{ACCESSED}]") if url else (text, "", "")
    return Citation(
        slug=slug,
        name=name,
        text=f"{before}{blank[:1]}",
        code=False,
        blank=blank[1:-1],
        rest=f"{blank[-1:]}{rest}",
    )


def head_of(entry: Entry, settings: Settings, view: ItemView) -> Head:
    """Return what an item adds to the head of its page: neighbours, other forms, what machines cite."""
    url, site = _address(entry, settings), settings.site_name
    return Head(
        links=turns(view.previous, view.next),
        beside=(("application/json", "index.json"), ("text/plain", "index.txt")),
        metas=meta_tags(entry.page, entry.item, url=url, site=site),
        data=json_ld(entry.page, entry.item, url=url, site=site),
    )


def _address(entry: Entry, settings: Settings) -> str:
    return f"{settings.site_url}{item_url(entry.item)}" if settings.site_url else ""


def report_of(entry: Entry, settings: Settings) -> Report:
    """Return how to report an error of this item."""
    page, item = entry.page, entry.item
    lines = f"{min(item.lines, default=1)}–{max(item.lines, default=1)}"
    address = _address(entry, settings) or item_url(item)
    text = "\n".join(
        [
            f"稿件：{title_of(item)}",
            f"编号：{item.id}",
            f"地址：{address}",
            f"原文：{page.source.name} 第{lines}行",
            "网站上是：",
            "应当是：",
        ]
    )
    if not settings.repo_url:
        return Report(href="", text=text)
    fields = {"template": ISSUE_FORM, "title": f"错字：{title_of(item)}", "address": item.id, "line": lines}
    return Report(href=f"{settings.repo_url.rstrip('/')}/issues/new?{urlencode(fields)}", text=text)
