"""Writes what changed, prunes what is stale, runs MkDocs, and swaps the finished site in.

The docs folder is the whole boundary to MkDocs: plain `mkdocs build --strict` over it gives the
same site. The new site is built beside the old one, so that a failed or killed build leaves the
last good one as it was.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

from generator.model.outfiles import OutFile
from generator.publishing.docs import MARK, write_docs
from generator.publishing.mkdocs import run_mkdocs
from generator.publishing.summing import write_sums
from generator.publishing.swapping import recover, remove, swap
from generator.telling.errors import UsageError
from generator.vocabulary.settings import Settings

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
    remove(fresh)
    run_mkdocs(settings, fresh)
    _settle(settings.docs_dir, fresh)
    write_sums(fresh)
    (fresh / MARK).touch()
    swap(fresh, settings.site_dir)
    return changed


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
