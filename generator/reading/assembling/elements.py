"""What the search for a reading works on: the page's blocks, with what can be seen of each alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from generator.model import Block, Role, SourceText
from generator.reading.grammar.forms import CLOSING, WIRE, find_lead, find_signature
from generator.reading.lines import CLOSED


class Sort(StrEnum):
    """What part a block can play in a reading."""

    COLUMN = "column"
    HEADLINE = "headline"
    BYLINE = "byline"
    BODY = "body"
    CROSSHEAD = "crosshead"
    SIGNATURE = "signature"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """One block as the search sees it."""

    block: Block
    """The block."""
    sort: Sort
    """What part it can play."""
    text: str
    """What a reader sees of it."""
    firm: bool
    """Whether the page marks it: a headline with `#`, a role that an editor stated."""
    indented: bool
    """Whether blanks stand before it."""
    open: float
    """How surely it breaks off: 0 for a whole sentence, 1 for a sentence that goes on elsewhere."""
    lead: bool
    """Whether it opens with the words of a lead."""
    signed: bool
    """Whether it names people in a lead or a closing bracket."""
    ends: bool
    """Whether it closes as articles do: a wire's place and date, a bracket with a name or a source."""


SORTS = {
    Role.COLUMN_MARK: Sort.COLUMN,
    Role.KICKER: Sort.HEADLINE,
    Role.HEADLINE: Sort.HEADLINE,
    Role.DECK: Sort.HEADLINE,
    Role.CROSSHEAD: Sort.CROSSHEAD,
    Role.BYLINE: Sort.BYLINE,
    Role.SIGNATURE: Sort.SIGNATURE,
    Role.EDITORS_NOTE: Sort.NOTE,
}
PAIRS = (("“", "”"), ("（", "）"), ("(", ")"), ("《", "》"), ("‘", "’"))
WHOLE = re.compile(r"[。！？!?…：:；;][”’」』）)】》]*$|[。！？!?…”][（(][^（()）]{2,40}[)）]$")
NOTE_HEAD = 12


def unclosed(text: str) -> bool:
    """Tell whether a quotation or bracket is opened in `text` and not closed."""
    return any(text.rfind(left) > text.rfind(right) for left, right in PAIRS)


def openness(text: str) -> float:
    """Tell how surely a paragraph breaks off: its sentence, quotation or bracket goes on elsewhere."""
    if text.endswith("——"):
        return 0.0
    if CLOSED.search(text) is None or (unclosed(text) and text[-1] not in "。！？!?…：:；;"):
        return 1.0
    return 0.0 if WHOLE.search(text) else 0.4


def element(block: Block, source: SourceText) -> Element:
    """Return `block` as the search sees it."""
    text = source.quote(block.content)
    sort = SORTS.get(block.role, Sort.BODY)
    if sort is Sort.NOTE and len(text) > NOTE_HEAD:
        sort = Sort.BODY
    lead = find_lead(text) if sort is Sort.BODY else None
    closing = find_signature(text) if sort is Sort.BODY else None
    last = CLOSING.search(text)
    return Element(
        block=block,
        sort=sort,
        text=text,
        firm=block.rule in ("heading", "correction"),
        indented=block.span.start > 0 and source.text[block.span.start - 1] not in "\r\n",
        open=openness(text),
        lead=lead is not None,
        signed=bool((lead and (lead.people or lead.institution)) or closing),
        ends=bool(WIRE.search(text) or (last and len(last.group(1)) <= 30 and len(text) > 60)),
    )
