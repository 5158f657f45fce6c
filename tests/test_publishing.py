"""What publishing writes, prunes, swaps and refuses."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from generator.model.outfiles import OutFile
from generator.publishing.docs import write_docs
from generator.publishing.manifest import MANIFEST, delete_written
from generator.publishing.site import publish
from generator.publishing.workshop import open_workshop
from generator.telling.errors import PublishError, SystemFault, UsageError
from generator.vocabulary.settings import Settings, load_settings

HOME = OutFile.of_text("index.md", "# 首页\n")


def publish_files(settings: Settings, *files: OutFile) -> None:
    with open_workshop(settings) as workshop:
        publish(files, settings, workshop)


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
    assert files_of(tmp_path) == {"index.md", MANIFEST}
    assert not (tmp_path / "articles").exists()


def test_two_files_of_one_name_are_a_bug(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"index\.md"):
        write_docs([HOME, HOME], tmp_path)


@pytest.mark.parametrize("uri", ["../escape.md", "a/../../escape.md", "/etc/escape.md"])
def test_no_file_leads_out_of_the_folder(tmp_path: Path, uri: str) -> None:
    with pytest.raises(ValueError, match="docs folder"):
        write_docs([OutFile.of_text(uri, "x")], tmp_path / "docs")


@pytest.mark.site
def test_a_site_is_built_from_the_docs_folder(settings: Settings) -> None:
    publish_files(settings, HOME)
    assert "首页" in (settings.site_dir / "index.html").read_text(encoding="utf-8")


@pytest.mark.site
def test_a_build_that_mkdocs_refuses_leaves_the_last_good_site_untouched(settings: Settings) -> None:
    publish_files(settings, HOME)
    before = {path: path.read_bytes() for path in settings.site_dir.rglob("*") if path.is_file()}
    with pytest.raises(PublishError, match=r"missing\.md"):
        publish_files(settings, OutFile.of_text("index.md", "[去](missing.md)\n"))
    assert before == {path: path.read_bytes() for path in settings.site_dir.rglob("*") if path.is_file()}
    assert {path.name for path in settings.out_dir.iterdir()} == {"docs", "site"}


@pytest.mark.site
def test_our_own_sitemap_stands_instead_of_one_dated_by_the_clock(settings: Settings) -> None:
    publish_files(settings, HOME, OutFile.of_text("sitemap.xml", "<urlset/>"))
    assert (settings.site_dir / "sitemap.xml").read_text() == "<urlset/>"
    assert not (settings.site_dir / "sitemap.xml.gz").exists()


@pytest.mark.parametrize("name", ["docs", "site"])
def test_a_folder_with_other_files_is_not_touched(settings: Settings, name: str) -> None:
    folder = settings.out_dir / name
    folder.mkdir(parents=True)
    (folder / "novel.txt").touch()
    with pytest.raises(UsageError, match=r"novel\.txt"):
        publish_files(settings, HOME)
    assert files_of(settings.out_dir) == {f"{name}/novel.txt"}


def test_what_a_build_did_not_write_is_never_pruned(tmp_path: Path) -> None:
    write_docs([HOME, OutFile.of_text("a/b.md", "b\n")], tmp_path)
    (tmp_path / "a" / ".keep").touch()
    write_docs([HOME], tmp_path)
    assert files_of(tmp_path) == {"index.md", MANIFEST, "a/.keep"}


def test_pages_put_among_the_written_files_stop_the_writing(tmp_path: Path) -> None:
    write_docs([HOME], tmp_path)
    (tmp_path / "page.txt").write_text("版面", encoding="utf-8")
    with pytest.raises(UsageError, match=r"page\.txt"):
        write_docs([], tmp_path)
    assert files_of(tmp_path) == {"index.md", MANIFEST, "page.txt"}


def test_a_file_takes_the_place_of_a_folder_that_is_no_longer_made(tmp_path: Path) -> None:
    write_docs([OutFile.of_text("a", "甲\n")], tmp_path)
    write_docs([OutFile.of_text("a/b.md", "乙\n")], tmp_path)
    assert files_of(tmp_path) == {"a/b.md", MANIFEST}


def test_nothing_behind_a_link_is_deleted(tmp_path: Path) -> None:
    docs, outside = tmp_path / "docs", tmp_path / "outside"
    write_docs([HOME, OutFile.of_text("a/b.md", "b\n")], docs)
    (docs / "a").rename(outside)
    (docs / "a").symlink_to(outside, target_is_directory=True)
    assert delete_written(docs, ["a/b.md"]) == 0
    assert (outside / "b.md").exists()


@pytest.mark.parametrize(
    ("seeds", "out"),
    [
        ("out/docs/s", "out"),
        ("out/site/s", "out"),
        ("out/s", "out"),
        ("s", "s"),
        ("s", "s/out"),
        ("s", "link"),
        ("link", "s/out"),
    ],
)
def test_folders_that_lie_in_each_other_are_refused(
    settings: Settings, tmp_path: Path, seeds: str, out: str
) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "s", target_is_directory=True)
    (tmp_path / seeds).mkdir(parents=True) if seeds != "link" else (tmp_path / "s").mkdir()
    (tmp_path / seeds / "page.txt").touch()
    nested = replace(settings, seeds_dir=tmp_path / seeds, out_dir=tmp_path / out)
    before = files_of(tmp_path)
    with pytest.raises(UsageError, match="什么也没有动"):
        publish_files(nested, HOME)
    assert files_of(tmp_path) == before


@pytest.mark.site
def test_what_git_keeps_in_the_site_goes_along(settings: Settings) -> None:
    publish_files(settings, HOME)
    (settings.site_dir / ".git").mkdir()
    (settings.site_dir / ".git" / "HEAD").touch()
    publish_files(settings, HOME)
    assert (settings.site_dir / ".git" / "HEAD").exists()
    assert {path.name for path in settings.out_dir.iterdir()} == {"docs", "site"}


@pytest.mark.site
def test_what_the_system_refuses_mkdocs_is_told_as_such(settings: Settings) -> None:
    """No file may be larger than the theme's own, so that MkDocs alone meets the limit."""
    resource = pytest.importorskip("resource")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, limits[1]))
    try:
        with pytest.raises(SystemFault, match="大小"):
            publish_files(settings, HOME)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert {path.name for path in settings.out_dir.iterdir()} == {"docs"}
