"""Posting lists, cut into scripts small enough for a slow line.

`s/N.js` holds item lists: which items have a pair. `p/N.js` holds places: where in each item, asked
for only to confirm phrases of three and more characters. A long place list goes on over several
scripts, so that a reader who needs few items loads few of them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

import numpy as np

from generator.outfiles import OutFile
from generator.searching.postings import FLAG_BITS, Ints, base85, gap_width, pack, varint
from generator.searching.runs import SHIFT, Postings

SHARD = 20_000
"""Bytes of lists after which a script is full."""
PIECE = 10_000
"""Occurrences after which a place list goes on in another piece."""
OFTEN = 3
"""An item that has a pair so often gets a flag."""
ALONE = " "
"""Stands for the missing second character of a key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A key's list, or a piece of it, as bytes."""

    key: int
    """The key."""
    head: bytes
    """What must be known before the list is read."""
    data: bytes
    """The list."""
    begins_at: int = 0
    """For a piece of a place list: the first of the key's items that it is about."""


@dataclass(slots=True)
class ShardWriter:
    """Collects entries in order of keys and cuts them into scripts."""

    folder: str
    """s or p."""
    build: str
    """The build's digest."""
    keys: list[str] = field(default_factory=list)
    """The first key of each script so far."""
    begins: list[int] = field(default_factory=list)
    """Where in the first key's items each script begins."""
    entries: list[Entry] = field(default_factory=list)
    size: int = 0

    def add(self, entries: Iterable[Entry]) -> Iterator[OutFile]:
        """Take in entries; give out each script that is full."""
        for entry in entries:
            size = len(entry.head) + len(entry.data)
            if self.entries and self.size + size > SHARD:
                yield self._shard()
            self.entries.append(entry)
            self.size += size

    def close(self) -> Iterator[OutFile]:
        """Give out what is left."""
        if self.entries:
            yield self._shard()

    def _shard(self) -> OutFile:
        entries, self.entries, self.size = self.entries, [], 0
        name = f"{self.folder}/{len(self.keys)}"
        self.keys.append(key_text(entries[0].key))
        self.begins.append(entries[0].begins_at)
        head = b"".join(entry.head for entry in entries)
        data = b"".join(entry.data for entry in entries)
        keys = _grouped(entry.key for entry in entries)
        return script(name, self.build, keys, entries[0].begins_at, base85(head + data))


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
    return chr(key >> SHIFT) + (chr(key & (1 << SHIFT) - 1) if key & (1 << SHIFT) - 1 else ALONE)


def _grouped(keys: Iterable[int]) -> list[str]:
    """Return keys as strings: a first character and every second character behind it."""
    pairs = map(key_text, keys)
    return [
        first + "".join(pair[1] for pair in group)
        for first, group in groupby(pairs, key=lambda pair: pair[0])
    ]


def item_lists(postings: Postings, total: int) -> Iterator[Entry]:
    """Return an item list for each key: Rice-coded gaps with two flags."""
    starts = np.cumsum(postings.items_of_key) - postings.items_of_key
    gaps = np.diff(postings.items, prepend=-1) - 1
    gaps[starts] = postings.items[starts]
    width = np.repeat(gap_width(total, postings.items_of_key), postings.items_of_key)
    flags = postings.in_heading + 2 * (postings.counts >= OFTEN)
    lows = (gaps & (1 << width) - 1) << FLAG_BITS | flags
    data, sizes = pack(gaps >> width, lows, width + FLAG_BITS, starts)
    offset = 0
    for key, count, size in zip(
        postings.keys.tolist(), postings.items_of_key.tolist(), sizes.tolist(), strict=True
    ):
        yield Entry(key=key, head=varint(count) + varint(size), data=data[offset : offset + size])
        offset += size


def place_lists(postings: Postings) -> Iterator[Entry]:
    """Return a place list for each key, in pieces: per item its count, then Rice-coded gaps."""
    key_starts = np.cumsum(postings.items_of_key) - postings.items_of_key
    item_ends = np.cumsum(postings.counts)
    item_starts = item_ends - postings.counts
    gaps = np.diff(postings.places, prepend=0) - 1
    gaps[item_starts] = postings.places[item_starts]
    sums = np.add.reduceat(gaps, item_starts[key_starts])
    occurrences = np.add.reduceat(postings.counts, key_starts)
    width_of_key = gap_width(sums, occurrences)
    width = np.repeat(width_of_key, occurrences)
    quotients, lows = gaps >> width, gaps & (1 << width) - 1
    data, sizes = pack(
        np.insert(quotients, item_starts, postings.counts - 1),
        np.insert(lows, item_starts, 0),
        np.insert(width, item_starts, 0),
        (pieces := _piece_starts(postings, key_starts)) + item_starts[pieces],
    )
    key_of_piece = np.searchsorted(key_starts, pieces, side="right") - 1
    items_of_piece = np.diff(np.append(pieces, len(postings.items)))
    yield from _pieces(
        postings.keys[key_of_piece],
        items_of_piece,
        pieces - key_starts[key_of_piece],
        width_of_key[key_of_piece],
        data,
        sizes,
    )


def _piece_starts(postings: Postings, key_starts: Ints) -> Ints:
    """Return the indexes of items with which a piece begins: each key's first, and one every so often."""
    before = np.cumsum(postings.counts) - postings.counts
    inside = before - np.repeat(before[key_starts], postings.items_of_key)
    numbers = inside // PIECE
    new = np.diff(numbers, prepend=0) != 0
    new[key_starts] = True
    return np.flatnonzero(new)


def _pieces(keys: Ints, items: Ints, begins: Ints, widths: Ints, data: bytes, sizes: Ints) -> Iterator[Entry]:
    offset = 0
    for key, count, begin, width, size in zip(
        keys.tolist(), items.tolist(), begins.tolist(), widths.tolist(), sizes.tolist(), strict=True
    ):
        head = varint(count) + varint(size) + varint(width)
        yield Entry(key=key, head=head, data=data[offset : offset + size], begins_at=begin)
        offset += size


def value_lists(name: str, build: str, lists: Iterable[list[int]], total: int) -> OutFile:
    """Return one script with a plain item list (no flags) for each value of a facet."""
    heads, bodies = [], []
    for items in lists:
        body = b""
        if items:
            numbers = np.array(items, dtype=np.int64)
            gaps = np.diff(numbers, prepend=-1) - 1
            width = np.full(len(items), gap_width(total, len(items)))
            body, _sizes = pack(gaps >> width, gaps & (1 << width) - 1, width, np.zeros(1, np.int64))
        heads.append(varint(len(items)) + varint(len(body)))
        bodies.append(body)
    return script(name, build, len(heads), base85(b"".join(heads + bodies)))
