"""The data files of the archive, as the page about them lists them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from posixpath import relpath

from generator.data.catalogue import data_files
from generator.data.measuring import Measure

CODE = re.compile(r"\b([a-z][a-z0-9_]+)\b")
"""A value of a field, as it stands in the files: `article` in “article 报道”."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileView:
    """A data file with its meaning, size and digest."""

    href: str
    """The way to it from the page of the data files."""
    name: str
    """Its file name."""
    title: str
    """What it is, in a few Chinese words."""
    about: str
    """What it is for, in one Chinese sentence."""
    size: str
    """Its size in Chinese, such as `1.5 KB`; empty where it was not written."""
    sha256: str
    """Digest of its bytes, in hex; empty where it was not written."""
    fields: tuple[tuple[str, tuple[str, ...]], ...]
    """Each field's name and its meaning; every second piece of a meaning is a value, as in the files."""


def file_views(measures: Mapping[str, Measure]) -> tuple[FileView, ...]:
    """Return the data files in the catalogue's order; those that were not written have no size."""
    return tuple(
        FileView(
            href=relpath(file.uri, "data"),
            name=file.uri.rpartition("/")[2],
            title=file.title,
            about=file.about,
            size=size_words(measures[file.uri].size) if file.uri in measures else "",
            sha256=measures[file.uri].sha256 if file.uri in measures else "",
            fields=tuple((field.name, tuple(CODE.split(field.about))) for field in file.fields),
        )
        for file in data_files()
    )


def size_words(size: int) -> str:
    """Return a size in bytes as readers say it.

    >>> size_words(1_536), size_words(900)
    ('1.5 KB', '900 字节')
    """
    if size < 1024:
        return f"{size} 字节"
    kilobytes = size / 1024
    return f"{kilobytes:.1f} KB" if kilobytes < 1024 else f"{kilobytes / 1024:.1f} MB"
