"""The RO-Crate: what repositories read of the archive is valid, whole and true."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.archive.groups import Archive
from generator.archive.identity.formers import Days, Identity
from generator.data.catalogue import CRATE, data_files
from generator.data.exporting import export
from generator.data.exporting.crate import published_on
from generator.model import DateBasis, DateTag, Issue, TextKind
from generator.vocabulary.papers import Paper, PaperName, Papers
from generator.vocabulary.settings import Editor
from tests.crates import broken_rules
from tests.making import Draft, by, make_archive, make_page

ORCID = "https://orcid.org/0000-0002-1825-0097"
PAPER = Paper(
    id="bei-jiang-ri-bao",
    name="北疆日报",
    former=(PaperName(name="北疆报"),),
    cn="CN 15-0001",
    place="呼和浩特市",
    publisher="北疆日报社",
    since="1948",
)
DRAFT = Draft(headline="毡房里的夜校", bylines=(by("林禾", "本报记者"),), paragraphs=("课开了。",))
Entities = Mapping[str, dict[str, Any]]


def archive_of(*kinds: TextKind, **settings: Any) -> Archive:
    """Return an archive of one page for each kind of text, the first of a known issue."""
    day = DateTag(edtf="2022-06-16", basis=DateBasis.STATED)
    known = Issue(paper="北疆日报", paper_id=PAPER.id, date=day, label="07", rights="经报社同意。")
    issues = [replace(known if number == 0 else Issue(), text_kind=kind) for number, kind in enumerate(kinds)]
    pages = [make_page(DRAFT, issue=issue, page_id=f"page-{number}") for number, issue in enumerate(issues)]
    made = make_archive(*pages)
    given: dict[str, Any] = {"licence": "CC-BY-4.0", "released": "2026-12-01", **settings}
    return replace(made, settings=replace(made.settings, **given), papers=Papers(listed=(PAPER,)))


def written(archive: Archive, folder: Path) -> Path:
    """Write what the build exports to a folder, with a home."""
    for file in export(archive):
        (folder / file.uri).parent.mkdir(parents=True, exist_ok=True)
        (folder / file.uri).write_bytes(file.data)
    (folder / "index.html").write_text("<title>首页</title>", encoding="utf-8")
    return folder


def crate(archive: Archive) -> Entities:
    """Return the entities of an archive's crate, by id."""
    found = next(file.data for file in export(archive) if file.uri == CRATE)
    return {entity["@id"]: entity for entity in json.loads(found)["@graph"]}


BOTH = (TextKind.ABSTRACT, TextKind.FULL)


def test_the_fields_own_validator_finds_nothing(tmp_path: Path) -> None:
    editors = (Editor(name="林禾", orcid=ORCID), Editor(name="白音"))
    assert broken_rules(written(archive_of(*BOTH, editors=editors), tmp_path)) == []


def test_without_a_day_the_validator_misses_the_day_and_nothing_else(tmp_path: Path) -> None:
    (missing,) = broken_rules(written(archive_of(TextKind.ABSTRACT, released="", licence=""), tmp_path))
    assert "`datePublished`" in missing


def test_every_part_is_there_as_it_is_described(tmp_path: Path) -> None:
    archive = archive_of(*BOTH)
    folder, entities = written(archive, tmp_path), crate(archive)
    parts = [part["@id"] for part in entities["./"]["hasPart"]]
    assert {file.uri for file in data_files()} - {CRATE} < set(parts)
    for part in parts:
        data = (folder / part).read_bytes()
        told = entities[part]
        assert told.get("sha256", "") in ("", hashlib.sha256(data).hexdigest())
        assert told.get("contentSize", str(len(data))) == str(len(data))
    assert sum("sha256" in entities[part] for part in parts) == len(parts) - 1


def test_everything_that_is_named_is_described() -> None:
    entities = crate(archive_of(*BOTH, editors=(Editor(name="林禾"),)))

    def named(value: Any) -> set[str]:
        if isinstance(value, list):
            return set().union(*map(named, value))
        return {value["@id"]} if isinstance(value, dict) else set()

    used = {id_ for entity in entities.values() for value in entity.values() for id_ in named(value)}
    assert {id_ for id_ in used - set(entities) if "w3id.org" not in id_} == set()


@pytest.mark.parametrize(
    ("kinds", "whole", "pages"),
    [
        ((TextKind.ABSTRACT, TextKind.ABSTRACT), "licenses/by/4.0/", ("", "")),
        (BOTH, "#rights", ("licenses/by/4.0/", "")),
        ((TextKind.FULL, TextKind.FULL), "#rights", ("", "")),
    ],
)
def test_no_licence_lies_over_the_words_of_a_newspaper(
    kinds: tuple[TextKind, ...], whole: str, pages: tuple[str, ...]
) -> None:
    entities = crate(archive_of(*kinds))
    assert entities["./"]["license"]["@id"].endswith(whole)
    own = [
        entities[f"pages/page-{number}/index.txt"].get("license", {}).get("@id", "") for number in range(2)
    ]
    assert [bool(found) for found in own] == [bool(wanted) for wanted in pages]
    assert own[0].endswith(pages[0])


def test_papers_issues_editors_and_programs() -> None:
    entities = crate(archive_of(*BOTH, editors=(Editor(name="林禾", orcid=ORCID),)))
    page = entities["pages/page-0/index.txt"]
    issue = entities[page["isPartOf"]["@id"]]
    paper = entities[issue["isPartOf"]["@id"]]
    assert (page["name"], page["copyrightNotice"]) == ("《北疆日报》 2022-06-16 07 page-0", "经报社同意。")
    assert (issue["@type"], issue["datePublished"]) == ("PublicationIssue", "2022-06-16")
    assert (paper["@type"], paper["identifier"], paper["alternateName"]) == (
        "Newspaper",
        "CN 15-0001",
        "北疆报",
    )
    assert entities["./"]["editor"] == {"@id": ORCID}
    assert entities[ORCID]["name"] == "林禾"
    used = [entities[each["@id"]]["name"] for each in entities["#build"]["instrument"]]
    assert used == ["Banmian", "MkDocs", "Material for MkDocs"]
    assert "isPartOf" not in entities["pages/page-1/index.txt"]


@pytest.mark.parametrize(
    ("released", "changed", "day"),
    [("2026-12-01", "2027-01-05", "2026-12-01"), ("", "2027-01-05", "2027-01-05"), ("", "", "")],
)
def test_the_day_is_stated_or_recorded_or_not_known(released: str, changed: str, day: str) -> None:
    days = {"page-0-a": Days("2026-11-30", changed)} if changed else {}
    archive = replace(archive_of(TextKind.FULL, released=released), identity=Identity(days=days))
    assert published_on(archive) == day
    assert crate(archive)["./"].get("datePublished", "") == day
