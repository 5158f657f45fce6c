"""Runs MkDocs over the docs folder, in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from generator.publishing.swapping import remove
from generator.telling.errors import PublishError
from generator.vocabulary.settings import Settings


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
        remove(site_dir)
        raise PublishError(f"MkDocs 没有建成网站,原来的网站没有改动。它说:\n{tail}")
