"""Which characters search takes for the same; theme/scripts/search/fold.js does exactly this.

Each character is folded alone: compatibility form (NFKC), lower case, then only letters, digits,
marks and a few signs are kept. So full width equals half width, ㎡ equals m2, ⑦ equals 7, and
punctuation and blanks do not count. Characters that came after Unicode 14 are kept.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from generator.model.unicode import category, compatible

KEPT_SIGNS = frozenset("+%‰.#@&/°")
"""Signs that belong to names and figures: 党建+, 52.4%, 1/3."""
DROPPED_CATEGORIES = ("P", "S", "Z", "Cc", "Cf", "Cs")
ZERO_SHAPES = ("○", "◯")
"""Circles that print uses for the digit 〇."""


@cache
def fold_character(character: str) -> str:
    """Return what `character` is searched as: often itself, nothing for punctuation.

    >>> fold_character("Ａ"), fold_character("，"), fold_character("㎡")
    ('a', '', 'm2')
    """
    if character in ZERO_SHAPES:
        return "〇"
    if _is_variation_selector(character):
        return ""
    normal = compatible(character).lower()
    if len(normal) > 1 and category(character).startswith("P"):
        return ""
    return "".join(part for part in normal if _is_kept(part))


def fold(text: str, variants: Mapping[str, str] | None = None) -> str:
    """Return `text` as search sees it; `variants` maps traditional characters to simplified ones."""
    folded = "".join(map(fold_character, text))
    if not variants:
        return folded
    return "".join(variants.get(character, character) for character in folded)


def simplified_characters() -> dict[str, str]:
    """Return OpenCC's table of single characters, traditional to simplified; folding leaves both as they are.

    A simplified character may be the traditional form of another: 薴 is 苧, and that is 苎.
    """
    from opencc import OpenCC

    characters = [
        chr(code)
        for first, last in ((0x3400, 0x9FFF), (0x20000, 0x323AF))
        for code in range(first, last + 1)
        if fold_character(chr(code)) == chr(code)
    ]
    converted = OpenCC("t2s").convert("\n".join(characters)).split("\n")
    table = dict(zip(characters, converted, strict=True))
    return {
        character: table.get(simple, simple) for character, simple in table.items() if simple != character
    }


def _is_variation_selector(character: str) -> bool:
    return "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef"


def _is_kept(character: str) -> bool:
    return character in KEPT_SIGNS or not category(character).startswith(DROPPED_CATEGORIES)
