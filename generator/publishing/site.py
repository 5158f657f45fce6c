"""Writes what changed, prunes what is stale, runs MkDocs, and swaps the finished site in.

The docs folder is the whole boundary to MkDocs: plain `mkdocs build --strict` over it gives the
same site. The new site is built beside the old one, so that a failed or killed build leaves the
last good one as it was.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from generator.model.outfiles import LateFile, OutFile
from generator.publishing.docs import write_docs
from generator.publishing.manifest import names_in, write_manifest
from generator.publishing.mkdocs import run_mkdocs
from generator.publishing.summing import write_sums
from generator.publishing.workshop import Workshop, swap_in
from generator.vocabulary.settings import Settings

REPLACED = ("sitemap.xml", "robots.txt")
"""Files of ours that MkDocs would write over with its own, dated by the clock."""
DROPPED = ("sitemap.xml.gz", "assets/**/*.map", "assets/javascripts/lunr", "assets/javascripts/workers")
"""What MkDocs and its theme add and no page asks for: the theme's own search, and maps of its sources."""
FOLDER, FILE = 0o755, 0o644
"""The rights of what is published."""


def publish(files: Iterable[OutFile | LateFile], settings: Settings, workshop: Workshop) -> int:
    """Write `files` to the docs folder, build the site and swap it in; return how many files changed.

    Raises PublishError when MkDocs fails, UsageError when a folder holds somebody else's files.
    """
    changed = write_docs(files, settings.docs_dir)
    run_mkdocs(settings, workshop.fresh, lock=workshop.lock)
    _settle(settings.docs_dir, workshop.fresh)
    write_sums(workshop.fresh)
    write_manifest(workshop.fresh, names_in(workshop.fresh))
    settle_modes(workshop.fresh)
    swap_in(workshop)
    return changed


def settle_modes(site: Path) -> None:
    """Let everybody read the site and nobody but its owner write it, whatever the umask of this machine is."""
    for folder, _, names in os.walk(site):
        Path(folder).chmod(FOLDER)
        for name in names:
            Path(folder, name).chmod(FILE)


def _settle(docs: Path, site: Path) -> None:
    for pattern in DROPPED:
        for path in list(site.glob(pattern)):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    for name in REPLACED:
        (site / name).unlink(missing_ok=True)
        if (docs / name).exists():
            shutil.copyfile(docs / name, site / name)
