"""The whole index from its documents, in two passes and bounded memory."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import numpy as np

from generator.model.outfiles import OutFile
from generator.site.search_index.documents import Digest, IndexFacts, SearchDocument
from generator.site.search_index.postings import Ints
from generator.site.search_index.runs import SHIFT, Runs
from generator.site.search_index.shards import Shards, item_scripts, place_scripts, script
from generator.site.search_index.texts import (
    ITEMS_PER_CHUNK,
    ITEMS_PER_TEXT,
    FacetLists,
    Lists,
    Names,
    shown_scripts,
)

FORMAT = 2
"""Number of the format; scripts refuse an index of another one."""


def build_index(documents: Iterable[SearchDocument], facts: IndexFacts) -> Iterator[OutFile]:
    """Return every file of the index; `documents` are read twice.

    They come in order of `day`, those without one first: of two equal results the later stands first.
    """
    with tempfile.TemporaryDirectory(prefix="banmian-search-") as folder:
        gathered = Gathered(facts, Path(folder))
        for document in documents:
            gathered.add(document)
        build = gathered.close()
        yield from shown_scripts(documents, build)
        yield from gathered.facets.scripts(build, gathered.total)
        authors, suggestions, ids = Lists("a", build), Lists("g", build), Lists("i", build)
        yield from authors.scripts(gathered.names.authors())
        yield from suggestions.scripts(gathered.names.suggestions())
        yield from ids.scripts(sorted(gathered.ids))
        singles, items, places = (Shards(name, build) for name in ("c", "s", "p"))
        yield from _posting_scripts(gathered, singles, items, places)
    directory = {
        **_directory(singles, items, places),
        **_facts(gathered, facts),
        "variants": _variants(facts.variants, items.alphabet),
        "authors": authors.firsts,
        "suggestions": suggestions.firsts,
        "ids": ids.firsts,
    }
    yield script("base", build, directory)


class Gathered:
    """What the first reading of the documents finds; their pairs lie in runs on disk."""

    def __init__(self, facts: IndexFacts, folder: Path) -> None:
        self.total = self.undated = 0
        self.folder = folder
        self.facets = FacetLists(facts)
        self.names = Names(facts.variants, facts.places)
        self.runs = Runs(facts.variants, folder)
        self.ids: list[tuple[str, int]] = []
        self._digest = Digest(facts)

    def add(self, document: SearchDocument) -> None:
        """Take in the next document."""
        self._digest.add(document)
        self.facets.add(self.total, document)
        self.names.add(self.total, document)
        self.runs.add(self.total, document)
        self.ids.append((document.id, self.total))
        self.undated += not document.day
        self.total += 1

    def close(self) -> str:
        """Finish the runs; return the build's name."""
        self.runs.close()
        return str(self._digest)


def _posting_scripts(gathered: Gathered, singles: Shards, items: Shards, places: Shards) -> Iterator[OutFile]:
    alphabet = [np.empty(0, np.int64)]
    for postings in gathered.runs.merged("single"):
        alphabet.append(postings.keys >> SHIFT)
        yield from item_scripts(singles, postings, gathered.total)
    items.alphabet = places.alphabet = np.concatenate(alphabet)
    for postings in gathered.runs.merged("pair"):
        yield from item_scripts(items, postings, gathered.total)
        yield from place_scripts(places, postings)


def _directory(singles: Shards, items: Shards, places: Shards) -> dict[str, object]:
    return {
        "alphabet": "".join(map(chr, items.alphabet.tolist())),
        "singleKeys": "".join(singles.keys),
        "itemKeys": "".join(items.keys),
        "placeKeys": "".join(places.keys),
        "placeBegins": {index: begin for index, begin in enumerate(places.begins) if begin},
    }


def _facts(gathered: Gathered, facts: IndexFacts) -> dict[str, object]:
    number = {place.code: index for index, place in enumerate(facts.places)}
    parents = [-1 if place.parent is None else number[place.parent] for place in facts.places]
    return {
        "format": FORMAT,
        "items": gathered.total,
        "undated": gathered.undated,
        "perText": ITEMS_PER_TEXT,
        "perChunk": ITEMS_PER_CHUNK,
        "places": [
            [place.code, place.name, parent] for place, parent in zip(facts.places, parents, strict=True)
        ],
        "facets": {facet: list(values) for facet, values in facts.facets.items()},
    }


def _variants(variants: Mapping[str, str], alphabet: Ints) -> str:
    """Return pairs of characters, those alone whose second one stands in the archive."""
    present = set(map(chr, alphabet.tolist()))
    return "".join(character + other for character, other in sorted(variants.items()) if other in present)
