"""Looks for words in every byte of a folder: plain, escaped, compressed, in databases and in zips."""

from __future__ import annotations

import gzip
import html
import io
import json
import re
import sqlite3
import tempfile
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import unquote

from ahocorasick_rs import AhoCorasick

RUN = 8
"""Characters of a run that is looked for."""


def runs_of(texts: Iterable[str], length: int = RUN) -> set[str]:
    """Return every run of characters of the texts, blanks left out."""
    squeezed = ("".join(text.split()) for text in texts)
    return {text[at : at + length] for text in squeezed for at in range(len(text) - length + 1)}


def leaks(folder: Path, secret: set[str]) -> list[tuple[str, str]]:
    """Return file and run for each file below `folder` that holds a run of `secret`, in whatever form."""
    seeker = AhoCorasick(sorted(secret))
    found = []
    for path in sorted(each for each in folder.rglob("*") if each.is_file()):
        for text in forms(path.name, path.read_bytes()):
            squeezed = "".join(text.split()).encode("utf-8", "replace").decode("utf-8")
            told = sorted(squeezed[start:end] for _, start, end in seeker.find_matches_as_indexes(squeezed))
            found += [(path.relative_to(folder).as_posix(), run) for run in told[:1]]
    return found


def forms(name: str, data: bytes) -> Iterator[str]:
    """Yield a file's content as every text that somebody could make of it."""
    if name.endswith(".zip"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for member in archive.namelist():
                yield from forms(member, archive.read(member))
        return
    if data[:2] == b"\x1f\x8b":
        yield from forms(name.removesuffix(".gz"), gzip.decompress(data))
        return
    if data[:15] == b"SQLite format 3":
        yield from _values(data)
    elif data[:1] == b"\x78" and data[1:2] in b"\x01\x9c\xda":
        yield zlib.decompress(data).decode("utf-8", "replace")
    yield data.decode("utf-16-le", "replace")
    text = data.decode("utf-8", "replace")
    yield text
    for decode in (html.unescape, unquote, _unicode_escaped, lambda each: re.sub(r"<[^>]*>", "", each)):
        if (other := decode(text)) != text:
            yield other


def _unicode_escaped(text: str) -> str:
    return re.sub(r"(?:\\u[0-9a-fA-F]{4})+", lambda match: json.loads(f'"{match[0]}"'), text)


def _values(data: bytes) -> Iterator[str]:
    """Yield every text of every table of a database, shadow tables of indexes and free pages among them."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.sqlite"
        path.write_bytes(data)
        database = sqlite3.connect(path)
        database.text_factory = lambda raw: raw.decode("utf-8", "replace")
        tables = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for table in tables:
            for row in database.execute(f'SELECT * FROM "{table}"'):
                yield from (
                    value.decode("utf-8", "replace") if isinstance(value, bytes) else value
                    for value in row
                    if isinstance(value, str | bytes)
                )
        database.close()
