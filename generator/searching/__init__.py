"""The search index: every string that stands in the archive is found, over http and from a folder.

Bigrams in small scripts that a page loads by `<script>`, the one way that works everywhere; the
readers' half is theme/overrides/assets/search/. See CONTRIBUTING for the format.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.outfiles import OutFile
from generator.searching.page import search_page

if TYPE_CHECKING:
    from generator.indexing import Archive


def index_for_search(archive: Archive) -> Iterator[OutFile]:
    """Return the search page and every file of the index."""
    from generator.searching.adapting import Records, facts_of
    from generator.searching.building import build_index
    from generator.searching.folding import simplified_characters

    variants = simplified_characters() if archive.settings.traditional else {}
    yield search_page()
    yield from build_index(Records(archive), facts_of(archive, variants))
