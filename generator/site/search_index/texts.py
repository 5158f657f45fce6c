"""What a result shows, what a reader can choose, and what the box suggests, as scripts."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from generator.archive.facets import FACETS
from generator.model.outfiles import OutFile
from generator.site.search_index.documents import FacetPlace, IndexFacts, SearchDocument
from generator.site.search_index.folding import fold
from generator.site.search_index.shards import script, value_lists

ITEMS_PER_TEXT = 2
"""Items in one `d/N.js`: item n stands in script n // 2."""
ITEMS_PER_CHUNK = 250
"""Items in one `rows/N.js` and one `refs/N.js`; a multiple of the number above."""
LIST_SIZE = 12_000
"""Characters after which a script of suggestions or authors is full."""
SHOWN = 60
"""Characters of a headline that a suggestion shows."""


def shown_scripts(documents: Iterable[SearchDocument], build: str) -> Iterator[OutFile]:
    """Return `d/N.js`, texts of a few items for results and for confirming; `rows/N.js` and `refs/N.js` to take away."""
    remaining = iter(documents)
    number = chunks = 0
    while chunk := list(islice(remaining, ITEMS_PER_CHUNK)):
        for begin in range(0, len(chunk), ITEMS_PER_TEXT):
            group = chunk[begin : begin + ITEMS_PER_TEXT]
            yield script(f"d/{number}", build, [_shown(document) for document in group])
            number += 1
        yield script(f"rows/{chunks}", build, [document.row for document in chunk])
        yield script(f"refs/{chunks}", build, [document.references for document in chunk])
        chunks += 1


def _shown(document: SearchDocument) -> list[object]:
    labels = [[label, list(texts)] for label, texts in document.labels]
    return [
        document.id,
        document.title,
        " · ".join(part for part in (document.note, document.date) if part),
        list(document.heading),
        labels,
        list(document.body),
        list(document.corrections),
    ]


class FacetLists:
    """For each value of each facet the items that have it."""

    def __init__(self, facts: IndexFacts) -> None:
        values = {"region": tuple(place.code for place in facts.places), **facts.facets}
        self.lists: dict[str, dict[str, list[int]]] = {
            facet: {value: [] for value in values[facet]} for facet in FACETS
        }

    def add(self, number: int, document: SearchDocument) -> None:
        """Take in a document; raises KeyError for a value that the facts do not list."""
        for facet in FACETS:
            for value in dict.fromkeys(getattr(document, f"{facet}s")):
                self.lists[facet][value].append(number)

    def scripts(self, build: str, total: int) -> Iterator[OutFile]:
        """Return `f/FACET.js`."""
        for facet in FACETS:
            yield value_lists(f"f/{facet}", build, self.lists[facet].values(), total)


class Lists:
    """Sorted names in scripts, with the first name of each for the directory."""

    def __init__(self, folder: str, build: str) -> None:
        self.folder = folder
        self.build = build
        self.firsts: list[str] = []

    def scripts(self, entries: Iterable[Sequence[object]]) -> Iterator[OutFile]:
        """Cut `entries`, sorted by their first part, into scripts."""
        group: list[Sequence[object]] = []
        size = 0
        for entry in entries:
            length = len(json.dumps(entry, ensure_ascii=False))
            if group and size + length > LIST_SIZE:
                yield self._script(group)
                group, size = [], 0
            group.append(entry)
            size += length
        if group:
            yield self._script(group)

    def _script(self, group: list[Sequence[object]]) -> OutFile:
        name = f"{self.folder}/{len(self.firsts)}"
        self.firsts.append(str(group[0][0]))
        return script(name, self.build, group)


class Names:
    """Everything that a reader may begin to type: names in bylines, practices and headlines, other names of places."""

    def __init__(self, variants: Mapping[str, str], places: Iterable[FacetPlace] = ()) -> None:
        self._variants = variants
        self._places = [
            (fold(name, variants), "l", place.name, 0, place.code) for place in places for name in place.names
        ]
        self._items: dict[str, list[int]] = {}
        self._counts: dict[tuple[str, str], int] = {}
        self._headlines: list[tuple[str, str, str, int, str]] = []

    def add(self, number: int, document: SearchDocument) -> None:
        """Take in a document."""
        for name in dict.fromkeys(fold(name, self._variants) for name in document.authors):
            self._items.setdefault(name, []).append(number)
        for kind, names in (("a", document.authors), ("p", document.practices)):
            for name in dict.fromkeys(names):
                self._counts[kind, name] = self._counts.get((kind, name), 0) + 1
        if document.heading:
            shown = document.title[:SHOWN]
            self._headlines.append((fold(shown, self._variants), "h", shown, 1, document.id))

    def authors(self) -> list[tuple[str, list[int]]]:
        """Return each folded name of a byline, with the gaps between the items that it signed, by name."""
        return [
            (name, [number - before for before, number in zip([0, *numbers], numbers, strict=False)])
            for name, numbers in sorted(self._items.items())
            if name
        ]

    def suggestions(self) -> list[tuple[str, str, str, int, str]]:
        """Return folded text, kind, shown text, number of items and an item's id or a place's code; sorted.

        Kinds: h a headline, a an author, p a practice, l another name of a place. The places' own names,
        columns and themes stand in `base.js`.
        """
        names = [
            (fold(name, self._variants), kind, name, count, "")
            for (kind, name), count in self._counts.items()
        ]
        return sorted({*self._places, *(row for row in self._headlines + names if row[0])})
