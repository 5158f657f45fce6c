"""Which characters a search takes for the same, by the rules that design and scripts state.

Each character alone: compatibility form, lower case, and of that letters, digits, marks and a few signs; then the
simplified character, where the directory of the search names one.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from generator.model.unicode import category, compatible

SIGNS = "+%‰.#@&/°"
CIRCLES = "○◯"
"""Printed for the digit 〇."""
SELECTORS = (range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0))
"""Marks that choose a shape and are no characters of a word."""


def folded(text: str, variants: Mapping[str, str]) -> str:
    """Return a text as it is searched."""
    return "".join(variants.get(part, part) for character in text for part in _folded(character))


@cache
def _folded(character: str) -> str:
    if character in CIRCLES:
        return "〇"
    if any(ord(character) in selectors for selectors in SELECTORS):
        return ""
    normal = compatible(character).lower()
    if len(normal) > 1 and category(character)[0] == "P":
        return ""
    return "".join(part for part in normal if part in SIGNS or _is_word(part))


def _is_word(part: str) -> bool:
    kind = category(part)
    return kind[0] not in "PSZ" and kind not in ("Cc", "Cf", "Cs")
