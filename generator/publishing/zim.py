"""Packs the finished site as one ZIM file, which Kiwix and its kin read offline, with full text search.

libzim indexes Chinese by single characters and pairs of neighbours (Xapian's n-grams), so that any string is found. What
is indexed is an item's own words and the lines of a page that are in no item: the frame of a web page is not. libzim is
an extra, `preserve`: ask `releasing.need_libzim` before this module is loaded.
"""

from __future__ import annotations

import errno
import json
import os
import re
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from html import unescape
from pathlib import Path
from typing import Any

from libzim.writer import Creator, FileProvider, Hint, IndexData, Item

from generator import __version__
from generator.publishing.packaging import Package, find_files, packed_as, put_in_place, refuse_inside
from generator.publishing.releasing import Release
from generator.publishing.stamping import stamp
from generator.telling.system import fault_of

HOME = "index.html"
LANGUAGE = "zho"
ILLUSTRATION = Path(__file__).with_name("illustration.png")
"""The favicon, 48 pixels square."""
SIDE = 48
LONGEST_TITLE, LONGEST_DESCRIPTION, LONGEST_ABOUT = 30, 80, 4_000
"""Characters that openZIM allows."""
TYPES = {
    ".bib": "application/x-bibtex",
    ".cff": "text/yaml",
    ".css": "text/css",
    ".csv": "text/csv",
    ".html": "text/html",
    ".js": "text/javascript",
    ".json": "application/json",
    ".jsonl": "application/jsonl",
    ".png": "image/png",
    ".ris": "application/x-research-info-systems",
    ".sqlite": "application/vnd.sqlite3",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
    ".xml": "application/xml",
}
"""The media type of each suffix: what a machine's own table says may differ."""
OTHER = "application/octet-stream"
ROOM = 2
"""How often the size of the site must be free on the disk: for the file, and for its indexes while they are made."""
TERMINAL = (1, 2)
"""The descriptors of what a person sees."""
_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)


class Words(IndexData):
    """What is indexed of a file; nothing of one that has no words of its own."""

    def __init__(self, title: str, text: str) -> None:
        super().__init__()
        self.title, self.text = title, text

    def has_indexdata(self) -> bool:
        """Tell whether there is anything."""
        return bool(self.text)

    def get_title(self) -> str:
        """Return the title, whose words count more."""
        return self.title

    def get_content(self) -> str:
        """Return the words."""
        return self.text

    def get_keywords(self) -> str:
        """Return nothing: there are no words besides."""
        return ""

    def get_wordcount(self) -> int:
        """Return how long it is, in characters."""
        return len(self.text)


class File(Item):
    """A file of the site."""

    def __init__(self, site: Path, name: str, title: str, words: str) -> None:
        super().__init__()
        self.file, self.name, self.title, self.words = site / name, name, title, words

    def get_path(self) -> str:
        """Return its address in the ZIM file: that on the site."""
        return self.name

    def get_title(self) -> str:
        """Return the title of a web page; other files have none."""
        return self.title

    def get_mimetype(self) -> str:
        """Return its media type."""
        return TYPES.get(self.file.suffix, OTHER)

    def get_contentprovider(self) -> FileProvider:
        """Return what reads it."""
        return FileProvider(self.file)

    def get_hints(self) -> dict[Hint, int]:
        """Say whether its title is suggested."""
        return {Hint.FRONT_ARTICLE: bool(self.title)}

    def get_indexdata(self) -> Words:
        """Return what is indexed of it."""
        return Words(self.title, self.words)


def zim(site: Path, target: Path, release: Release) -> Package:
    """Write `target/NAME.zim` and its checksum beside it.

    Raises UsageError if the file would lie in the site, SystemFault if the disk has no room for it.
    """
    refuse_inside(target, site)
    name = f"{release.name}.zim"
    names = list(find_files(site))
    with put_in_place(target, name) as unfinished, _quietly():
        _refuse_full(target, site, names)
        # One worker: with more, the order of the file is that of the race between them.
        creator = Creator(unfinished).config_indexing(True, LANGUAGE).config_nbworkers(1)
        with creator.config_verbose(False):
            creator.set_mainpath(HOME)
            _add_files(creator, site, names, release.title)
            _add_metadata(creator, release)
        stamp(unfinished)
    return packed_as(target / name, len(names))


def _refuse_full(target: Path, site: Path, names: list[str]) -> None:
    """Raise SystemFault where the disk may not hold the file and its indexes: libzim would wait for ever."""
    if shutil.disk_usage(target).free < ROOM * sum((site / name).stat().st_size for name in names):
        raise fault_of(errno.ENOSPC, str(target))


@contextmanager
def _quietly() -> Iterator[None]:
    """Let libzim, which talks to the terminal past Python whatever it is told, talk to nobody."""
    sys.stdout.flush()
    sys.stderr.flush()
    kept = [os.dup(number) for number in TERMINAL]
    nobody = os.open(os.devnull, os.O_WRONLY)
    try:
        for number in TERMINAL:
            os.dup2(nobody, number)
        yield
    finally:
        for number, before in zip(TERMINAL, kept, strict=True):
            os.dup2(before, number)
            os.close(before)
        os.close(nobody)


def _add_files(creator: Creator, site: Path, names: list[str], title: str) -> None:
    words = dict(_words(site))
    for name in names:
        shown = _title(site / name, title) if name.endswith(".html") else ""
        creator.add_item(File(site, name, shown, words.get(name, "")))


def _title(page: Path, site: str) -> str:
    """Return the title of a web page without the name of the site behind it."""
    found = _TITLE.search(page.read_text("utf-8"))
    return unescape(found[1]).strip().removesuffix(f" - {site}") if found else ""


def _words(site: Path) -> Iterator[tuple[str, str]]:
    """Yield the words of each item's web page, as printed and as corrected, and of each page those in no item."""
    for row in _rows(site / "data/articles.jsonl"):
        yield f"{row['url']}{HOME}", "\n".join(dict.fromkeys(_strings(row)))
    for row in _rows(site / "data/pages.jsonl"):
        yield f"{row['url']}{HOME}", "\n".join(line["text"] for line in (*row["furniture"], *row["unplaced"]))


def _strings(row: dict[str, Any]) -> Iterator[str]:
    """Yield what a reader sees of an item, each heading, name and paragraph."""
    for name in ("kicker", "headline", "deck"):
        yield from filter(None, (row[name], row["corrected_headings"].get(name)))
    for person in (*row["bylines"], *row["institutions"], *row["authors"]):
        yield from filter(None, (person["name"], person.get("institution")))
    for paragraph in row["paragraphs"]:
        yield from filter(None, (paragraph["text"], paragraph.get("corrected")))


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        yield from map(json.loads, file)


def _add_metadata(creator: Creator, release: Release) -> None:
    """Add what openZIM asks for; a day is only named where one is known."""
    creator.add_illustration(SIDE, ILLUSTRATION.read_bytes())
    said = {
        "Name": release.archive,
        "Title": release.title[:LONGEST_TITLE],
        "Description": release.about[:LONGEST_DESCRIPTION].rpartition("。")[0] + "。",
        "LongDescription": release.about[:LONGEST_ABOUT],
        "Creator": release.title,
        "Publisher": release.title,
        "Date": release.day,
        "Language": LANGUAGE,
        "License": release.licence,
        "Source": release.url,
        "Scraper": f"Banmian {__version__}",
        "Tags": "_category:other;_ftindex:yes;_pictures:no;_videos:no;newspapers",
    }
    for name, text in said.items():
        if text:
            creator.add_metadata(name, text)
