"""The locks are not stale: they hold what pyproject asks for, in every Python it names."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name
from packaging.version import Version

from generator.commands.bootstrap import ABOVE, LOCKS, LOWEST
from generator.vocabulary.settings import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
NEEDED = {
    "build": PROJECT["dependencies"],
    "preserve": PROJECT["dependencies"] + PROJECT["optional-dependencies"]["preserve"],
    "test": PROJECT["dependencies"] + PROJECT["optional-dependencies"]["test"],
}
PYTHONS = ["3.11.2", "3.11.9", "3.12.3", "3.13.1"]
SYSTEMS = [("linux", "posix", "Linux"), ("darwin", "posix", "Darwin"), ("win32", "nt", "Windows")]


def pins(lock: str) -> Iterator[Requirement]:
    """Yield the pinned requirements of a lock."""
    text = (ROOT / "requirements" / f"{lock}.txt").read_text("utf-8")
    for entry in re.split(r"\n(?=\S)", text.strip()):
        head = re.split(r"\s*\\\n", entry)[0]
        if not head.startswith("#"):
            yield Requirement(head)


def locked(lock: str, python: str, system: tuple[str, str, str]) -> dict[str, Version]:
    """Return the versions that a Python on a system gets."""
    short = ".".join(python.split(".")[:2])
    where = {"python_full_version": python, "python_version": short, "sys_platform": system[0]}
    where |= {"os_name": system[1], "platform_system": system[2]}
    return {
        canonicalize_name(pin.name): Version(next(iter(pin.specifier)).version)
        for pin in pins(lock)
        if pin.marker is None or Marker(str(pin.marker)).evaluate(where)
    }


@pytest.mark.parametrize("system", SYSTEMS, ids=lambda system: system[0])
@pytest.mark.parametrize("python", PYTHONS)
@pytest.mark.parametrize("lock", NEEDED)
def test_a_lock_holds_what_the_project_asks_for(lock: str, python: str, system: tuple[str, str, str]) -> None:
    versions = locked(lock, python, system)
    stale = []
    for line in NEEDED[lock]:
        wanted = Requirement(line)
        version = versions.get(canonicalize_name(wanted.name))
        if version is None or version not in wanted.specifier:
            stale.append(f"{line}: {version}")
    assert stale == []


@pytest.mark.parametrize("system", SYSTEMS, ids=lambda system: system[0])
@pytest.mark.parametrize("python", PYTHONS)
@pytest.mark.parametrize(("less", "more"), list(pairwise(LOCKS)))
def test_a_lock_holds_all_that_the_one_before_it_holds(
    less: str, more: str, python: str, system: tuple[str, str, str]
) -> None:
    small, large = locked(less, python, system), locked(more, python, system)
    assert {name: large.get(name) for name in small} == small


def test_who_only_builds_installs_nothing_of_an_extra() -> None:
    names = {canonicalize_name(pin.name) for pin in pins("build")}
    assert names & {"bagit", "libzim", "roc-validator", "rocrate", "scikit-learn"} == set()


@pytest.mark.parametrize("lock", NEEDED)
def test_every_pin_is_exact_and_has_its_digests(lock: str) -> None:
    text = (ROOT / "requirements" / f"{lock}.txt").read_text("utf-8")
    entries = [entry for entry in re.split(r"\n(?=\S)", text.strip()) if not entry.startswith("#")]
    assert entries
    for entry in entries:
        assert re.match(r"[a-z0-9-]+==\S+", entry), entry
        assert "--hash=sha256:" in entry, entry


@pytest.mark.parametrize("lock", NEEDED)
def test_a_lock_names_no_address(lock: str) -> None:
    assert "://" not in (ROOT / "requirements" / f"{lock}.txt").read_text("utf-8")


def test_a_stale_lock_would_be_found() -> None:
    versions = locked("build", PYTHONS[0], SYSTEMS[0])
    assert versions["click"] not in Requirement("click>=99").specifier
    assert "no-such-package" not in versions


def test_mkdocs_stays_below_its_second_version() -> None:
    assert Version("2.0") not in next(
        Requirement(line).specifier for line in PROJECT["dependencies"] if line.startswith("mkdocs>")
    )


def test_bootstrap_asks_for_the_pythons_of_the_project() -> None:
    assert SpecifierSet(PROJECT["requires-python"]) == SpecifierSet(
        f">={LOWEST[0]}.{LOWEST[1]},<{ABOVE[0]}.{ABOVE[1]}"
    )


def test_locks_are_where_bootstrap_looks() -> None:
    assert {path.name for path in Path(ROOT / "requirements").iterdir()} == {f"{lock}.txt" for lock in LOCKS}
    assert set(NEEDED) == set(LOCKS)
