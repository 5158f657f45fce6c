"""Every pair of neighbouring characters, sorted, in bounded memory.

Texts are read in blocks; the pairs of a block are sorted and written to disk as a run. The runs
are then merged a stretch of keys at a time. A key is a character and the one behind it, as
`first << 21 | second`; a character alone has `second` 0.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from generator.site.search_index.documents import SearchDocument
from generator.site.search_index.folding import fold_character

BLOCK = 1_000_000
"""Characters that are sorted at once."""
STRETCH = 500_000
"""Occurrences that are merged at once; one very common key may exceed it."""
SAMPLE = 64
"""Every so manyth occurrence is kept in memory, to know where stretches end."""
LAST_KEY = 1 << 42
"""Above every key."""
NAMES = ("single", "pair")
PARTS = {
    "keys": "<i8",
    "items_of_key": "<u4",
    "items": "<u4",
    "counts": "<u4",
    "in_heading": "?",
    "places": "<u4",
}
"""The parts of postings on disk."""
SHIFT = 21
"""Bits of a code point."""
DROPPED = 0xFFFFFFFF
"""Stands for a character that folding leaves out; no code point is so large."""
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

    @property
    def starts(self) -> Array:
        """Index of the first item of each key."""
        return np.cumsum(self.items_of_key) - self.items_of_key

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
class Batch:
    """Texts on their way into one run."""

    texts: list[str] = field(default_factory=list)
    """The texts as they were taken in, without the character that parts them."""
    item_of_text: list[int] = field(default_factory=list)
    """For each text the number of its item."""
    heading_of_text: list[bool] = field(default_factory=list)
    """For each text whether it is a part of the item's heading."""
    size: int = 0
    """Code points so far, one between texts counted for each."""

    def add(self, number: int, document: SearchDocument) -> None:
        """Take in every text of a document."""
        for place, text in enumerate(document.texts):
            self.texts.append(text.replace(BETWEEN, " "))
            self.item_of_text.append(number)
            self.heading_of_text.append(place < len(document.heading))
            self.size += len(text) + 1


class Runs:
    """Sorts documents block by block, and merges the sorted blocks again."""

    def __init__(self, variants: Mapping[str, str], folder: Path) -> None:
        self._count = 0
        self._variants = variants
        self._folder = folder
        self._batch = Batch()
        self._samples: dict[str, list[Array]] = {name: [] for name in NAMES}

    def add(self, number: int, document: SearchDocument) -> None:
        """Take in the next document."""
        self._batch.add(number, document)
        if self._batch.size >= BLOCK:
            self.close()

    def close(self) -> None:
        """Write the block that is being filled as a run."""
        if not self._batch.texts:
            return
        for name, postings in zip(NAMES, _postings_of(self._batch, self._variants), strict=True):
            for part in PARTS:
                getattr(postings, part).astype(PARTS[part]).tofile(self._path(name, self._count, part))
            keys = (
                np.repeat(postings.keys, np.add.reduceat(postings.counts, postings.starts))
                if len(postings.keys)
                else postings.keys
            )
            self._samples[name].append(keys[::SAMPLE].copy())
        self._count += 1
        self._batch = Batch()

    def merged(self, name: str) -> Iterator[Postings]:
        """Give out the postings of `single` or `pair` in order of keys, a stretch of whole keys at a time."""
        samples = np.sort(np.concatenate([np.zeros(1, np.int64), *self._samples[name]]))
        bounds = np.unique([*samples[:: max(1, STRETCH // SAMPLE)], LAST_KEY])
        cuts = [self._cuts(name, run, bounds) for run in range(self._count)]
        for stretch in range(len(bounds) - 1):
            parts = [self._read(name, run, cuts[run][stretch : stretch + 2]) for run in range(self._count)]
            if any(len(part.keys) for part in parts):
                yield _joined(parts)

    def _path(self, name: str, run: int, part: str) -> Path:
        return self._folder / f"{name}-{run}-{part}"

    def _cuts(self, name: str, run: int, bounds: Array) -> list[tuple[int, int, int]]:
        """Return for each bound how many keys, items and places of the run stand before it."""
        keys, items, counts = (
            np.fromfile(self._path(name, run, part), PARTS[part])
            for part in ("keys", "items_of_key", "counts")
        )
        before = np.searchsorted(keys, bounds)
        items_before = np.concatenate([[0], np.cumsum(items, dtype=np.int64)])[before]
        places_before = np.concatenate([[0], np.cumsum(counts, dtype=np.int64)])[items_before]
        return list(zip(before.tolist(), items_before.tolist(), places_before.tolist(), strict=True))

    def _read(self, name: str, run: int, cuts: list[tuple[int, int, int]]) -> Postings:
        (key, item, place), (key_end, item_end, place_end) = cuts

        def part(named: str, begin: int, end: int) -> Array:
            kind = np.dtype(PARTS[named])
            path = self._path(name, run, named)
            found = np.fromfile(path, kind, count=end - begin, offset=begin * kind.itemsize)
            return found.astype(np.bool_ if named == "in_heading" else np.int64)

        return Postings(
            keys=part("keys", key, key_end),
            items_of_key=part("items_of_key", key, key_end),
            items=part("items", item, item_end),
            counts=part("counts", item, item_end),
            in_heading=part("in_heading", item, item_end).astype(np.bool_),
            places=part("places", place, place_end),
        )


def _postings_of(block: Batch, variants: Mapping[str, str]) -> tuple[Postings, Postings]:
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
        items=items[groups],
        counts=np.diff(np.append(groups, len(keys))),
        in_heading=np.logical_or.reduceat(heading, groups) if len(groups) else heading[:0],
        places=places[order] if places is not None else np.empty(0, np.int64),
    )


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
