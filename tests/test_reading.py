"""Bytes to source texts: every encoding that is met, and one clear fault for what is no page."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.reading.files import find_pages, read_source, read_sources
from generator.telling.diagnostics import Diagnostic, Severity
from generator.telling.errors import PageFaults, UsageError

TEXT = "◎草原书屋\n\n# 书送到牧民家门口\n\n□本报记者 林禾\n\n入冬前,流动书车走了三个苏木,送去新书四百册。\n"
FAULTS: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "cases" / "faults_of_pages.yml").read_text("utf-8")
)


def write(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def fault_of(path: Path) -> Diagnostic:
    with pytest.raises(PageFaults) as error:
        read_source(path)
    (fault,) = error.value.diagnostics
    return fault


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
        read_source(write(tmp_path, "a.txt", "第一行\n第二\0\0行\n第三行\0。\n\0".encode()))
    assert [(fault.line, fault.column) for fault in error.value.diagnostics] == [(2, 3), (3, 4)]


def test_a_byte_that_is_no_text_is_told_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(PageFaults) as error:
        read_source(write(tmp_path, "a.txt", "第一行\n".encode() + b"\xff\xfe\x00\x81"))
    assert error.value.diagnostics[0].line == 2


def test_a_page_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(1_000_001)
    fault = fault_of(path)
    assert (fault.code, fault.line, fault.column) == ("too-large", None, None)
    assert fault.message == "文件有 1,000,001 字节,超过上限 1,000,000 字节。"
    assert fault.hint == "一个文件只放一个版面的文字,请拆开或检查是否放错了文件。"


def test_a_page_of_the_largest_size_is_read(tmp_path: Path) -> None:
    page = ("草" * 9_999 + "\n") * 5
    assert read_source(write(tmp_path, "a.txt", page.encode())).text == page


@pytest.mark.parametrize(
    ("page", "line", "said"),
    [
        ("草\n" + "原" * 20_001, 2, "这一行有 20,001 个字符,超过一行的上限 20,000 个字符。"),
        ("草\n\n" * 4_001, None, "文件有 4,001 行文字,超过一版的上限 4,000 行。"),
        (("a" * 9_999 + "\n") * 5 + "原", None, "文件有 50,001 个字符,超过一版的上限 50,000 个字符。"),
    ],
)
def test_a_page_that_is_more_than_print_can_be_is_refused(
    tmp_path: Path, page: str, line: int | None, said: str
) -> None:
    with pytest.raises(PageFaults) as caught:
        read_source(write(tmp_path, "a.txt", page.encode()))
    (fault,) = caught.value.diagnostics
    assert (fault.code, fault.line, fault.message) == ("too-large", line, said)


def test_a_page_of_four_thousand_lines_is_read(tmp_path: Path) -> None:
    assert read_source(write(tmp_path, "a.txt", "草\n\n".encode() * 4_000)).text.count("草") == 4_000


def test_a_symbolic_link_is_refused(tmp_path: Path) -> None:
    target = write(tmp_path, "outside/a.txt", TEXT.encode())
    link = tmp_path / "b.txt"
    link.symlink_to(target)
    fault = fault_of(link)
    assert (fault.code, fault.message, fault.hint) == (
        "symlink",
        "这是一个符号链接。",
        "请放入真正的文件。",
    )


@pytest.mark.parametrize("case", FAULTS, ids=[f"{case['code']} {case['bytes']}" for case in FAULTS])
def test_a_fault_is_told_word_for_word(tmp_path: Path, case: dict[str, Any]) -> None:
    data = case["bytes"].encode().decode("unicode_escape").encode("latin-1")
    path = write(tmp_path, case.get("name", "a.txt"), data)
    fault = fault_of(path)
    assert fault == Diagnostic(
        code=case["code"],
        severity=Severity.ERROR,
        path=str(path),
        line=case.get("line"),
        column=case.get("column"),
        message=case["message"],
        hint=case["hint"],
    )


@pytest.mark.parametrize(
    "stem", ["a", "7", "A-b_c", "com", "com10", "lpt", "cons", "index2", "405", "a" * 60]
)
def test_an_id_that_may_be_a_file_name(tmp_path: Path, stem: str) -> None:
    assert read_source(write(tmp_path, f"{stem}.txt", b"a")).id == stem


@pytest.mark.parametrize(
    "stem",
    [
        "a-",
        "a_",
        "_a",
        "a--b",
        "a-_b",
        "a.b",
        "版",
        "con",
        "prn",
        "aux",
        "nul",
        "com1",
        "lpt9",
        "index",
        "assets",
        "search",
        "404",
        "CON",
        "Index",
    ],
)
def test_an_id_that_may_not(tmp_path: Path, stem: str) -> None:
    assert fault_of(write(tmp_path, f"{stem}.txt", b"a")).code == "file-name"


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("aaaaaaa鿿鿿鿿", True),
        ("aaaaaaa鿿鿿鿿" + " \n" * 20, True),
        ("aaaaaaaa鿿鿿", False),
        ("aaaaa一一一яя", True),
        ("aaaaa一一яяя", False),
        ("鿿鿿鿿鿿鿿鿿鿿鿿яя", True),
        ("一一一一一一一一яя", True),
        ("一一一一一一一яяя", False),
    ],
)
def test_a_guess_must_be_prose(tmp_path: Path, text: str, prose: bool) -> None:
    path = write(tmp_path, "a.txt", text.encode("gb18030"))
    try:
        source = read_source(path)
    except PageFaults:
        assert not prose
    else:
        assert (source.encoding == "gb18030") is (source.text == text) is prose


def test_a_page_of_traditional_characters_in_its_own_encoding(tmp_path: Path) -> None:
    text = "青沙河的渡船又開了。船老大每天早上六點撐船離岸,把趕集的鄉親送到對岸的雙柳鎮。\n" * 3
    source = read_source(write(tmp_path, "a.txt", text.encode("big5")))
    assert (source.text, source.encoding) == (text, "big5")


def test_pages_are_found_below_folders_and_hidden_ones_are_not(tmp_path: Path) -> None:
    for name in ("b.txt", "2022/a.txt", "A.TXT", ".hidden/c.txt", ".d.txt", "notes.md", "a.yml"):
        write(tmp_path, name, TEXT.encode())
    found = [path.relative_to(tmp_path).as_posix() for path in find_pages(tmp_path)]
    assert found == ["2022/a.txt", "A.TXT", "b.txt"]


def test_pages_come_in_order_of_their_ids(tmp_path: Path) -> None:
    for name in ("z/a.txt", "b.txt", "y/c.txt"):
        write(tmp_path, name, TEXT.encode())
    sources, faults = read_sources(tmp_path)
    assert [source.id for source in sources] == ["a", "b", "c"]
    assert faults == ()


def test_faulty_pages_are_left_out_with_every_fault_and_the_others_are_read(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", b"")
    write(tmp_path, "b.txt", b"\xff\xfe\x00\xd8")
    write(tmp_path, "c.txt", TEXT.encode())
    sources, faults = read_sources(tmp_path)
    assert [source.id for source in sources] == ["c"]
    assert [fault.code for fault in faults] == ["empty", "encoding"]


def test_where_no_page_can_be_read_every_fault_of_every_page_is_told_at_once(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", b"")
    write(tmp_path, "b.txt", b"\xff\xfe\x00\xd8")
    with pytest.raises(PageFaults) as error:
        read_sources(tmp_path)
    assert codes(error) == ["empty", "encoding"]


@pytest.mark.parametrize(("first", "second"), [("x/a.txt", "y/a.txt"), ("y/A.txt", "z/a.txt")])
def test_two_pages_with_one_stem(tmp_path: Path, first: str, second: str) -> None:
    for name in (first, second, "b.txt"):
        write(tmp_path, name, TEXT.encode())
    sources, (fault,) = read_sources(tmp_path)
    assert sorted(source.path for source in sources) == sorted(
        str(tmp_path / name) for name in (first, "b.txt")
    )
    assert (fault.code, fault.path) == ("same-stem", str(tmp_path / second))
    assert fault.message == f"与 {tmp_path / first} 同名:两个版面会用同一个编号“a”。"
    assert fault.hint == "请给其中一个改名(不分大小写)。"


def test_a_folder_without_pages(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as missing:
        read_sources(tmp_path / "none")
    assert (
        str(missing.value) == f"找不到版面文件夹 {tmp_path / 'none'}。请用 --seeds 指向放 .txt 文件的文件夹。"
    )
    with pytest.raises(UsageError) as empty:
        read_sources(tmp_path)
    assert str(empty.value) == f"{tmp_path} 里没有版面:请放入至少一个 .txt 文件(一版一个文件)。"


def test_a_folder_within_a_hidden_one_may_hold_pages(tmp_path: Path) -> None:
    write(tmp_path, ".own/seeds/a.txt", TEXT.encode())
    assert [path.name for path in find_pages(tmp_path / ".own" / "seeds")] == ["a.txt"]
