"""What an editor states of an item: column, kind, part, a headline; beside what was read, in data, citations and site."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest

from generator.archive.groups import Entry
from generator.archive.identity.naming import title_of as recorded_title
from generator.archive.identity.records import digest_of
from generator.build import build
from generator.data.citing.facts import facts_of
from generator.data.evidence import claims_of
from generator.data.exporting.beside import plain_text
from generator.data.exporting.database import database_file
from generator.data.exporting.tables import csv_row
from generator.data.records import item_record
from generator.editing.checks import check_page
from generator.editing.explaining import explain
from generator.model import Item, Page
from generator.model.sidecar import Sidecar
from generator.publishing.verifying import verify
from generator.site.search_index.adapting import document_of
from generator.site.views.frame import Frame
from generator.site.views.item_values import Neighbours
from generator.site.views.items import item_view
from generator.telling.errors import PageFaults
from generator.telling.progress import silent
from generator.vocabulary.settings import load_settings
from tests.making import make_archive
from tests.reading_pages import make_taxonomy
from tests.test_sidecars import LINES, corrected

ALONE = Neighbours(previous=None, next=None, previous_page=None, next_page=None)
MARKED = ["◎窗口③", *LINES]
UNTITLED = ["渡口上的船老大在数救生衣,一件一件地数。 本报记者 白露 摄", *LINES]
COLUMNS = {"谈渡": "commentary", "窗口": "articles"}


def stated(folder: Path, said: str, lines: list[str] | None = None) -> Page:
    """Return the page on which an editor states `said`, as YAML after `items:`."""
    page = corrected(folder, f"items:\n  {said}\n", lines, **COLUMNS)
    return replace(page, sidecar=tuple((folder / "p-1.yml").read_text("utf-8").split("\n")))


def shown(item: Item) -> tuple[str | None, str, int | None]:
    """Return what an item is: its column, its kind, the number of its part."""
    return item.column, str(item.kind), item.series.number if item.series else None


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("2: {kind: brief}", ("窗口", "brief", 3)),
        ("2: {column: 谈渡}", ("谈渡", "commentary", 3)),
        ("2: {column: 谈渡, kind: article}", ("谈渡", "article", 3)),
        ("2: {column: 谈渡, series: none}", ("谈渡", "commentary", None)),
        ("2: {column: 新窗(七)}", ("新窗", "article", 7)),
        ("2: {column: 新窗⑦, series: 8}", ("新窗", "article", 8)),
        ("2: {column: none}", (None, "article", None)),
        ('2: {series: "4"}', ("窗口", "article", 4)),
        ("2: {series: ⑫}", ("窗口", "article", 12)),
        ("2: {series: 之十二}", ("窗口", "article", 12)),
        ("2: {series: none}", ("窗口", "article", None)),
        ("3 □本报: {kind: note}\n  2 老渡: {column: 新 窗}", ("新 窗", "note", 3)),
    ],
)
def test_what_is_stated_stands_in_place_of_what_was_read(
    tmp_path: Path, said: str, told: tuple[str | None, str, int | None]
) -> None:
    first, second = stated(tmp_path, said, MARKED).items
    assert shown(first) == told
    assert (shown(second), second.stated) == ((None, "article", None), ())


def test_what_was_read_is_kept_beside_it_with_the_editors_words(tmp_path: Path) -> None:
    page = stated(tmp_path, '2: {column: 谈渡, kind: note, series: "4"}', MARKED)
    row = item_record(page, page.items[0])
    assert [(each["about"], each["text"], each["read"]) for each in row["stated"]] == [
        ("column", "谈渡", "窗口③"),
        ("kind", "note", "article"),
        ("series", "4", "窗口③"),
    ]
    assert row["stated"][0]["evidence"] == [
        {"file": "p-1.yml", "line": 2, "start": 14, "end": 16, "text": "谈渡", "rule": "editor"}
    ]
    assert row["series"]["evidence"][0]["text"] == "4"
    claims = {claim.kind: claim.subject for claim in claims_of(page, page.items[0])}
    assert (claims["column"], claims["kind"], claims["series"]) == ("谈渡", "note", "谈渡")


def test_a_part_in_a_column_stated_without_a_number_keeps_its_printed_number_and_both_proofs(
    tmp_path: Path,
) -> None:
    series = stated(tmp_path, "2: {column: 谈渡}", MARKED).items[0].series
    assert series is not None
    assert (series.name, series.number, series.part) == ("谈渡", 3, "③")
    assert [proof.text for proof in series.evidence] == ["窗口③", "谈渡"]


def test_a_stated_number_is_shown_in_brackets(tmp_path: Path) -> None:
    archive = make_archive(stated(tmp_path, "2: {series: 4}", MARKED))
    assert Frame(archive=archive).row(archive.items[0]).part == "（4）"


FAULTS: list[tuple[str, list[str], str, str]] = [
    ("2: {headline: 渡口}", MARKED, "印有标题“老渡口办起便民船”(第 2 行)", "corrections"),
    ("1: {series: 3}", LINES, "不在任何栏目里", "column"),
    ("2: {column: none, series: 3}", MARKED, "不在任何栏目里", "column"),
    ("2: {kind: note}\n  3: {kind: brief}", MARKED, "同一篇写了“note”和“brief”", "只留一个"),
    ("1: {kind: note}", ["下转第三版", "", *LINES], "第 1 行不属于任何一篇", "explain"),
]


@pytest.mark.parametrize(("said", "lines", "message", "hint"), FAULTS)
def test_what_an_item_cannot_have_is_a_fault(
    tmp_path: Path, said: str, lines: list[str], message: str, hint: str
) -> None:
    with pytest.raises(PageFaults) as caught:
        stated(tmp_path, said, lines)
    (fault,) = caught.value.diagnostics
    assert (fault.code, fault.line, fault.path) == ("sidecar-item", 2, str(tmp_path / "p-1.yml"))
    assert message in fault.message
    assert hint in fault.hint


def test_a_stated_column_that_is_not_known_gets_the_note_that_unknown_columns_get(tmp_path: Path) -> None:
    page = stated(tmp_path, "2: {column: 小窗口}", MARKED)
    (found,) = [each for each in check_page(page, make_taxonomy(COLUMNS)) if each.code == "unknown-column"]
    assert (found.line, Path(found.path).name) == (2, "p-1.yml")
    assert found.message == "栏目“小窗口”不在栏目表里,按编者写的名字收录。"
    assert found.hint.startswith("是不是“窗口”?是新栏目")


def supplied(folder: Path) -> tuple[Page, Item]:
    """Return a page with a caption to which an editor gives a headline, and that item."""
    page = stated(folder, "1: {headline: 数 救生衣}", UNTITLED)
    return page, page.items[0]


def test_a_supplied_headline_is_no_reading(tmp_path: Path) -> None:
    page, item = supplied(tmp_path)
    bare = corrected(tmp_path, "", UNTITLED).items[0]
    assert (item.headline, item.supplied, bare.supplied) == (None, "数 救生衣", "")
    assert "headline-missing" not in [doubt.code for doubt in item.doubts]
    assert digest_of(item) != digest_of(bare)
    assert recorded_title(page.source, item) == "数 救生衣"
    row = item_record(page, item)
    assert (row["headline"], row["supplied_headline"]) == (None, "数 救生衣")
    assert "数 救生衣" not in [paragraph["text"] for paragraph in row["paragraphs"]]


def test_citations_have_a_supplied_headline_in_square_brackets(tmp_path: Path) -> None:
    page, item = supplied(tmp_path)
    facts = facts_of(page, item, url="", site="版面")
    assert facts.title == "[数 救生衣]"
    assert "报上没有标题，题名为编者所拟。" in facts.notes


def test_a_printed_deck_follows_a_supplied_headline_in_a_citation(tmp_path: Path) -> None:
    sidecar = "corrections: {1: deck}\nitems: {2: {headline: 渡口今年}}\n"
    page = corrected(tmp_path, sidecar, LINES)
    assert facts_of(page, page.items[0], url="", site="版面").title == "[渡口今年]：老渡口办起便民船"


def test_readers_see_that_an_editor_supplies_the_headline(tmp_path: Path) -> None:
    page, item = supplied(tmp_path)
    archive = make_archive(page)
    entry = Entry(page=page, item=item)
    view = item_view(Frame(archive=archive), entry, ALONE)
    assert (view.title, view.supplied, view.headline) == ("〔数 救生衣〕", True, ())
    assert [(said.text, said.note) for said in view.stated] == [("标题：数 救生衣", "报上没有，编者所拟")]
    row = Frame(archive=archive).row(entry)
    assert (row.title, row.untitled, row.supplied) == ("〔数 救生衣〕", True, True)
    assert plain_text(entry, archive.settings).startswith("编者拟题：数 救生衣\n")
    assert ("编者拟题", ("数 救生衣",)) in document_of(entry, archive).labels
    assert document_of(entry, archive).heading == ()
    assert "〔数 救生衣〕(编者拟题)" in explain(page, Sidecar.empty())


def test_readers_see_what_was_stated_and_what_was_read(tmp_path: Path) -> None:
    archive = make_archive(stated(tmp_path, "2: {column: 谈渡, kind: note, series: 4}", MARKED))
    view = item_view(Frame(archive=archive), archive.items[0], ALONE)
    assert [(said.text, said.note) for said in view.stated] == [
        ("栏目：谈渡", "版面读作“窗口③”"),
        ("种类：编者按", "版面读作报道"),
        ("系列：谈渡第4篇", "版面读作“窗口③”"),
    ]
    nowhere = make_archive(stated(tmp_path, "2: {column: none}", MARKED))
    (said,) = item_view(Frame(archive=nowhere), nowhere.items[0], ALONE).stated
    assert (said.text, said.note) == ("栏目：不在栏目里", "版面读作“窗口③”")


def test_tables_hold_what_is_stated(tmp_path: Path) -> None:
    archive = make_archive(stated(tmp_path, "1: {headline: 数救生衣, kind: brief}", UNTITLED))
    row = csv_row(archive.items[0], "")
    assert (row["headline"], row["supplied_headline"]) == (None, "数救生衣")
    (file,) = database_file(archive)
    path = tmp_path / "archive.sqlite"
    path.write_bytes(file.data)
    with closing(sqlite3.connect(path)) as database:
        rows = database.execute("SELECT about, text, read, file, line FROM item_statements ORDER BY about")
        assert rows.fetchall() == [
            ("headline", "数救生衣", None, "p-1.yml", 2),
            ("kind", "brief", "caption", "p-1.yml", 2),
        ]
        own = database.execute("SELECT headline, supplied_headline FROM items ORDER BY number").fetchone()
        assert own == (None, "数救生衣")


SEED = """◎草原书屋③

# 书送到牧民家门口

□本报记者 林禾

入冬前,流动书车走了三个苏木,给各嘎查的书屋送去新书四百册,还带去了一台放映机。

读书会开了三场,最晚的一场散在夜里十点,大家把这叫作“围炉三问”。

牧民在书车前挑书,孩子们抱着画册不肯撒手。 本报记者 白露 摄
"""
SAID = """items:
  5 □本报: {column: "书屋<b>*夜话*", kind: commentary, series: "4"}
  11 牧民在书车: {headline: "挑书|<i>的</i>[孩子](x)"}
checked: [{item: 11 牧民在书车, by: "林<b>禾", on: 2026-12-01}]
tags: {practices: {add: [围炉三问]}}
"""


@pytest.mark.site
def test_a_site_on_which_much_is_stated_is_sound(tmp_path: Path) -> None:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "a-01.txt").write_text(SEED, encoding="utf-8")
    (seeds / "a-01.yml").write_text(SAID, encoding="utf-8")
    settings = load_settings(seeds_dir=seeds, out_dir=tmp_path / "out")
    archive = build(settings, progress=silent()).archive
    assert [item.supplied for item in archive.pages[0].items] == ["", "挑书|<i>的</i>[孩子](x)"]
    faults, _ = verify(settings.site_dir, seeds, progress=silent())
    assert list(faults) == []
    page = (settings.site_dir / f"articles/{archive.items[1].item.id}/index.html").read_text("utf-8")
    assert "<i>的" not in page
    assert "林<b>" not in page
    assert {"〔挑书|<i>的</i>[孩子](x)〕", "林<b>禾 2026-12-01 核对"} <= set(
        re.findall("〔挑书.+?〕|林<b>禾.+?核对", unescape(page))
    )
