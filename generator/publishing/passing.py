"""Lets a page that is one block of HTML pass Python-Markdown by: it would come out as it went in.

Python-Markdown leaves a raw block as it is, at the price of reading it several times. Plain `mkdocs build` stays
the specification: what is let pass is of a narrow form whose outcome is known, a sample of every build goes both
ways, and one difference sends every page of that build the plain way.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable
from typing import Any

EXTENSIONS = {"toc", "tables", "fenced_code"}
"""What MkDocs always adds to Python-Markdown, and what leaves a raw block alone."""
WHOLE = re.compile(
    r"""\n*<div(?=[ >])(?:
        [^<&\t\r\x02\x03]
      | &(?:[A-Za-z][A-Za-z0-9]*|\#[0-9]+|\#x[0-9A-Fa-f]+);
      | </[a-z][a-z0-9]*>
      | <(?!(?:script|style|textarea|title|xmp|iframe|noembed|noframes|plaintext|markdown)\b)
        [a-z][a-z0-9]*(?:\s+[A-Za-z_:][\w:.-]*(?:="[^"<>&\t\r\x02\x03]*(?:&(?:[a-z]+|\#[0-9]+);[^"<>&\t\r\x02\x03]*)*")?)*\s*/?>
    )*+\Z""",
    re.VERBOSE,
)
DIV = re.compile(r"<(/?)div[ >]")
FENCE = re.compile(r"^ *(?:```|~~~)|^[ ]+$", re.MULTILINE)
"""What is changed before raw blocks are looked for: fences, and lines of blanks."""
ONE_IN = 50
"""Of so many pages one goes both ways."""
SLOW = "banmian: plain: "
"""Begins the line that tells that all pages went the plain way."""

Render = Callable[[Any, Any, Any], None]


def passes(markdown: str) -> str | None:
    """Return what Python-Markdown makes of a page that is one `div` and nothing else; None of any other page."""
    if FENCE.search(markdown) or not WHOLE.match(markdown):
        return None
    text, depth = markdown.strip("\n"), 0
    for tag in DIV.finditer(text):
        depth += -1 if tag[1] else 1
        if depth == 0:
            return text if tag.end() == len(text) else None
    return None


class Passing:
    """Renders the pages of one build, by the short way where it is known to be the same."""

    def __init__(
        self, plain: Render, tell: Callable[[str], object], short: Callable[[str], str | None]
    ) -> None:
        self._plain, self._tell, self._short = plain, tell, short
        self._passed: list[tuple[Any, Any, Any]] = []
        self._kinds: set[object] = set()
        self._trusted = True

    def render(self, page: Any, config: Any, files: Any) -> None:
        """Do what MkDocs' `Page.render` does."""
        known = (
            self._trusted and set(config["markdown_extensions"]) <= EXTENSIONS and not config["mdx_configs"]
        )
        content = self._short(page.markdown) if known and page.markdown is not None else None
        if content is None or self._is_sample(page):
            self._plain(page, config, files)
            if content is not None and page.content != content:
                self._distrust(page.file.src_uri)
            return
        page.content = content
        page.toc = _no_headings()
        page.present_anchor_ids = _Anchors(page.markdown)
        page.links_to_anchors = {}
        self._passed.append((page, config, files))

    def _is_sample(self, page: Any) -> bool:
        """Tell whether a page goes both ways: the first of each kind, then one in so many, the same in every build."""
        kind = page.meta.get("kind"), page.meta.get("section")
        if kind not in self._kinds:
            self._kinds.add(kind)
            return True
        return zlib.crc32(page.file.src_uri.encode()) % ONE_IN == 0

    def _distrust(self, name: str) -> None:
        """Send every page the plain way, those that were let pass as well."""
        self._trusted = False
        self._tell(f"{SLOW}{name}\n")
        for page, config, files in self._passed:
            self._plain(page, config, files)
        self._passed.clear()


class _Anchors:
    """The ids of a page, looked for when somebody asks: a page let pass has no links that MkDocs checks."""

    def __init__(self, markdown: str) -> None:
        self._markdown = markdown
        self._found: set[str] | None = None

    def __contains__(self, anchor: object) -> bool:
        if self._found is None:
            from mkdocs.structure.pages import _HTMLHandler

            parser = _HTMLHandler()
            parser.feed(self._markdown)
            parser.close()
            self._found = parser.present_anchor_ids
        return anchor in self._found


def _no_headings() -> Any:
    from mkdocs.structure.toc import get_toc

    return get_toc([])


def install(tell: Callable[[str], object], short: Callable[[str], str | None] = passes) -> None:
    """Let MkDocs in this process render its pages so."""
    from mkdocs.structure.pages import Page

    passing = Passing(Page.render, tell, short)
    setattr(Page, "render", lambda page, config, files: passing.render(page, config, files))  # noqa: B010
