"""How much two stretches of a page have in common: shared strings of characters, weighted by their rarity.

A string that is rare in newspapers at large says much, one that a third of the page's lines share says
nothing. Names, places and quoted terms are rare strings.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from generator.reading.evidence.topics import load_topics, pair_keys

if TYPE_CHECKING:
    from numpy import bool_, float64, int64
    from numpy.typing import NDArray

SIZES = (2, 3, 4)
"""Lengths of the strings that count."""
NORM = 0.6
"""The power of the lengths that what is in common is divided by."""
COMMON = 4.0
"""The rarity, in nats, of a string that counts for one."""
SHORT = 12.0
"""Added to each length, so that short lines do not stand out by chance."""


def similarities(texts: Sequence[str]) -> NDArray[float64]:
    """Return a matrix of how much each text has in common with each other, the diagonal being zero."""
    import numpy as np

    codes, owner = _codes(texts)
    word = ((codes >= 0x4E00) & (codes <= 0x9FFF)) | (codes == 0x3007) | _alphanumeric(codes)
    rare = load_topics().rarities(pair_keys(codes))
    matrix = np.zeros((len(texts), len(texts)))
    for size in SIZES:
        matrix += _shared(*_strings(codes, owner, word, rare, size), len(texts))
    lengths = np.array([len(text) + SHORT for text in texts])
    matrix /= np.outer(lengths, lengths) ** NORM
    np.fill_diagonal(matrix, 0)
    return matrix


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
    codes: NDArray[int64],
    owner: NDArray[int64],
    word: NDArray[bool_],
    rare: NDArray[float64],
    size: int,
) -> tuple[NDArray[int64], NDArray[int64], NDArray[float64]]:
    """Return a key for each string of `size` letters, its text's number, and its rarity."""
    import numpy as np

    count = max(0, len(codes) - size + 1)
    whole = np.ones(count, dtype=bool)
    keys = np.zeros(count, dtype=np.int64)
    rarity = np.zeros(count)
    for offset in range(size):
        part = slice(offset, offset + count)
        whole &= word[part]
        keys = keys * 0x10001 + codes[part]
        if offset < size - 1:
            rarity += rare[part]
    return keys[whole], owner[:count][whole], rarity[whole] / (size - 1)


def _shared(
    keys: NDArray[int64], owners: NDArray[int64], rarity: NDArray[float64], texts: int
) -> NDArray[float64]:
    """Return the squared rarities of the strings that each two texts share, summed."""
    import numpy as np

    _, first_seen, string = np.unique(keys, return_index=True, return_inverse=True)
    pairs = np.unique(string * texts + owners)
    string, owner = pairs // texts, pairs % texts
    worth = (rarity[first_seen] / COMMON) ** 2
    counts = np.bincount(string)
    first = np.cumsum(counts) - counts
    result = np.zeros(texts * texts)
    for count in range(2, max(3, texts // 3) + 1):
        strings = counts == count
        if strings.any():
            groups = owner[first[strings, None] + np.arange(count)]
            cells = (groups[:, :, None] * texts + groups[:, None, :]).ravel()
            weights = np.repeat(worth[strings], count * count)
            result += np.bincount(cells, weights=weights, minlength=texts * texts)
    return result.reshape(texts, texts)
