"""Posting lists, cut into scripts small enough for a slow line.

`s/N.js` holds item lists: which items have a pair (`c/N.js`: a single character). `p/N.js` holds
places: where in each item, asked for only to confirm phrases of three and more characters in many
items; in few items the texts are asked, so rare pairs have no place list. A long place list goes
on over several scripts, so that a reader who needs few items loads few of them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import numpy as np

from generator.model.outfiles import OutFile
from generator.site.search_index.postings import (
    Codes,
    Ints,
    base85,
    followed,
    gamma,
    gap_width,
    inserted,
    joined,
    pack,
    rice,
)
from generator.site.search_index.runs import SHIFT, Postings

SHARD = 20_000
"""Bytes of lists after which a script is full."""
PIECE = 10_000
"""Occurrences after which a place list goes on in another piece."""
FLAG_BITS = 2
"""Bits behind each item of an item list: 1 = in the heading, 2 = often."""
OFTEN = 3
"""An item that has a pair so often gets a flag."""
FEW = 12
"""Items up to which phrases are confirmed on the texts; the same number in phrases.js."""
WIDTH_BITS = 6
"""Bits of a Rice width."""
ALONE = " "
"""Stands for the missing second character of a key."""


@dataclass(slots=True)
class Shards:
    """The scripts of one folder, and what the directory must know of them."""

    folder: str
    """c, s or p."""
    build: str
    """The build's digest."""
    alphabet: Ints = field(default_factory=lambda: np.empty(0, np.int64))
    """Every character of the archive, ascending; not needed for single characters."""
    keys: list[str] = field(default_factory=list)
    """The first key of each script so far."""
    begins: list[int] = field(default_factory=list)
    """For a script that begins inside a place list: how many items of the list stand in earlier ones."""

    def scripts(self, keys: Ints, begins: Ints, codes: Codes, heads: Ints) -> Iterator[OutFile]:
        """Cut lists into scripts: `heads` holds the index of each list's first code."""
        bits = np.cumsum(codes.lengths) - codes.lengths
        full = bits[heads] // (8 * SHARD)
        firsts = np.flatnonzero(np.diff(full, prepend=-1))
        parts = pack(codes, heads[firsts])
        for part, begin, end in zip(parts, firsts, [*firsts[1:], len(keys)], strict=True):
            name = f"{self.folder}/{len(self.keys)}"
            self.keys.append(key_text(int(keys[begin])))
            self.begins.append(int(begins[begin]))
            head = self._head(keys[begin:end])
            yield script(name, self.build, int(end - begin), self.begins[-1], base85(head + part))

    def _head(self, keys: Ints) -> bytes:
        """Return keys as bits: each first character, and the second ones behind it, by their numbers."""
        if not len(self.alphabet):
            return b""
        firsts, starts, counts = np.unique(keys >> SHIFT, return_index=True, return_counts=True)
        numbers = np.searchsorted(self.alphabet, keys & (1 << SHIFT) - 1)
        gaps = np.diff(numbers, prepend=0)
        gaps[starts] = numbers[starts]
        widths = np.repeat(gap_width(len(self.alphabet), counts), counts)
        steps = np.diff(np.searchsorted(self.alphabet, firsts), prepend=0) + 1
        codes = inserted(rice(gaps, widths), starts, gamma(counts))
        codes = inserted(codes, starts + np.arange(len(starts)), gamma(steps))
        codes = joined([gamma(np.array([len(firsts)])), codes])
        return pack(codes, np.zeros(1, np.int64))[0]


def script(name: str, build: str, *values: object) -> OutFile:
    """Return `search/NAME.js`, which hands `values` to the page that loads it."""
    told = ",".join(
        json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029")
        for value in (name, build, *values)
    )
    text = f"Banmian.receive({told})\n"
    return OutFile(f"search/{name}.js", text.encode("utf-8", "backslashreplace"))


def key_text(key: int) -> str:
    """Return a key as its two characters."""
    second = key & (1 << SHIFT) - 1
    return chr(key >> SHIFT) + (chr(second) if second else ALONE)


def item_scripts(shards: Shards, postings: Postings, total: int) -> Iterator[OutFile]:
    """Write an item list for each key: how many items, then gaps with two flags each."""
    counts = postings.items_of_key
    starts = postings.starts
    gaps = _gaps(postings.items, starts)
    width = np.repeat(gap_width(total, counts), counts)
    flags = postings.in_heading + 2 * (postings.counts >= OFTEN)
    codes = inserted(followed(rice(gaps, width), flags, FLAG_BITS), starts, gamma(counts))
    heads = starts + np.arange(len(starts))
    yield from shards.scripts(postings.keys, np.zeros_like(heads), codes, heads)


def place_scripts(shards: Shards, postings: Postings) -> Iterator[OutFile]:
    """Write the place lists of keys that many items have, in pieces.

    A piece: how many items and the width, then for each item how often, then gaps.
    """
    postings = postings.where(postings.items_of_key > FEW)
    if not len(postings.keys):
        return
    key_starts = postings.starts
    item_starts = np.cumsum(postings.counts) - postings.counts
    gaps = _gaps(postings.places, item_starts)
    width_of_key = gap_width(
        np.add.reduceat(gaps, item_starts[key_starts]), np.add.reduceat(postings.counts, key_starts)
    )
    width = np.repeat(np.repeat(width_of_key, postings.items_of_key), postings.counts)
    often = gamma(postings.counts)
    codes = inserted(rice(gaps, width), item_starts, often)
    item_starts += np.arange(len(item_starts))
    pieces = _piece_starts(postings, key_starts)
    key = np.searchsorted(key_starts, pieces, side="right") - 1
    sizes = np.diff(np.append(pieces, len(postings.items)))
    heads = item_starts[pieces]
    codes = inserted(codes, heads, followed(gamma(sizes), width_of_key[key], WIDTH_BITS))
    heads += np.arange(len(heads))
    yield from shards.scripts(postings.keys[key], pieces - key_starts[key], codes, heads)


def _gaps(numbers: Ints, starts: Ints) -> Ints:
    """Return gaps between ascending numbers, counted from 0; at `starts` the numbers themselves."""
    gaps = np.diff(numbers, prepend=0) - 1
    gaps[starts] = numbers[starts]
    return gaps


def _piece_starts(postings: Postings, key_starts: Ints) -> Ints:
    """Return the indexes of items with which a piece begins: each key's first, and one every so often."""
    before = np.cumsum(postings.counts) - postings.counts
    inside = before - np.repeat(before[key_starts], postings.items_of_key)
    new = np.diff(inside // PIECE, prepend=0) != 0
    new[key_starts] = True
    return np.flatnonzero(new)


def value_lists(name: str, build: str, lists: Iterable[list[int]], total: int) -> OutFile:
    """Return one script with a plain item list (no flags) for each value of a facet.

    Each list: how many items and one more, so that there may be none; then gaps.
    """
    parts: list[Codes] = []
    for items in lists:
        parts.append(gamma(np.array([len(items) + 1], dtype=np.int64)))
        if items:
            width = np.full(len(items), gap_width(total, len(items)))
            parts.append(rice(_gaps(np.array(items, dtype=np.int64), np.zeros(1, np.int64)), width))
    data = pack(joined(parts), np.zeros(1, np.int64))[0] if parts else b""
    return script(name, build, base85(data))
