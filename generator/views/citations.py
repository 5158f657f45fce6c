"""What an item's page says to those who cite it, to machines, and to who wants to report an error."""

from __future__ import annotations

from dataclasses import dataclass

from generator.escaping import html_escape_text
from generator.indexing import Entry
from generator.records import item_url
from generator.settings import Settings
from generator.views.frame import Link, title_of
from generator.views.items import ItemView


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A reference in one of its forms."""

    slug: str
    name: str
    text: str
    code: bool
    """Whether it is for a program: line breaks count."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The way to report an error: a form of the repository, and words to copy."""

    href: str
    text: str


def citations_of(entry: Entry, settings: Settings) -> tuple[Citation, ...]:
    """Return the item's references."""
    return ()


def head_of(entry: Entry, settings: Settings, view: ItemView) -> str:
    """Return the lines that an item adds to the head of its page: neighbours and other forms."""
    up = "../../"
    lines = [
        _link("prev", view.previous, up),
        _link("next", view.next, up),
        '<link rel="alternate" type="application/json" href="index.json">',
        '<link rel="alternate" type="text/plain" href="index.txt">',
    ]
    return "\n".join(line for line in lines if line)


def _link(rel: str, link: Link | None, up: str) -> str:
    return f'<link rel="{rel}" href="{html_escape_text(up + link.href)}">' if link else ""


def report_of(entry: Entry, settings: Settings) -> Report:
    """Return how to report an error of this item."""
    page, item = entry.page, entry.item
    lines = f"第 {min(item.lines, default=1)}–{max(item.lines, default=1)} 行"
    text = "\n".join(
        [
            f"稿件：{title_of(item)}",
            f"编号：{item.id}",
            f"文件：{page.source.name}，{lines}",
            f"地址：{settings.site_url}{item_url(item)}",
            "原文：",
            "应为：",
        ]
    )
    return Report(href="", text=text)
