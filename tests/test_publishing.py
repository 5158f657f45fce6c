"""What publishing writes, prunes, swaps and refuses."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from generator.model.outfiles import OutFile
from generator.publishing.docs import MARK, write_docs
from generator.publishing.site import publish
from generator.publishing.swapping import recover, swap
from generator.telling.errors import PublishError, UsageError
from generator.vocabulary.settings import Settings, load_settings

HOME = OutFile.of_text("index.md", "# 首页\n")


def files_of(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings whose MkDocs file is a plain one, so that no theme of ours is needed."""
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: 试验\nsite_url: ''\nuse_directory_urls: false\nplugins: []\nstrict: true\n"
        "docs_dir: !ENV BANMIAN_DOCS\nsite_dir: !ENV BANMIAN_SITE\n",
        encoding="utf-8",
    )
    return replace(load_settings(out_dir=tmp_path / "out"), mkdocs_file=tmp_path / "mkdocs.yml")


def test_a_second_write_of_the_same_files_changes_nothing(tmp_path: Path) -> None:
    assert write_docs([HOME], tmp_path / "docs") == 1
    assert write_docs([HOME], tmp_path / "docs") == 0


def test_an_unchanged_file_keeps_its_time(tmp_path: Path) -> None:
    write_docs([HOME], tmp_path)
    os.utime(tmp_path / "index.md", (1, 1))
    write_docs([HOME], tmp_path)
    assert (tmp_path / "index.md").stat().st_mtime == 1


def test_a_file_that_is_no_longer_made_is_removed_with_its_empty_folder(tmp_path: Path) -> None:
    write_docs([HOME, OutFile.of_text("articles/a/index.md", "a\n")], tmp_path)
    write_docs([HOME], tmp_path)
    assert files_of(tmp_path) == {"index.md", MARK}
    assert not (tmp_path / "articles").exists()


def test_two_files_of_one_name_are_a_bug(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"index\.md"):
        write_docs([HOME, HOME], tmp_path)


@pytest.mark.parametrize("uri", ["../escape.md", "a/../../escape.md", "/etc/escape.md"])
def test_no_file_leads_out_of_the_folder(tmp_path: Path, uri: str) -> None:
    with pytest.raises(ValueError, match="docs folder"):
        write_docs([OutFile.of_text(uri, "x")], tmp_path / "docs")


def test_a_site_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    for name in ("site", "new"):
        (tmp_path / name).mkdir()
        (tmp_path / name / name).touch()
    swap(tmp_path / "new", tmp_path / "site")
    assert files_of(tmp_path) == {"site/new"}


def test_a_swap_killed_between_its_two_steps_is_undone(tmp_path: Path) -> None:
    (tmp_path / ".site-old").mkdir()
    (tmp_path / ".site-old" / "page").touch()
    recover(tmp_path / "site")
    assert files_of(tmp_path) == {"site/page"}


def test_a_swap_killed_before_its_cleaning_is_finished(tmp_path: Path) -> None:
    for name in ("site", ".site-old"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "page").touch()
    recover(tmp_path / "site")
    assert files_of(tmp_path) == {"site/page"}


@pytest.mark.site
def test_a_site_is_built_from_the_docs_folder(settings: Settings) -> None:
    publish([HOME], settings)
    assert "首页" in (settings.site_dir / "index.html").read_text(encoding="utf-8")


@pytest.mark.site
def test_a_build_that_mkdocs_refuses_leaves_the_last_good_site_untouched(settings: Settings) -> None:
    publish([HOME], settings)
    before = {path: path.read_bytes() for path in settings.site_dir.rglob("*") if path.is_file()}
    with pytest.raises(PublishError, match=r"missing\.md"):
        publish([OutFile.of_text("index.md", "[去](missing.md)\n")], settings)
    assert before == {path: path.read_bytes() for path in settings.site_dir.rglob("*") if path.is_file()}
    assert not (settings.out_dir / ".site-new").exists()


@pytest.mark.site
def test_our_own_sitemap_stands_instead_of_one_dated_by_the_clock(settings: Settings) -> None:
    publish([HOME, OutFile.of_text("sitemap.xml", "<urlset/>")], settings)
    assert (settings.site_dir / "sitemap.xml").read_text() == "<urlset/>"
    assert not (settings.site_dir / "sitemap.xml.gz").exists()


@pytest.mark.site
def test_a_folder_with_other_files_is_not_touched(settings: Settings) -> None:
    settings.docs_dir.mkdir(parents=True)
    (settings.docs_dir / "novel.txt").touch()
    with pytest.raises(UsageError, match="--out"):
        publish([HOME], settings)
    assert files_of(settings.docs_dir) == {"novel.txt"}
