"""Writes what changed, prunes what is stale, runs MkDocs, and swaps the finished site in.

The docs folder is the whole boundary to MkDocs: plain `mkdocs build --strict` over it gives the
same site. The new site is built beside the old one, so that a failed or killed build leaves the
last good one as it was.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from generator.model.outfiles import OutFile
from generator.telling.errors import PublishError, UsageError
from generator.vocabulary.settings import Settings

MARK = ".banmian"
"""A file that says: this folder was made by a build and may be pruned by one."""
REPLACED = ("sitemap.xml", "robots.txt")
"""Files of ours that MkDocs would write over with its own, dated by the clock."""
DROPPED = ("sitemap.xml.gz",)


def publish(files: Iterable[OutFile], settings: Settings) -> int:
    """Write `files` to the docs folder, build the site and swap it in; return how many files changed.

    Raises PublishError when MkDocs fails, UsageError when a folder holds somebody else's files.
    """
    for folder in (settings.docs_dir, settings.site_dir):
        _claim(folder)
    changed = write_docs(files, settings.docs_dir)
    fresh = settings.out_dir / ".site-new"
    _remove(fresh)
    run_mkdocs(settings, fresh)
    _settle(settings.docs_dir, fresh)
    (fresh / MARK).touch()
    swap(fresh, settings.site_dir)
    return changed


def write_docs(files: Iterable[OutFile], folder: Path) -> int:
    """Write each file whose bytes changed, delete all others; return how many changed.

    Two files with one name are a bug and raise ValueError.
    """
    folder.mkdir(parents=True, exist_ok=True)
    (folder / MARK).touch()
    written: set[str] = {MARK}
    made: set[Path] = {folder}
    changed = 0
    for file in files:
        if file.uri in written:
            raise ValueError(f"two files are called {file.uri}")
        written.add(file.uri)
        changed += _write(file, folder, made)
    return changed + _prune(folder, written)


def _write(file: OutFile, folder: Path, made: set[Path]) -> bool:
    path = folder / file.uri
    if path.parent not in made:
        if not path.resolve().is_relative_to(folder.resolve()):
            raise ValueError(f"{file.uri} leads out of the docs folder")
        path.parent.mkdir(parents=True, exist_ok=True)
        made.add(path.parent)
    try:
        if path.stat().st_size == len(file.data) and path.read_bytes() == file.data:
            return False
    except FileNotFoundError:
        pass
    path.write_bytes(file.data)
    return True


def _prune(folder: Path, keep: set[str]) -> int:
    pruned = 0
    for root, folders, names in os.walk(folder, topdown=False):
        here = Path(root)
        for name in names:
            if (here / name).relative_to(folder).as_posix() not in keep:
                (here / name).unlink()
                pruned += 1
        for name in folders:
            if not any((here / name).iterdir()):
                (here / name).rmdir()
    return pruned


def run_mkdocs(settings: Settings, site_dir: Path) -> None:
    """Run `mkdocs build --strict` from the docs folder into `site_dir`. Raises PublishError."""
    environment = {
        **os.environ,
        "BANMIAN_DOCS": str(settings.docs_dir.resolve()),
        "BANMIAN_SITE": str(site_dir.resolve()),
        "SOURCE_DATE_EPOCH": os.environ.get("SOURCE_DATE_EPOCH", "315532800"),
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONUTF8": "1",
    }
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", str(settings.mkdocs_file)]
    done = subprocess.run(
        command,
        env=environment,
        cwd=settings.mkdocs_file.parent,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        told = [line for line in done.stdout.splitlines() if not line.startswith("INFO")]
        tail = "\n".join(told[-20:])
        _remove(site_dir)
        raise PublishError(f"MkDocs 没有建成网站,原来的网站没有改动。它说:\n{tail}")


def swap(fresh: Path, site: Path) -> None:
    """Put `fresh` in the place of `site`; the old one goes only when the new one stands."""
    old = site.with_name(f".{site.name}-old")
    recover(site)
    if site.exists():
        site.rename(old)
    fresh.rename(site)
    _remove(old)


def recover(site: Path) -> None:
    """Finish a swap that was interrupted: bring the old site back, or remove what is left of it."""
    old = site.with_name(f".{site.name}-old")
    if not old.exists():
        return
    if site.exists():
        _remove(old)
    else:
        old.rename(site)


def _settle(docs: Path, site: Path) -> None:
    for name in DROPPED:
        (site / name).unlink(missing_ok=True)
    for name in REPLACED:
        (site / name).unlink(missing_ok=True)
        if (docs / name).exists():
            shutil.copyfile(docs / name, site / name)


def _claim(folder: Path) -> None:
    recover(folder)
    if folder.exists() and any(folder.iterdir()) and not (folder / MARK).exists():
        message = f"{folder} 里已有别的文件,为免误删,没有动它。请用 --out 另指一个文件夹。"
        raise UsageError(message)


def _remove(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)
