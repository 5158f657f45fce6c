"""Numbers to bits: Rice codes for posting lists, base 85 for scripts. `store.js` reads both.

A Rice code of width k writes a number as (number >> k) zeros, a one, and its k low bits: close to
the best that any code can do for gaps in a list, and short to read back.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
FLAG_BITS = 2
"""Bits behind each item of an item list: 1 = in the heading, 2 = three times or more."""
ZERO = 40
"""Character code of the digit 0 in base 85; the backslash is left out."""


def gap_width(total: Ints | int, count: Ints | int) -> Any:
    """Return the best Rice width for `count` gaps that add up to `total`; the same in store.js."""
    ratio = np.maximum(1, (2 * np.asarray(total)) // (3 * np.asarray(count)))
    return np.frexp(ratio.astype(np.float64))[1].astype(np.int64) - 1


def pack(quotients: Ints, lows: Ints, widths: Ints, starts: Ints) -> tuple[bytes, Ints]:
    """Write each code as `quotients` zeros, a one and `widths` bits of `lows`.

    `starts` holds the index of the first code of each segment; segments begin at whole bytes.
    Returns the bytes and the length of each segment in bytes.
    """
    lengths = quotients + 1 + widths
    ends = np.cumsum(lengths)
    begins = ends - lengths
    bits_of_segments = np.add.reduceat(lengths, starts)
    bytes_of_segments = (bits_of_segments + 7) // 8
    shift = (np.cumsum(bytes_of_segments) - bytes_of_segments) * 8 - begins[starts]
    codes_of_segments = np.diff(np.append(starts, len(lengths)))
    stops = begins + np.repeat(shift, codes_of_segments) + quotients
    bits = np.zeros(int(bytes_of_segments.sum()) * 8, dtype=np.uint8)
    bits[stops] = 1
    for place in range(int(widths.max(initial=0))):
        chosen = np.flatnonzero((widths > place) & (lows >> place & 1 == 1))
        bits[stops[chosen] + widths[chosen] - place] = 1
    return np.packbits(bits).tobytes(), bytes_of_segments


def varint(number: int) -> bytes:
    """Return `number` in groups of seven bits, the low ones first; the last group has no high bit."""
    groups = bytearray()
    while number > 0x7F:
        groups.append(number & 0x7F | 0x80)
        number >>= 7
    groups.append(number)
    return bytes(groups)


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
