"""The vocabularies that an editor may change: columns, themes, dated events, spellings of persons' names.

They live as YAML files in site_config; every fault of every file is told at once.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import Any

from slugify import slugify

from generator.telling.diagnostics import Diagnostic
from generator.telling.errors import ConfigError
from generator.vocabulary.calendars import is_day
from generator.vocabulary.persons import PERSONS_SCHEMA, PersonNames, faults_of_persons, persons_of
from generator.vocabulary.terms import faults_of_terms
from generator.vocabulary.yamlfiles import YamlFile, read_yaml_file

SLUG = "^[a-z0-9]+(-[a-z0-9]+)*$"
RESERVED = frozenset({"index", "assets", "search", "con", "prn", "aux", "nul"})


class ColumnKind(StrEnum):
    """What a column holds; it helps to tell where an item begins and ends."""

    ARTICLES = "articles"
    CAPTIONS = "captions"
    COMMENTARY = "commentary"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A named rubric of the newspapers (栏目)."""

    slug: str
    """The last part of its address; ASCII, frozen in the file."""
    name: str
    """The name as the archive writes it."""
    kind: ColumnKind
    """What it holds."""
    aliases: tuple[str, ...]
    """Other spellings found in print."""
    about: str
    """One or two sentences for readers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A theme of the archive's vocabulary."""

    slug: str
    """The last part of its address; ASCII, frozen in the file."""
    name: str
    """The name."""
    about: str
    """One sentence that says what belongs."""
    terms: tuple[tuple[str, float], ...]
    """Words that speak for the theme, with their weights; a negative weight speaks against it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A dated event whose mention bounds the date of a page."""

    name: str
    """What happened."""
    start: str
    """The first day, ISO 8601."""
    terms: tuple[str, ...]
    """Words that can be printed only on or after that day."""
    end: str = ""
    """The last day, ISO 8601, on which the words are likely printed as news; empty where there is none."""


@dataclass(frozen=True, kw_only=True)
class Taxonomy:
    """All vocabularies of one archive."""

    columns: tuple[Column, ...]
    """In the order of the file."""
    themes: tuple[Theme, ...]
    """In the order of the file."""
    events: tuple[Event, ...]
    """By first day."""
    persons: tuple[PersonNames, ...] = ()
    """Persons whom print spells in more than one way, in the order of the file."""

    @cached_property
    def column_names(self) -> Mapping[str, Column]:
        """Every name and alias of a column, without blanks, to its column."""
        return {squeeze(name): column for column in self.columns for name in (column.name, *column.aliases)}

    def column(self, name: str) -> Column | None:
        """Return the column called `name` (an alias will do), or None."""
        return self.column_names.get(squeeze(name))


def squeeze(text: str) -> str:
    """Return `text` without any white space."""
    return "".join(text.split())


def slug_of(name: str) -> str:
    """Return an ASCII slug for a Chinese name, by its pinyin.

    >>> slug_of("广角")
    'guang-jiao'
    """
    from pypinyin import lazy_pinyin

    return slugify(" ".join(lazy_pinyin(name)))


_TEXT: Mapping[str, Any] = {"type": "string", "minLength": 1}
_TEXTS: Mapping[str, Any] = {"type": "array", "items": _TEXT}
_SLUG: Mapping[str, Any] = {
    "type": "string",
    "pattern": SLUG,
    "maxLength": 60,
    "description": "小写字母、数字和连字符写成的网址(如 guang-jiao)",
}
_WEIGHT: Mapping[str, Any] = {"type": "number", "minimum": -1000, "maximum": 1000}
_DAY: Mapping[str, Any] = {
    "type": "string",
    "pattern": r"^\d{4}-\d{2}-\d{2}$",
    "description": "年-月-日(如 2022-06-16)",
}


def _list_schema(key: str, item: Mapping[str, Any]) -> Mapping[str, Any]:
    return {
        "type": "object",
        "required": [key],
        "additionalProperties": False,
        "properties": {key: {"type": "array", "items": item}},
    }


COLUMNS_SCHEMA = _list_schema(
    "columns",
    {
        "anyOf": [
            _TEXT,
            {
                "type": "object",
                "required": ["name"],
                "additionalProperties": False,
                "properties": {
                    "name": _TEXT,
                    "slug": _SLUG,
                    "kind": {"enum": [str(kind) for kind in ColumnKind]},
                    "aliases": _TEXTS,
                    "about": _TEXT,
                },
            },
        ]
    },
)
THEMES_SCHEMA = _list_schema(
    "themes",
    {
        "type": "object",
        "required": ["name", "about", "terms"],
        "additionalProperties": False,
        "properties": {
            "name": _TEXT,
            "slug": _SLUG,
            "about": _TEXT,
            "terms": {"type": "object", "additionalProperties": _WEIGHT, "minProperties": 1},
        },
    },
)
EVENTS_SCHEMA = _list_schema(
    "events",
    {
        "type": "object",
        "required": ["name", "start", "terms"],
        "additionalProperties": False,
        "properties": {
            "name": _TEXT,
            "start": _DAY,
            "end": _DAY,
            "terms": _TEXTS,
        },
    },
)


def load_taxonomy(folder: Path) -> Taxonomy:
    """Read columns.yml, themes.yml, events.yml and persons.yml of `folder`.

    A missing file is an empty vocabulary: an archive without themes is still an archive.
    Raises ConfigError with every fault of every file.
    """
    if not folder.is_dir():
        from generator.telling.errors import UsageError

        raise UsageError(f"找不到配置文件夹 {folder}。请用 --config 指向一个存在的文件夹。")
    files = {
        name: read_yaml_file(folder / f"{name}.yml", schema)
        for name, schema in (
            ("columns", COLUMNS_SCHEMA),
            ("themes", THEMES_SCHEMA),
            ("events", EVENTS_SCHEMA),
            ("persons", PERSONS_SCHEMA),
        )
        if os.path.lexists(folder / f"{name}.yml")
    }
    faults = [fault for file in files.values() for fault in file.faults]
    entries = {name: file.data[name] for name, file in files.items() if not file.faults}
    persons = persons_of(files["persons"]) if "persons" in entries else ()
    columns = tuple(_column(entry) for entry in entries.get("columns", ()))
    for name in ("themes", "events"):
        if name in entries and (wrong := list(faults_of_terms(files[name], name))):
            faults += wrong
            del entries[name]
    themes = tuple(_theme(entry) for entry in entries.get("themes", ()))
    events = tuple(_event(entry) for entry in entries.get("events", ()))
    if "columns" in entries:
        spellings = [(column.slug, (column.name, *column.aliases)) for column in columns]
        faults += collisions(files["columns"], "columns", spellings)
    if "themes" in entries:
        faults += collisions(files["themes"], "themes", [(theme.slug, (theme.name,)) for theme in themes])
    if "events" in entries:
        faults += _impossible_days(files["events"])
    if "persons" in entries:
        faults += faults_of_persons(files["persons"])
    if faults:
        raise ConfigError(faults)
    events = tuple(sorted(events, key=lambda event: event.start))
    return Taxonomy(columns=columns, themes=themes, events=events, persons=persons)


def _column(entry: str | Mapping[str, Any]) -> Column:
    given = {"name": entry} if isinstance(entry, str) else entry
    return Column(
        slug=given.get("slug") or slug_of(given["name"]),
        name=given["name"],
        kind=ColumnKind(given.get("kind", "articles")),
        aliases=tuple(given.get("aliases", ())),
        about=given.get("about", ""),
    )


def _theme(entry: Mapping[str, Any]) -> Theme:
    return Theme(
        slug=entry.get("slug") or slug_of(entry["name"]),
        name=entry["name"],
        about=entry["about"],
        terms=tuple((term, float(weight)) for term, weight in entry["terms"].items()),
    )


def _event(entry: Mapping[str, Any]) -> Event:
    end = entry.get("end", "")
    return Event(name=entry["name"], start=entry["start"], terms=tuple(entry["terms"]), end=end)


def _impossible_days(file: YamlFile) -> Iterator[Diagnostic]:
    """Yield a fault for each day of an event that is in no calendar, and for each end before its start."""
    for index, entry in enumerate(file.data["events"]):
        days = [key for key in ("start", "end") if key in entry]
        impossible = [key for key in days if not is_day(entry[key])]
        for key in impossible:
            message = f"events.{index}.{key}:没有“{entry[key]}”这一天。"
            yield file.fault(("events", index, key), message, "请写日历上有的日子,如 2022-06-16。")
        if not impossible and entry.get("end", entry["start"]) < entry["start"]:
            message = f"events.{index}.end:“{entry['end']}”在 start“{entry['start']}”以前。"
            yield file.fault(("events", index, "end"), message, "请把先后改过来。")


def collisions(
    file: YamlFile, key: str, entries: Iterable[tuple[str, tuple[str, ...]]]
) -> Iterable[Diagnostic]:
    """Yield a fault for each slug that is none, and for each slug or name that two of `entries` have."""
    slugs: dict[str, int] = {}
    names: dict[str, int] = {}
    for index, (slug, spellings) in enumerate(entries):
        if not slug or slug in RESERVED:
            message = f"{key}.{index}:没有可用的 slug({slug!r})。"
            yield file.fault((key, index), message, "请写一个由小写字母、数字和连字符组成的 slug。")
        elif slug in slugs:
            message = f"{key}.{index}.slug:“{slug}”与第 {slugs[slug] + 1} 条重复。"
            yield file.fault((key, index), message, "请给其中一条另写 slug。")
        slugs.setdefault(slug, index)
        for name in spellings:
            if names.get(squeeze(name), index) != index:
                message = f"{key}.{index}:名称“{name}”与第 {names[squeeze(name)] + 1} 条重复。"
                yield file.fault((key, index), message, "一个名称只能属于一条。")
            names.setdefault(squeeze(name), index)
