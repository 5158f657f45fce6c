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
不用建站的程序,逐项核对:
  文件      与 SHA256SUMS 相合,不多不少,没有改动
  版面      每一行恰好归入一处:一篇稿件、栏目标记、未归位或撤下
  稿件      每一字在稿件里,不丢、不重、不改
  网页      稿件和版面的网页与数据里的文字一致
  改正      编者的改正与原文并列,没有盖住原文
  依据      每一条依据都在原文或附注的那一处
  引文      每一篇在每种引用格式里恰好一次
  表格      CSV、SQLite 与数据一致
  检索      每一篇的文字恰好一次,索引完整,列表属实
  地址      从前发表过的地址都有着落
  链接      站内的链接和锚点都打得开
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
