"""The sentence in which an item writes of a place, as it is printed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.archive.groups import Entry
from generator.model import EDITOR, Evidence, Item
from generator.site.views.frame import Frame, line_href

BEFORE, BEHIND = 40, 50
"""Characters that are shown of a long sentence before and behind the name."""
MARKS = "◆◇★☆●○■□▲△◎ \t\u3000"
"""Signs that open a brief or a byline, and blanks."""
LEAD = re.compile(r"[^，,。()（）]{0,8}讯\s*[（(][^）)]*[）)]\s*")
"""Who reports, in front of the first sentence."""
END = re.compile(r"[。！？!?；;]+[”’」』）)]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A printed sentence with the name of a place in it."""

    before: str
    """The words before the name; they begin with … where more stands before them."""
    name: str
    """The name as it is printed."""
    behind: str
    """The words behind the name; they end with … where more stands behind them."""
    href: str
    """The address of the paragraph in its item."""


def quotes_of(frame: Frame, code: str, entries: Iterable[Entry]) -> Mapping[str, Quote]:
    """Return where each item writes of a place or of a place in it, by the item's id; none where no word proves it."""
    found = ((entry, _proof(frame, code, entry.item)) for entry in entries)
    return {entry.item.id: _quote(entry, proof) for entry, proof in found if proof}


def _proof(frame: Frame, code: str, item: Item) -> Evidence | None:
    """Return the words that prove the place: its own before those of a place in it, the body's before a heading's."""
    headings = {line for each in (item.kicker, item.headline, item.deck) if each for line in each.lines}
    own = [tag for tag in item.tags.regions if tag.code == code]
    inside = [tag for tag in item.tags.regions if tag.code != code and code in frame.upwards(tag)]
    printed = [proof for tag in (*own, *inside) for proof in tag.evidence if proof.rule != EDITOR]
    return next((proof for proof in printed if proof.line not in headings), next(iter(printed), None))


def _quote(entry: Entry, proof: Evidence) -> Quote:
    line = entry.page.source.whole_lines[proof.line - 1]
    first = max((end.end() for end in END.finditer(line, 0, proof.start)), default=0)
    stop = END.search(line, proof.end)
    last = stop.end() if stop else len(line)
    before, behind = line[first : proof.start].lstrip(MARKS), line[proof.end : last]
    signed = LEAD.match(before)
    if signed:
        before = f"…{before[signed.end() :]}"
    return Quote(
        before=before if len(before) <= BEFORE else f"…{before[-BEFORE:]}",
        name=proof.text,
        behind=behind.rstrip() if len(behind) <= BEHIND else f"{behind[:BEHIND]}…",
        href=line_href(entry.item, proof.line),
    )
