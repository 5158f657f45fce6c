"""Data files: each one read back by a tool that is not ours, and held against the archive."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
import sqlite3
import warnings
from collections.abc import Mapping
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml
from citeproc.source.bibtex import BibTeX
from frictionless import Package, system
from hypothesis import given
from hypothesis import strategies as st

from generator.archive.addresses import list_references
from generator.archive.groups import Archive
from generator.archive.identity.formers import Days, Identity
from generator.data.catalogue import CRATE, data_files, read_schema
from generator.data.exporting import export
from generator.data.exporting.discovery import addresses
from generator.data.exporting.tables import csv_row, safe
from generator.data.records import item_record, page_record
from generator.model import DateBasis, DateTag, Doubt, Issue, Kind, Page, Series, TextKind
from generator.telling.diagnostics import Diagnostic, Severity
from generator.vocabulary.calendars import Published
from generator.vocabulary.papers import Paper, PaperName, Papers
from tests.making import Draft, by, make_archive, make_page, place, theme
from tests.test_records import schema

SITE = "https://archive.example/papers/"
ATOM = "{http://www.w3.org/2005/Atom}"
INFERRED = DateTag(edtf="2022-06-11/2022-06-30", basis=DateBasis.INFERRED)
WARNING = Diagnostic(
    code="odd", severity=Severity.WARNING, path="seeds/page-01.txt", line=3, message="有一处可疑。"
)


def full_page(page_id: str = "page-01") -> Page:
    """Return a page of three items that between them use every table."""
    return make_page(
        Draft(
            headline="=1+1,夜校“亮灯”",
            deck="牧民自己排课表",
            bylines=(by("林禾", "本报记者"), by("其木", "通讯员")),
            paragraphs=("夜校的灯亮了。", "## 课表怎么排", "- 周一讲兽医。"),
            column="牧区夜话",
            series=Series(name="夜校行", number=3, printed="③"),
            regions=(place("152501"), place("150105", primary=False)),
            themes=(theme("xue-xi-jiao-yu", "学习教育"),),
            practices=("马背课堂",),
            corrections=(("兽医", "兽医学"),),
            date=INFERRED,
        ),
        Draft(
            headline="赛罕区有了早市",
            paragraphs=("早市开了。",),
            regions=(place("150105"),),
            doubts=(Doubt(code="cut", line=9, detail="断了"),),
            complete=False,
        ),
        Draft(paragraphs=("旗里开会。",), kind=Kind.BRIEF, column="新栏目"),
        page_id=page_id,
        unplaced=("孤零零的一行",),
    )


def archive_of(*pages: Page, site_url: str = "") -> Archive:
    return make_archive(*(pages or (full_page(),)), site_url=site_url)


def exported(archive: Archive) -> dict[str, bytes]:
    files = [(file.uri, file.data) for file in export(archive, [WARNING])]
    assert len(files) == len(dict(files)), "an address is written twice"
    return dict(files)


@pytest.fixture(scope="module")
def files() -> Mapping[str, bytes]:
    return exported(archive_of())


@pytest.fixture(scope="module")
def hosted() -> Mapping[str, bytes]:
    return exported(archive_of(site_url=SITE))


@pytest.fixture(scope="module")
def folder(files: Mapping[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder on a disk."""
    root = tmp_path_factory.mktemp("site")
    for uri, data in files.items():
        (root / uri).parent.mkdir(parents=True, exist_ok=True)
        (root / uri).write_bytes(data)
    return root / "data"


# All files.


def test_two_exports_are_the_same_to_the_byte(files: Mapping[str, bytes]) -> None:
    again = exported(archive_of())
    assert list(again) == list(files)
    assert [uri for uri in files if again[uri] != files[uri]] == []


def test_every_text_is_utf8_with_newlines_of_one_kind(files: Mapping[str, bytes]) -> None:
    texts = [data for uri, data in files.items() if not uri.endswith(".sqlite")]
    assert all(data.decode("utf-8").endswith("\n") and b"\r" not in data for data in texts if data)
    assert [uri for uri, data in files.items() if not data] == ["data/shared.jsonl"], "nothing is shared"


def test_every_address_is_ascii_and_stays_inside(files: Mapping[str, bytes]) -> None:
    assert all(re.fullmatch(r"[A-Za-z0-9_./-]+", uri) and ".." not in uri for uri in files)


def test_every_published_file_is_described_and_every_described_file_published(
    files: Mapping[str, bytes],
) -> None:
    published = {uri for uri in files if uri.startswith("data/") and "/schemas/" not in uri}
    assert published | ({CRATE} & set(files)) == {file.uri for file in data_files()}


def test_the_checksums_are_those_of_the_files(folder: Path) -> None:
    rows = [line.split("  ") for line in (folder / "SHA256SUMS").read_text().splitlines()]
    assert {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for _, name in rows} == {
        name: digest for digest, name in rows
    }
    listed = {name for _, name in rows} | {"SHA256SUMS"}
    assert listed == {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


# JSON.


def test_json_lines_are_the_rows_of_the_archive(files: Mapping[str, bytes]) -> None:
    archive = archive_of()
    rows = [json.loads(line) for line in files["data/articles.jsonl"].splitlines()]
    assert rows == [item_record(entry.page, entry.item) for entry in archive.items]
    assert json.loads(files["data/pages.jsonl"]) == page_record(archive.pages[0])


@pytest.mark.parametrize("name", ["articles", "pages"])
def test_json_lines_are_what_their_schema_says(files: Mapping[str, bytes], name: str) -> None:
    for line in files[f"data/{name}.jsonl"].splitlines():
        schema(name).validate(json.loads(line))


@pytest.mark.parametrize("name", ["regions", "columns", "themes", "papers", "report"])
def test_json_files_are_what_their_schema_says(files: Mapping[str, bytes], name: str) -> None:
    schema(name).validate(json.loads(files[f"data/{name}.json"]))


RUN = "去年冬天渠里的水一直流到腊月"


@pytest.fixture(scope="module")
def shared() -> Mapping[str, bytes]:
    """What is exported of two items that have fourteen characters in common."""
    texts = ((f"听说{RUN[:6]}", f"{RUN[6:]}。"), f"他讲{RUN}呢")
    pages = (make_page(Draft(paragraphs=(text,)), page_id=f"p{at}") for at, text in enumerate(texts))
    return exported(archive_of(*pages))


def test_shared_text_is_what_its_schema_says_and_names_its_lines(shared: Mapping[str, bytes]) -> None:
    (row,) = map(json.loads, shared["data/shared.jsonl"].splitlines())
    schema("shared").validate(row)
    assert (row["kind"], row["text"], row["characters"], row["items"]) == ("passage", RUN, 14, 2)
    assert row["places"][0] == {
        "item": "p0-01",
        "source": "p0.txt",
        "pieces": [{"line": 1, "start": 2, "end": 8}, {"line": 3, "start": 0, "end": 8}],
        "exact": True,
    }


def test_shared_text_stands_in_the_database_too(shared: Mapping[str, bytes], tmp_path: Path) -> None:
    (tmp_path / "archive.sqlite").write_bytes(shared["data/archive.sqlite"])
    query = "SELECT text, item_id, pieces FROM shared_places JOIN shared_runs ON run_id = id ORDER BY item_id"
    rows = asked(tmp_path, query)
    assert [row[:2] for row in rows] == [(RUN, "p0-01"), (RUN, "p1-01")]
    assert json.loads(rows[1][2]) == [{"line": 1, "start": 2, "end": 16}]


@pytest.fixture(scope="module")
def papered() -> Mapping[str, bytes]:
    """What is exported of three pages of a described paper and one of another."""
    paper = Paper(
        id="bei-jiang", name="北疆日报", former=(PaperName(name="北疆报"),), cn="CN 15-0000", since="1948",
        published=(Published(since="2022-06-13", until="2022-06-19", weekdays=(2, 3), pages=8),),
    )  # fmt: skip
    stated = (
        ("北疆日报", "2022-06-14", "02"),
        ("北疆报", "2022-06-14", "01"),
        ("北疆日报", None, None),
        ("新报", "2022", "1"),
    )
    pages = (
        make_page(
            Draft(headline="雪"),
            page_id=f"p{at}",
            issue=Issue(paper=name, date=DateTag(edtf=day, basis=DateBasis.STATED), label=label),
        )
        for at, (name, day, label) in enumerate(stated)
    )
    return exported(make_archive(*pages, papers=Papers(listed=(paper,)), site_url=SITE))


def test_papers_are_what_their_schema_says(papered: Mapping[str, bytes]) -> None:
    rows = json.loads(papered["data/papers.json"])
    schema("papers").validate(rows)
    daily, other = rows
    assert (daily["id"], daily["cn"], daily["place"], daily["listed"], daily["pages"]) == (
        "bei-jiang", "CN 15-0000", None, True, 3,
    )  # fmt: skip
    assert daily["former"] == [{"name": "北疆报", "since": None, "until": None}]
    assert daily["issues"] == [
        {
            "id": "bei-jiang/2022-06-14",
            "url": "papers/bei-jiang/2022-06-14/",
            "date": "2022-06-14",
            "pages": ["p1", "p0"],
            "published_pages": 8,
        }
    ]
    assert daily["undated_pages"] == ["p2"]
    assert daily["gaps"] == [{"year": "2022", "published": 2, "missing": ["2022-06-15"]}]
    assert (other["name"], other["listed"], other["issues"], other["undated_pages"]) == (
        "新报",
        False,
        [],
        ["p3"],
    )


def test_papers_and_issues_stand_in_the_database_too(papered: Mapping[str, bytes], tmp_path: Path) -> None:
    (tmp_path / "archive.sqlite").write_bytes(papered["data/archive.sqlite"])
    query = (
        "SELECT name, cn, date, page_id FROM papers JOIN issues ON paper_id = papers.id"
        " JOIN issue_pages ON issue_id = issues.id ORDER BY position"
    )
    assert asked(tmp_path, query) == [("北疆日报", "CN 15-0000", "2022-06-14", page) for page in ("p1", "p0")]
    assert asked(tmp_path, "PRAGMA foreign_key_check") == []
    assert asked(tmp_path, "SELECT count(*) FROM papers") == [(2,)]


def test_papers_and_issues_stand_in_the_sitemap(papered: Mapping[str, bytes]) -> None:
    places = papered["sitemap.xml"].decode()
    assert all(
        f"{SITE}papers/{place}</loc>" in places for place in ("", "bei-jiang/", "bei-jiang/2022-06-14/")
    )


def test_keys_are_sorted(files: Mapping[str, bytes]) -> None:
    row = json.loads(files["data/articles.jsonl"].splitlines()[0])
    assert list(row) == sorted(row)


def test_beside_an_article_lie_its_row_and_its_text(files: Mapping[str, bytes]) -> None:
    row = json.loads(files["articles/page-01-01/index.json"])
    assert row == json.loads(files["data/articles.jsonl"].splitlines()[0])
    text = files["articles/page-01-01/index.txt"].decode()
    assert text.startswith(
        "=1+1,夜校“亮灯”\n牧民自己排课表\n本报记者 林禾 通讯员 其木\n\n夜校的灯亮了。\n\n# 课表怎么排\n\n- 周一讲兽医。\n"
    )
    assert "试验档案，编号 page-01-01，版面文件 page-01.txt" in text


def test_the_text_beside_an_abstract_says_so() -> None:
    page = make_page(
        Draft(paragraphs=("提要一句。",)), issue=Issue(text_kind=TextKind.ABSTRACT, rights="版权归报社。")
    )
    text = exported(archive_of(page))["articles/page-01-01/index.txt"].decode()
    assert "本篇为提要，不是报纸原文。" in text
    assert text.endswith("版权归报社。\n")


# Vocabularies.


def rows_of(files: Mapping[str, bytes], name: str) -> dict[str, Any]:
    return {row["name"]: row for row in json.loads(files[f"data/{name}.json"])}


def test_a_place_counts_its_own_items_and_those_of_the_places_in_it(files: Mapping[str, bytes]) -> None:
    rows = rows_of(files, "regions")
    assert {name: (row["items"], row["mentions"]) for name, row in rows.items()} == {
        "内蒙古自治区": (2, 0),
        "呼和浩特市": (1, 0),
        "赛罕区": (1, 1),
        "锡林郭勒盟": (1, 0),
        "二连浩特市": (1, 0),
    }


def test_a_vocabulary_names_pages_and_feeds_that_exist(files: Mapping[str, bytes]) -> None:
    archive = archive_of()
    pages = set(addresses(archive))
    for name in ("regions", "columns", "themes"):
        for row in rows_of(files, name).values():
            assert row["url"] is None or row["url"] in pages or row["items"] == 0
            assert row["feed"] is None or row["feed"] in files


def test_a_column_outside_the_vocabulary_has_a_row_of_its_own(files: Mapping[str, bytes]) -> None:
    rows = rows_of(files, "columns")
    assert (rows["新栏目"]["slug"], rows["新栏目"]["kind"]) == ("xin-lan-mu-702815", None)
    assert (rows["牧区夜话"]["slug"], rows["牧区夜话"]["aliases"]) == ("mu-qu-ye-hua", ["夜话"])


def test_the_report_counts_what_is_there(files: Mapping[str, bytes]) -> None:
    report = json.loads(files["data/report.json"])
    assert (report["pages"], report["items"], report["complete"], report["doubtful"]) == (1, 3, 2, 1)
    assert report["kinds"] == {"article": 2, "brief": 1}
    assert report["dates"] == {"inferred": 1, "unknown": 2}
    assert (report["doubts"], report["unplaced_lines"], report["misprints"]) == ({"cut": 1}, 1, 1)
    assert [finding["code"] for finding in report["diagnostics"]] == ["odd"]


def test_the_report_tells_nothing_of_the_machine_it_was_made_on() -> None:
    paths = ("/home/somebody/seeds/a.txt", "../elsewhere/b.txt", "seeds/c.txt")
    found = [replace(WARNING, path=path) for path in paths]
    files = {file.uri: file.data for file in export(archive_of(), found)}
    shown = [finding["path"] for finding in json.loads(files["data/report.json"])["diagnostics"]]
    assert shown == ["a.txt", "b.txt", "seeds/c.txt"]


# The table.


def cells(files: Mapping[str, bytes]) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(files["data/articles.csv"].decode("utf-8-sig"))))


def test_the_table_opens_in_excel_as_utf8(files: Mapping[str, bytes]) -> None:
    assert files["data/articles.csv"].startswith(b"\xef\xbb\xbfid,")


def test_the_table_has_the_columns_of_its_schema(files: Mapping[str, bytes]) -> None:
    names = [field["name"] for field in read_schema("articles.csv.json")["fields"]]
    archive = archive_of()
    assert list(cells(files)[0]) == names
    assert list(csv_row(archive.items[0], "")) == names


def test_a_row_of_the_table_says_what_the_item_is(files: Mapping[str, bytes]) -> None:
    row = cells(files)[0]
    assert row["headline"] == "'=1+1,夜校“亮灯”"
    assert (row["bylines"], row["series"], row["series_number"]) == (
        "本报记者 林禾；通讯员 其木",
        "夜校行",
        "3",
    )
    assert row["regions"] == "内蒙古自治区/锡林郭勒盟/二连浩特市"
    assert (row["region_codes"], row["mentioned_regions"]) == ("152501", "内蒙古自治区/呼和浩特市/赛罕区")
    assert (row["date"], row["date_basis"]) == ("2022-06-11/2022-06-30", "inferred")
    assert row["text"] == "夜校的灯亮了。\n课表怎么排\n周一讲兽医。"


@given(st.builds(str.__add__, st.sampled_from(["", *"=+-@\t\r'＝＋－＠"]), st.text()))
def test_no_cell_is_taken_for_a_formula_and_none_is_lost(text: str) -> None:
    cell = safe(text)
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"))
    assert (cell[1:] if cell.startswith("'") else cell) == text


def test_an_archive_without_items_has_an_empty_table() -> None:
    files = exported(archive_of(make_page(unplaced=("孤行",))))
    assert len(files["data/articles.csv"].splitlines()) == 1
    assert json.loads(files["data/articles.csl.json"]) == []


# The package, by frictionless.


def test_frictionless_finds_the_package_valid(folder: Path) -> None:
    with system.use_context(trusted=True):
        report = Package(str(folder / "datapackage.json")).validate()
    assert report.flatten(["rowNumber", "fieldName", "type", "note"]) == []


def test_frictionless_finds_a_changed_table_invalid(folder: Path, tmp_path: Path) -> None:
    for path in folder.glob("*.*"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    table = tmp_path / "articles.csv"
    table.write_text(table.read_text("utf-8").replace(",brief,", ",story,"), "utf-8")
    with system.use_context(trusted=True):
        report = Package(str(tmp_path / "datapackage.json")).validate()
    assert {"hash-count", "constraint-error"} <= {row[0] for row in report.flatten(["type"])}


def test_the_package_names_each_file_once(folder: Path) -> None:
    package = json.loads((folder / "datapackage.json").read_text("utf-8"))
    paths = [resource["path"] for resource in package["resources"]]
    assert len(paths) == len(set(paths)) == len({resource["name"] for resource in package["resources"]})
    assert {"articles.csv", "articles.jsonl", "archive.sqlite"} <= set(paths)


def test_the_version_follows_the_content(files: Mapping[str, bytes]) -> None:
    version = yaml.safe_load(files["data/CITATION.cff"])["version"]
    assert version == hashlib.sha256(files["data/articles.jsonl"]).hexdigest()[:12]
    changed = exported(archive_of(full_page("page-02")))
    assert yaml.safe_load(changed["data/CITATION.cff"])["version"] != version


def test_the_dataset_can_be_cited(hosted: Mapping[str, bytes]) -> None:
    citation = yaml.safe_load(hosted["data/CITATION.cff"])
    assert (citation["cff-version"], citation["type"], citation["url"]) == ("1.2.0", "dataset", SITE)
    assert citation["authors"] == [{"name": "试验档案"}]


# The database, by SQLite.


def asked(folder: Path, query: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(folder / "archive.sqlite")) as database:
        return database.execute(query).fetchall()


def test_the_database_is_sound(folder: Path) -> None:
    assert asked(folder, "PRAGMA integrity_check") == [("ok",)]
    assert asked(folder, "PRAGMA foreign_key_check") == []


def test_the_database_has_the_tables_of_the_dictionary(folder: Path) -> None:
    tables = {
        name for (name,) in asked(folder, "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')")
    }
    database = next(file for file in data_files() if file.uri.endswith(".sqlite"))
    assert {name for name in tables if not name.startswith(("search_", "sqlite_"))} == {
        field.name for field in database.fields
    }


@pytest.mark.parametrize(
    ("table", "rows"),
    [
        ("pages", 1), ("items", 3), ("paragraphs", 5), ("bylines", 2), ("item_regions", 3), ("item_themes", 1),
        ("item_practices", 1), ("item_doubts", 1), ("misprints", 1), ("unplaced", 1), ("regions", 5), ("columns", 2),
    ],
)  # fmt: skip
def test_every_table_is_filled(folder: Path, table: str, rows: int) -> None:
    assert asked(folder, f"SELECT count(*) FROM {table}") == [(rows,)]


def test_items_are_found_by_place_and_by_words(folder: Path) -> None:
    by_place = "SELECT id FROM items JOIN item_regions ON item_id = id WHERE code = '152501' AND is_primary"
    assert asked(folder, by_place) == [("page-01-01",)]
    assert asked(folder, "SELECT id FROM items WHERE text LIKE '%早市%'") == [("page-01-02",)]


FOUND_BY_DATASETTE = """
SELECT name FROM sqlite_master WHERE rootpage = 0 AND sql LIKE '%VIRTUAL TABLE%USING FTS%content="items"%'
"""
"""How Datasette 0.65 tells which table searches another (`detect_fts` in datasette/utils)."""


def searched(folder: Path, words: str) -> list[str]:
    """Return the items that Datasette's search box finds: it puts each word in quotation marks."""
    (table,) = asked(folder, FOUND_BY_DATASETTE)[0]
    query = " ".join(words if '"' in words else f'"{word}"' for word in words.split())
    asks = f"SELECT id FROM items WHERE rowid IN (SELECT rowid FROM {table} WHERE {table} MATCH '{query}')"
    return [name for (name,) in asked(folder, asks)]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("校", ["page-01-01"]),
        ("夜校", ["page-01-01"]),
        ("课表怎么", ["page-01-01"]),
        ("夜校 课表", ["page-01-01"]),
        ("夜校 早市", []),
        ("=1+1,夜校", ["page-01-01"]),
        ("牧民自己排课表", ["page-01-01"]),
        ("灯校", []),
        ("兽医学", ["page-01-01"]),
    ],
)
def test_datasette_finds_words_of_any_length(folder: Path, words: str, found: list[str]) -> None:
    assert searched(folder, words) == found


def test_the_database_gives_the_text_whole_and_in_order(folder: Path) -> None:
    archive = archive_of()
    assert asked(folder, "SELECT id, text FROM items ORDER BY number") == [
        (entry.item.id, entry.item.text) for entry in archive.items
    ]


def test_the_corrected_text_stands_beside_the_source_reading(
    folder: Path, files: Mapping[str, bytes]
) -> None:
    query = "SELECT text, corrected FROM paragraphs WHERE corrected IS NOT NULL"
    assert asked(folder, query) == [("周一讲兽医。", "周一讲兽医学。")]
    query = "SELECT corrected_headline, corrected_text FROM items ORDER BY number"
    whole = "夜校的灯亮了。\n课表怎么排\n周一讲兽医学。"
    assert asked(folder, query) == [(None, whole), (None, None), (None, None)]
    rows = list(csv.DictReader(files["data/articles.csv"].decode("utf-8-sig").splitlines(keepends=True)))
    assert [row["corrected_text"] for row in rows] == [whole, "", ""]


@pytest.mark.parametrize(("lengths", "tables"), [(((5, 8),), []), (((5, 8), (5_000, 4)), [("search",)])])
def test_a_large_database_has_a_smaller_search_table_or_none(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, lengths: Any, tables: list[Any]
) -> None:
    monkeypatch.setattr("generator.data.exporting.full_text.LENGTHS", lengths)
    (tmp_path / "archive.sqlite").write_bytes(exported(archive_of())["data/archive.sqlite"])
    assert asked(tmp_path, "SELECT name FROM sqlite_schema WHERE name = 'search'") == tables


def test_an_interval_can_be_sorted_by_its_ends(folder: Path) -> None:
    query = "SELECT date_from, date_to, date_basis FROM items ORDER BY number"
    assert asked(folder, query)[0] == ("2022-06-11", "2022-06-30", "inferred")


# References, by citeproc-py.


def test_the_bibtex_file_is_read_by_a_program_that_is_not_ours(folder: Path) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        entries = BibTeX(str(folder / "articles.bib"), encoding="utf-8")
    assert sorted(entries) == ["page-01-01", "page-01-02", "page-01-03"]
    assert [str(name.family) for name in entries["page-01-01"]["author"]] == ["林禾", "其木"]


def test_the_ris_file_has_one_whole_record_an_item(files: Mapping[str, bytes]) -> None:
    lines = files["data/articles.ris"].decode().splitlines()
    assert all(re.fullmatch(r"[A-Z][A-Z0-9]  - .*", line) for line in lines if line)
    assert [line for line in lines if line[:2] in ("TY", "ER")] == ["TY  - NEWS", "ER  - "] * 3


def test_the_csl_file_names_every_item(files: Mapping[str, bytes]) -> None:
    items = json.loads(files["data/articles.csl.json"])
    assert [item["id"] for item in items] == ["page-01-01", "page-01-02", "page-01-03"]
    assert {item["type"] for item in items} == {"article-newspaper"}


def test_each_list_comes_as_references(files: Mapping[str, bytes]) -> None:
    lists = {uri for uri in files if "/references." in uri}
    pages = {uri.rpartition("/")[0] for uri in lists}
    assert len(lists) == 3 * len(pages)
    assert pages == {
        *(f"regions/{code}" for code in ("150000", "150100", "150105", "152500", "152501")),
        *("columns/mu-qu-ye-hua", "columns/xin-lan-mu-702815", "themes/xue-xi-jiao-yu"),
        *("bylines/lin-he-cc24df", "bylines/qi-mu-d957c2", "practices/ma-bei-ke-tang-6f4f10"),
        *("dates/2022", "dates/unknown", "pages/page-01"),
    }


def test_references_of_a_list_are_those_of_its_items(files: Mapping[str, bytes]) -> None:
    whole = json.loads(files["data/articles.csl.json"])
    assert json.loads(files["regions/150000/references.csl.json"]) == whole[:2]
    assert files["regions/150000/references.ris"].count(b"TY  - NEWS") == 2
    assert files["columns/xin-lan-mu-702815/references.bib"].count(b"@article{page-01-03,") == 1


@pytest.mark.parametrize(("count", "forms"), [(0, 0), (1, 3), (2_000, 3), (2_001, 0)])
def test_a_long_list_does_not_come_as_references(count: int, forms: int) -> None:
    assert len(list_references("regions/150000/", count)) == forms


# Feeds.


def feed_of(files: Mapping[str, bytes], uri: str = "feeds/all.xml") -> ElementTree.Element:
    return ElementTree.fromstring(files[uri])


def texts(element: ElementTree.Element, path: str) -> list[str]:
    return [found.text or "" for found in element.findall(path.replace("/", f"/{ATOM}").replace("~", ATOM))]


FEEDS = (
    "feeds/all.xml",
    "feeds/regions/152500.xml",
    "feeds/regions/152501.xml",
    "feeds/regions/150100.xml",
    "feeds/regions/150105.xml",
    "feeds/columns/mu-qu-ye-hua.xml",
    "feeds/columns/xin-lan-mu-702815.xml",
    "feeds/themes/xue-xi-jiao-yu.xml",
)


def test_there_is_a_feed_for_all_and_for_each_place_column_and_theme(files: Mapping[str, bytes]) -> None:
    assert {uri for uri in files if uri.startswith("feeds/")} == set(FEEDS)


@pytest.mark.parametrize("uri", FEEDS)
def test_a_feed_keeps_the_rules_of_rfc_4287(
    hosted: Mapping[str, bytes], files: Mapping[str, bytes], uri: str
) -> None:
    for source in (hosted, files):
        feed = feed_of(source, uri)
        assert feed.tag == f"{ATOM}feed"
        for element in (feed, *feed.findall(f"{ATOM}entry")):
            for name in ("id", "title", "updated"):
                assert len(element.findall(ATOM + name)) == 1, "exactly one of each"
            relations = [link.get("rel") for link in element.findall(f"{ATOM}link")]
            assert relations.count("alternate") == 1
        assert feed.find(f"{ATOM}author/{ATOM}name") is not None
        ids = [*texts(feed, "~id"), *texts(feed, "~entry/id")]
        assert len(ids) == len(set(ids))
        assert all(re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", name) for name in ids)
        stamps = [*texts(feed, "~updated"), *texts(feed, "~entry/updated")]
        assert all(
            re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)", stamp) for stamp in stamps
        )


def test_the_time_of_an_entry_is_the_end_of_its_interval(files: Mapping[str, bytes]) -> None:
    feed = feed_of(files)
    assert texts(feed, "~entry/updated") == ["2022-06-30T00:00:00+08:00", *["1990-01-01T00:00:00Z"] * 2]
    assert texts(feed, "~updated") == ["2022-06-30T00:00:00+08:00"]
    assert texts(feed, "~entry/published") == []


def test_an_entry_is_new_when_it_entered_and_updated_when_it_changed() -> None:
    page = make_page(Draft(paragraphs=("一句。",)), Draft(paragraphs=("又一句。",)))
    days = {page.items[1].id: Days("2026-11-01", "2026-11-15")}
    feed = feed_of(exported(replace(archive_of(page), identity=Identity(days=days))))
    assert texts(feed, "~entry/published") == ["2026-11-01T00:00:00+08:00"]
    assert texts(feed, "~updated") == ["2026-11-15T00:00:00+08:00"]
    assert texts(feed, "~entry/title")[0].startswith("[又一句")


@pytest.mark.parametrize("uri", FEEDS)
def test_links_of_a_feed_lead_to_pages(
    files: Mapping[str, bytes], hosted: Mapping[str, bytes], uri: str
) -> None:
    pages = set(addresses(archive_of()))
    depth = uri.count("/")
    links = [
        link.get("href") or ""
        for link in feed_of(files, uri).iter(f"{ATOM}link")
        if link.get("rel") != "self"
    ]
    assert all(link.startswith("../" * depth) and link.endswith("index.html") for link in links)
    assert {link.removeprefix("../" * depth).removesuffix("index.html") for link in links} <= pages
    full = [
        link.get("href") or ""
        for link in feed_of(hosted, uri).iter(f"{ATOM}link")
        if link.get("rel") != "self"
    ]
    assert {link.removeprefix(SITE) for link in full} <= pages


def test_a_feed_says_where_it_is(files: Mapping[str, bytes], hosted: Mapping[str, bytes]) -> None:
    def own(source: Mapping[str, bytes], uri: str) -> list[str | None]:
        return [
            link.get("href") for link in feed_of(source, uri).iter(f"{ATOM}link") if link.get("rel") == "self"
        ]

    for uri in FEEDS:
        assert own(hosted, uri) == [f"{SITE}{uri}"]
        assert own(files, uri) == [uri.split("/")[-1]]


def test_an_id_outlives_a_move(files: Mapping[str, bytes], hosted: Mapping[str, bytes]) -> None:
    assert texts(feed_of(files), "~entry/id") == texts(feed_of(hosted), "~entry/id")
    assert texts(feed_of(files), "~id") == texts(feed_of(hosted), "~id")


def test_a_feed_holds_the_fifty_newest() -> None:
    pages = [
        make_page(
            Draft(
                headline=f"第{day}天",
                date=DateTag(edtf=f"2022-{month:02d}-{day:02d}", basis=DateBasis.INFERRED),
            ),
            page_id=f"p-{month:02d}{day:02d}",
        )
        for month in (1, 2)
        for day in range(1, 29)
    ]
    feed = feed_of(exported(archive_of(*pages)))
    stamps = texts(feed, "~entry/updated")
    assert (len(stamps), stamps[0][:10], stamps[-1][:10]) == (50, "2022-02-28", "2022-01-07")
    assert stamps == sorted(stamps, reverse=True)


def test_a_feed_holds_any_text_as_text() -> None:
    draft = Draft(headline="</title><script>", paragraphs=("&lt;b&gt; ]]> <b>粗</b>。",))
    feed = feed_of(exported(archive_of(make_page(draft))))
    assert texts(feed, "~entry/title") == ["</title><script>"]
    assert texts(feed, "~entry/summary") == ["&lt;b&gt; ]]> <b>粗</b>。（报名、日期、版次待考）"]


# What crawlers and browsers look for.


def test_a_site_without_an_address_has_no_sitemap(files: Mapping[str, bytes]) -> None:
    assert not {"sitemap.xml", "opensearch.xml"} & set(files)
    assert files["robots.txt"] == b"User-agent: *\nAllow: /\n"


def test_the_sitemap_names_every_article_and_page_and_claims_no_time(hosted: Mapping[str, bytes]) -> None:
    root = ElementTree.fromstring(hosted["sitemap.xml"])
    namespace = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    found = [element.text for element in root.findall(f"{namespace}url/{namespace}loc")]
    assert len(found) == len(set(found))
    wanted = {f"{SITE}articles/page-01-0{number}/" for number in (1, 2, 3)} | {SITE, f"{SITE}pages/page-01/"}
    wanted |= {f"{SITE}dates/2022/", f"{SITE}dates/unknown/"}
    assert wanted <= set(found)
    assert b"lastmod" not in hosted["sitemap.xml"]
    assert hosted["robots.txt"].endswith(f"Sitemap: {SITE}sitemap.xml\n".encode())


def test_a_large_site_has_an_index_of_sitemaps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.data.exporting.discovery.PART", 10)
    files = exported(archive_of(site_url=SITE))
    index = ElementTree.fromstring(files["sitemap.xml"])
    namespace = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    assert index.tag == f"{namespace}sitemapindex"
    parts = [element.text or "" for element in index.iter(f"{namespace}loc")]
    located = [files[part.removeprefix(SITE)].count(b"<loc>") for part in parts]
    assert sum(located) == len(list(addresses(archive_of())))


def test_browsers_find_the_search(hosted: Mapping[str, bytes]) -> None:
    root = ElementTree.fromstring(hosted["opensearch.xml"])
    namespace = "{http://a9.com/-/spec/opensearch/1.1/}"
    assert root.find(f"{namespace}Url").get("template") == f"{SITE}search/?q={{searchTerms}}"  # type: ignore[union-attr]
    assert root.findtext(f"{namespace}ShortName") == "试验档案"
