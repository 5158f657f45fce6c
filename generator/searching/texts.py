"""What a result shows, what a reader can choose, and what the box suggests, as scripts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from generator.outfiles import OutFile
from generator.searching.folding import fold
from generator.searching.records import Facts, SearchRecord
from generator.searching.shards import script, value_lists

ITEMS_PER_TEXT = 4
"""Items in one `d/N.js`: item n stands in script n // 4."""
LIST_SIZE = 12_000
"""Characters after which a script of suggestions or authors is full."""
FACETS = ("region", "column", "theme", "kind", "year")
SHOWN = 60
"""Characters of a headline that a suggestion shows."""


def text_scripts(records: Iterable[SearchRecord], build: str) -> Iterator[OutFile]:
    """Return `d/N.js`: the texts of a few items each, for results and for confirming."""
    remaining = iter(records)
    number = 0
    while group := list(islice(remaining, ITEMS_PER_TEXT)):
        yield script(f"d/{number}", build, [_shown(record) for record in group])
        number += 1


def _shown(record: SearchRecord) -> list[object]:
    labels = [[label, list(texts)] for label, texts in record.labels]
    return [
        record.id,
        record.title,
        " · ".join(part for part in (record.note, record.date) if part),
        list(record.heading),
        labels,
        list(record.body),
        list(record.corrections),
    ]


def facet_values(facts: Facts) -> dict[str, tuple[str, ...]]:
    """Return the values of each facet; regions by their codes."""
    return {"region": tuple(place.code for place in facts.places), **facts.facets}


def facet_scripts(records: Iterable[SearchRecord], facts: Facts, build: str) -> Iterator[OutFile]:
    """Return `f/FACET.js`: for each value the items that have it."""
    values = facet_values(facts)
    lists: dict[str, dict[str, list[int]]] = {
        facet: {value: [] for value in values[facet]} for facet in FACETS
    }
    total = 0
    for number, record in enumerate(records):
        total = number + 1
        for facet in FACETS:
            for value in dict.fromkeys(getattr(record, f"{facet}s")):
                lists[facet][value].append(number)
    for facet in FACETS:
        yield value_lists(f"f/{facet}", build, lists[facet].values(), total)


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
            length = len(repr(entry))
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


def authors(records: Iterable[SearchRecord], facts: Facts) -> list[tuple[str, list[int]]]:
    """Return each name of a byline, folded, with the gaps between the items that it signed, by name."""
    items: dict[str, list[int]] = {}
    for number, record in enumerate(records):
        for name in dict.fromkeys(fold(name, facts.variants) for name in record.authors):
            items.setdefault(name, []).append(number)
    return [
        (name, [number - before for before, number in zip([0, *numbers], numbers, strict=False)])
        for name, numbers in sorted(items.items())
        if name
    ]


def suggestions(records: Iterable[SearchRecord], facts: Facts) -> list[tuple[str, str, str, int, str]]:
    """Return what the box may suggest: folded text, kind, shown text, number of items, item id; by text.

    Kinds: h a headline, a an author, p a practice. Places, columns and themes stand in `base.js`.
    """
    counts: dict[tuple[str, str], int] = {}
    rows = []
    for record in records:
        for kind, names in (("a", record.authors), ("p", record.practices)):
            for name in dict.fromkeys(names):
                counts[kind, name] = counts.get((kind, name), 0) + 1
        if record.heading:
            shown = record.title[:SHOWN]
            rows.append((fold(shown, facts.variants), "h", shown, 1, record.id))
    rows += [(fold(name, facts.variants), kind, name, count, "") for (kind, name), count in counts.items()]
    return sorted(row for row in rows if row[0])
