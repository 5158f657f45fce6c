"""Sketches of texts: small samples by which one tells how much of a text stands in another.

A sketch holds the least hashes of the runs of four characters of a text. The share of them that occurs in another
text estimates how much of the first text the second holds, whatever was cut, joined or moved (Broder, On the
resemblance and containment of documents, 1997: bottom-k samples).
"""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.model.unicode import compatible, is_alphanumeric

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Grams = NDArray[np.uint32]

RUN = 4
"""Characters of a run."""
KEPT = 64
"""Hashes of a sketch; the share that it tells is then right to about 0.06 (one standard error)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sketch:
    """A sample of a text."""

    size: int
    """How many different runs the text has."""
    hashes: tuple[int, ...]
    """The least of their hashes, in ascending order; at most KEPT."""

    def packed(self) -> str:
        """Return the hashes as one word of ASCII (base64 of little-endian 32-bit integers)."""
        return base64.b64encode(b"".join(value.to_bytes(4, "little") for value in self.hashes)).decode()

    @classmethod
    def unpacked(cls, size: int, word: str) -> Sketch:
        """Return the sketch that was packed. Raises ValueError for a word that holds none."""
        raw = base64.b64decode(word, validate=True)
        if len(raw) % 4 or len(raw) > 4 * KEPT or size < len(raw) // 4:
            raise ValueError("not a sketch")
        hashes = tuple(int.from_bytes(raw[at : at + 4], "little") for at in range(0, len(raw), 4))
        return cls(size=size, hashes=hashes)


@lru_cache(maxsize=4096)
def letters(text: str) -> str:
    """Return the letters and digits of a text in one width; signs and blanks say little of what it is.

    >>> letters("“五化协同”，大抓基层 ２０２２")
    '五化协同大抓基层2022'
    """
    return "".join(filter(is_alphanumeric, compatible(text)))


def grams(text: str) -> Grams:
    """Return the hashes of the runs of a text, each once, in ascending order; a short text is one run."""
    import numpy as np

    folded = letters(text) or text
    points = np.frombuffer(folded.ljust(RUN, "\0").encode("utf-32-le"), dtype="<u4").astype(np.uint64)
    last = len(points) - RUN + 1
    mixed = np.zeros(last, dtype=np.uint64)
    for step in range(RUN):
        mixed = mixed * np.uint64(0x9E3779B97F4A7C15) + points[step : step + last]
    mixed ^= mixed >> np.uint64(29)
    mixed *= np.uint64(0xBF58476D1CE4E5B9)
    mixed ^= mixed >> np.uint64(32)
    return np.unique((mixed & np.uint64(0xFFFFFFFF)).astype(np.uint32))


def sketch(text: str) -> Sketch:
    """Return the sketch of a text."""
    found = grams(text)
    return Sketch(size=len(found), hashes=tuple(int(value) for value in found[:KEPT]))


def share_in(hashes: Sequence[int] | Grams, found: Grams) -> float:
    """Return the share of a sketch's hashes that occurs in the runs of a text; 0 to 1."""
    import numpy as np

    wanted = np.array(hashes, dtype=np.uint32)
    places = np.minimum(np.searchsorted(found, wanted), len(found) - 1)
    return float((found[places] == wanted).mean())


class Sought:
    """Many sketches, each looked for in a text at the cost of the text, however many they are."""

    def __init__(self, sketches: Mapping[str, Sequence[int]]) -> None:
        import numpy as np

        self.names = list(sketches)
        self.sizes = np.array([len(hashes) for hashes in sketches.values()])
        values = np.array([value for hashes in sketches.values() for value in hashes], dtype=np.uint32)
        owners = np.repeat(np.arange(len(self.names)), self.sizes)
        order = np.argsort(values, kind="stable")
        self.owners = owners[order]
        self.values, self.starts, self.counts = np.unique(
            values[order], return_index=True, return_counts=True
        )

    def in_text(self, found: Grams, least: float = 0.0) -> Iterator[tuple[str, float]]:
        """Yield each sketch of which a text, told by its runs, holds anything, with the share that it holds.

        Those of which it holds a smaller share than `least` are left out.
        """
        import numpy as np

        places = np.minimum(np.searchsorted(self.values, found), len(self.values) - 1)
        hits = places[self.values[places] == found]
        if not len(hits):
            return
        owners = [self.owners[self.starts[hit] : self.starts[hit] + self.counts[hit]] for hit in hits]
        numbers, counts = np.unique(np.concatenate(owners), return_counts=True)
        shares = counts / self.sizes[numbers]
        for at in np.flatnonzero(shares >= least).tolist():
            yield self.names[numbers[at]], float(shares[at])
