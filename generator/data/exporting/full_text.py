"""The search table of archive.sqlite, which Datasette finds by itself and asks for whatever a reader types.

SQLite's tokenizers know no Chinese words: `unicode61` takes all up to a blank or a mark for one word, and
`trigram` finds nothing shorter than three characters. So the words of this index are runs of characters: each
run of up to eight in a body, each at all in a heading. What a reader types is one word to the index,
marks and blanks in quotation marks too, and is found where it stands; a longer one is cut by a blank.

`content="items"` in double quotes is how Datasette and sqlite-utils tell which table it searches. The
words themselves are put in by hand: what a query gives back are the rows of `items`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator

from generator.archive.groups import Archive
from generator.model import Heading, Item
from generator.model.corrected import corrected_body, corrected_headings

LENGTHS = ((500_000, 8), (2_000_000, 4))
"""Most characters of an archive, and how long the longest run of a body is up to there; a larger one has no index."""
HEADING = 60
"""The longest run of a heading."""
TABLE = """
CREATE VIRTUAL TABLE search USING fts5(
  kicker, headline, deck, text, content="items", content_rowid="number", detail="column",
  tokenize="unicode61 remove_diacritics 0 categories 'L* M* N* P* S* Z* Cf Cn Co Cs'"
)
"""


def index_words(database: sqlite3.Connection, archive: Archive) -> None:
    """Make the search table and fill it; an archive that is too large gets none."""
    longest = _longest(sum(len(entry.item.text) for entry in archive.items))
    if not longest:
        return
    database.execute(TABLE)
    rows = ((number, *_row(entry.item, longest)) for number, entry in enumerate(archive.items, start=1))
    insert = "INSERT INTO search (rowid, kicker, headline, deck, text) VALUES (?, ?, ?, ?, ?)"
    database.executemany(insert, rows)
    database.execute("INSERT INTO search (search) VALUES ('optimize')")


def runs(texts: Iterable[str], longest: int) -> str:
    """Return every run of up to `longest` characters of the texts, each once, in order, one a line.

    >>> runs(["夜校 灯"], 2).split("\\n")
    [' ', ' 灯', '夜', '夜校', '校', '校 ', '灯']
    """
    found = {
        text[start:end]
        for text in (" ".join(each.split()) for each in texts)
        for start in range(len(text))
        for end in range(start + 1, min(start + longest, len(text)) + 1)
    }
    return "\n".join(sorted(found))


def _longest(characters: int) -> int:
    return next((length for most, length in LENGTHS if characters <= most), 0)


def _row(item: Item, longest: int) -> Iterator[str]:
    mended = corrected_headings(item)
    headings: tuple[tuple[str, Heading | None], ...] = (
        ("kicker", item.kicker),
        ("headline", item.headline),
        ("deck", item.deck),
    )
    for name, heading in headings:
        readings = (heading.text if heading else None, mended.get(name))
        yield runs(filter(None, readings), HEADING)
    yield runs((*(part.text for part in item.body), *filter(None, corrected_body(item))), longest)
