"""Every pair of neighbouring characters, sorted, in bounded memory.

Texts are read in blocks; the pairs of a block are sorted and written to disk as a run. The runs
are then merged a stretch of keys at a time. A key is a character and the one behind it, as
`first << 21 | second`; a character alone has `second` 0.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from generator.searching.folding import fold_character
from generator.searching.records import SearchRecord

BLOCK = 1_500_000
"""Characters that are sorted at once."""
STRETCH = 1_500_000
"""Occurrences that are merged at once; one very common key may exceed it."""
SHIFT = 21
DROPPED = 0xFFFFFFFF
BETWEEN = "\0"
"""Stands before each text, so that no phrase reaches across."""

Array = NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Postings:
    """Sorted keys with the items that hold them and the places inside each item."""

    keys: Array
    """Each key once, ascending."""
    items_of_key: Array
    """How many items hold each key."""
    items: Array
    """The items' numbers, ascending inside a key."""
    counts: Array
    """How often the key stands in the item."""
    in_heading: NDArray[np.bool_]
    """Whether one of them stands in the heading."""
    places: Array
    """The places, ascending inside an item; empty for single characters."""

    def where(self, wanted: NDArray[np.bool_]) -> Postings:
        """Return the postings of the keys for which `wanted` is true."""
        items = np.repeat(wanted, self.items_of_key)
        return Postings(
            keys=self.keys[wanted],
            items_of_key=self.items_of_key[wanted],
            items=self.items[items],
            counts=self.counts[items],
            in_heading=self.in_heading[items],
            places=self.places[np.repeat(items, self.counts)] if len(self.places) else self.places,
        )


@dataclass(slots=True)
class Block:
    """Texts on their way into one run."""

    texts: list[str] = field(default_factory=list)
    item_of_text: list[int] = field(default_factory=list)
    heading_of_text: list[bool] = field(default_factory=list)
    size: int = 0

    def add(self, number: int, record: SearchRecord) -> None:
        """Take in every text of a record."""
        for place, text in enumerate(record.texts):
            self.texts.append(text.replace(BETWEEN, " "))
            self.item_of_text.append(number)
            self.heading_of_text.append(place < len(record.heading))
            self.size += len(text) + 1


class RunWriter:
    """Sorts records block by block and writes each block as a run."""

    def __init__(self, variants: Mapping[str, str], folder: Path) -> None:
        self.runs = 0
        self._variants = variants
        self._folder = folder
        self._block = Block()

    def add(self, number: int, record: SearchRecord) -> None:
        """Take in the next record."""
        self._block.add(number, record)
        if self._block.size >= BLOCK:
            self.close()

    def close(self) -> None:
        """Write what is left."""
        if self._block.texts:
            _write_run(self._block, self._variants, self._folder, self.runs)
            self.runs += 1
            self._block = Block()


def _write_run(block: Block, variants: Mapping[str, str], folder: Path, run: int) -> None:
    for name, postings in zip(("single", "pair"), _postings_of(block, variants), strict=True):
        for part in Postings.__slots__:
            np.save(folder / f"{name}-{run}-{part}.npy", getattr(postings, part))


def _postings_of(block: Block, variants: Mapping[str, str]) -> tuple[Postings, Postings]:
    codes = _folded_codes(BETWEEN + BETWEEN.join(block.texts), variants)
    breaks = codes == 0
    text = np.cumsum(breaks) - 1
    item = np.array(block.item_of_text, dtype=np.int64)[text]
    heading = np.array(block.heading_of_text, dtype=np.bool_)[text]
    firsts = np.flatnonzero(np.diff(item, prepend=-1))
    place = np.arange(len(codes)) - np.repeat(firsts, np.diff(np.append(firsts, len(codes))))
    single = np.flatnonzero(~breaks)
    pair = np.flatnonzero(~breaks[:-1] & ~breaks[1:])
    return (
        _sorted(codes[single] << SHIFT, item[single], heading[single], None),
        _sorted(codes[pair] << SHIFT | codes[pair + 1], item[pair], heading[pair], place[pair]),
    )


def _folded_codes(text: str, variants: Mapping[str, str]) -> Array:
    """Return the code points of the folded text, 0 where one text ends and the next begins."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    present, inverse = np.unique(codes, return_inverse=True)
    folded = {int(code): _fold(chr(code), variants) for code in present}
    longer = {code: parts for code, parts in folded.items() if len(parts) > 1}
    if longer:
        return _folded_codes(text.translate(longer), variants)
    table = [0 if code == 0 else ord(parts) if parts else DROPPED for code, parts in folded.items()]
    mapped: Array = np.array(table, dtype=np.int64)[inverse]
    kept: Array = mapped[mapped != DROPPED]
    return kept


def _fold(character: str, variants: Mapping[str, str]) -> str:
    parts = fold_character(character)
    return "".join(variants.get(part, part) for part in parts) if variants else parts


def _sorted(keys: Array, items: Array, heading: NDArray[np.bool_], places: Array | None) -> Postings:
    order = np.argsort(keys, kind="stable")
    keys, items, heading = keys[order], items[order], heading[order]
    new_key = np.diff(keys, prepend=-1) != 0
    groups = np.flatnonzero(new_key | (np.diff(items, prepend=-1) != 0))
    new_key_of_group = np.flatnonzero(new_key[groups])
    return Postings(
        keys=keys[groups][new_key_of_group],
        items_of_key=np.diff(np.append(new_key_of_group, len(groups))),
        items=items[groups].astype(np.uint32),
        counts=np.diff(np.append(groups, len(keys))).astype(np.uint32),
        in_heading=np.logical_or.reduceat(heading, groups) if len(groups) else heading[:0],
        places=places[order].astype(np.uint32) if places is not None else np.empty(0, np.uint32),
    )


def merge_runs(folder: Path, name: str, runs: int) -> Iterator[Postings]:
    """Merge the runs called `name`, a stretch of whole keys at a time, in order of keys."""
    sources = [_Run(folder, name, run) for run in range(runs)]
    if not sources:
        return
    keys = np.unique(np.concatenate([source.keys for source in sources]))
    weights = np.zeros(len(keys), dtype=np.int64)
    for source in sources:
        weights[np.searchsorted(keys, source.keys)] += np.diff(source.place_ends, prepend=0)
    stretches = np.cumsum(weights) // STRETCH
    bounds = np.append(np.flatnonzero(np.diff(stretches, prepend=-1)), len(keys))
    for begin, end in pairwise(bounds.tolist()):
        yield _joined([source.part(keys[begin], keys[end - 1]) for source in sources])


class _Run:
    """One run on disk; only what is asked for is read."""

    def __init__(self, folder: Path, name: str, run: int) -> None:
        self.parts = {
            part: np.load(folder / f"{name}-{run}-{part}.npy", mmap_mode="r") for part in Postings.__slots__
        }
        self.keys = np.array(self.parts["keys"])
        self.item_ends = np.cumsum(self.parts["items_of_key"])
        occurrences = np.cumsum(self.parts["counts"], dtype=np.int64)
        self.place_ends = occurrences[self.item_ends - 1]

    def part(self, first: int, last: int) -> Postings:
        """Return the postings of keys from `first` to `last`."""
        low, high = np.searchsorted(self.keys, [first, last + 1])
        items = slice(self._end(self.item_ends, low), self._end(self.item_ends, high))
        places = slice(self._end(self.place_ends, low), self._end(self.place_ends, high))
        return Postings(
            keys=self.keys[low:high],
            items_of_key=self.parts["items_of_key"][low:high],
            items=self.parts["items"][items].astype(np.int64),
            counts=self.parts["counts"][items].astype(np.int64),
            in_heading=self.parts["in_heading"][items],
            places=self.parts["places"][places].astype(np.int64),
        )

    @staticmethod
    def _end(ends: Array, index: int) -> int:
        return int(ends[index - 1]) if index else 0


def _joined(parts: list[Postings]) -> Postings:
    """Join postings of consecutive items into one."""
    key_of_item = np.concatenate([np.repeat(part.keys, part.items_of_key) for part in parts])
    order = np.argsort(key_of_item, kind="stable")
    counts = np.concatenate([part.counts for part in parts])
    places = np.concatenate([part.places for part in parts])
    keys, items_of_key = np.unique(key_of_item, return_counts=True)
    return Postings(
        keys=keys,
        items_of_key=items_of_key,
        items=np.concatenate([part.items for part in parts])[order],
        counts=counts[order],
        in_heading=np.concatenate([part.in_heading for part in parts])[order],
        places=_gather(places, counts, order) if len(places) else places,
    )


def _gather(values: Array, lengths: Array, order: Array) -> Array:
    """Return the stretches of `values`, `lengths` long, in `order`."""
    begins = (np.cumsum(lengths) - lengths)[order]
    lengths = lengths[order]
    ends = np.cumsum(lengths)
    gathered: Array = values[
        np.arange(int(ends[-1])) - np.repeat(ends - lengths, lengths) + np.repeat(begins, lengths)
    ]
    return gathered
