"""The RO-Crate: what the whole archive is, in one JSON-LD document that repositories read (RO-Crate 1.2).

It lies at the root of the site, so that the site, and the zip and the bag that are made of it, each is a crate. A day
of publication is only named where the settings or the records of `banmian record` do: a build has no clock.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from typing import Any

from generator import __version__
from generator.archive.addresses import issue_url, page_url, paper_url
from generator.archive.groups import Archive
from generator.archive.papers import Newspaper, day_of
from generator.data.catalogue import CRATE, data_files
from generator.data.citing.references import LANGUAGE
from generator.data.dataset import Dataset, dataset_of, licence_url
from generator.data.exporting.jsonlines import json_text
from generator.data.measuring import Measures
from generator.model import Page, TextKind
from generator.model.outfiles import OutFile
from generator.vocabulary.papers import Paper

PROFILE = "https://w3id.org/ro/crate/1.2"
RIGHTS, PUBLISHER, PLACE, BUILD = "#rights", "#publisher", "#place", "#build"
UNTOLD = "没有写明许可；使用之前请先询问编者。"
ABOUT = "about/index.html"
"""The page of the site that says how it was made."""
Entity = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """A program that made the site."""

    url: str
    """Its address, which identifies it."""
    name: str
    """Its name."""
    version: str
    """Which of it did."""
    licence: str
    """SPDX name of its licence."""


def programs() -> tuple[Program, ...]:
    """Return the programs that make the site, ours first."""
    mkdocs, material = "https://www.mkdocs.org/", "https://squidfunk.github.io/mkdocs-material/"
    return (
        Program(url="#banmian", name="Banmian", version=__version__, licence="MIT"),
        Program(url=mkdocs, name="MkDocs", version=version("mkdocs"), licence="BSD-2-Clause"),
        Program(url=material, name="Material for MkDocs", version=version("mkdocs-material"), licence="MIT"),
    )


def crate_file(archive: Archive, measures: Measures) -> OutFile:
    """Return ro-crate-metadata.json; `measures` must hold the data files that it describes."""
    data = dataset_of(archive, measures)
    parts = [
        _home(archive),
        *_data_files(measures),
        *(_page(archive, page, data.licence_url) for page in archive.pages),
    ]
    graph = [
        _made(CRATE, "CreativeWork", name="档案说明（RO-Crate）", about=_ref("./"), conformsTo=_ref(PROFILE)),
        _root(archive, data, parts),
        *parts,
        *_licences(archive, data),
        *_people(archive),
        *(entity for newspaper in archive.newspapers for entity in _newspaper(archive, newspaper)),
        *_software(archive),
    ]
    return OutFile.of_text(CRATE, json_text({"@context": f"{PROFILE}/context", "@graph": graph}))


def published_on(archive: Archive) -> str:
    """Return the day on which this state of the archive was published, ISO 8601; empty where nobody says so.

    It is the day of the settings, else the last on which `banmian record` found something new, changed or withdrawn.
    """
    identity = archive.identity
    recorded = [days.changed for days in identity.days.values()]
    recorded += [former.withdrawn for former in identity.formers]
    return archive.settings.released or max(recorded, default="")


def _root(archive: Archive, data: Dataset, parts: Sequence[Entity]) -> Entity:
    settings = archive.settings
    return _made(
        "./",
        "Dataset",
        name=settings.site_name,
        description=data.about + "".join(data.rights),
        datePublished=published_on(archive),
        version=data.version,
        license=_ref(data.licence_url or RIGHTS),
        conditionsOfAccess="".join(data.rights),
        author=_ref(PUBLISHER),
        publisher=_ref(PUBLISHER),
        editor=[_ref(person["@id"]) for person in _editors(archive)],
        url=settings.site_url,
        temporalCoverage=data.time,
        spatialCoverage=_ref(PLACE) if data.place else None,
        keywords=list(data.themes),
        inLanguage=LANGUAGE,
        hasPart=[_ref(part["@id"]) for part in parts],
        mentions=[*(_ref(_paper_id(each.paper)) for each in archive.newspapers), _ref(BUILD)],
    )


def _home(archive: Archive) -> Entity:
    return _made(
        "index.html",
        "File",
        name=f"{archive.settings.site_name}：首页",
        description="双击就能在浏览器里看，不需要联网。",
        encodingFormat="text/html",
    )


def _data_files(measures: Measures) -> Iterator[Entity]:
    """Yield the data files in the catalogue's order, then the schemas that they follow."""
    files = [file for file in data_files() if file.uri != CRATE]
    for file in files:
        yield _made(
            file.uri,
            "File",
            name=file.title,
            description=file.about,
            encodingFormat=file.media_type,
            conformsTo=_ref(file.schema) if file.schema else None,
            **_measured(file.uri, measures),
        )
    for uri in sorted({file.schema for file in files if file.schema}):
        yield _made(
            uri,
            ("File", "CreativeWork"),
            name=f"格式说明 {uri.rpartition('/')[2]}",
            description="数据文件每一栏的含义和格式（JSON Schema 或 Frictionless Table Schema）。",
            encodingFormat="application/json",
            **_measured(uri, measures),
        )


def _measured(uri: str, measures: Measures) -> Entity:
    measure = measures.get(uri)
    return {"contentSize": str(measure.size), "sha256": measure.sha256} if measure else {}


def _page(archive: Archive, page: Page, licence_of_all: str) -> Entity:
    """Return the text of a newspaper page, the file beside its web page; its licence, where it has one of its own."""
    issue, source = page.issue, page.source
    text = source.whole_text.encode("utf-8")
    abstract = issue.text_kind is TextKind.ABSTRACT
    paper = f"《{issue.paper}》" if issue.paper else ""
    day = day_of(page)
    licence = (_own_licence(archive) if abstract else "") or RIGHTS
    return _made(
        f"{page_url(page)}index.txt",
        "File",
        name=" ".join(filter(None, (paper, day, issue.label, page.id))),
        description=f"版面文件 {source.name} 的文字，{'是提要，不是报纸原文' if abstract else '照录报纸'}。",
        identifier=page.id,
        encodingFormat="text/plain",
        contentSize=str(len(text)),
        sha256=hashlib.sha256(text).hexdigest(),
        inLanguage=LANGUAGE,
        datePublished=day,
        license=_ref(licence) if licence != (licence_of_all or RIGHTS) else None,
        copyrightNotice=issue.rights,
        isPartOf=_ref(_part_of(archive, page)) if issue.paper else None,
    )


def _part_of(archive: Archive, page: Page) -> str:
    """Return the id of the issue that a page is of, or else of its paper."""
    issue = archive.issue_of.get(page.id)
    return _issue_id(issue.paper, issue.day) if issue else f"#{paper_url(page.issue.paper_id)}"


def _own_licence(archive: Archive) -> str:
    """Return where the licence of what the archive's own people wrote can be read; empty where there is none."""
    return licence_url(archive.settings.licence) if archive.settings.licence else ""


def _licences(archive: Archive, data: Dataset) -> Iterator[Entity]:
    """Yield the licence of the archive's own words, and what is to be known of others' where it has any."""
    kinds = {page.issue.text_kind for page in archive.pages}
    url = _own_licence(archive)
    if url and (data.licence_url or TextKind.ABSTRACT in kinds):
        told = "编者自己写的文字的许可。"
        yield _made(url, "CreativeWork", name=archive.settings.licence, description=told, url=url)
    if not data.licence_url:
        yield _made(RIGHTS, "CreativeWork", name="文字的权利", description="".join(data.rights) or UNTOLD)


def _people(archive: Archive) -> Iterator[Entity]:
    """Yield who publishes and edits the archive, and the place that it is about."""
    settings = archive.settings
    yield _made(
        PUBLISHER, "Organization", name=settings.site_name, url=settings.site_url or settings.repo_url
    )
    yield from _editors(archive)
    place = next(
        (place for place in archive.gazetteer.places.values() if place.code == settings.province), None
    )
    if place:
        yield _made(PLACE, "Place", name=place.name, identifier=place.code)


def _editors(archive: Archive) -> Iterator[Entity]:
    for number, editor in enumerate(archive.settings.editors, 1):
        yield _made(editor.orcid or f"#editor-{number}", "Person", name=editor.name)


def _newspaper(archive: Archive, newspaper: Newspaper) -> Iterator[Entity]:
    paper, site = newspaper.paper, archive.settings.site_url
    lasted = f"{paper.since or '..'}/{paper.until or '..'}" if paper.since or paper.until else ""
    yield _made(
        _paper_id(paper),
        "Newspaper",
        name=paper.name,
        alternateName=[former.name for former in paper.former],
        identifier=paper.cn,
        description=" ".join(filter(None, (paper.about, paper.publisher, paper.place))),
        temporalCoverage=lasted,
        url=f"{site}{paper_url(paper.id)}" if site else "",
    )
    for issue in newspaper.issues:
        yield _made(
            _issue_id(paper, issue.day),
            "PublicationIssue",
            name=f"《{paper.name}》{issue.day}",
            datePublished=issue.day,
            isPartOf=_ref(_paper_id(paper)),
            url=f"{site}{issue_url(paper.id, issue.day)}" if site else "",
        )


def _software(archive: Archive) -> Iterator[Entity]:
    """Yield what made the site, its licences, and the making itself."""
    used = programs()
    for each in used:
        url = each.url if "://" in each.url else archive.settings.repo_url or ABOUT
        yield _made(
            each.url,
            "SoftwareApplication",
            name=each.name,
            version=each.version,
            url=url,
            license=_ref(licence_url(each.licence)),
        )
    for licence in sorted({each.licence for each in used}):
        url = licence_url(licence)
        yield _made(url, "CreativeWork", name=licence, description="软件的许可。", url=url)
    yield _made(
        BUILD,
        "CreateAction",
        name="由版面文字建成档案",
        agent=_ref(PUBLISHER),
        instrument=[_ref(each.url) for each in used],
        result=_ref("./"),
    )


def _paper_id(paper: Paper) -> str:
    return f"#{paper_url(paper.id)}"


def _issue_id(paper: Paper, day: str) -> str:
    return f"#{issue_url(paper.id, day)}"


def _ref(id_: str) -> Entity:
    return {"@id": id_}


def _made(id_: str, kind: str | Sequence[str], **properties: Any) -> Entity:
    """Return an entity with those properties that are known; a single value stands without a list, as RO-Crate asks."""
    known = {name: value for name, value in properties.items() if value}
    single = {name: value[0] for name, value in known.items() if isinstance(value, list) and len(value) == 1}
    return {"@id": id_, "@type": kind, **known, **single}
