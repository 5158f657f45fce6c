"""What is known of the archive's data as a whole: licence, rights, time, place and subjects, for all that describe it.

A licence is only named where all words are the archive's own: over a newspaper's text it has no say. A day
of release is only named where the settings do, for a build has no clock.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from generator.archive.dates import date_of
from generator.archive.groups import Archive
from generator.data.catalogue import DataFile, data_files
from generator.data.citing.references import LANGUAGE
from generator.data.measuring import Measures
from generator.model import Level, TextKind
from generator.model.edtf import bounds

Node = dict[str, Any]
VERSION_LENGTH = 12
"""Hex digits of the digest that stand for the version: short enough to be cited."""
_CC = re.compile(r"CC-(BY(?:-NC)?(?:-SA|-ND)?)-(\d\.\d)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Dataset:
    """What every description of the data says."""

    about: str
    """What it is and how much there is, in Chinese sentences."""
    version: str
    """It changes exactly when an item does."""
    licence: str
    """SPDX name of its licence; empty where there is none for all of it."""
    licence_url: str
    """Where that licence can be read; empty where there is none."""
    rights: tuple[str, ...]
    """What must be known before the text is used, in Chinese sentences; empty where the licence says all."""
    released: str
    """The day of release, ISO 8601; empty where it is not known."""
    time: str
    """The earliest and latest day that its items can be of, as EDTF; empty where no item has a date."""
    place: str
    """Name of the province."""
    themes: tuple[str, ...]
    """Names of the themes of its items, in the vocabulary's order."""


def dataset_of(archive: Archive, measures: Measures) -> Dataset:
    """Return what is known of the data; `measures` must hold data/articles.jsonl."""
    settings = archive.settings
    originals = sum(page.issue.text_kind is TextKind.FULL for page in archive.pages)
    licence = "" if originals or not archive.pages else settings.licence
    known = archive.taxonomy.themes
    provinces = (place for place in archive.gazetteer.places.values() if place.level is Level.PROVINCE)
    return Dataset(
        about=f"{settings.description}收录报纸版面 {len(archive.pages)} 个、稿件 {len(archive.items)} 篇，"
        "每篇含标题、署名、段落、源行号，以及地区、主题、做法、日期的标注和依据。",
        version=measures["data/articles.jsonl"].sha256[:VERSION_LENGTH],
        licence=licence,
        licence_url=licence_url(licence) if licence else "",
        rights=_rights(archive, originals),
        released=settings.released,
        time=_time(bounds(date_of(entry.page, entry.item).edtf or "") for entry in archive.items),
        place=next((place.name for place in provinces), ""),
        themes=tuple(theme.name for theme in known if theme.slug in archive.by_theme),
    )


def licence_url(name: str) -> str:
    """Return where the licence of an SPDX name can be read.

    >>> licence_url("CC-BY-SA-4.0"), licence_url("ODbL-1.0")
    ('https://creativecommons.org/licenses/by-sa/4.0/', 'https://spdx.org/licenses/ODbL-1.0.html')
    """
    if found := _CC.fullmatch(name):
        return f"https://creativecommons.org/licenses/{found[1].lower()}/{found[2]}/"
    return f"https://spdx.org/licenses/{name}.html"


def dataset_ld(archive: Archive, measures: Measures) -> Node:
    """Return the data as schema.org's Dataset, which search engines for data read."""
    data, settings = dataset_of(archive, measures), archive.settings
    home = f"{settings.site_url}data/" if settings.site_url else ""
    node: Node = {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "@id": home,
        "url": home,
        "name": settings.site_name,
        "description": data.about,
        "version": data.version,
        "license": data.licence_url,
        "conditionsOfAccess": "".join(data.rights),
        "creator": {"@type": "Organization", "name": settings.site_name},
        "datePublished": data.released,
        "temporalCoverage": data.time,
        "spatialCoverage": {"@type": "AdministrativeArea", "name": data.place} if data.place else {},
        "keywords": list(data.themes),
        "inLanguage": LANGUAGE,
        "isAccessibleForFree": True,
        "distribution": [_download(file, home, measures) for file in data_files() if file.uri in measures],
    }
    return {name: value for name, value in node.items() if value}


def _download(file: DataFile, home: str, measures: Measures) -> Node:
    return {
        "@type": "DataDownload",
        "name": file.title,
        "encodingFormat": file.media_type,
        "contentUrl": f"{home}{file.uri.removeprefix('data/')}",
        "contentSize": f"{measures[file.uri].size} B",
        "sha256": measures[file.uri].sha256,
    }


def _rights(archive: Archive, originals: int) -> tuple[str, ...]:
    told = dict.fromkeys(page.issue.rights for page in archive.pages if page.issue.rights)
    if not originals:
        return tuple(told)
    count = "各版文字" if originals == len(archive.pages) else f"其中 {originals} 个版面的文字"
    return (f"{count}是报纸原文，权利属于报社和作者，公开使用之前请先取得许可。", *told)


def _time(spans: Iterable[tuple[str, str]]) -> str:
    """Return the interval from the first to the last of the spans, open where one is open at that end."""
    known = [span for span in spans if any(span)]
    if not known:
        return ""
    firsts, lasts = [first for first, _ in known], [last for _, last in known]
    first = min(firsts) if all(firsts) else ".."
    # A month ends behind each of its days, a year behind each of its months.
    last = max(lasts, key=lambda date: f"{date}-99") if all(lasts) else ".."
    return first if first == last else f"{first}/{last}"
