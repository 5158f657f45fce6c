"""Evidence is a place in a file: the words of every statement stand where it says, character by character."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.archive.groups import Archive
from generator.build import read_archive, read_page
from generator.data.citing.jsonld import json_ld
from generator.data.citing.metatags import meta_tags
from generator.data.exporting import export
from generator.editing.sidecars import read_sidecar
from generator.model import EDITOR, GUESS, Page, SourceText, Span, evidence_at
from generator.reading.files import read_source
from generator.site.rendering import render
from generator.site.search_index.adapting import document_of
from generator.site.views.frame import Frame
from generator.site.views.item_values import Neighbours
from generator.site.views.items import item_view
from generator.telling.progress import silent
from generator.vocabulary.gazetteer import load_gazetteer
from generator.vocabulary.settings import ROOT, load_settings
from generator.vocabulary.taxonomy import load_taxonomy
from tests.making import make_archive

TAXONOMY = load_taxonomy(ROOT / "site_config")
GAZETTEER = load_gazetteer(ROOT / "site_config" / "regions" / "150000.json")


def rows(files: dict[str, bytes], name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in files[f"data/{name}.jsonl"].decode().splitlines()]


def proofs_in(value: Any) -> Iterator[dict[str, Any]]:
    """Yield every piece of evidence inside a row."""
    if isinstance(value, dict):
        if value.keys() >= {"file", "line", "start", "end", "text", "rule"}:
            yield value
        value = list(value.values())
    for child in value if isinstance(value, list) else ():
        yield from proofs_in(child)


def unresolved(files: dict[str, bytes]) -> list[dict[str, Any]]:
    """Return the evidence of all rows whose words do not stand where it says; there must be some that do."""
    lines = {(row["file"], row["line"]): row["text"] for row in rows(files, "lines")}
    every = [*proofs_in(rows(files, "articles")), *proofs_in(rows(files, "pages"))]
    assert every
    return [
        proof
        for proof in every
        if not proof["text"]
        or lines[proof["file"], proof["line"]][proof["start"] : proof["end"]] != proof["text"]
    ]


@pytest.fixture(scope="module")
def archive() -> Archive:
    return read_archive(load_settings(), progress=silent())


@pytest.fixture(scope="module")
def files(archive: Archive) -> dict[str, bytes]:
    return {file.uri: file.data for file in export(archive)}


def test_all_evidence_of_the_archive_stands_where_it_says(files: dict[str, bytes]) -> None:
    assert unresolved(files) == []


def test_every_tag_of_the_archive_has_evidence(files: dict[str, bytes]) -> None:
    for row in rows(files, "articles"):
        said = [*row["bylines"], *row["institutions"], *row["regions"], *row["themes"], *row["practices"]]
        assert all(each["evidence"] for each in [*said, row["series"] or row["date"]])


def test_the_lines_of_a_page_are_its_file(archive: Archive, files: dict[str, bytes]) -> None:
    for page in archive.pages:
        own = [row["text"] for row in rows(files, "lines") if row["file"] == page.source.name]
        text = Path(page.source.path).read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
        assert "\n".join(own) == text == files[f"pages/{page.id}/index.txt"].decode()
        assert json.loads(files[f"pages/{page.id}/index.json"])["id"] == page.id


def test_the_database_resolves_the_same_evidence(files: dict[str, bytes], tmp_path: Path) -> None:
    path = tmp_path / "archive.sqlite"
    path.write_bytes(files["data/archive.sqlite"])
    query = (
        'SELECT count(*), sum(substr(lines.text, start + 1, "end" - start) = evidence.text) '
        "FROM evidence JOIN lines USING (file, line)"
    )
    with closing(sqlite3.connect(path)) as database:
        found, right = database.execute(query).fetchone()
    said = [proof for row in rows(files, "articles") for proof in proofs_in({**row, "misprints": []})]
    assert found == right == len(said)


def test_the_table_holds_the_same_evidence(files: dict[str, bytes]) -> None:
    table = list(csv.DictReader(io.StringIO(files["data/evidence.csv"].decode("utf-8-sig"))))
    places = {(row["file"], int(row["line"]), int(row["start"]), int(row["end"])) for row in table}
    said = [proof for row in rows(files, "articles") for proof in proofs_in({**row, "misprints": []})]
    assert len(table) == len(said)
    assert places == {(proof["file"], proof["line"], proof["start"], proof["end"]) for proof in said}


# ---- pages that are hard to point into ----

HIDDEN = ("", "", "", "", "\u200b", "\ufeff", "\xad", "\u200d")
WORDS = (
    "◎草原讲堂③\n", "# 鄂托克旗的夜校开课了\n", "□本报记者 林　禾 通讯员 其 木\n", "本报讯(记者 林禾)", "中共乌拉特前旗委组织部",
    "呼和浩特市", "赛罕区", "党建＋物业", "２０２２年６月", "6月10日下午", "“四方共议”机制", "“1+3”专项行动", "党支部", "志愿服务",
    "巴彦淖尔市杭锦旗", "呼和浩特市呼和浩特市", "𠮷", "　", " ", "。", "，", "\n", "\n\n", "\x0c", "(李海珍)\n", "&nbsp;", "今年", "社区治理",
)  # fmt: skip


def read(folder: Path, text: str, sidecar: str = "") -> Page:
    path = folder / "page-01.txt"
    path.write_text(text, encoding="utf-8", newline="")
    beside = path.with_suffix(".yml")
    beside.write_text(sidecar, encoding="utf-8")
    source = read_source(path)
    return read_page(source, read_sidecar(source, beside), TAXONOMY, GAZETTEER)


def published(page: Page) -> dict[str, bytes]:
    return {
        file.uri: file.data for file in export(make_archive(page, taxonomy=TAXONOMY, gazetteer=GAZETTEER))
    }


@given(st.lists(st.sampled_from(WORDS), min_size=4, max_size=40), st.randoms(use_true_random=False))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_all_evidence_of_any_page_stands_where_it_says(tmp_path: Path, words: list[str], chance: Any) -> None:
    text = "".join(sign + chance.choice(HIDDEN) for sign in "".join(words))
    page = read(tmp_path, f"# 呼和浩特市的夜校\n\n□本报记者 林禾\n\n{text}\n呼和浩\x01特市的夜校开了。\n")
    assert unresolved(published(page)) == []


def source(whole: str, text: str) -> SourceText:
    return SourceText(
        id="a", name="a.txt", text=text, encoding="utf-8", sha256="", whole=whole if whole != text else ""
    )


@pytest.mark.parametrize(
    ("whole", "text", "span", "found"),
    [
        ("渠通水", "渠通水", (1, 3), [(1, 1, 3, "通水")]),
        ("渠\n\n通水", "渠\n\n通水", (0, 5), [(1, 0, 1, "渠"), (3, 0, 2, "通水")]),
        ("\u200b渠\u200b通\u200b水", "渠通水", (1, 3), [(1, 3, 6, "通\u200b水")]),
        ("渠\n\u200b\x0c通水", "渠\n 通水", (2, 4), [(2, 1, 3, "\x0c通")]),
        ("𠮷渠", "𠮷渠", (1, 2), [(1, 1, 2, "渠")]),
        ("渠", "渠", (1, 1), []),
    ],
)  # fmt: skip
def test_words_are_told_line_by_line_with_every_sign(
    whole: str, text: str, span: tuple[int, int], found: list[tuple[int, int, int, str]]
) -> None:
    told = evidence_at(source(whole, text), [Span(*span)], "made")
    assert [(each.line, each.start, each.end, each.text) for each in told] == found
    assert {(each.file, each.rule) for each in told} <= {("a.txt", "made")}


# ---- what an editor says, and what is guessed ----

MISPRINT = "# 杭锦旗的渠通水了\n\n巴彦淖尔市杭锦旗的渠通水了。\n\n巴彦淖尔市杭锦旗的牧民来了。\n"


def test_what_an_editor_says_is_quoted_from_the_sidecar(tmp_path: Path) -> None:
    said = 'date: 2022-06-16 # 据馆藏\ntags:\n  regions: {add: ["150105"]}\n  themes:\n    add:\n      - 守边固边\n'
    files = published(read(tmp_path, MISPRINT, said))
    editors = [
        proof for row in rows(files, "articles") for proof in proofs_in(row) if proof["rule"] == EDITOR
    ]
    assert [(proof["file"], proof["line"], proof["start"], proof["text"]) for proof in editors] == [
        ("page-01.yml", 1, 6, "2022-06-16"),
        ("page-01.yml", 3, 19, "150105"),
        ("page-01.yml", 6, 8, "守边固边"),
    ]
    assert unresolved(files) == []
    assert {row["line"] for row in rows(files, "lines") if row["file"] == "page-01.yml"} == {1, 3, 6}


def test_an_editors_reading_stands_beside_the_words_that_it_mends(tmp_path: Path) -> None:
    page = read(tmp_path, MISPRINT, "corrections:\n\n  3: {read: 杭锦旗, as: 杭锦后旗}\n")
    mended = next(tag for tag in page.items[0].tags.regions if tag.name == "杭锦后旗")
    assert [(words.file, words.text, words.rule) for words in mended.evidence if words.line in (2, 3)] == [
        ("page-01.txt", "巴彦淖尔市", "full-name"),
        ("page-01.txt", "杭锦旗", "full-name"),
        ("page-01.yml", "杭锦后旗", EDITOR),
    ]
    assert unresolved(published(page)) == []


def test_an_editors_reading_is_quoted_where_its_line_is_named_by_words(tmp_path: Path) -> None:
    page = read(tmp_path, MISPRINT, "corrections:\n  2 巴彦淖尔市杭锦旗的渠: {read: 杭锦旗, as: 杭锦后旗}\n")
    (misprint,) = page.items[0].misprints
    assert [(words.line, words.text) for words in misprint.stated] == [(2, "杭锦后旗")]
    assert unresolved(published(page)) == []


def test_a_guess_is_marked_and_never_stated(tmp_path: Path) -> None:
    page = read(tmp_path, MISPRINT)
    (tag,) = (tag for tag in page.items[0].tags.regions if tag.primary)
    assert (tag.name, tag.guess, {words.rule for words in tag.evidence}) == ("杭锦后旗", True, {GUESS})
    stated = json.dumps(json_ld(page, page.items[0], url="", site="站"), ensure_ascii=False)
    assert "杭锦后旗" not in stated
    assert "杭锦后旗" not in str(meta_tags(page, page.items[0], url="", site="站"))
    table = next(csv.DictReader(io.StringIO(published(page)["data/articles.csv"].decode("utf-8-sig"))))
    assert (table["regions"], table["guessed_regions"]) == ("", "内蒙古自治区/巴彦淖尔市/杭锦后旗")


def test_a_place_that_is_named_too_is_no_guess(tmp_path: Path) -> None:
    page = read(tmp_path, MISPRINT.replace("# 杭锦旗", "# 杭锦后旗").replace("牧民来了", "牧民来了杭锦后旗"))
    assert [(tag.name, tag.guess) for tag in page.items[0].tags.regions if tag.primary] == [
        ("杭锦后旗", False)
    ]


def test_a_guess_is_called_so_wherever_it_is_shown(tmp_path: Path) -> None:
    page = read(tmp_path, MISPRINT)
    frame = Frame(archive=make_archive(page, taxonomy=TAXONOMY, gazetteer=GAZETTEER))
    (entry,) = frame.archive.items
    nobody = Neighbours(previous=None, next=None, previous_page=None, next_page=None)
    assert frame.row(entry).places == "疑为巴彦淖尔市杭锦后旗"
    assert [chip.text for chip in item_view(frame, entry, nobody).belongs] == ["疑为巴彦淖尔市杭锦后旗"]
    document = document_of(entry, frame.archive)
    assert document.note == "疑为巴彦淖尔市杭锦后旗"


def test_a_page_leads_to_its_text_and_its_row(tmp_path: Path) -> None:
    archive = make_archive(read(tmp_path, MISPRINT), taxonomy=TAXONOMY, gazetteer=GAZETTEER)
    shown = next(file.data.decode() for file in render(archive) if file.uri == "pages/page-01/index.md")
    for media_type, name in (("application/json", "index.json"), ("text/plain", "index.txt")):
        assert f'rel=\\"alternate\\" type=\\"{media_type}\\" href=\\"{name}\\"' in shown
