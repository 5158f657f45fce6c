"""Turns a view into the Markdown of one page: front matter, and one block of HTML from a template.

Front matter has seven keys and no more: `title`, `description`, `section`, `kind`, `notice`, `head`
and `toc`; the theme reads nothing else. All words of the archive pass `html_escape_text` on their way out.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from generator.model import TextKind
from generator.model.outfiles import OutFile
from generator.site.escaping import html_escape_text, yaml_dq
from generator.site.views.frame import Frame
from generator.site.views.heads import Head, feed_link, reference_links, turns
from generator.site.views.rows import Link, Part
from generator.site.widening import widened
from generator.telling.errors import UsageError
from generator.vocabulary.settings import ROOT

if TYPE_CHECKING:
    from jinja2 import Environment

TEMPLATES = ROOT / "theme" / "markdown"
SIZE = 200
"""Entries on one page of a list."""
NO_HEAD = Head()


@contextmanager
def template_faults() -> Iterator[None]:
    """Raise UsageError where a template is missing, wrong, or asks for what there is not."""
    from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError

    try:
        yield
    except TemplateNotFound as error:
        raise UsageError(
            f"模板 {TEMPLATES / str(error.name)} 不在,或没有权限读。请放回来,或改它的权限。"
        ) from None
    except TemplateError as error:
        name, line = _place_of(error)
        if isinstance(error, TemplateSyntaxError):
            name, line = str(error.name), error.lineno
        said = f"{TEMPLATES / name}:{line}: 模板有误({error.message})。请改正,或从版本库里取回原来的。"
        raise UsageError(said) from None


def _place_of(error: BaseException) -> tuple[str, int]:
    """Return the innermost template, and its line, that was being printed when an error arose."""
    place = "", 0
    trace = error.__traceback__
    while trace:
        file = Path(trace.tb_frame.f_code.co_filename)
        place = (file.name, trace.tb_lineno) if file.suffix == ".jinja" else place
        trace = trace.tb_next
    return place


class Press:
    """Prints the pages of one archive."""

    def __init__(self, frame: Frame) -> None:
        self.frame = frame
        self.archive = frame.archive

    @cached_property
    def environment(self) -> Environment:
        """The templates; whatever a template prints and is not markup already is escaped."""
        from jinja2 import Environment, FileSystemLoader

        made = Environment(
            loader=FileSystemLoader(TEMPLATES), autoescape=True, finalize=_escaped, auto_reload=False
        )
        made.filters["wide"] = widened
        made.policies["json.dumps_function"] = _json
        return made

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
        head: Head = NO_HEAD,
        contents: Sequence[Link] = (),
        **context: Any,
    ) -> OutFile:
        """Return the Markdown of the page at `address` (`articles/x-01/`, or empty for the home page).

        `here` is the page's name in the breadcrumbs where its title is too long for them;
        `head` is what the page adds to its head; `contents` are its parts, by their anchors.
        """
        root = Markup("../" * address.count("/"))
        body = self.environment.get_template(f"{template}.md.jinja").render(
            root=root,
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
            "head": self.environment.get_template("head.jinja").render(root=root, head=head).strip(),
        }
        lines = [f"{key}: {yaml_dq(value)}" for key, value in front.items() if value]
        if contents:
            lines += ["toc:", *(_listed(part) for part in contents)]
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
        references: Sequence[tuple[str, str]] = (),
        **context: Any,
    ) -> OutFile:
        """Return one part of a list; `feed` is the address of its Atom feed, `references` are its citations."""
        links = turns(part.previous, part.next) + feed_link(feed, title) + reference_links(references)
        return self.sheet(
            part.address,
            template,
            title=title if part.number == 1 else f"{title}（第{part.number}页）",
            section=section,
            crumbs=crumbs,
            head=Head(links=links),
            part=part,
            feed=feed,
            references=references,
            **context,
        )


def _listed(part: Link) -> str:
    return f"- {{url: {yaml_dq(part.href)}, title: {yaml_dq(html_escape_text(part.text))}}}"


def _json(data: Any, **_: Any) -> str:
    """Return JSON that nothing takes for a template."""
    return re.sub(r"\{(?=[{%#])", r"\\u007b", json.dumps(data, ensure_ascii=False, sort_keys=True))


def _escaped(value: Any) -> Any:
    return value if isinstance(value, Markup) else Markup(html_escape_text(str(value)))
