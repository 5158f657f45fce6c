"""The whole index from its records, in two passes and bounded memory."""

from __future__ import annotations

import tempfile
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

import numpy as np

from generator.outfiles import OutFile
from generator.searching import texts
from generator.searching.postings import Ints
from generator.searching.records import Facts, SearchRecord, digest
from generator.searching.runs import SHIFT, merge_runs, write_runs
from generator.searching.shards import Shards, item_scripts, place_scripts, script

FORMAT = 1
"""Number of the format; scripts refuse an index of another one."""


def build_index(records: Collection[SearchRecord], facts: Facts) -> Iterator[OutFile]:
    """Return every file of the index; `records` are read several times.

    They come in order of `day`, those without one first: of two equal results the later stands first.
    """
    build = digest(records, facts)
    yield from texts.text_scripts(records, build)
    yield from texts.facet_scripts(records, facts, build)
    authors, suggestions = texts.Lists("a", build), texts.Lists("g", build)
    yield from authors.scripts(texts.authors(records, facts))
    yield from suggestions.scripts(texts.suggestions(records, facts))
    singles, items, places = (Shards(folder, build) for folder in ("c", "s", "p"))
    alphabet = [np.empty(0, np.int64)]
    with tempfile.TemporaryDirectory(prefix="banmian-search-") as name:
        folder = Path(name)
        runs, total = write_runs(records, facts.variants, folder)
        for postings in merge_runs(folder, "single", runs):
            alphabet.append(postings.keys >> SHIFT)
            yield from item_scripts(singles, postings, total)
        items.alphabet = places.alphabet = np.concatenate(alphabet)
        for postings in merge_runs(folder, "pair", runs):
            yield from item_scripts(items, postings, total)
            yield from place_scripts(places, postings)
    yield script(
        "base",
        build,
        {
            **_directory(singles, items, places),
            **_facts(records, facts),
            "variants": _variants(facts.variants, items.alphabet),
            "authors": authors.firsts,
            "suggestions": suggestions.firsts,
        },
    )


def _directory(singles: Shards, items: Shards, places: Shards) -> dict[str, object]:
    return {
        "alphabet": "".join(map(chr, items.alphabet.tolist())),
        "singleKeys": "".join(singles.keys),
        "itemKeys": "".join(items.keys),
        "placeKeys": "".join(places.keys),
        "placeBegins": {index: begin for index, begin in enumerate(places.begins) if begin},
    }


def _facts(records: Collection[SearchRecord], facts: Facts) -> dict[str, object]:
    number = {place.code: index for index, place in enumerate(facts.places)}
    parents = [-1 if place.parent is None else number[place.parent] for place in facts.places]
    return {
        "format": FORMAT,
        "items": len(records),
        "undated": sum(not record.day for record in records),
        "perText": texts.ITEMS_PER_TEXT,
        "places": [
            [place.code, place.name, parent] for place, parent in zip(facts.places, parents, strict=True)
        ],
        "facets": {facet: list(values) for facet, values in facts.facets.items()},
    }


def _variants(variants: Mapping[str, str], alphabet: Ints) -> str:
    """Return pairs of characters, those alone whose second one stands in the archive."""
    present = set(map(chr, alphabet.tolist()))
    return "".join(character + other for character, other in sorted(variants.items()) if other in present)
