"""The same pages give the same bytes: whatever Python, user, umask, zone, language and clock they are built under."""

from __future__ import annotations

import builtins
import hashlib
import os
import re
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from generator.build import read_archive
from generator.data.exporting.unversioned import PAGE_SIZE, WRITER, unversioned
from generator.model.unicode import NEWER, category, compatible
from generator.telling.progress import silent
from generator.vocabulary.settings import ROOT, load_settings

PAGES = {
    "caoyuan-01": "◎草原书屋\n\n# 书送到牧民家门口\n\n□本报记者 林禾\n\n入冬前,流动书车走了三个苏木,送去新书四百册。\n",
    "caoyuan-02": "◎草原书屋\n\n# 灯下读书会\n\n□本报记者 高岩\n\n读书会开了三场,𱍐的一家也来了,最晚的一场散在夜里十点🫨。\n",
    "caoyuan-03": "# 修路记\n\n□通讯员 白音\n\n路修到了嘎查,“三看四问”的办法也传到了呼和浩特市新城区。\n",
}
BACKWARDS = """
import os
scandir, listdir = os.scandir, os.listdir
class Backwards:
    def __init__(self, path): self.found = scandir(path); self.rest = iter(sorted(self.found, key=lambda e: e.name)[::-1])
    def __iter__(self): return self.rest
    def __next__(self): return next(self.rest)
    def __enter__(self): return self
    def __exit__(self, *error): self.found.close()
    def close(self): self.found.close()
os.scandir = lambda path=".": Backwards(path)
os.listdir = lambda path=".": sorted(listdir(path))[::-1]
"""
"""A machine whose disk tells the files of a folder from the last to the first."""
Built = tuple[dict[str, tuple[int, str]], str]


def build(folder: Path, umask: int, names: list[str], **environment: str) -> Built:
    """Build and pack the pages in `folder`; return the rights and digest of each file of the site, and the zip's."""
    (folder / "seeds").mkdir(parents=True)
    for name in names:
        (folder / "seeds" / f"{name}.txt").write_text(PAGES[name], encoding="utf-8")
    command = [sys.executable, "-m", "generator", "package", "--seeds", "seeds", "--out", "out", "--to", "to"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    subprocess.run(command, cwd=folder, env=environment, umask=umask, check=True, capture_output=True)
    site = folder / "out" / "site"
    found = {path.relative_to(site).as_posix(): path for path in (site, *site.rglob("*"))}
    (packed,) = (folder / "to").glob("*.zip")
    return {name: (path.stat().st_mode, digest(path)) for name, path in found.items()}, digest(packed)


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes() if path.is_file() else b"").hexdigest()


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build(tmp_path_factory.mktemp("a"), 0o022, sorted(PAGES), PYTHONHASHSEED="0", TZ="UTC", LANG="C")


@pytest.mark.site
@pytest.mark.parametrize("umask", [0o077, 0o000], ids=oct)
def test_another_machine_builds_and_packs_the_same_bytes(usual: Built, tmp_path: Path, umask: int) -> None:
    (tmp_path / "sitecustomize.py").write_text(BACKWARDS, encoding="utf-8")
    other = build(
        tmp_path / "在别处",
        umask,
        sorted(PAGES, reverse=True),
        PYTHONPATH=f"{tmp_path}{os.pathsep}{ROOT}",
        PYTHONHASHSEED="4711",
        TZ="Asia/Shanghai",
        LANG="zh_CN.UTF-8",
        SOURCE_DATE_EPOCH="1655337601",
    )
    assert other == usual


@pytest.mark.site
def test_everybody_may_read_the_site_and_its_owner_write_it(usual: Built) -> None:
    modes = {mode for mode, _ in usual[0].values()}
    assert modes == ({0o040755, 0o100644} if os.name != "nt" else modes)


def grow(path: Path, *commands: str) -> bytes:
    with closing(sqlite3.connect(path)) as database:
        database.executescript(f"PRAGMA page_size = {PAGE_SIZE}; CREATE TABLE t (a, b);" + ";".join(commands))
    return path.read_bytes()


def test_a_database_does_not_tell_by_which_sqlite_it_was_written(tmp_path: Path) -> None:
    written = bytearray(grow(tmp_path / "a", "INSERT INTO t VALUES (1, '版面')"))
    other = bytearray(written)
    other[WRITER] = b"\0\0\0\7"
    other[200:210] = b"rubbish..."
    other[PAGE_SIZE + 100 : PAGE_SIZE + 110] = b"rubbish..."
    assert unversioned(bytes(other)) == unversioned(bytes(written))


def test_a_database_keeps_its_every_row(tmp_path: Path) -> None:
    long = "INSERT INTO t SELECT value, hex(randomblob(6000)) FROM json_each('[1,2,3,4,5,6,7,8]')"
    many = "INSERT INTO t SELECT a, b FROM t; INSERT INTO t SELECT random(), 'x' FROM t, t AS u, t AS v"
    before = grow(tmp_path / "a", long, many, "CREATE INDEX i ON t (b)")
    (tmp_path / "b").write_bytes(unversioned(before))
    with closing(sqlite3.connect(tmp_path / "a")) as old, closing(sqlite3.connect(tmp_path / "b")) as new:
        assert new.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert list(new.iterdump()) == list(old.iterdump())


def test_no_sum_of_fractions_is_left_to_the_python(monkeypatch: pytest.MonkeyPatch) -> None:
    """Python 3.12 rounds a sum of floats otherwise than 3.11; math.fsum is exact in both."""
    real: Callable[..., Any] = builtins.sum
    summed = []

    def watching(numbers: Any, /, start: Any = 0) -> Any:
        numbers = list(numbers)
        caller = sys._getframe(1).f_globals["__name__"]
        if caller.startswith("generator.") and any(isinstance(number, float) for number in numbers):
            summed.append(caller)
        return real(numbers, start)

    monkeypatch.setattr(builtins, "sum", watching)
    read_archive(load_settings(), progress=silent())
    assert set(summed) == set()


def test_every_python_takes_each_character_for_the_same() -> None:
    """Of each Python that builds, the tests of that Python say so; the numbers are those of Unicode 14."""
    every = [chr(code) for code in range(0x110000) if not 0xD800 <= code < 0xE000]
    assert hashlib.sha256("".join(map(category, every)).encode()).hexdigest()[:12] == "e47c02491a57"
    plain = (compatible(part) for part in every)
    assert hashlib.sha256("\0".join(plain).encode()).hexdigest()[:12] == "88c67c1abb9e"


def test_a_character_that_came_later_has_no_properties() -> None:
    assert [category(character) for character in "\U00031350\U0002ebf0🫨"] == ["Cn", "Cn", "Cn"]
    assert compatible("２\U0001e030Ａ") == "2\U0001e030A"
    assert not NEWER.search("版面🎉ẞ㍿𠀀")


def test_nothing_that_is_published_is_written_as_the_running_python_shows_it() -> None:
    """What repr escapes depends on the Unicode that a Python knows."""
    shown = {
        path.relative_to(ROOT / "generator").as_posix()
        for path in (ROOT / "generator").rglob("*.py")
        if re.search(r"(?<![a-z_.])repr\(|!r\}", path.read_text("utf-8"))
    }
    assert shown == {"commands/messages.py", "vocabulary/taxonomy.py"}


def test_nothing_that_is_published_asks_the_running_python_for_unicode() -> None:
    asking = {
        path.relative_to(ROOT / "generator").as_posix()
        for path in (ROOT / "generator").rglob("*.py")
        if re.search(r"^import unicodedata", path.read_text("utf-8"), re.MULTILINE)
        and not path.is_relative_to(ROOT / "generator" / "publishing" / "verifying")
    }
    told = {"editing/checks/signs.py", "editing/scoring/showing.py"}
    assert asking - told == {"model/unicode.py", "model/numerals.py"}
