"""What makes two printed names one: their normal form, and the id that follows from it alone."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import lru_cache

from generator.model.unicode import compatible
from generator.vocabulary.taxonomy import slug_of

DROPPED = frozenset("“”‘’\"'「」『』")
"""Quotation marks: print sets them around a name or around a part of it."""
DOTS = frozenset("·•‧・･∙⋅")
"""What stands between the parts of a name that is written out from another tongue."""
LONGEST_SLUG, HASH = 48, 6
"""Characters of an id before and after its last hyphen."""


@dataclass(frozen=True, slots=True)
class Folded:
    """A text in normal form, with the way back to its own characters."""

    text: str
    """The normal form: one width, no blanks, no quotation marks, one kind of dot."""
    places: tuple[int, ...]
    """Where each of its characters stands in the text."""


def fold(text: str) -> Folded:
    """Return `text` in normal form.

    >>> fold("“１＋３” 行动").text
    '1+3行动'
    """
    found: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        plain = _plain(character)
        found.append(plain)
        places += [place] * len(plain)
    return Folded("".join(found), tuple(places))


@lru_cache(maxsize=20_000)
def _plain(character: str) -> str:
    if character in DROPPED:
        return ""
    if character in DOTS:
        return "·"
    return "".join(sign for sign in compatible(character) if not sign.isspace())


@lru_cache(maxsize=100_000)
def normal_form(name: str) -> str:
    """Return the form in which a name is compared; a name of nothing but signs that are dropped stays as it is."""
    return fold(name).text or name


@lru_cache(maxsize=100_000)
def thing_id(name: str) -> str:
    """Return the id of what is called `name`: how it sounds, and a digest of its normal form.

    It depends on nothing but the name, so no other name can ever change it.

    >>> thing_id("四方共议")[:17]
    'si-fang-gong-yi-'
    """
    normal = normal_form(name)
    slug = (slug_of(normal) or "x")[:LONGEST_SLUG].strip("-")
    return f"{slug}-{hashlib.sha256(normal.encode()).hexdigest()[:HASH]}"
