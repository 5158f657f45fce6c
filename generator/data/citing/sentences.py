"""The first sentences of an item, whole: what describes it to those who do not open it.

Zotero files a page's description as its abstract, and an abstract does not stop in the middle of a sentence.
"""

from __future__ import annotations

import re

from generator.model import Item, ParagraphKind
from generator.reading.grammar.sentences import open_quotes

USUAL, LONGEST = 110, 240
"""Characters of a description: as many whole sentences as fit the first, or one sentence that fits the second."""
END = re.compile(r"[。！？!?]+[”’」』）)]*(?![的地得之和与，、,；;”’」』])|…+[”’」』）)]*(?=\n|$)")
"""The end of a sentence; a quotation may go on behind a full stop, and a sentence behind a quotation."""


def first_sentences(item: Item) -> str:
    """Return the first whole sentences of the body; nothing where no sentence is whole or short enough."""
    text = _body(item)
    ends = [end for end in _ends(text) if end <= LONGEST]
    fitting = [end for end in ends if end <= USUAL] or ends[:1]
    return text[: fitting[-1]] if fitting else ""


def whole_sentences(item: Item) -> str:
    """Return the body up to the end of its last whole sentence; nothing where no sentence is whole."""
    text = _body(item)
    return text[: max(_ends(text), default=0)]


def _body(item: Item) -> str:
    return "\n".join(part.text for part in item.body if part.kind is not ParagraphKind.SUBHEAD)


def _ends(text: str) -> list[int]:
    ends = (found.end() for found in END.finditer(text))
    return [end for end in ends if not open_quotes(text[:end])]
