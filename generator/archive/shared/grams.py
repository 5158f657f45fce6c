"""Where the same twelve characters stand in two items: all of them are hashed and sorted, bucket by bucket.

One pass deals the positions into buckets by their hash, so that a sort never holds more than a small part of the
archive. A hash may lie, which is why `repeats` looks at the characters again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Codes = NDArray[np.uint32]
    Positions = NDArray[np.int64]

SHORTEST = 12
"""Characters of the shortest run. On the pages looked at, runs from twelve on are whole phrases: formulae, slogans,
sentences. Below stand names of offices, parts of bylines, and pairs of words that belong to the subject."""
BREAK = "\n"
"""Stands before, between and after texts, and between stretches of one that no run may cross."""
BATCH = 1 << 20
"""Characters that are hashed at once."""
BITS = 6
"""The first bits of a hash name its bucket."""
BASE, MIX = 0x9E3779B97F4A7C15, 0xD6E8FEB86659FD93
"""Odd numbers of 64 bits without a pattern."""


def repeated_grams(text: str, starts: Sequence[int]) -> Iterator[list[int]]:
    """Yield the positions of each gram that stands in two texts, where not the same character precedes all of them.

    `text` holds all texts, each between two BREAKs; `starts` where each begins. Where one character precedes all,
    a run that holds the gram begins earlier, and is found there. Positions ascend.
    """
    import numpy as np

    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    begins = np.asarray(starts, dtype=np.int64)
    for bucket in _buckets(codes):
        yield from _blocks(codes, begins, bucket)


def _buckets(codes: Codes) -> Iterator[Positions]:
    """Yield the positions of all grams that no break cuts, dealt by the first bits of their hash."""
    import numpy as np

    dealt: list[list[Any]] = [[] for _ in range(1 << BITS)]
    narrow = np.uint32 if len(codes) < 1 << 32 else np.int64
    for start in range(0, max(0, len(codes) - SHORTEST + 1), BATCH):
        part = codes[start : start + BATCH + SHORTEST - 1]
        breaks = np.concatenate(([0], np.cumsum(part == ord(BREAK))))
        whole = np.flatnonzero(breaks[SHORTEST:] == breaks[:-SHORTEST])
        keys = (_hash(part, whole) >> np.uint64(64 - BITS)).astype(np.uint8)
        order = np.argsort(keys, kind="stable")
        cuts = np.searchsorted(keys[order], np.arange(1, 1 << BITS))
        for bucket, chosen in zip(dealt, np.split(whole[order] + start, cuts), strict=True):
            bucket.append(chosen.astype(narrow))
    for bucket in dealt:
        if bucket:
            yield np.concatenate(bucket).astype(np.int64)
        bucket.clear()


def _hash(codes: Codes, positions: Positions) -> NDArray[np.uint64]:
    """Return a hash of the gram at each position."""
    import numpy as np

    found = np.zeros(len(positions), dtype=np.uint64)
    for step in range(SHORTEST):
        found *= np.uint64(BASE)
        found += codes[positions + step]
    found ^= found >> np.uint64(29)
    found *= np.uint64(MIX)
    return found ^ (found >> np.uint64(32))


def _blocks(codes: Codes, begins: Positions, positions: Positions) -> Iterator[list[int]]:
    """Yield the positions of one bucket that have one hash, stand in two texts and differ in what precedes them."""
    import numpy as np

    hashes = _hash(codes, positions)
    order = np.argsort(hashes, kind="stable")
    hashes, positions = hashes[order], positions[order]
    same = hashes[1:] == hashes[:-1]
    if not same.any():
        return
    paired = np.append(same, False) | np.append(False, same)
    hashes, positions = hashes[paired], positions[paired]
    firsts = np.flatnonzero(np.append(True, hashes[1:] != hashes[:-1]))
    lasts = np.append(firsts[1:], len(hashes)) - 1
    texts = np.searchsorted(begins, positions, side="right")
    before = codes[positions - 1].astype(np.int64)
    before = np.where(before == ord(BREAK), -positions, before)
    differs = np.append(False, before[1:] != before[:-1])
    differs[firsts] = False
    wanted = (texts[firsts] != texts[lasts]) & np.logical_or.reduceat(differs, firsts)
    for first, last in zip(firsts[wanted].tolist(), lasts[wanted].tolist(), strict=True):
        yield positions[first : last + 1].tolist()
