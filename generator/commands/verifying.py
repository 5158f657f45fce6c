"""The command that holds a published site against its sources: verify."""

from __future__ import annotations

from pathlib import Path

import click

from generator.commands.chinese import Command
from generator.commands.folders import FOLDER
from generator.telling.errors import UsageError
from generator.telling.progress import on

VERIFY = """核对建成的网站:一字不丢、不重、不改,链接和地址都通。

\b
SITE 是网站的文件夹(build/site),或 banmian package 打成的 zip。只读发布的文件,
不用建站的程序:每一行、每一字在网页、数据、检索里各在其位、只有一次;每个文件与
SHA256SUMS 相合,不多不少;站内的链接和从前的地址都打得开。
给出 --seeds,再与版面文件逐行核对。有一处不合,退出码为 1。

\b
例:
  banmian verify build/site --seeds seeds
  banmian verify dist/banmian-150000-2026-12-01-8ac7702a.zip
"""
SHOWN = 100
"""Faults that are told; the rest are counted."""


@click.command("verify", cls=Command, help=VERIFY, short_help="核对建成的网站,一字不差。")
@click.argument("site", metavar="SITE", type=FOLDER)
@click.option("--seeds", metavar="DIR", type=FOLDER, help="版面的 .txt,与网站逐行核对。")
def verify(site: Path, seeds: Path | None) -> int:
    """Hold a published site against itself and, where given, its pages."""
    from generator.publishing.verifying import verify as run

    for place in filter(None, (site, seeds)):
        if not place.exists():
            raise UsageError(f"没有 {place}。")
    if seeds and not seeds.is_dir():
        raise UsageError(f"{seeds} 不是文件夹。请用 --seeds 指向放版面 .txt 的文件夹。")
    faults, counts = run(site, seeds, progress=on())
    for fault in faults[:SHOWN]:
        click.echo(str(fault))
    if len(faults) > SHOWN:
        click.echo(f"……还有 {len(faults) - SHOWN} 处。")
    seen = "、".join(f"{count:,} {what}" for what, count in counts.items())
    click.echo(f"核对:{seen};" + (f"不合 {len(faults)} 处。" if faults else "全部相合。"))
    return int(bool(faults))
