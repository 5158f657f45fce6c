"""What was published is written down and read back; a file that was spoilt is told in sentences."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.archive.identity.records import (
    SUFFIX,
    Ledger,
    Record,
    digest_of,
    find_ledgers,
    read_ledger,
    write_ledgers,
)
from generator.archive.identity.sketches import sketch
from generator.telling.errors import PageFaults
from tests.making import make_item

RECORD = Record(
    id="p-1-7fx7j",
    sketch=sketch("草原深处的党支部，一个也不少。"),
    title="草原深处的党支部",
    cited="草原深处的党支部[N].",
    entered="2026-11-30",
    changed="2026-12-02",
    digest="0123",
)
LEDGER = Ledger(page="p-1", formerly=("p-0",), records=(RECORD,))


def write(folder: Path, text: str, name: str = f"p-1{SUFFIX}") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def faults_of(path: Path) -> list[tuple[str, int | None]]:
    with pytest.raises(PageFaults) as caught:
        read_ledger(path)
    assert all(fault.hint and fault.path == str(path) for fault in caught.value.diagnostics)
    return sorted({(fault.code, fault.line) for fault in caught.value.diagnostics})


def test_a_ledger_is_read_as_it_was_written(tmp_path: Path) -> None:
    path = write(tmp_path, LEDGER.text())
    assert read_ledger(path) == Ledger(page="p-1", formerly=("p-0",), records=(RECORD,), path=str(path))


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ('"p-1-7fx7j"', '"../../x"', 2),
        ('"p-1-7fx7j"', "7", 2),
        ('"2026-11-30"', '"2026-02-30"', 2),
        ('"2026-11-30"', '"gestern"', 2),
        ('"sketch": "', '"sketch": "!', 2),
        ('"digest"', '"digits"', 2),
        ('{"id"', '["id"', 2),
        ('"page": "p-1"', '"page": "p-9"', 1),
        ('"p-0"', '"p/0"', 1),
    ],
)
def test_what_was_spoilt_is_told_with_its_line(tmp_path: Path, old: str, new: str, line: int) -> None:
    text = LEDGER.text()
    assert old in text
    assert faults_of(write(tmp_path, text.replace(old, new))) == [("published", line)]


def test_what_is_no_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / f"p-1{SUFFIX}"
    path.write_bytes(b"\xff\xfe")
    assert faults_of(path) == [("published", None)]
    (tmp_path / f"p-2{SUFFIX}").symlink_to(path)
    assert faults_of(tmp_path / f"p-2{SUFFIX}") == [("published", None)]


def test_ledgers_are_found_below_a_folder_and_only_one_may_speak_of_a_page(tmp_path: Path) -> None:
    for name in ("a", "b", ".hidden"):
        (tmp_path / name).mkdir()
        write(tmp_path / name, LEDGER.text())
    with pytest.raises(PageFaults, match="也是版面 p-1 的登记"):
        find_ledgers(tmp_path)
    (tmp_path / "b" / f"p-1{SUFFIX}").unlink()
    assert [ledger.page for ledger in find_ledgers(tmp_path)] == ["p-1"]


def test_a_file_is_written_where_it_differs_and_goes_where_nothing_is_left(tmp_path: Path) -> None:
    kept, gone, new = (tmp_path / name for name in "abc")
    kept.write_text("x")
    gone.write_text("y")
    before = kept.stat().st_mtime_ns
    write_ledgers({kept: "x", gone: "", new: "z"})
    assert kept.stat().st_mtime_ns == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "c"]


def test_a_digest_tells_what_a_reader_sees() -> None:
    item = make_item(headline="甲", paragraphs=("一。",))
    assert digest_of(item) == digest_of(make_item(headline="甲", paragraphs=("一。",)))
    assert digest_of(item) != digest_of(make_item(headline="甲", paragraphs=("二。",)))
