"""What an HTML file shows and where it leads, read with the standard library's parser."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)
UNSHOWN = frozenset(("script", "style", "template"))
NOTE = "bm-sic-note"
"""Class of an editor's reading, which is no word of the page."""


def squeeze(text: str) -> str:
    """Return a text without blanks and without signs that show nothing."""
    return "".join(sign for sign in text if unicodedata.category(sign)[0] not in "ZC")


@dataclass(slots=True)
class Part:
    """An element whose text is looked at."""

    kind: str
    """paragraph, heading, line or owner."""
    id: str
    """Its id, or that of the element around it."""
    text: str = ""
    """What it shows."""


@dataclass(slots=True)
class Sheet:
    """One HTML file."""

    ids: set[str] = field(default_factory=set)
    """Every id and name that a fragment may mean."""
    links: list[str] = field(default_factory=list)
    """Every address that it leads to or loads."""
    parts: list[Part] = field(default_factory=list)
    """Paragraphs, headings and lines, in order."""
    withdrawn: set[int] = field(default_factory=set)
    """Lines that it says are withdrawn."""
    notes: list[str] = field(default_factory=list)
    """What it shows of an editor's readings, in order."""


def read_sheet(text: str) -> Sheet:
    """Read one HTML file."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return reader.sheet


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.sheet = Sheet()
        self.stack: list[tuple[str, str, str, Part | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self._note(tag, given)
        if tag in VOID:
            return
        if NOTE in given.get("class", ""):
            self.sheet.notes.append("")
        kind = self._kind(tag, given.get("class", "").split())
        above = next((id_ for _, _, id_, _ in reversed(self.stack) if id_), "")
        part = Part(kind, given.get("id") or above) if kind else None
        if part:
            self.sheet.parts.append(part)
        self.stack.append((tag, given.get("class", ""), given.get("id", ""), part))

    def handle_endtag(self, tag: str) -> None:
        for at in range(len(self.stack) - 1, -1, -1):
            if self.stack[at][0] == tag:
                del self.stack[at:]
                return

    def handle_data(self, data: str) -> None:
        if any(tag in UNSHOWN for tag, *_ in self.stack):
            return
        if any(NOTE in classes for _, classes, _, _ in self.stack):
            self.sheet.notes[-1] += data
            return
        for *_, part in self.stack:
            if part:
                part.text += data

    def _note(self, tag: str, given: dict[str, str]) -> None:
        self.sheet.ids.update(given[name] for name in ("id", "name") if given.get(name))
        self.sheet.links += [given[name] for name in ("href", "xlink:href", "src") if name in given]
        if tag == "meta" and given.get("http-equiv", "").lower() == "refresh":
            self.sheet.links.append(given.get("content", "").partition("url=")[2])
        inside = any("bm-line--withdrawn" in classes for _, classes, _, _ in self.stack)
        own = "bm-line--withdrawn" in given.get("class", "").split()
        if (own or inside) and given.get("id", "").startswith("L"):
            self.sheet.withdrawn.add(int(given["id"][1:]))

    def _kind(self, tag: str, classes: list[str]) -> str:
        around = {name for _, each, _, _ in self.stack for name in each.split()}
        if (
            "bm-para" in around
            and "bm-marks" not in classes
            and tag in ("p", "h2")
            and "bm-marks" not in around
        ):
            return "paragraph"
        if "bm-line__text" in classes and "bm-line--withdrawn" not in around:
            return "line"
        if "bm-title" in around and (tag == "h1" or {"bm-kicker", "bm-deck"} & set(classes)):
            return "untitled" if "bm-untitled" in classes else "heading"
        return ""
