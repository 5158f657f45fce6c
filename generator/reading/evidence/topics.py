"""How alike two texts are in subject: latent semantic analysis (Deerwester et al. 1990) of characters and their pairs."""

from __future__ import annotations

import itertools
import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from generator.reading.evidence.places import TOPICS, evidence_file

if TYPE_CHECKING:
    from numpy import float32, float64, int64
    from numpy.typing import NDArray

STEPS = 16
"""Rarities are stored as whole numbers of so many to a nat."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Topics:
    """A vector for each frequent character and pair of characters."""

    rows: Mapping[str, int]
    """The row of a string of one or two characters in `vectors`."""
    vectors: NDArray[float32]
    """One row a string, its rarity multiplied in; as many columns as there are subjects."""
    pairs: NDArray[int64]
    """Pairs of characters as `pair_keys` gives them, ascending."""
    rarity: NDArray[float64]
    """Of each of `pairs`: the natural logarithm of how many documents there are to one that has it."""
    unknown: float
    """The rarity of a pair that no document had."""

    def rarities(self, keys: NDArray[int64]) -> NDArray[float64]:
        """Return the rarity of each pair of characters."""
        import numpy as np

        places = np.minimum(np.searchsorted(self.pairs, keys), len(self.pairs) - 1)
        return np.where(self.pairs[places] == keys, self.rarity[places], self.unknown)

    def alike(self, texts: Sequence[str]) -> NDArray[float64]:
        """Return the cosines of each text's subject with each other's, the diagonal being zero."""
        import numpy as np

        found = np.zeros((len(texts), self.vectors.shape[1]))
        for number, text in enumerate(texts):
            strings = Counter([*text, *map("".join, itertools.pairwise(text))])
            known = [(self.rows[string], count) for string, count in strings.items() if string in self.rows]
            if known:
                weights = [1 + math.log(count) for _, count in known]
                found[number] = np.array(weights) @ self.vectors[[row for row, _ in known]]
        lengths = np.linalg.norm(found, axis=1, keepdims=True)
        found /= np.maximum(lengths, 1e-9)
        cosines: NDArray[float64] = found @ found.T
        np.fill_diagonal(cosines, 0)
        return cosines


def load_topics(path: Path | None = None) -> Topics:
    """Read the vectors of `path`, by default those that the repository holds."""
    return _load(path or evidence_file(TOPICS))


@cache
def _load(path: Path) -> Topics:
    import numpy as np

    with np.load(path, allow_pickle=False) as stored:
        strings = _cut(str(stored["singles"]), 1) + _cut(str(stored["pairs"]), 2)
        vectors = stored["vectors"].astype(np.float32) * stored["scale"]
        known = np.frombuffer(str(stored["known"]).encode("utf-32-le"), dtype=np.uint32).astype(np.int64)
        pairs = pair_keys(known)[::2]
        order = np.argsort(pairs)
        return Topics(
            rows={string: row for row, string in enumerate(strings)},
            vectors=vectors,
            pairs=pairs[order],
            rarity=stored["rarity"][order] / STEPS,
            unknown=float(stored["unknown"]),
        )


def pair_keys(codes: NDArray[int64]) -> NDArray[int64]:
    """Return a number for each two code points that follow each other."""
    return codes[:-1] * 0x10001 + codes[1:]


def _cut(strings: str, size: int) -> list[str]:
    return [strings[at : at + size] for at in range(0, len(strings), size)]
