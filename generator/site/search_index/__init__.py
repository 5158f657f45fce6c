"""The search index: every string that stands in the archive is found, over http and from a folder.

The index lies below `search/` as classic scripts that call `Banmian.receive(name, build, …)`, because
a page opened from a folder may load scripts and nothing else. Modules of theme/scripts/search read
it; all of one build carry its digest, so that two builds never mix.

- `base.js`: the directory (first key of each script), the alphabet, places and facet values.
- `c/N.js`, `s/N.js`: for each character, and each pair of neighbours, the items that hold it.
- `p/N.js`: where a pair stands in each item; only for pairs that many items have.
- `d/N.js`: texts of a few items, for results and for confirming a phrase in few items.
- `rows/N.js`, `refs/N.js`: what a reader takes away of an item, cells of a table and references.
- `f/FACET.js`: the items of each value; `a/N.js`: of each author; `g/N.js`: what the box suggests;
  `i/N.js`: the number of each item by its id.

A phrase is found by intersecting lists of its pairs, and confirmed by places or on the texts, so that
counts are exact. Item numbers follow the date, and one new item moves all later ones: a build writes
the whole index anew, which takes a second for a thousand items; publishing writes what differs.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.model.outfiles import OutFile

if TYPE_CHECKING:
    from generator.archive.groups import Archive


def index_for_search(archive: Archive) -> Iterator[OutFile]:
    """Return every file of the index."""
    from generator.site.search_index.adapting import Documents, facts_of
    from generator.site.search_index.building import build_index
    from generator.site.search_index.folding import simplified_characters

    variants = simplified_characters() if archive.settings.traditional else {}
    yield from build_index(Documents(archive), facts_of(archive, variants))
