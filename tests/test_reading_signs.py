"""Signs that no page has, and what is left of web pages: how they are read, and what is told of them."""

from __future__ import annotations

import hashlib
import json
import time
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.build import check, gather_files, read_archive
from generator.data.records import lines_digest
from generator.editing.checks.signs import check_source
from generator.reading.files import read_source
from generator.reading.lines import split_lines
from generator.reading.remnants import text_of
from generator.reading.signs import find_signs, read_signs
from generator.telling.errors import PageFaults
from generator.telling.progress import silent
from generator.vocabulary.settings import load_settings
from tests.reading_pages import make_source, make_taxonomy

CASES = Path(__file__).parent / "cases" / "signs"
SIGNS: list[dict[str, Any]] = yaml.safe_load(
    (CASES / "how_each_sign_is_read_and_what_is_told_of_it.yml").read_text("utf-8")
)
LINES: list[dict[str, Any]] = yaml.safe_load(
    (CASES / "what_of_a_line_is_text_where_a_web_page_was_copied.yml").read_text("utf-8")
)


def unescaped(text: str) -> str:
    return text.encode("latin-1", "backslashreplace").decode("unicode_escape")


@pytest.mark.parametrize("case", SIGNS, ids=lambda case: case["name"])
def test_how_a_sign_is_read_and_told(case: dict[str, Any], tmp_path: Path) -> None:
    whole, read = unescaped(case["text"]), unescaped(case.get("read", case["text"]))
    (tmp_path / "a.txt").write_bytes(whole.encode())
    source = read_source(tmp_path / "a.txt")
    assert (source.text, source.whole_text) == (read, whole)
    assert len(source.lines) == len(source.whole_lines)
    assert source.sha256 == hashlib.sha256(whole.encode()).hexdigest()
    found = [[each.code, each.line, each.column, each.message] for each in check_source(source)]
    assert found == case.get("told", [])


def test_the_digest_of_lines_is_that_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("水\u200b满了。\n麦子绿了。\n".encode())
    source = read_source(tmp_path / "a.txt")
    assert lines_digest(source, [1]) == hashlib.sha256("水\u200b满了。".encode()).hexdigest()


@pytest.mark.parametrize("few", [0, 5, 20])
def test_controls_make_a_file_no_text_by_their_share(few: int, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(("水满了。" * 250 + "\x01" * few).encode())
    assert read_source(path).text == "水满了。" * 250
    path.write_bytes(("水满了。" * 250 + "\x01" * 21).encode())
    with pytest.raises(PageFaults, match="有 21 个控制字符"):
        read_source(path)


@given(st.text())
def test_no_sign_is_left_but_the_replacement_and_no_line_is_lost(text: str) -> None:
    read = read_signs(text)
    assert {sign.character for sign in find_signs(read)} <= {"\ufffd"}
    assert read.count("\n") == text.count("\n")
    assert [each for each in read if each.isalnum()] == [each for each in text if each.isalnum()]


@pytest.mark.parametrize("case", LINES, ids=lambda case: case["raw"])
def test_what_of_a_line_is_text(case: dict[str, Any]) -> None:
    raw, text = case["raw"], case.get("text", case["raw"])
    begin, end = text_of(raw)
    assert raw[begin:end] == text
    source = make_source(["第一行", raw, "末行"])
    lines = split_lines(source, make_taxonomy({})).lines
    assert [line.text for line in lines] == ["第一行", *([text] if text else []), "末行"]
    assert all(source.text.startswith(line.text, line.start) for line in lines)


@pytest.mark.parametrize("filler", [" ", "&nbsp;", "<p>", "<", "&", "&amp;", "<p ", "<!--", "amp;"])
def test_a_line_of_any_length_is_read_at_once(filler: str) -> None:
    raw = "水" + filler * (300_000 // len(filler)) + "满"
    begun = time.perf_counter()
    assert text_of(raw) == (0, len(raw))
    assert time.perf_counter() - begun < 5


def test_one_warning_a_page_tells_of_html_at_the_ends_and_one_of_html_inside() -> None:
    source = make_source(["&nbsp;&nbsp;水满了。", "麦子&lt;绿&gt;了。", "<p>好</p>", "<br>", "一<br>二"])
    told = [(each.code, each.line, each.column, each.message) for each in check_source(source)]
    assert told == [
        ("html-remnant", 1, 1, "有 3 行的首尾带着网页的排版代码“&nbsp;”等,当作空白。"),
        ("html-inside", 2, 3, "文字中间有 3 处网页代码“&lt;”等,照原样显示。"),
    ]


PAGE = [
    "&nbsp;&nbsp;<b>河滩上的夜校</b>",
    "<p>",
    "<p>&nbsp;&nbsp;□本报记者 林禾</p>",
    "&nbsp;",
    "<p>　　天一黑,夜校就坐满了&amp;人,一周开两次,\ufeff教手机记账。</p>",
]


def test_a_page_copied_from_the_web_is_read_and_published_as_text(tmp_path: Path) -> None:
    (tmp_path / "p1.txt").write_text("\n".join(PAGE), encoding="utf-8")
    archive = read_archive(load_settings(seeds_dir=tmp_path), progress=silent())
    ((item,),) = [page.items for page in archive.pages]
    assert item.headline is not None
    assert item.headline.text == "河滩上的夜校"
    assert [byline.contributor.name for byline in item.bylines] == ["林禾"]
    assert [part.text for part in item.body] == ["天一黑,夜校就坐满了&amp;人,一周开两次,教手机记账。"]
    files = {file.uri: file.data for file in gather_files(archive, check(archive))}
    report = json.loads(files["data/report.json"])
    assert {"html-remnant", "html-inside", "layout-sign"} <= {row["code"] for row in report["diagnostics"]}
    pages = [data.decode() for uri, data in files.items() if uri.endswith(".md")]
    assert all("&nbsp;" not in page for page in pages)
    assert sum("&#38;nbsp;" in page for page in pages) == 1, "the page's own lines show what the file has"


def test_a_correction_of_a_line_of_html_blanks_is_one_of_a_blank_line(tmp_path: Path) -> None:
    (tmp_path / "p1.txt").write_text("\n".join(PAGE), encoding="utf-8")
    (tmp_path / "p1.yml").write_text("corrections:\n  4: headline\n", encoding="utf-8")
    with pytest.raises(PageFaults, match="第 4 行是空行"):
        read_archive(load_settings(seeds_dir=tmp_path), progress=silent())
