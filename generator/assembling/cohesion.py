"""How much two stretches of a page have in common: shared strings of characters, weighted by their rarity.

Nothing is known of Chinese but what the page itself shows: a string that many lines share says
little, one that only two share says much. Names, places and quoted terms are such strings.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from numpy import float64
    from numpy.typing import NDArray

RUN = re.compile(r"[一-鿿〇Ａ-Ｚａ-ｚA-Za-z]+|[0-9０-９.]{2,}")
EMPTY = frozenset(
    "的了是在和有这那为与及其对以不也就都而把被从到上中下他她它们我你个一二三四五六七八九十年月日要说等着之于还很又再更让使会能可"
)
SIZES = ((2, 1.0), (3, 1.6), (4, 2.0))


def strings_of(text: str) -> dict[str, float]:
    """Return the strings of two to four characters in `text` with their base weights."""
    found: dict[str, float] = {}
    for run in RUN.findall(text):
        for size, weight in SIZES:
            for start in range(len(run) - size + 1):
                string = run[start : start + size]
                dull = sum(character in EMPTY for character in string)
                if dull * 2 < size:
                    found[string] = weight
    return found


def similarities(texts: Sequence[str]) -> NDArray[float64]:
    """Return a matrix of how much each text has in common with each other, the diagonal being zero."""
    import numpy as np

    owners: dict[str, list[int]] = defaultdict(list)
    base: dict[str, float] = {}
    for index, text in enumerate(texts):
        strings = strings_of(text)
        base.update(strings)
        for string in strings:
            owners[string].append(index)
    shared = [
        (string, lines) for string, lines in owners.items() if 2 <= len(lines) <= max(3, len(texts) // 3)
    ]
    table = np.zeros((len(texts), max(len(shared), 1)))
    for column, (string, lines) in enumerate(shared):
        weight = base[string] * math.log(len(texts) / len(lines) + 1)
        table[lines, column] = math.sqrt(weight)
    matrix: NDArray[float64] = table @ table.T
    lengths = np.array([len(text) + 12.0 for text in texts])
    matrix /= np.sqrt(np.outer(lengths, lengths))
    np.fill_diagonal(matrix, 0)
    return matrix
