"""Numbers to bits: Rice codes for posting lists, base 85 for scripts. theme/scripts/search/bits.js reads both.

A Rice code of width w writes a number as (number >> w) zeros, a one, and its w low bits: close to
the best that any code can do for gaps in a list, and short to read back. An Elias gamma code writes
a number from 1 up as a Rice code of its length and its low bits. Both are a `Code` here.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
ZERO = 40
"""Character code of the digit 0 in base 85; the backslash is left out."""


class Codes(NamedTuple):
    """Codes, one an index: `zeros` zeros, a one, and the `width` low bits of `low`."""

    zeros: Ints
    """Zeros before the one, a number for each code."""
    low: Ints
    """The number whose lowest bits stand behind the one; higher bits are left out."""
    width: Ints
    """How many of those bits; 0 for none."""

    @property
    def lengths(self) -> Ints:
        """Bits of each code."""
        return self.zeros + 1 + self.width


def rice(numbers: Ints, widths: Ints) -> Codes:
    """Return Rice codes of numbers from 0 up."""
    return Codes(numbers >> widths, numbers & (1 << widths) - 1, widths)


def gamma(numbers: Ints) -> Codes:
    """Return Elias gamma codes of numbers from 1 up."""
    width = np.frexp(numbers.astype(np.float64))[1].astype(np.int64) - 1
    return Codes(width, numbers & (1 << width) - 1, width)


def followed(codes: Codes, low: Any, width: int) -> Codes:
    """Return `codes` with `width` bits of `low` behind each."""
    return Codes(codes.zeros, codes.low << width | low, codes.width + width)


def inserted(codes: Codes, at: Ints, others: Codes) -> Codes:
    """Return `codes` with each of `others` before the code with the index in `at`."""
    return Codes(*(np.insert(part, at, other) for part, other in zip(codes, others, strict=True)))


def joined(parts: Sequence[Codes]) -> Codes:
    """Return codes one after another; there must be at least one part."""
    return Codes(*(np.concatenate(columns) for columns in zip(*parts, strict=True)))


def gap_width(total: Ints | int, count: Ints | int) -> Any:
    """Return the best Rice width for `count` gaps that add up to `total`; the same in bits.js."""
    ratio = np.maximum(1, (2 * np.asarray(total)) // (3 * np.asarray(count)))
    return np.frexp(ratio.astype(np.float64))[1].astype(np.int64) - 1


def pack(codes: Codes, starts: Ints) -> list[bytes]:
    """Return the codes as bytes, cut before each index in `starts`, the first of which is 0."""
    lengths = codes.lengths
    ends = np.cumsum(lengths)
    sizes = (np.add.reduceat(lengths, starts) + 7) // 8
    shift = (np.cumsum(sizes) - sizes) * 8 - (ends - lengths)[starts]
    stops = ends - lengths + codes.zeros + np.repeat(shift, np.diff(np.append(starts, len(lengths))))
    bits = np.zeros(int(sizes.sum()) * 8, dtype=np.uint8)
    bits[stops] = 1
    for place in range(int(codes.width.max(initial=0))):
        chosen = np.flatnonzero((codes.width > place) & (codes.low >> place & 1 == 1))
        bits[stops[chosen] + codes.width[chosen] - place] = 1
    data = np.packbits(bits).tobytes()
    bounds = [0, *np.cumsum(sizes).tolist()]
    return [data[begin:end] for begin, end in pairwise(bounds)]


def base85(data: bytes) -> str:
    """Return `data`, filled with zeros to fours, as ASCII that a JavaScript string holds unescaped."""
    words = np.frombuffer(data + bytes(-len(data) % 4), dtype=">u4").astype(np.int64)
    digits = np.empty((len(words), 5), dtype=np.uint8)
    for place in range(4, -1, -1):
        digits[:, place] = words % 85
        words //= 85
    codes = digits + ZERO
    codes[codes >= ord("\\")] += 1
    return codes.tobytes().decode("ascii")
