"""New ids: made from the words of an item, so that they do not depend on what else stands on its page."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import count

from generator.archive.identity.sketches import letters
from generator.model import Item, SourceText

SIGNS = "23456789bcdfghjkmnpqrstvwxz"
"""Signs of an id: none is taken for another, and they spell no words."""
LENGTH = 5
"""Signs of an id behind that of its page; a page of a thousand items makes one pair alike in thirty."""
OPENING = 24
"""Letters of an item's longest line that name it; what is mended behind them changes no id."""


def words_of(source: SourceText, item: Item) -> str:
    """Return what an item says: its body, or all its lines where it has none."""
    return item.text if letters(item.text) else "\n".join(source.lines[line - 1] for line in item.lines)


def title_of(source: SourceText, item: Item) -> str:
    """Return the headline of an item, one that an editor supplies, or the words that it begins with."""
    if item.headline or item.supplied:
        return item.headline.text if item.headline else item.supplied
    words = "".join(words_of(source, item).split())
    return words if len(words) <= OPENING else f"{words[:OPENING]}…"


def new_ids(
    source: SourceText, page: str, items: Sequence[Item], taken: Collection[str] = ()
) -> tuple[str, ...]:
    """Return an id for each of `items` of a page with the id `page`; none is in `taken`.

    An id is made from the opening of the item's longest line; of items that share it, from all their words.
    """
    openings = [_opening(source, item) for item in items]
    shared = Counter(openings)
    used = set(taken)
    salts: defaultdict[str, Iterator[int]] = defaultdict(count)
    ids = []
    for item, opening in zip(items, openings, strict=True):
        name = opening if shared[opening] == 1 else letters(words_of(source, item))
        found = next(each for salt in salts[name] if (each := f"{page}-{code_of(name, salt)}") not in used)
        used.add(found)
        ids.append(found)
    return tuple(ids)


def code_of(name: str, salt: int = 0) -> str:
    """Return LENGTH signs for a name; another `salt` gives others.

    >>> code_of("草原深处的党支部"), code_of("草原深处的党支部", 1)
    ('7fx7j', 'hmrs8')
    """
    number = int.from_bytes(hashlib.sha256(f"{salt}:{name}".encode()).digest()[:8], "big")
    return "".join(SIGNS[number // len(SIGNS) ** place % len(SIGNS)] for place in range(LENGTH))


def anchors(paragraphs: Iterable[str]) -> tuple[str, ...]:
    """Return the anchor of each paragraph of an item: `p` and six digits, made from its opening.

    It stays where paragraphs before it are mended, cut or moved. Of paragraphs that open alike, each takes the next
    free number.

    >>> anchors(["第一段", "第二段"]) == anchors(["添上的一段", "第一段", "第二段"])[1:]
    True
    """
    used: set[int] = set()
    free: dict[int, int] = {}
    found = []
    for text in paragraphs:
        digest = hashlib.sha256((letters(text)[:OPENING] or text).encode("utf-8", "surrogatepass")).digest()
        first = 100_000 + int.from_bytes(digest[:8], "big") % 900_000
        number = free.get(first, first)
        while number in used:
            number = 100_000 + (number - 99_999) % 900_000
        used.add(number)
        free[first] = number
        found.append(f"p{number}")
    return tuple(found)


def _opening(source: SourceText, item: Item) -> str:
    body = {line for paragraph in item.body for line in paragraph.lines}
    lines = [letters(source.lines[line - 1]) for line in sorted(body) or item.lines]
    return max(lines, key=len, default="")[:OPENING]
