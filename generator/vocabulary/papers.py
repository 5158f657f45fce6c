"""The newspapers of the archive, as an editor describes them in site_config/papers.yml.

A page says in its sidecar which paper it is of; a paper that is not described here is one all the same,
of which nothing but the name is known.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from generator.model import Issue
from generator.model.edtf import days, is_edtf
from generator.telling.diagnostics import Diagnostic
from generator.telling.errors import ConfigError
from generator.vocabulary.calendars import PUBLISHED_SCHEMA, Published, faults_of_published, published_of
from generator.vocabulary.taxonomy import SLUG, collisions, slug_of, squeeze
from generator.vocabulary.yamlfiles import KeyPath, YamlFile, read_yaml_file

DIGITS = 4
"""Hex digits of the name's digest in an id that nobody stated."""
_TEXT: Mapping[str, Any] = {"type": "string", "minLength": 1}
_DATE: Mapping[str, Any] = {
    "type": ["string", "integer"],
    "description": "年、年-月或年-月-日(如 1983、1983-06、1983-06-30)",
}
_FORMER: Mapping[str, Any] = {
    "type": "object",
    "required": ["name"],
    "additionalProperties": False,
    "properties": {"name": _TEXT, "since": _DATE, "until": _DATE},
}
PAPERS_SCHEMA: Mapping[str, Any] = {
    "type": ["object", "null"],
    "required": ["papers"],
    "additionalProperties": False,
    "properties": {
        "papers": {
            "type": ["array", "null"],
            "items": {
                "type": "object",
                "required": ["name"],
                "additionalProperties": False,
                "properties": {
                    "name": _TEXT,
                    "slug": {
                        "type": "string",
                        "pattern": SLUG,
                        "maxLength": 60,
                        "description": "小写字母、数字和连字符写成的网址(如 bei-jiang-ri-bao)",
                    },
                    "former": {"type": "array", "items": {"anyOf": [_TEXT, _FORMER]}},
                    "cn": {
                        "type": "string",
                        "pattern": r"^CN ?\d{2}-\d{4}(/\S+)?$",
                        "description": "国内统一连续出版物号(如 CN 15-0001)",
                    },
                    "place": _TEXT,
                    "publisher": _TEXT,
                    "since": _DATE,
                    "until": _DATE,
                    "about": _TEXT,
                    "published": PUBLISHED_SCHEMA,
                },
            },
        }
    },
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperName:
    """A name that a paper once had."""

    name: str
    """The name."""
    since: str = ""
    """From when, as far as it is known: a year, a month or a day."""
    until: str = ""
    """Until when, likewise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A newspaper."""

    id: str
    """The last part of its address: the slug that the file states, or its name's pinyin and digest."""
    name: str
    """The name that it has now, or had last."""
    former: tuple[PaperName, ...] = ()
    """Names that it had before, in the order of the file."""
    cn: str = ""
    """Its CN number (国内统一连续出版物号); empty where it is not known, as all that follows."""
    place: str = ""
    """Where it is published."""
    publisher: str = ""
    """Who publishes it."""
    since: str = ""
    """Since when it appears: a year, a month or a day."""
    until: str = ""
    """Until when it appeared."""
    about: str = ""
    """A word for readers."""
    published: tuple[Published, ...] = ()
    """On which days it was published, as far as an editor says so, by first day."""
    listed: bool = True
    """Whether site_config/papers.yml describes it."""

    def misfit(self, name: str, edtf: str) -> str:
        """Return why a page with this name and date cannot be of the paper, in Chinese; empty if it can."""
        printed = days(edtf)
        if printed is None:
            return ""
        for former in self.former:
            if squeeze(former.name) == squeeze(name):
                return _outside(f"“{former.name}”这个报名", former.since, former.until, printed)
        return _outside(f"《{self.name}》", self.since, self.until, printed)

    def said_of(self, day: str) -> Published | None:
        """Return what is said of the span that a day lies in."""
        return next((span for span in self.published if span.holds(day)), None)


@dataclass(frozen=True, kw_only=True)
class Papers:
    """All newspapers that an editor describes."""

    listed: tuple[Paper, ...] = ()
    """In the order of the file."""

    @cached_property
    def _by_name(self) -> Mapping[str, Paper]:
        return {
            bare(name): paper
            for paper in self.listed
            for name in (paper.name, *(former.name for former in paper.former))
        }

    def paper(self, name: str) -> Paper:
        """Return the paper called `name`, or once called so; one that nobody describes has a name alone."""
        known = self._by_name.get(bare(name))
        return known or Paper(id=id_of(name), name=name.strip().strip("《》"), listed=False)

    def identify(self, issue: Issue) -> Issue:
        """Return what is known of a page's issue with what is known of its paper."""
        if issue.paper is None:
            return issue
        paper = self.paper(issue.paper)
        return replace(issue, paper_id=paper.id, cn=paper.cn, place=paper.place)


def bare(name: str) -> str:
    """Return a paper's name without blanks and the marks that stand around a title.

    >>> bare("《北疆 日报》")
    '北疆日报'
    """
    return squeeze(name).strip("《》")


def id_of(name: str) -> str:
    """Return the id of a paper whose slug nobody states: it depends on the name alone.

    >>> id_of("北疆日报")
    'bei-jiang-ri-bao-6518'
    """
    digest = hashlib.sha256(bare(name).encode("utf-8", "surrogatepass")).hexdigest()[:DIGITS]
    return "-".join(filter(None, (slug_of(bare(name))[:60].strip("-"), digest)))


def load_papers(folder: Path) -> Papers:
    """Read papers.yml of `folder`; where there is none, no paper is described.

    Raises ConfigError with every fault of the file.
    """
    path = folder / "papers.yml"
    if not os.path.lexists(path):
        return Papers()
    file = read_yaml_file(path, PAPERS_SCHEMA)
    faults = list(file.faults)
    entries = ((file.data or {}).get("papers") or []) if not faults else []
    papers = tuple(_paper(entry) for entry in entries) if not faults else ()
    if not faults:
        names = [(paper.id, (paper.name, *(former.name for former in paper.former))) for paper in papers]
        faults += collisions(file, "papers", names)
        for index, entry in enumerate(entries):
            faults += _faults_of_paper(file, index, entry)
    if faults:
        raise ConfigError(sorted(faults, key=lambda fault: fault.line or 0))
    return Papers(listed=papers)


def _paper(entry: Mapping[str, Any]) -> Paper:
    return Paper(
        id=entry.get("slug") or id_of(entry["name"]),
        name=entry["name"],
        former=tuple(_former(each) for each in entry.get("former", ())),
        cn=entry.get("cn", ""),
        place=entry.get("place", ""),
        publisher=entry.get("publisher", ""),
        since=str(entry.get("since", "")),
        until=str(entry.get("until", "")),
        about=entry.get("about", ""),
        published=published_of(entry.get("published", ())),
    )


def _former(entry: str | Mapping[str, Any]) -> PaperName:
    given: Mapping[str, Any] = {"name": entry} if isinstance(entry, str) else entry
    return PaperName(name=given["name"], since=str(given.get("since", "")), until=str(given.get("until", "")))


def _faults_of_paper(file: YamlFile, index: int, entry: Mapping[str, Any]) -> Iterator[Diagnostic]:
    path: KeyPath = ("papers", index)
    yield from _faults_of_period(file, path, entry)
    for at, former in enumerate(entry.get("former", ())):
        if not isinstance(former, str):
            yield from _faults_of_period(file, (*path, "former", at), former)
    yield from faults_of_published(file, (*path, "published"), entry.get("published", ()))


def _faults_of_period(file: YamlFile, path: KeyPath, entry: Mapping[str, Any]) -> Iterator[Diagnostic]:
    dates = {key: str(entry[key]) for key in ("since", "until") if key in entry}
    wrong = [key for key, date in dates.items() if "/" in date or not is_edtf(date)]
    for key in wrong:
        hint = "请写 1983、1983-06 或 1983-06-30。"
        yield file.fault((*path, key), f"{key}:“{dates[key]}”不是一个日期。", hint)
    if len(dates) == 2 and not wrong and _first(dates["since"]) > _last(dates["until"]):
        message = f"until:{dates['until']} 早于 since 的 {dates['since']}。"
        yield file.fault((*path, "until"), message, "请核对起止时间。")


def _outside(what: str, since: str, until: str, printed: tuple[str, str]) -> str:
    if since and printed[1] < _first(since):
        return f"{what}从 {since} 才有"
    if until and printed[0] > _last(until):
        return f"{what}到 {until} 为止"
    return ""


def _first(date: str) -> str:
    return (days(date) or ("", ""))[0]


def _last(date: str) -> str:
    return (days(date) or ("", ""))[1]
