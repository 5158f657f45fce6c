"""Whether the lists of the search say what a recount of its texts gives: each key, each item, each place."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from generator.publishing.verifying.folding import folded
from generator.publishing.verifying.index import FLAGS, Index, Lists, item_lists, key_texts, place_lists
from generator.publishing.verifying.places import Fault, Site

OFTEN, FEW = 3, 12
"""From so often on an item is marked; in more items than that, a pair has places."""
LISTS = {"c": "singleKeys", "s": "itemKeys"}
"""The folders of the items' lists, and where the directory names the first key of each script."""


def check_lists(site: Site, index: Index) -> Iterator[Fault]:
    """Yield each key whose items or places are others than the texts have."""
    texts = [_texts(document, index) for document in index.documents]
    singles, pairs = _recounted(texts)
    yield from _alphabet(index, singles)
    for folder, wanted in (("c", singles), ("s", pairs)):
        yield from _items(site, index, folder, wanted)
    often = {key for key, items in pairs.items() if len(items) > FEW}
    yield from _places(site, index, _places_of(texts, often))


def _texts(document: list[Any], index: Index) -> tuple[int, list[str]]:
    """Return how many headings an item has, and all its texts as they are searched, the headings first."""
    _, _, _, heading, labels, body, corrections = document
    filed = [text for _, texts in labels for text in texts]
    return len(heading), [folded(text, index.variants) for text in (*heading, *filed, *body, *corrections)]


def _recounted(items: list[tuple[int, list[str]]]) -> tuple[Lists, Lists]:
    """Return which items hold each character and each pair, as number times four and flags."""
    singles: Lists = {}
    pairs: Lists = {}
    for number, (headings, texts) in enumerate(items):
        for length, lists in ((1, singles), (2, pairs)):
            heads = {key for text in texts[:headings] for key in _keys(text, length)}
            counts = Counter(key for text in texts for key in _keys(text, length))
            for key, count in counts.items():
                flags = (key in heads) + 2 * (count >= OFTEN)
                lists.setdefault(key, array("q")).append(number << FLAGS | flags)
    return singles, pairs


def _keys(text: str, length: int) -> Iterator[str]:
    return iter(text) if length == 1 else map("".join, pairwise(text))


def _places_of(items: list[tuple[int, list[str]]], wanted: set[str]) -> Lists:
    """Return for each wanted pair how often each item has it, then where; before each text is one place for none."""
    found: Lists = {key: array("q") for key in sorted(wanted)}
    for _, texts in items:
        places: dict[str, list[int]] = {}
        at = 0
        for text in texts:
            for place, key in enumerate(_keys(text, 2), at + 1):
                if key in wanted:
                    places.setdefault(key, []).append(place)
            at += len(text) + 1
        for key, each in places.items():
            found[key].extend([len(each), *each])
    return found


def _alphabet(index: Index, singles: Lists) -> Iterator[Fault]:
    if list(index.base["alphabet"]) != sorted(singles):
        yield Fault(where="search/base.js", said="字表与检索文字里的字不同。")


def _items(site: Site, index: Index, folder: str, wanted: Lists) -> Iterator[Fault]:
    seen: list[str] = []
    firsts = []
    for name, lists in item_lists(index, folder):
        firsts.append(next(iter(lists), ""))
        seen += lists
        site.counts["检索清单"] += len(lists)
        for key, items in lists.items():
            if items != wanted.get(key):
                said = _difference(index, items, wanted.get(key, array("q")))
                yield Fault(where=f"search/{name}.js", said=f"“{key}”的清单与文字不合:{said}。")
    yield from _listed(f"search/{folder}/", index, LISTS[folder], firsts)
    if seen != sorted(wanted):
        lost = next(iter(sorted(wanted.keys() - seen)), "")
        yield Fault(where=f"search/{folder}/", said=f"字词缺少、多余或次序不对,例如“{lost}”。")


def _difference(index: Index, found: array[int], wanted: array[int]) -> str:
    """Return in words the first item that two lists do not agree on."""
    had, has = dict(_split(wanted)), dict(_split(found))
    for number in sorted(had | has):
        if had.get(number) != has.get(number):
            known = number < len(index.documents)
            id_ = index.documents[number][0] if known else f"第 {number} 篇"
            return f"{id_} {'多余' if number not in had else '缺少' if number not in has else '标记不对'}"
    return "次序不对"


def _split(items: array[int]) -> Iterator[tuple[int, int]]:
    return ((item >> FLAGS, item & (1 << FLAGS) - 1) for item in items)


def _listed(where: str, index: Index, directory: str, firsts: list[str]) -> Iterator[Fault]:
    if key_texts(index.base[directory]) != firsts:
        yield Fault(where="search/base.js", said=f"{where} 各份的第一个字词与目录不同。")


def _places(site: Site, index: Index, wanted: Lists) -> Iterator[Fault]:
    found: Lists = {}
    firsts = []
    begins: dict[str, int] = {}
    for number, (name, lists) in enumerate(place_lists(index)):
        firsts.append(lists[0][0] if lists else "")
        if begin := _items_in(found.get(firsts[-1], array("q"))):
            begins[str(number)] = begin
        if index.scripts[name][3] != begin:
            yield Fault(where=f"search/{name}.js", said="接着哪一篇往下说,与前一份不合。")
        for key, places in lists:
            found.setdefault(key, array("q")).extend(places)
    site.counts["检索清单"] += len(found)
    yield from _listed("search/p/", index, "placeKeys", firsts)
    if index.base["placeBegins"] != begins:
        yield Fault(where="search/base.js", said="目录里记的续接之处与各份不同。")
    for key in sorted(found.keys() | wanted.keys()):
        if found.get(key) != wanted.get(key):
            yield Fault(where="search/p/", said=f"“{key}”在各篇里的位置与文字不合。")


def _items_in(places: array[int]) -> int:
    """Return how many items stand in a list of places."""
    at = count = 0
    while at < len(places):
        at, count = at + places[at] + 1, count + 1
    return count
