"""The files of a published site, in a folder or in a zip, and what is read from them more than once."""

from __future__ import annotations

import json
import os
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from generator.publishing.verifying.markup import Sheet, read_sheet
from generator.telling.errors import UsageError

MARK = ".banmian"
Row = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing that is wrong."""

    where: str
    """The file, or the file and the line."""
    said: str
    """What is wrong, in one Chinese sentence."""

    def __str__(self) -> str:
        return f"{self.where}: {self.said}"


class Site:
    """A published site."""

    def __init__(self, names: list[str], read: Callable[[str], bytes], *, packed: bool) -> None:
        self.names = tuple(sorted(names))
        self.known = frozenset(names)
        self.packed = packed
        self.counts: Counter[str] = Counter()
        self._read = read

    def read(self, name: str) -> bytes:
        """Return a file's bytes; empty where it is missing, which the sums tell."""
        return self._read(name) if name in self.known else b""

    def text(self, name: str) -> str:
        """Return a file's text; what is not UTF-8 becomes a replacement character."""
        return self.read(name).decode("utf-8", "replace")

    def rows(self, name: str) -> list[Row]:
        """Return the rows of a JSON Lines file. Raises ValueError where one is no JSON."""
        return [json.loads(line) for line in self.text(name).split("\n") if line.strip()]

    @cached_property
    def articles(self) -> dict[str, Row]:
        """The rows of articles.jsonl, by id."""
        return {row["id"]: row for row in self.rows("data/articles.jsonl")}

    @cached_property
    def pages(self) -> dict[str, Row]:
        """The rows of pages.jsonl, by id."""
        return {row["id"]: row for row in self.rows("data/pages.jsonl")}

    @cached_property
    def lines(self) -> dict[str, list[Row]]:
        """The rows of lines.jsonl that are of a page's file, by page."""
        found: dict[str, list[Row]] = {id_: [] for id_ in self.pages}
        for row in self.rows("data/lines.jsonl"):
            if row["file"] == self.pages[row["page"]]["source"]:
                found[row["page"]].append(row)
        return found

    @cached_property
    def sheets(self) -> dict[str, Sheet]:
        """Every HTML file as read, by its name."""
        return {name: read_sheet(self.text(name)) for name in self.names if name.endswith(".html")}


@contextmanager
def open_site(place: Path) -> Iterator[Site]:
    """Open a site in a folder or in a zip. Raises UsageError where none is."""
    if place.is_dir():
        names = [path.relative_to(place).as_posix() for path in files_below(place)]
        yield _found(
            place, [name for name in names if name != MARK], lambda name: (place / name).read_bytes()
        )
        return
    if not place.is_file() or not zipfile.is_zipfile(place):
        raise UsageError(
            f"{place} 不是网站的文件夹,也不是 zip。请写 build/site,或 banmian package 打成的 zip。"
        )
    with _whole(place), zipfile.ZipFile(place) as archive:
        members = [name for name in archive.namelist() if not name.endswith("/")]
        top = members[0].partition("/")[0] if members else ""
        names = [name.removeprefix(f"{top}/") for name in members]
        yield _found(place, names, lambda name: archive.read(f"{top}/{name}"), packed=True)


@contextmanager
def _whole(place: Path) -> Iterator[None]:
    """Raise UsageError where a zip is broken, asks for a password, or is packed in a way that nobody here knows."""
    try:
        yield
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
        raise UsageError(f"{place} 是坏的 zip,读不下去({error})。请重新打包,或重新下载。") from None
    except RuntimeError as error:
        if "encrypted" not in str(error):
            raise
        raise UsageError(f"{place} 要密码,不是 banmian package 打成的 zip。") from None


def files_below(folder: Path) -> Iterator[Path]:
    """Yield every file in a folder and below. Raises OSError where a folder may not be read."""

    def refuse(error: OSError) -> None:
        raise error

    for root, _, names in os.walk(folder, onerror=refuse):
        yield from (path for name in names if (path := Path(root, name)).is_file())


def _found(place: Path, names: list[str], read: Callable[[str], bytes], *, packed: bool = False) -> Site:
    if not {"data/pages.jsonl", "SHA256SUMS"} & set(names):
        raise UsageError(f"{place} 里没有网站:请先运行 banmian build。")
    return Site(names, read, packed=packed)
