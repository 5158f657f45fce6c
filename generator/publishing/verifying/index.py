"""The search's scripts as they were published: what each hands over, and the lists in it, decoded."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from generator.publishing.verifying.bits import Bits, gap_width
from generator.publishing.verifying.places import Row, Site

HEAD, TAIL = "Banmian.receive(", ")\n"
FLAGS, WIDTH = 2, 6
"""Bits of the flags behind an item, and of a width before places."""
Lists = dict[str, "array[int]"]
"""Numbers by the one or two characters that they tell of."""


class Unreadable(ValueError):
    """A script whose bits are no lists; says which file."""


@contextmanager
def _reading(name: str) -> Iterator[None]:
    try:
        yield
    except (ValueError, IndexError) as error:
        raise Unreadable(f"search/{name}.js") from error


@dataclass(frozen=True, kw_only=True)
class Index:
    """Every script of a search by its name, with the build it says it is of."""

    scripts: Mapping[str, list[Any]]
    """What each hands over: name, build and the rest."""
    broken: tuple[str, ...]
    """Files that hand nothing over, or under another name."""

    @property
    def base(self) -> Row:
        """The directory. Raises KeyError where there is none."""
        return dict(self.scripts["base"][2])

    def numbered(self, folder: str) -> list[str]:
        """Return the scripts of a folder in their order."""
        names = [name for name in self.scripts if name.startswith(f"{folder}/")]
        return sorted(names, key=lambda name: int(name.partition("/")[2]))

    @cached_property
    def documents(self) -> list[list[Any]]:
        """What the search shows of each item, by its number: id, title, note, headings, labels, body, corrections."""
        return [document for name in self.numbered("d") for document in self.scripts[name][2]]

    @cached_property
    def variants(self) -> dict[str, str]:
        """Characters and what they are searched as."""
        signs = self.base["variants"]
        return dict(zip(signs[::2], signs[1::2], strict=True))


def read_index(site: Site) -> Index:
    """Read every script below `search/` that is of the index."""
    scripts: dict[str, list[Any]] = {}
    broken = []
    for name in site.names:
        if name.startswith("search/") and name.endswith(".js"):
            told = _script(site.text(name))
            if told is None or told[0] != name[len("search/") : -len(".js")]:
                broken.append(name)
            else:
                scripts[told[0]] = told
    return Index(scripts=scripts, broken=tuple(broken))


def _script(text: str) -> list[Any] | None:
    if not text.startswith(HEAD) or not text.endswith(TAIL):
        return None
    try:
        return list(json.loads(f"[{text[len(HEAD) : -len(TAIL)]}]"))
    except ValueError:
        return None


def key_texts(keys: str) -> list[str]:
    """Return the keys that a directory names: two characters each, the second a blank for none."""
    return [keys[at : at + 2].rstrip(" ") for at in range(0, len(keys), 2)]


def item_lists(index: Index, folder: str) -> Iterator[tuple[str, Lists]]:
    """Yield each script of a folder with its lists: for each key its items, as number times four and flags.

    Raises Unreadable where the bits are no lists.
    """
    singles = iter(index.base["alphabet"])
    for name in index.numbered(folder):
        with _reading(name):
            lists = _item_lists(index, name, singles if folder == "c" else None)
        yield name, lists


def _item_lists(index: Index, name: str, singles: Iterator[str] | None) -> Lists:
    count, _, text = index.scripts[name][2:]
    bits = Bits(text)
    keys = [next(singles, "") for _ in range(count)] if singles else _keys(bits, index)
    found = {key: _items(bits, index.base["items"]) for key in keys}
    _close(bits, len(keys) == count)
    return found


def _close(bits: Bits, complete: bool) -> None:
    """Raise ValueError where a script has another number of keys than it says, or goes on behind its lists."""
    if not complete or not bits.rest_is_empty():
        raise ValueError("other keys, or more bits than lists")


def _items(bits: Bits, total: int) -> array[int]:
    count = bits.gamma()
    width, number, found = gap_width(total, count), -1, array("q")
    for _ in range(count):
        number += bits.rice(width) + 1
        found.append(number << FLAGS | bits.low(FLAGS))
    return found


def _keys(bits: Bits, index: Index) -> list[str]:
    """Read the keys of a script: each first character with its second ones, by their places in the alphabet."""
    alphabet, first, keys = index.base["alphabet"], 0, []
    for _ in range(bits.gamma()):
        first += bits.gamma() - 1
        count, second = bits.gamma(), 0
        width = gap_width(len(alphabet), count)
        for _ in range(count):
            second += bits.rice(width)
            keys.append(alphabet[first] + alphabet[second])
    bits.to_byte()
    return keys


def place_lists(index: Index) -> Iterator[tuple[str, list[tuple[str, array[int]]]]]:
    """Yield each script of places with its keys: for each item of a key how often, then the places.

    A key goes on in the next script where this one is full. Raises Unreadable where the bits are no lists.
    """
    for name in index.numbered("p"):
        with _reading(name):
            count, _, text = index.scripts[name][2:]
            bits = Bits(text)
            lists = [(key, _places(bits)) for key in _keys(bits, index)]
            _close(bits, len(lists) == count)
        yield name, lists


def _places(bits: Bits) -> array[int]:
    items, width, found = bits.gamma(), bits.low(WIDTH), array("q")
    for _ in range(items):
        often, place = bits.gamma(), -1
        found.append(often)
        for _ in range(often):
            place += bits.rice(width) + 1
            found.append(place)
    return found


def value_lists(index: Index, facet: str, count: int) -> list[list[int]]:
    """Return the items of each of the `count` values of a facet. Raises Unreadable where the bits are no lists."""
    with _reading(f"f/{facet}"):
        bits = Bits(index.scripts[f"f/{facet}"][2])
        found = [_values(bits, index.base["items"]) for _ in range(count)]
        _close(bits, True)
    return found


def _values(bits: Bits, total: int) -> list[int]:
    """Read the items of a value: how many and one more, then gaps."""
    count, number, found = bits.gamma() - 1, -1, []
    for _ in range(count):
        number += bits.rice(gap_width(total, count)) + 1
        found.append(number)
    return found
