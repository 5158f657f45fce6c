"""Authors whom an editor states: read from the sidecar, kept beside what is printed, named by citations."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.archive.groups import Entry
from generator.archive.things import thing_id
from generator.data.citing.facts import authors_of
from generator.data.citing.jsonld import json_ld
from generator.data.exporting.beside import plain_text
from generator.data.exporting.database import database_file
from generator.data.exporting.tables import csv_row
from generator.data.records import item_record
from generator.model import ContributorRole, Page
from generator.site.views.frame import Frame
from generator.site.views.item_values import Neighbours
from generator.site.views.items import item_view
from generator.telling.errors import PageFaults
from tests.making import make_archive
from tests.reading_pages import make_source, read_lines
from tests.test_assembling import check_conserved
from tests.test_sidecars import LINES, corrected, sidecar_of

ALONE = Neighbours(previous=None, next=None, previous_page=None, next_page=None)
STATED = (
    "authors:\n  3: [{name: 林 禾, role: 记者, rank: 见习, function: 摄影, institution: 草原晚报社}, 白露]\n"
)


def stated(tmp_path: Path, text: str = STATED) -> Page:
    page = corrected(tmp_path, text)
    return replace(page, sidecar=tuple((tmp_path / "p-1.yml").read_text("utf-8").split("\n")))


def faults(tmp_path: Path, text: str) -> list[tuple[str, int | None, str, str]]:
    with pytest.raises(PageFaults) as caught:
        corrected(tmp_path, text)
    return [(each.code, each.line, each.message, each.hint) for each in caught.value.diagnostics]


def test_stated_authors_stand_beside_the_printed_ones(tmp_path: Path) -> None:
    first, second = stated(tmp_path).items
    assert [byline.contributor.name for byline in first.bylines] == ["林禾"]
    one, other = first.authors
    who = one.contributor
    assert (who.name, who.title, who.rank, who.function) == ("林禾", "记者", "见习", "摄影")
    assert (who.institution, who.role) == ("草原晚报社", ContributorRole.PHOTOGRAPHER)
    assert [(proof.file, proof.line, proof.text) for proof in one.evidence] == [("p-1.yml", 2, "林 禾")]
    assert (other.contributor.name, other.contributor.role) == ("白露", ContributorRole.AUTHOR)
    assert second.authors == ()


@pytest.mark.parametrize(
    ("entry", "name", "role"),
    [
        ("林禾", "林禾", "author"),
        ("{name: 林禾, role: 记者}", "林禾", "reporter"),
        ("{name: 林禾, role: 记者, rank: 见习}", "林禾", "trainee"),
        ("{name: 林禾, role: 见习记者}", "林禾", "trainee"),
        ("{name: 林禾, role: 青沙县委书记}", "林禾", "official"),
        ("{name: 林禾, function: 摄}", "林禾", "photographer"),
        ("{name: Li  Hua}", "Li Hua", "author"),
        ("{institution: 青沙县委 组织部}", "青沙县委组织部", "institution"),
    ],
)
def test_what_an_author_is_follows_from_the_words(tmp_path: Path, entry: str, name: str, role: str) -> None:
    (author,) = stated(tmp_path, f"authors: {{1: [{entry}]}}\n").items[0].authors
    assert (author.contributor.name, str(author.contributor.role)) == (name, role)


def test_the_lines_of_one_item_say_it_together(tmp_path: Path) -> None:
    first, _ = stated(tmp_path, "authors:\n  1: [林禾]\n  4: [白露]\n").items
    assert [(who.contributor.name, who.evidence[0].line) for who in first.authors] == [
        ("林禾", 2),
        ("白露", 3),
    ]


def test_an_unknown_byline_is_no_doubt_where_an_editor_says_who_wrote(tmp_path: Path) -> None:
    lines = ["@渡", "□灯下客", *LINES[2:]]
    doubted = read_lines(lines)
    assert "byline-unread" in [doubt.code for doubt in doubted.items[0].doubts]
    page = corrected(tmp_path, "authors: {2: [林禾]}\n", lines)
    assert page.items[0].sure
    assert [byline.contributor.name for byline in page.items[0].bylines] == ["灯下客"]


FAULTS: list[tuple[str, list[tuple[str, int]]]] = [
    ("authors: [林禾]\n", [("config", 1)]),
    ("authors: {x: [林禾]}\n", [("sidecar-line", 1)]),
    ("authors: {99: [林禾]}\n", [("sidecar-line", 1)]),
    ("authors:\n  3: 林禾\n", [("sidecar", 2)]),
    ("authors:\n  3: []\n", [("sidecar", 2)]),
    ("authors:\n  3: [{role: 记者}]\n", [("sidecar", 2)]),
    ("authors:\n  3: [林禾, 林 禾]\n", [("sidecar", 2)]),
    ("authors:\n  3: [{nam: 林禾}]\n  4: [7]\n", [("sidecar", 2), ("sidecar", 3)]),
    ("corrections: {4: {item: none}}\nauthors:\n  4: [林禾]\n", [("sidecar-author", 3)]),
]


@pytest.mark.parametrize(("text", "wanted"), FAULTS)
def test_every_fault_is_told_at_its_line(tmp_path: Path, text: str, wanted: list[tuple[str, int]]) -> None:
    found = faults(tmp_path, text)
    assert [(code, line) for code, line, _, _ in found] == wanted
    assert all(message.endswith("。") for _, _, message, _ in found)


def test_citations_name_whom_the_editor_names(tmp_path: Path) -> None:
    page = stated(tmp_path, "authors: {1: [白露, {institution: 青沙县委组织部}]}\n")
    assert authors_of(page.items[0]) == ("白露", "青沙县委组织部")
    node = json_ld(page, page.items[0], url="https://x.org/a/", site="版面")
    assert [each["name"] for each in node["author"]] == ["白露", "青沙县委组织部"]
    assert [each["name"] for each in node["contributor"]] == ["林禾"]


def test_the_row_says_that_the_editor_says_so(tmp_path: Path) -> None:
    page = stated(tmp_path)
    row = item_record(page, page.items[0])
    assert [each["name"] for each in row["bylines"]] == ["林禾"]
    assert row["authors"][0] == {
        "role": "记者",
        "name": "林禾",
        "function": "摄影",
        "rank": "见习",
        "institution": "草原晚报社",
        "contribution": "photographer",
        "id": "lin-he-cc24df",
        "evidence": [
            {"text": "林 禾", "file": "p-1.yml", "line": 2, "start": 13, "end": 16, "rule": "editor"}
        ],
    }


def test_the_plain_text_marks_them_as_the_editors(tmp_path: Path) -> None:
    archive = make_archive(stated(tmp_path))
    text = plain_text(Entry(page=archive.pages[0], item=archive.pages[0].items[0]), archive.settings)
    assert "作者（编者注明）：草原晚报社 记者 林禾 摄影 白露" in text
    assert "本报记者 林禾\n" in text


def test_the_page_of_an_item_marks_them_as_the_editors(tmp_path: Path) -> None:
    archive = make_archive(stated(tmp_path, "authors: {1: [白露, {institution: 青沙县委组织部}]}\n"))
    view = item_view(Frame(archive=archive), archive.items[0], ALONE)
    told = [(credit.role, [(who.text, bool(who.href)) for who in credit.people]) for credit in view.credits]
    assert told == [
        ("作者（编者注明）", [("白露", True), ("青沙县委组织部", True)]),
        ("记者", [("林禾", True)]),
    ]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("[林禾]", [("记者", ["林禾"])]),
        ("[{name: 林 禾, role: 本报记者}]", [("记者", ["林禾"])]),
        ("[{name: 林禾, function: 摄影}]", [("作者（编者注明）", ["林禾"]), ("记者", ["林禾"])]),
        ("[林禾, 白露]", [("作者（编者注明）", ["白露"]), ("记者", ["林禾"])]),
        ("[白露]", [("作者（编者注明）", ["白露"]), ("记者", ["林禾"])]),
    ],
)
def test_who_is_printed_already_is_shown_once(
    tmp_path: Path, said: str, told: list[tuple[str, list[str]]]
) -> None:
    archive = make_archive(stated(tmp_path, f"authors: {{1: {said}}}\n"))
    view = item_view(Frame(archive=archive), archive.items[0], ALONE)
    assert [(credit.role, [who.text for who in credit.people]) for credit in view.credits] == told


@pytest.mark.parametrize(("name", "printed"), [("李海珍", ["李海珍"]), ("娜仁", [])])
def test_a_name_in_brackets_inside_a_line_is_shown_once(
    tmp_path: Path, name: str, printed: list[str]
) -> None:
    lines = ["@渡", "@渡.1", "@渡.2", f"秋天还要修候船棚,让等渡船的人不再淋雨。({name})"]
    page = corrected(tmp_path, f"authors: {{4: [{name}]}}\n", lines)
    (item,) = page.items
    assert [byline.contributor.name for byline in item.bylines] == printed
    archive = make_archive(page)
    view = item_view(Frame(archive=archive), archive.items[0], ALONE)
    assert [who.text for credit in view.credits for who in credit.people] == [name]
    assert authors_of(item) == (name,)


def test_tables_hold_them_beside_the_bylines(tmp_path: Path) -> None:
    archive = make_archive(stated(tmp_path))
    row = csv_row(archive.items[0], "")
    assert (row["bylines"], row["authors"]) == ("本报记者 林禾", "记者 林禾；白露")
    (file,) = database_file(archive)
    path = tmp_path / "archive.sqlite"
    path.write_bytes(file.data)
    with closing(sqlite3.connect(path)) as database:
        stated_rows = database.execute(
            "SELECT name, role, rank, function, institution, thing_id, file, line FROM authors"
        )
        assert stated_rows.fetchall() == [
            ("林禾", "记者", "见习", "摄影", "草原晚报社", "lin-he-cc24df", "p-1.yml", 2),
            ("白露", None, None, None, None, thing_id("白露"), "p-1.yml", 2),
        ]
        printed = database.execute(
            "SELECT name, role, rank, thing_id, line FROM bylines ORDER BY line"
        ).fetchall()
        assert printed[0] == ("林禾", "本报记者", None, "lin-he-cc24df", 2)


def test_ranks_and_work_stand_in_columns_of_their_own() -> None:
    page = read_lines(["@渡", "□见习记者 林禾 摄影报道", "□通讯员 高岩", *LINES[2:4]])
    row = csv_row(make_archive(page).items[0], "")
    assert row["bylines"] == "见习记者 林禾；通讯员 高岩"
    assert (row["byline_ranks"], row["byline_functions"]) == ("见习；", "摄影报道；")


def words_of(value: Any) -> str:
    """Return every text of a row, without blanks and marks."""
    if isinstance(value, dict):
        return "\0".join(map(words_of, value.values()))
    if isinstance(value, list):
        return "\0".join(map(words_of, value))
    return "".join(character for character in str(value) if character not in " □■#◎")


@pytest.mark.parametrize("role", ["byline", "signature", "credit"])
@pytest.mark.parametrize("line", range(1, 11))
def test_no_line_that_an_editor_calls_a_byline_leaves_the_data(tmp_path: Path, line: int, role: str) -> None:
    source = make_source(LINES)
    page = read_lines(LINES, {}, sidecar_of(tmp_path, f"corrections: {{{line}: {role}}}\n"))
    check_conserved(page)
    rows = [item_record(page, item) for item in page.items]
    kept = words_of([{key: row[key] for key in ("headline", "paragraphs", "bylines")} for row in rows])
    printed = source.lines[line - 1]
    names = ("林禾", "高岩")
    wanted = next((name for name in names if name in printed), printed)
    assert words_of(wanted) in kept
    held = [line in item.lines for item in page.items]
    assert sum(held) == 1


def test_a_whole_caption_that_an_editor_calls_a_credit_stays_in_the_data(tmp_path: Path) -> None:
    lines = ["@渡", "□林禾", "@渡.1", "船老大在数救生衣,一件一件地数。 本报记者 白露 摄", "@渡.2"]
    page = corrected(tmp_path, "corrections: {4: credit}\n", lines)
    item = next(item for item in page.items if 4 in item.lines)
    told = [byline.contributor.name for byline in item.bylines if byline.line == 4]
    assert told == ["船老大在数救生衣,一件一件地数。", "白露"]
    assert "byline-unread" in [doubt.code for doubt in item.doubts]
