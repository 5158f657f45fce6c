"""The name of a release: one content, one name, and no day that nobody said."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from generator.data.catalogue import CRATE
from generator.publishing.releasing import need_libzim, release_of
from generator.telling.errors import UsageError
from tests.kept_site import kept_site


def test_a_name_is_archive_day_and_content(tmp_path: Path) -> None:
    release = release_of(kept_site(tmp_path))
    assert re.fullmatch(r"banmian-150000-2026-12-01-[0-9a-f]{8}", release.name)
    assert (release.title, release.day, release.licence) == ("试验档案", "2026-12-01", "")


def test_no_day_is_named_where_none_is_known(tmp_path: Path) -> None:
    assert re.fullmatch(r"banmian-150000-[0-9a-f]{8}", release_of(kept_site(tmp_path, day="")).name)


def test_the_name_changes_when_a_file_does_and_only_then(tmp_path: Path) -> None:
    first, second = kept_site(tmp_path / "1"), kept_site(tmp_path / "2")
    name = release_of(first).name
    assert release_of(second).name == name
    (second / "404.html").write_text("只给主机看的", encoding="utf-8")
    assert release_of(second).name == name
    (second / "assets/main.js").write_text("2")
    assert release_of(second).name != name
    (first / "assets/main.js").rename(first / "assets/other.js")
    assert release_of(first).name != name


def test_without_a_site(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="请先运行 banmian build"):
        release_of(tmp_path)


@pytest.mark.parametrize("spoilt", ["", "[]", "{}", '{"@graph": []}'])
def test_a_site_that_does_not_say_what_it_is(tmp_path: Path, spoilt: str) -> None:
    (kept_site(tmp_path) / CRATE).write_text(spoilt)
    with pytest.raises(UsageError, match="从前的版本建成的"):
        release_of(tmp_path)


def test_where_libzim_is_missing_a_sentence_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    need_libzim()
    monkeypatch.setitem(sys.modules, "libzim", None)
    with pytest.raises(UsageError, match=re.escape("install -e '.[preserve]'")):
        need_libzim()
