"""What cannot be read or written is refused in sentences, at once, and nothing is left behind."""

from __future__ import annotations

import errno
import json
import os
import socket
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.commands import cli
from generator.telling.system import SENTENCES
from tests.making import PLACES

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "refusals.yml").read_text(encoding="utf-8"))
PAGE = "# 书送到牧民家门口\n\n□本报记者 林禾\n\n入冬前,流动书车走了三个苏木,给各嘎查的书屋送去新书四百册。\n"


def put(kind: str, path: Path, made: dict[str, Any]) -> None:
    """Put one thing where it does not belong."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    match kind:
        case "folder":
            path.mkdir()
        case "fifo":
            os.mkfifo(path)
        case "socket":
            with socket.socket(socket.AF_UNIX) as made_socket:
                made_socket.bind(path.name)
                Path(path.name).rename(path)
        case "link":
            path.symlink_to(made["to"])
        case "sparse":
            path.touch()
            os.truncate(path, made["size"])
        case "text":
            path.write_text(made["words"], encoding="utf-8")


def contents(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*"))


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one page and a small gazetteer, in which commands run."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a-01.txt").write_text(PAGE, encoding="utf-8")
    (tmp_path / "config" / "regions").mkdir(parents=True)
    rows = [[place.code, place.name, str(place.level), place.parent, place.slug] for place in PLACES]
    few = {"format": 1, "districts": rows, "places": []}
    (tmp_path / "config" / "regions" / "150000.json").write_text(json.dumps(few), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    folders = ["--seeds", "seeds", "--config", "config"]
    out = ["--out", "out"] if arguments[0] in ("build", "package") else []
    code = cli.run([*arguments, *folders, *out])
    told = capsys.readouterr()
    return code, told.err + told.out


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has neither pipes nor links in a folder")
@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_is_refused(case: dict[str, Any], place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kind = next(iter(case["made"]))
    put(kind, place / case["made"][kind], case["made"])
    before = contents(place)
    code, told = run(capsys, *case["run"])
    assert [words for words in case["says"] if words not in told] == [], told
    assert code == case["exit"]
    assert contents(place) == before


@pytest.mark.skipif(sys.platform == "win32", reason="Windows names files in Unicode")
def test_a_name_in_no_encoding_is_told_and_the_others_are_built(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        Path(os.fsdecode(os.fsencode(place / "seeds") + b"/\xff.txt")).write_text(PAGE, encoding="utf-8")
    except OSError:
        pytest.skip("this disk takes no such name")
    code, told = run(capsys, "check")
    assert code == 1
    assert "\\udcff.txt" in told


@pytest.mark.parametrize("number", sorted(SENTENCES), ids=lambda number: errno.errorcode[number])
def test_what_the_system_refuses_is_a_sentence(
    number: int, place: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*args: object) -> bytes:
        raise OSError(number, os.strerror(number), "seeds/a-01.txt")

    monkeypatch.setattr("generator.reading.files.read_plain", refuse)
    code, told = run(capsys, "build")
    assert code == 2
    assert SENTENCES[number].format(file="seeds/a-01.txt") in told
    assert not (place / "out").exists()


def test_a_refusal_that_nobody_thought_of_is_a_sentence_too(
    place: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*args: object) -> bytes:
        raise OSError(errno.ESTALE, "Stale file handle", "seeds/a-01.txt")

    monkeypatch.setattr("generator.reading.files.read_plain", refuse)
    code, told = run(capsys, "build")
    assert (code, "Stale file handle" in told) == (2, True)


def test_no_memory_is_a_sentence(
    place: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*args: object) -> bytes:
        raise MemoryError

    monkeypatch.setattr("generator.reading.files.read_plain", refuse)
    code, told = run(capsys, "build")
    assert (code, "内存不够" in told) == (2, True)


def test_a_bug_keeps_its_traceback(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def break_down(*args: object) -> bytes:
        raise ImportError("no such thing")

    monkeypatch.setattr("generator.reading.files.read_plain", break_down)
    with pytest.raises(ImportError):
        cli.run(["build", "--seeds", "seeds", "--config", "config", "--out", "out"])


def test_a_file_that_may_not_be_written_so_large_is_told(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    resource = pytest.importorskip("resource")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, limits[1]))
    try:
        code, told = run(capsys, "build")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert code == 2
    assert "大小" in told or "磁盘" in told
    assert not (place / "out" / "site").exists()
