"""Turns a view into the Markdown of one page: front matter, and one block of HTML from a template.

Front matter has six keys and no more: `title`, `description`, `section`, `kind`, `notice` and `head`;
the theme reads nothing else. All words of the archive pass `html_escape_text` on their way out.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from generator.model import TextKind
from generator.model.outfiles import OutFile
from generator.site.escaping import html_escape_text, yaml_dq
from generator.site.views.frame import Frame
from generator.site.views.rows import Link, Part
from generator.vocabulary.settings import ROOT

if TYPE_CHECKING:
    from jinja2 import Environment

TEMPLATES = ROOT / "theme" / "markdown"
SIZE = 200
"""Entries on one page of a list."""


class Press:
    """Prints the pages of one archive."""

    def __init__(self, frame: Frame) -> None:
        self.frame = frame
        self.archive = frame.archive

    @cached_property
    def environment(self) -> Environment:
        """The templates; whatever a template prints and is not markup already is escaped."""
        from jinja2 import Environment, FileSystemLoader

        return Environment(
            loader=FileSystemLoader(TEMPLATES), autoescape=True, finalize=_escaped, auto_reload=False
        )

    @cached_property
    def notice(self) -> str:
        """What every page says of an archive that is not, or not all, the newspapers' own text."""
        pages = self.archive.pages
        abstracts = sum(page.issue.text_kind is TextKind.ABSTRACT for page in pages)
        if not abstracts:
            return ""
        how_many = "各版文字都" if abstracts == len(pages) else f"有 {abstracts} 个版面"
        return f"{how_many}只是提要，不是报纸原文。"

    def sheet(
        self,
        address: str,
        template: str,
        *,
        title: str,
        section: str,
        crumbs: Sequence[Link] = (),
        here: str = "",
        description: str = "",
        head: Sequence[str] = (),
        **context: Any,
    ) -> OutFile:
        """Return the Markdown of the page at `address` (`articles/x-01/`, or empty for the home page).

        `here` is the page's name in the breadcrumbs where its title is too long for them;
        `head` holds lines of HTML for the page's head.
        """
        body = self.environment.get_template(f"{template}.md.jinja").render(
            root=markup(up(address)),
            description=description,
            crumbs=(*crumbs, Link(text=here or title, href="")),
            **context,
        )
        front = {
            "title": html_escape_text(title),
            "description": html_escape_text(description),
            "section": section,
            "kind": template,
            "notice": self.notice,
            "head": "\n".join(head),
        }
        lines = [f"{key}: {yaml_dq(value)}" for key, value in front.items() if value]
        text = "\n".join(["---", *lines, "---", "", body.strip(), ""])
        return OutFile.of_text(f"{address}index.md", text)

    def part(
        self,
        part: Part,
        template: str,
        *,
        title: str,
        section: str,
        crumbs: Sequence[Link],
        feed: str = "",
        **context: Any,
    ) -> OutFile:
        """Return one part of a list; `feed` is the address of its Atom feed."""
        head = [_link("prev", part.previous, part.address), _link("next", part.next, part.address)]
        return self.sheet(
            part.address,
            template,
            title=title if part.number == 1 else f"{title}（第{part.number}页）",
            section=section,
            crumbs=crumbs,
            head=[line for line in (*head, feed_link(feed, title, part.address)) if line],
            part=part,
            feed=feed,
            **context,
        )


def up(address: str) -> str:
    """Return the way from the page at `address` to the site's root."""
    return "../" * address.count("/")


def markup(html: str) -> Any:
    """Return HTML that a template prints as it is."""
    return Markup(html)


def feed_link(feed: str, title: str, address: str) -> str:
    """Return the line of a head that leads to an Atom feed; empty for none."""
    if not feed:
        return ""
    href, name = html_escape_text(up(address) + feed), html_escape_text(title)
    return f'<link rel="alternate" type="application/atom+xml" title="{name}" href="{href}">'


def _link(rel: str, link: Link | None, address: str) -> str:
    return f'<link rel="{rel}" href="{html_escape_text(up(address) + link.href)}">' if link else ""


def _escaped(value: Any) -> Any:
    return value if isinstance(value, Markup) else Markup(html_escape_text(str(value)))
