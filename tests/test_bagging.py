"""The bag: valid by the Library of Congress' own program, whole, and the same bytes for the same site."""

from __future__ import annotations

import os
import shutil
import zipfile
from pathlib import Path

import bagit
import pytest

from generator.publishing.bagging import bag, find_payload
from generator.publishing.packaging import Package
from generator.publishing.releasing import release_of
from generator.publishing.verifying import verify
from generator.telling.errors import UsageError
from generator.telling.progress import silent
from tests.kept_site import kept_site


def bagged(site: Path, target: Path) -> Package:
    return bag(site, target, release_of(site))


def unpacked(package: Package, folder: Path) -> Path:
    with zipfile.ZipFile(package.path) as archive:
        archive.extractall(folder)
    return folder / package.path.stem


def test_bagit_finds_it_valid(tmp_path: Path) -> None:
    package = bagged(kept_site(tmp_path / "site"), tmp_path / "dist")
    found = bagit.Bag(str(unpacked(package, tmp_path)))
    found.validate()
    assert (found.version, sorted(found.algorithms)) == ("1.0", ["sha256", "sha512"])
    assert package.files == len(found.entries) + 2


@pytest.mark.parametrize("name", ["data/index.html", "bag-info.txt", "manifest-sha512.txt"])
def test_bagit_finds_what_was_changed(tmp_path: Path, name: str) -> None:
    folder = unpacked(bagged(kept_site(tmp_path / "site"), tmp_path / "dist"), tmp_path)
    with (folder / name).open("a") as file:
        file.write(" ")
    with pytest.raises(bagit.BagValidationError):
        bagit.Bag(str(folder)).validate()


def test_the_site_is_in_it_as_it_is_published(tmp_path: Path) -> None:
    site = kept_site(tmp_path / "site")
    folder = unpacked(bagged(site, tmp_path / "dist"), tmp_path)
    assert find_payload(folder / "data") == find_payload(site)
    assert {"404.html", "SHA256SUMS", "assets/main.js.map"} < set(find_payload(site))
    assert ".banmian" not in find_payload(site)
    assert all(
        (folder / "data" / name).read_bytes() == (site / name).read_bytes() for name in find_payload(site)
    )


def test_what_it_says_of_itself(tmp_path: Path) -> None:
    package = bagged(kept_site(tmp_path / "site"), tmp_path / "dist")
    info = bagit.Bag(str(unpacked(package, tmp_path))).info
    assert info["Source-Organization"] == "试验档案"
    assert info["Bagging-Date"] == "2026-12-01"
    assert f"{info['External-Identifier']}-bag" == package.path.stem


def test_without_a_day_it_names_none(tmp_path: Path) -> None:
    folder = unpacked(bagged(kept_site(tmp_path / "site", day=""), tmp_path / "dist"), tmp_path)
    assert "Bagging-Date" not in bagit.Bag(str(folder)).info


def test_names_that_would_break_a_manifest(tmp_path: Path) -> None:
    site = kept_site(tmp_path / "site")
    (site / "a%0Ab").write_text("x")
    folder = unpacked(bagged(site, tmp_path / "dist"), tmp_path)
    assert "data/a%250Ab" in (folder / "manifest-sha256.txt").read_text("utf-8")


def test_two_bags_of_one_site_are_the_same_bytes(tmp_path: Path) -> None:
    site = kept_site(tmp_path / "site")
    copy = shutil.copytree(site, tmp_path / "copy")
    for path in copy.rglob("*"):
        os.utime(path, (1_700_000_000, 1_700_000_000))
    first, second = bagged(site, tmp_path / "1").path, bagged(copy, tmp_path / "2").path
    assert first.read_bytes() == second.read_bytes()
    assert (tmp_path / "1" / f"{first.name}.sha256").read_text().endswith(f"  {first.name}\n")


def test_a_bag_never_lies_in_the_site(tmp_path: Path) -> None:
    site = kept_site(tmp_path / "site")
    with pytest.raises(UsageError, match="--to"):
        bagged(site, site / "dist")


@pytest.mark.site
def test_the_bag_of_the_repositorys_own_site(built_site: Path, tmp_path: Path) -> None:
    folder = unpacked(bagged(built_site, tmp_path / "dist"), tmp_path)
    bagit.Bag(str(folder)).validate()
    faults, counts = verify(folder / "data", None, progress=silent())
    assert faults == ()
    assert counts["稿件"] > 0
