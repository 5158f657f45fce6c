"""The command that holds two versions of the archive against each other: diff."""

from __future__ import annotations

import os
import sys
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.commands import folders
from generator.commands.chinese import Command
from generator.commands.folders import settings_of
from generator.telling.diagnostics import as_annotations, as_text
from generator.telling.errors import UsageError
from generator.telling.progress import on
from generator.vocabulary.settings import ROOT, Settings

if TYPE_CHECKING:
    from generator.editing.comparing import Version

DIFF = """与从前的一次比较:改前改后各是什么。

\b
多了、少了、变了、拆开、合并、撤下了哪些篇;已发表的地址有没有失效,或变成别的稿件。
BASE 是从前 build 的输出文件夹(或其中的 site/、articles.jsonl),或版本库里的一个版本
(如 origin/main,用那个版本自己的程序来读)。NEW 也是输出文件夹;不写就读现在的版面。
有地址会失效或变成别的稿件时,说出该在哪个 .yml 里添哪一行,退出码为 1。

\b
例:
  banmian diff origin/main
  banmian diff build/old
  banmian diff build/old build
"""


@click.command("diff", cls=Command, help=DIFF, short_help="与从前比较,看地址还作不作数。")
@click.argument("base", metavar="BASE")
@click.argument("new", metavar="[NEW]", type=folders.FOLDER, required=False)
@folders.reading
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "github"]),
    default="text",
    metavar="FORMAT",
    help="text 或 github。",
)
def diff(base: str, new: Path | None, seeds: Path | None, config: Path | None, form: str) -> int:
    """Tell which items were added, removed and changed, and which addresses would break."""
    from generator.editing.comparing import compare, read_version
    from generator.editing.promises import broken

    settings = settings_of(seeds, config)
    old = read_version(Path(base)) if Path(base).exists() else version_at(base)
    now = read_version(new) if new else version_now(settings)
    faults = tuple(broken(old, now, str(settings.seeds_dir)))
    for line in compare(old, now):
        click.echo(line)
    click.echo((as_annotations if form == "github" else as_text)(faults), nl=False)
    return 1 if faults else 0


def version_now(settings: Settings) -> Version:
    """Return the archive as its pages are read now. Raises as `build.read_archive` does."""
    from generator import build
    from generator.data.exporting.addresses import address_rows
    from generator.data.records import item_record
    from generator.editing.comparing import version_of

    archive = build.read_archive(settings, progress=on())
    items = [item_record(entry.page, entry.item) for entry in archive.items]
    return version_of(items, list(address_rows(archive)))


def version_at(revision: str) -> Version:
    """Return the archive at a revision of the repository, read by the program of that revision. Raises UsageError."""
    import subprocess
    import tempfile

    from generator.editing.comparing import read_version

    with tempfile.TemporaryDirectory() as folder:
        tree, out = Path(folder) / "tree", Path(folder) / "out"
        _check_out(revision, tree)
        code = "import sys; from generator.commands.cli import run; sys.exit(run(sys.argv[1:]))"
        made = subprocess.run(
            [sys.executable, "-c", code, "build", "--out", str(out)],
            cwd=tree,
            env={**os.environ, "PYTHONPATH": str(tree)},
            capture_output=True,
            text=True,
            encoding="utf-8",
        )
        if made.returncode > 1:
            raise UsageError(f"{revision} 这个版本建不成:\n{made.stderr.strip()[-2000:]}")
        return read_version(out)


def _check_out(revision: str, tree: Path) -> None:
    """Put the files of a revision into a folder. Raises UsageError."""
    import subprocess
    import tarfile

    if revision.startswith("-"):
        raise UsageError(f"“{revision}”不是文件夹,也不是版本。")
    try:
        packed = subprocess.run(
            ["git", "archive", "--format=tar", revision], cwd=ROOT, capture_output=True, check=True
        )
    except (OSError, subprocess.CalledProcessError):
        raise UsageError(f"“{revision}”不是文件夹,也不是版本库里的版本。") from None
    with tarfile.open(fileobj=BytesIO(packed.stdout)) as files:
        files.extractall(tree, filter="data")
