"""A database file without what depends on the version of SQLite that wrote it.

The format is at https://sqlite.org/fileformat.html. Between the list of a page's cells and the first of its
cells stands nothing, and nobody reads it; versions differ in what they leave there.
"""

from __future__ import annotations

PAGE_SIZE = 4096
FILE_HEAD = 100
"""Bytes before the first page's own head."""
WRITER = slice(96, 100)
"""Where the file's head tells which version has written it; nobody reads by it."""
WRITTEN_BY = (3_040_000).to_bytes(4, "big")
HEADS = {0x02: 12, 0x05: 12, 0x0A: 8, 0x0D: 8}
"""Bytes of the head of a page that holds cells, by its first byte; no other page begins with one of these."""


def unversioned(database: bytes) -> bytes:
    """Return a database of pages of PAGE_SIZE with another writer's number and nothing between its cells."""
    clean = bytearray(database)
    clean[WRITER] = WRITTEN_BY
    for page in range(0, len(clean), PAGE_SIZE):
        head = page or FILE_HEAD
        if clean[head] in HEADS:
            cells, first = (_number(clean, head + offset) for offset in (3, 5))
            begin, end = head + HEADS[clean[head]] + 2 * cells, page + first
            clean[begin:end] = bytes(end - begin)
    return bytes(clean)


def _number(data: bytearray, at: int) -> int:
    return int.from_bytes(data[at : at + 2], "big")
