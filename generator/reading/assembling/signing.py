"""Lines with a mark right under the headline of their item: whatever their words are, they sign it, or are doubted.

A crosshead in that place is rare, and a lost author is worse than a doubt.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.model import Block, Kind, Role, SourceText
from generator.reading.assembling.drafts import Draft

MARKS = "□■●○◎◉◆▲△☆★◇▢◻☐▣囗"
AROUND = f"{MARKS}◎◉（( \t\u3000"
"""What is no part of a name."""
LIMIT = 80
"""Characters of the longest byline."""
STOPS = "。！？!?；;…：:"
"""What a whole sentence ends with."""


def sign(source: SourceText, blocks: Sequence[Block], draft: Draft) -> Draft:
    """Let the line under a headline sign the item whose mark says so, though nobody could be told in it."""
    found = below_headline(source, blocks, draft)
    body = tuple(piece for piece in draft.body if piece != (found,))
    if found is None or draft.kind is not Kind.ARTICLE or not body or not _alone(source, blocks, found):
        return draft
    return replace(
        draft,
        heads=tuple(line for line in draft.heads if line != found),
        bylines=tuple(sorted([*draft.bylines, found])),
        body=body,
        subheads=tuple(line for line in draft.subheads if line != found),
    )


def unread(source: SourceText, blocks: Sequence[Block], draft: Draft) -> tuple[int, ...]:
    """Return the lines that sign an item though not all of their words could be told."""
    return tuple(index for index in draft.bylines if unread_words(source, blocks[index]))


def unread_words(source: SourceText, block: Block) -> str:
    """Return the words of a line that signs in which nobody could be told, or those before the names; mostly none."""
    end = block.byline.span.start if block.byline else block.content.end
    text = source.text[block.content.start : max(block.content.start, end)]
    words = " ".join(text.strip(AROUND).split())
    return words or ("" if block.byline else text)


def below_headline(source: SourceText, blocks: Sequence[Block], draft: Draft) -> int | None:
    """Return the line right under the headline that has a mark and is read as something else than a byline."""
    if draft.kind not in (Kind.ARTICLE, Kind.LIST) or (draft.kind is Kind.LIST and len(draft.body) > 1):
        return None
    first = [piece[0] for piece in draft.body[:1] if len(piece) == 1]
    for index in sorted([*draft.heads[1:], *first]):
        stated = blocks[index].rule == "correction"
        if index - 1 in draft.heads and not stated and _marked(source, blocks[index]):
            return index
    return None


def _alone(source: SourceText, blocks: Sequence[Block], index: int) -> bool:
    """Tell whether a mark is a byline's: print uses it for little else, or the page has no crosshead with it."""
    mark = _marked(source, blocks[index])
    others = (
        block for number, block in enumerate(blocks) if number != index and block.role is Role.CROSSHEAD
    )
    return not any(_marked(source, other) == mark for other in others)


def _marked(source: SourceText, block: Block) -> str:
    """Return the mark that opens a line; empty if none does, or if the line is a whole sentence."""
    text = source.quote(block.span).lstrip("# ")
    short = len(text) <= LIMIT and bool(text) and text[-1] not in STOPS
    return text[0] if short and text[0] in MARKS else ""
