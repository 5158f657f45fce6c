"""Bytes to source texts: every encoding that is met, and one clear fault for what is no page."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.reading.files import LIMIT, find_pages, read_source, read_sources
from generator.telling.errors import PageFaults, UsageError

TEXT = "◎草原书屋\n\n# 书送到牧民家门口\n\n□本报记者 林禾\n\n入冬前,流动书车走了三个苏木,送去新书四百册。\n"


def write(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def codes(error: pytest.ExceptionInfo[PageFaults]) -> list[str]:
    return [fault.code for fault in error.value.diagnostics]


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (TEXT.encode("utf-8-sig"), "utf-8"),
        (TEXT.encode("gb18030"), "gb18030"),
        (TEXT.encode("gbk"), "gb18030"),
        (TEXT.encode("utf-16"), "utf-16"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "utf-16"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),
        (TEXT.encode("utf-16-be"), "utf-16-be"),
    ],
)
def test_encodings(tmp_path: Path, data: bytes, encoding: str) -> None:
    source = read_source(write(tmp_path, "a.txt", data))
    assert (source.text, source.encoding) == (TEXT, encoding)


@pytest.mark.parametrize("newline", ["\r\n", "\r", "\n"])
def test_newlines_become_one_kind(tmp_path: Path, newline: str) -> None:
    data = TEXT.replace("\n", newline).encode()
    assert read_source(write(tmp_path, "a.txt", data)).text == TEXT


def test_what_is_known_of_a_page(tmp_path: Path) -> None:
    path = write(tmp_path, "nmgrb-20220616-07.txt", "版面".encode())
    source = read_source(path)
    assert (source.id, source.name, source.path) == ("nmgrb-20220616-07", "nmgrb-20220616-07.txt", str(path))
    assert source.sha256 == hashlib.sha256("版面".encode()).hexdigest()


def test_compatibility_characters_stay_as_they_are(tmp_path: Path) -> None:
    text = "\uf900是兼容字形。"
    assert read_source(write(tmp_path, "a.txt", text.encode())).text == text


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(alphabet="报纸版面上的字,。a1 \n", min_size=1).filter(str.strip))
def test_text_comes_back_unchanged(tmp_path: Path, text: str) -> None:
    assert read_source(write(tmp_path, "a.txt", text.encode())).text == text


@pytest.mark.parametrize(
    ("name", "data", "code", "words"),
    [
        ("a.txt", b"", "empty", "空的"),
        ("a.txt", b" \n\xe3\x80\x80\n", "empty", "空的"),
        ("a.txt", bytes(range(256)) * 8, "encoding", "不是 UTF-8"),
        ("a.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(64), "encoding", "不是 UTF-8"),
        ("a.txt", b"\xff\xfe\x00\xd8", "encoding", "不是 UTF-8"),
        ("a.txt", "第一行\n第二\u202e行".encode(), "character", "U+202E"),
        ("a.txt", "坏字\ufffd".encode(), "character", "U+FFFD"),
        ("a.txt", "零\x00字节".encode(), "character", "U+0000"),
        ("版面.txt", TEXT.encode(), "file-name", "版面编号"),
        ("a b.txt", TEXT.encode(), "file-name", "版面编号"),
        ("-a.txt", TEXT.encode(), "file-name", "版面编号"),
        ("con.txt", TEXT.encode(), "file-name", "版面编号"),
        ("index.txt", TEXT.encode(), "file-name", "版面编号"),
        ("a" * 61 + ".txt", TEXT.encode(), "file-name", "不超过 60"),
    ],
)
def test_what_is_no_page(tmp_path: Path, name: str, data: bytes, code: str, words: str) -> None:
    path = write(tmp_path, name, data)
    with pytest.raises(PageFaults) as error:
        read_source(path)
    (fault,) = error.value.diagnostics
    assert (fault.code, fault.path) == (code, str(path))
    assert words in fault.message + fault.hint


def test_a_character_is_told_with_its_line_and_column(tmp_path: Path) -> None:
    with pytest.raises(PageFaults) as error:
        read_source(write(tmp_path, "a.txt", "第一行\n第二\u202e行\n第三行\u2066".encode()))
    assert [(fault.line, fault.column) for fault in error.value.diagnostics] == [(2, 3), (3, 4)]


def test_a_byte_that_is_no_text_is_told_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(PageFaults) as error:
        read_source(write(tmp_path, "a.txt", "第一行\n".encode() + b"\xff\xfe\x00\x81"))
    assert error.value.diagnostics[0].line == 2


def test_a_page_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(LIMIT + 1)
    with pytest.raises(PageFaults) as error:
        read_source(path)
    assert codes(error) == ["too-large"]


def test_a_page_of_the_largest_size_is_read(tmp_path: Path) -> None:
    assert len(read_source(write(tmp_path, "a.txt", b"a" * LIMIT)).text) == LIMIT


def test_a_symbolic_link_is_refused(tmp_path: Path) -> None:
    target = write(tmp_path, "outside/a.txt", TEXT.encode())
    link = tmp_path / "b.txt"
    link.symlink_to(target)
    with pytest.raises(PageFaults) as error:
        read_source(link)
    assert codes(error) == ["symlink"]


def test_pages_are_found_below_folders_and_hidden_ones_are_not(tmp_path: Path) -> None:
    for name in ("b.txt", "2022/a.txt", "A.TXT", ".hidden/c.txt", ".d.txt", "notes.md", "a.yml"):
        write(tmp_path, name, TEXT.encode())
    found = [path.relative_to(tmp_path).as_posix() for path in find_pages(tmp_path)]
    assert found == ["2022/a.txt", "A.TXT", "b.txt"]


def test_pages_come_in_order_of_their_ids(tmp_path: Path) -> None:
    for name in ("z/a.txt", "b.txt", "y/c.txt"):
        write(tmp_path, name, TEXT.encode())
    assert [source.id for source in read_sources(tmp_path)] == ["a", "b", "c"]


def test_every_fault_of_every_page_is_told_at_once(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", b"")
    write(tmp_path, "b.txt", b"\xff\xfe\x00\xd8")
    write(tmp_path, "c.txt", TEXT.encode())
    with pytest.raises(PageFaults) as error:
        read_sources(tmp_path)
    assert codes(error) == ["empty", "encoding"]


@pytest.mark.parametrize(("first", "second"), [("x/a.txt", "y/a.txt"), ("x/a.txt", "y/A.txt")])
def test_two_pages_with_one_stem(tmp_path: Path, first: str, second: str) -> None:
    for name in (first, second):
        write(tmp_path, name, TEXT.encode())
    with pytest.raises(PageFaults) as error:
        read_sources(tmp_path)
    (fault,) = error.value.diagnostics
    assert fault.code == "same-stem"
    assert str(tmp_path / first) in fault.message


@pytest.mark.parametrize(("folder", "words"), [("none", "找不到"), (".", "没有版面")])
def test_a_folder_without_pages(tmp_path: Path, folder: str, words: str) -> None:
    with pytest.raises(UsageError, match=words):
        read_sources(tmp_path / folder)
