"""How much two stretches of a page have in common: shared strings of characters, weighted by their rarity.

Nothing is known of Chinese but what the page itself shows: a string that many lines share says
little, one that only two share says much. Names, places and quoted terms are such strings.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from numpy import bool_, float64, int64
    from numpy.typing import NDArray

EMPTY = "的了是在和有这那为与及其对以不也就都而把被从到上中下他她它们我你个一二三四五六七八九十年月日要说等着之于还很又再更让使会能可"
"""Characters that join words more often than they make them."""
SIZES = ((2, 1.0), (3, 1.6), (4, 2.0))
"""Lengths of the strings that count, with their weights."""
LIMIT = 0.9
"""No two lines have more in common: what is nearly the same twice is seldom in one article."""
SHORT = 12.0
"""Added to each length, so that short lines do not stand out by chance."""


def similarities(texts: Sequence[str]) -> NDArray[float64]:
    """Return a matrix of how much each text has in common with each other, the diagonal being zero."""
    import numpy as np

    codes, owner = _codes(texts)
    word = ((codes >= 0x4E00) & (codes <= 0x9FFF)) | (codes == 0x3007) | _alphanumeric(codes)
    dull = np.isin(codes, np.frombuffer(EMPTY.encode("utf-32-le"), dtype=np.uint32))
    matrix = np.zeros((len(texts), len(texts)))
    for size, weight in SIZES:
        keys, owners = _strings(codes, owner, word, dull, size)
        matrix += _shared(keys, owners, len(texts), weight)
    lengths = np.array([len(text) + SHORT for text in texts])
    matrix /= np.sqrt(np.outer(lengths, lengths))
    np.fill_diagonal(matrix, 0)
    return np.minimum(matrix, LIMIT)


def _codes(texts: Sequence[str]) -> tuple[NDArray[int64], NDArray[int64]]:
    """Return the code points of all texts in a row, a zero behind each, and whose each one is."""
    import numpy as np

    raw = "\0".join([*texts, ""]).encode("utf-32-le")
    codes = np.frombuffer(raw, dtype=np.uint32).astype(np.int64)
    owner = np.repeat(np.arange(len(texts)), [len(text) + 1 for text in texts])
    return codes, owner


def _alphanumeric(codes: NDArray[int64]) -> NDArray[bool_]:
    import numpy as np

    narrow = np.where(codes >= 0xFF01, codes - 0xFEE0, codes)
    digit = (narrow >= 0x30) & (narrow <= 0x39)
    return digit | ((narrow | 0x20) >= 0x61) & ((narrow | 0x20) <= 0x7A) & (narrow < 0x80)


def _strings(
    codes: NDArray[int64], owner: NDArray[int64], word: NDArray[bool_], dull: NDArray[bool_], size: int
) -> tuple[NDArray[int64], NDArray[int64]]:
    """Return a key for each string of `size` characters that says something, and its text's number."""
    import numpy as np

    count = max(0, len(codes) - size + 1)
    whole = np.ones(count, dtype=bool)
    empty = np.zeros(count, dtype=np.int64)
    keys = np.zeros(count, dtype=np.int64)
    for offset in range(size):
        part = slice(offset, offset + count)
        whole &= word[part]
        empty += dull[part]
        keys = keys * 0x10001 + codes[part]
    keep = whole & (empty * 2 < size)
    return keys[keep], owner[:count][keep]


def _shared(keys: NDArray[int64], owners: NDArray[int64], texts: int, weight: float) -> NDArray[float64]:
    """Return the weights of the strings that each two texts share, summed."""
    import numpy as np

    _, string = np.unique(keys, return_inverse=True)
    pairs = np.unique(string * texts + owners)
    string, owner = pairs // texts, pairs % texts
    counts = np.bincount(string)
    first = np.cumsum(counts) - counts
    result = np.zeros(texts * texts)
    for count in range(2, max(3, texts // 3) + 1):
        groups = owner[first[counts == count, None] + np.arange(count)]
        if len(groups):
            worth = weight * math.log(texts / count + 1)
            cells = (groups[:, :, None] * texts + groups[:, None, :]).ravel()
            result += worth * np.bincount(cells, minlength=texts * texts)
    return result.reshape(texts, texts)
