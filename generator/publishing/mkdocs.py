"""Runs MkDocs over the docs folder, in a process of its own that never outlives the build."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from generator.publishing.child import REFUSED
from generator.publishing.passing import SLOW
from generator.telling.errors import BanmianError, PublishError
from generator.telling.system import fault_of
from generator.vocabulary.settings import Settings

CHILD = Path(__file__).with_name("child.py")
PLAIN = re.compile(rf"^{SLOW}(.*)$", re.MULTILINE)
FELL_BACK = "{} 走捷径与照常转换不一样:这次各页都照常转换,网站是对的,只是慢些。请把这一页报告给开发者。\n"
REFUSAL = re.compile(r"\n(\d+) (.*)\n\Z")
MEMORY = 12
"""ENOMEM: what a process that the system has killed has mostly met."""


def run_mkdocs(settings: Settings, site_dir: Path, *, lock: int | None = None) -> None:
    """Run `mkdocs build --strict` from the docs folder into `site_dir`. Raises PublishError or SystemFault.

    `lock` is a descriptor that the process holds as long as it lives: until then nobody else may build.
    """
    environment = {
        **os.environ,
        "BANMIAN_DOCS": str(settings.docs_dir.resolve()),
        "BANMIAN_SITE": str(site_dir.resolve()),
        "SOURCE_DATE_EPOCH": "315532800",
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONUTF8": "1",
    }
    command = [sys.executable, "-P", str(CHILD), "build", "--strict", "-f", str(settings.mkdocs_file)]
    with subprocess.Popen(
        command,
        env=environment,
        cwd=settings.mkdocs_file.parent,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
        pass_fds=() if lock is None or sys.platform == "win32" else (lock,),
    ) as process:
        try:
            said = process.stdout.read() if process.stdout else ""
            code = process.wait()
        except BaseException:
            process.kill()
            raise
    if code:
        raise _fault(code, said)
    if slow := PLAIN.search(said):
        sys.stderr.write(FELL_BACK.format(slow[1]))


def _fault(code: int, said: str) -> BanmianError:
    """Return why MkDocs did not build the site."""
    refused = REFUSAL.search(said)
    if code == REFUSED and refused:
        return fault_of(int(refused[1]), refused[2])
    if code < 0:
        return fault_of(MEMORY)
    told = [line for line in said.splitlines() if not line.startswith("INFO")]
    tail = "\n".join(told[-20:])
    return PublishError(f"MkDocs 没有建成网站,原来的网站没有改动。它说:\n{tail}")
