"""The zip: the same bytes for the same site, what a reader needs and no more, and its checksums."""

from __future__ import annotations

import hashlib
import os
import shutil
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.commands.cli import run
from generator.publishing import locking
from generator.publishing.packaging import README, SUMS, Package, find_files, pack
from generator.publishing.workshop import open_workshop
from generator.telling.errors import UsageError
from generator.vocabulary.settings import load_settings

if TYPE_CHECKING:
    from playwright.sync_api import Page

FILES = {
    "index.html": "<title>首页</title>",
    "404.html": "没有",
    "sitemap.xml": "<urlset/>",
    "sitemap.xml.gz": "x",
    "robots.txt": "",
    ".banmian": "",
    ".nojekyll": "",
    "articles/a-01/index.html": "甲",
    "assets/main.js": "1",
    "assets/main.js.map": "{}",
    "data/articles.jsonl": "{}\n",
    "data/404.html": "不在根上的留下",
}
KEPT = [
    "articles/a-01/index.html",
    "assets/main.js",
    "data/404.html",
    "data/articles.jsonl",
    "index.html",
]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        path = tmp_path / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "site"


def packed(site: Path, target: Path) -> Package:
    return pack(site, target, name="banmian-1", title="试验档案")


def test_what_goes_in(site: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(packed(site, tmp_path / "dist").path) as archive:
        names = archive.namelist()
    assert names == [f"banmian-1/{name}" for name in (README, *KEPT, SUMS)]


def test_names_are_sorted_by_their_bytes(site: Path) -> None:
    assert list(find_files(site)) == KEPT


def test_two_packages_of_one_site_are_the_same_bytes(site: Path, tmp_path: Path) -> None:
    first = packed(site, tmp_path / "1").path.read_bytes()
    copy = shutil.copytree(site, tmp_path / "copy")
    for path in copy.rglob("*"):
        os.utime(path, (1_700_000_000, 1_700_000_000))
        path.chmod(0o755 if path.is_dir() else 0o600)
    assert packed(copy, tmp_path / "2").path.read_bytes() == first


@pytest.mark.parametrize("epoch", [None, "", "0", "1655337601", "soon"])
def test_every_date_is_the_first_of_all_zips(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, epoch: str | None
) -> None:
    if epoch is not None:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    with zipfile.ZipFile(packed(site, tmp_path).path) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_rights_and_system_do_not_depend_on_the_machine(site: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(packed(site, tmp_path).path) as archive:
        assert {(entry.create_system, entry.external_attr >> 16) for entry in archive.infolist()} == {
            (3, 0o100644)
        }


def test_the_checksum_beside_it(site: Path, tmp_path: Path) -> None:
    package = packed(site, tmp_path)
    digest = hashlib.sha256(package.path.read_bytes()).hexdigest()
    assert package.sha256 == digest
    assert (tmp_path / "banmian-1.zip.sha256").read_text() == f"{digest}  banmian-1.zip\n"


def test_the_checksums_inside_hold(site: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(packed(site, tmp_path).path) as archive:
        archive.extractall(tmp_path / "out")
    folder = tmp_path / "out" / "banmian-1"
    sums = dict(reversed(line.split("  ", 1)) for line in (folder / SUMS).read_text("utf-8").splitlines())
    assert sums == {
        name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in (README, *KEPT)
    }


def test_the_readme_says_to_unpack_first(site: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(packed(site, tmp_path).path) as archive:
        text = archive.read(f"banmian-1/{README}").decode("utf-8-sig")
    assert "请先解压" in text
    assert "试验档案" in text


def test_a_title_with_braces_stays_as_it_is(site: Path, tmp_path: Path) -> None:
    package = pack(site, tmp_path, name="banmian-1", title="{0} {title}")
    with zipfile.ZipFile(package.path) as archive:
        assert "{0} {title}" in archive.read(f"banmian-1/{README}").decode("utf-8-sig")


def test_what_is_told_of_a_package(site: Path, tmp_path: Path) -> None:
    package = packed(site, tmp_path)
    assert (package.files, package.size) == (len(KEPT) + 2, package.path.stat().st_size)


def test_without_a_site(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="banmian build"):
        packed(tmp_path / "none", tmp_path / "dist")
    assert not (tmp_path / "dist").exists()


def test_a_broken_off_package_leaves_the_old_one(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = packed(site, tmp_path / "dist").path.read_bytes()

    def fail(*_: object, **__: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(zipfile.ZipFile, "writestr", fail)
    with pytest.raises(OSError, match="disk full"):
        packed(site, tmp_path / "dist")
    assert {path.name for path in (tmp_path / "dist").iterdir()} == {"banmian-1.zip", "banmian-1.zip.sha256"}
    assert (tmp_path / "dist" / "banmian-1.zip").read_bytes() == before


@pytest.mark.site
@pytest.mark.browser
def test_the_packed_archive_works_from_a_double_click(built_site: Path, tmp_path: Path, page: Page) -> None:
    package = pack(built_site, tmp_path, name="banmian-1", title="试验")
    with zipfile.ZipFile(package.path) as archive:
        archive.extractall(tmp_path / "out")
    page.goto((tmp_path / "out" / "banmian-1" / "index.html").as_uri())
    page.locator("a[href*='articles/']").first.click()
    page.wait_for_url("**/articles/**/index.html")
    assert page.locator("h1").inner_text()


def test_while_a_build_runs_nothing_is_packed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(locking, "PATIENCE", 0.0)
    folders = ("--out", str(tmp_path / "out"), "--to", str(tmp_path / "dist"))
    with open_workshop(load_settings(out_dir=tmp_path / "out")):
        assert run(["package", "--no-build", *folders]) == 2
    assert "另一次建成" in capsys.readouterr().err
    assert not (tmp_path / "dist").exists()
