"""What the search for a reading works on: the page's blocks, with what can be seen of each alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from generator.model import Block, Role, SourceText
from generator.model.numerals import DIGITS
from generator.reading.folding import folded


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
    """What a reader sees of it, folded."""
    firm: bool
    """Whether the page marks it: a headline with `#`, a role that an editor stated."""
    indented: bool
    """Whether it stands in: behind blanks, or on paper where boxes tell of it."""
    open: float
    """How surely it breaks off: 0 for a whole sentence, 1 for a sentence that goes on elsewhere."""
    lead: bool
    """Whether it opens with the words of a lead."""
    signed: bool
    """Whether it names people in a lead or a closing bracket."""
    bracket: bool
    """Whether it is nothing but a bracket that is no number: a name, a source, a remark on what stands above."""
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
BRACKET = re.compile(rf"[（(](?![0-9{DIGITS}]{{1,3}}[）)])[^（()）。]{{2,30}}[）)]")
STATED = ("heading", "correction")
"""The rules of lines that the page or an editor marks."""
OPENING = 3
"""Characters by which paragraphs that begin alike are known."""
NOTE_HEAD = 12
"""An editor's note of more characters is the note itself; of fewer, the word above it."""


def element(block: Block, source: SourceText) -> Element:
    """Return `block` as the search sees it."""
    text = folded(source.text)[block.content.start : block.content.end]
    sort = SORTS.get(block.role, Sort.BODY)
    wording = block.wording
    closes = sort is Sort.HEADLINE and wording.final and block.rule not in STATED
    if closes or (sort is Sort.NOTE and len(text) > NOTE_HEAD):
        sort = Sort.BODY
    lead = wording.lead if sort is Sort.BODY else None
    closing = wording.closing if sort is Sort.BODY else None
    printed = source.print_of.get(block.line)
    return Element(
        block=block,
        sort=sort,
        text=text,
        firm=block.rule in STATED,
        indented=printed.stands_in if printed else _behind_blanks(block, source),
        open=wording.openness,
        lead=lead is not None,
        signed=bool((lead and lead.people) or closing),
        bracket=sort in (Sort.BODY, Sort.HEADLINE) and BRACKET.fullmatch(text) is not None,
        ends=wording.final,
    )


def _behind_blanks(block: Block, source: SourceText) -> bool:
    """Tell whether blanks stand before a line; a tag that was left there is none."""
    return block.span.start > 0 and source.text[block.span.start - 1] not in "\r\n>"


def parallels(elements: Sequence[Element]) -> list[frozenset[int]]:
    """Return for each element the others that begin with the same words."""
    groups: dict[str, list[int]] = {}
    for index, element in enumerate(elements):
        opening = element.text[:OPENING]
        if len(opening) == OPENING and not element.lead:
            groups.setdefault(opening, []).append(index)
    return [
        frozenset(groups.get(element.text[:OPENING], ())) - {index} for index, element in enumerate(elements)
    ]
