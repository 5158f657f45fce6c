"""The command that records what is published: record."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.commands import folders
from generator.commands.chinese import Command
from generator.commands.folders import settings_of
from generator.telling.diagnostics import Severity
from generator.telling.errors import PageFaults, UsageError
from generator.telling.progress import Progress, on
from generator.vocabulary.settings import Settings

if TYPE_CHECKING:
    from generator.archive.groups import Entry

RECORD = """登记正在发表的各篇,使它们的地址从此不变。

\b
在每一版旁边写(或续写)STEM.published.jsonl:每一篇的编号、收入的日期、最后改动的
日期,和一份文字的抽样。以后不管怎样分合、更正、改名,已登记的地址都不会变成别的
稿件。发布网站的流程每次先运行它,再建站;投稿的人不用管。

\b
例:
  banmian record                   记今天的日期
  banmian record --on 2026-11-30   记这一天
"""


@click.command("record", cls=Command, help=RECORD, short_help="登记正在发表的地址。")
@folders.reading
@click.option("--on", "day", metavar="DATE", help="发表的日期,例如 2026-11-30(默认今天)。")
def record(seeds: Path | None, config: Path | None, day: str | None) -> int:
    """Record beside the pages what is published."""
    try:
        given = date.fromisoformat(day).isoformat() if day else date.today().isoformat()
    except ValueError:
        raise UsageError(f"--on:“{day}”不是一个日期,请写成 2026-11-30 的样子。") from None
    new, changed = record_addresses(settings_of(seeds, config), given, progress=on())
    click.echo(f"登记:新收 {new:,} 篇,改动 {changed:,} 篇。")
    return 0


def record_addresses(settings: Settings, day: str, *, progress: Progress) -> tuple[int, int]:
    """Record beside the pages what is published on `day`; return how many items are new and how many changed.

    Raises as `read_archive` does, and PageFaults where a page is left out: it would be recorded as gone.
    """
    from generator import build
    from generator.archive.identity.recording import recorded
    from generator.archive.identity.records import SUFFIX, find_ledgers, write_ledgers

    archive = build.read_archive(settings, progress=progress)
    faults = [fault for fault in archive.faults if fault.severity is Severity.ERROR]
    if faults:
        raise PageFaults(faults)
    before = find_ledgers(settings.seeds_dir)
    ledgers = recorded(archive, before, day, partial(_cited, settings))
    folders = {page.id: Path(page.source.path).parent for page in archive.pages}
    files = {Path(ledger.path): "" for ledger in before}
    for ledger in ledgers:
        kept = next((Path(old.path) for old in before if old.page == ledger.page), None)
        folder = folders.get(ledger.page, kept.parent if kept else settings.seeds_dir)
        files[folder / f"{ledger.page}{SUFFIX}"] = ledger.text()
    write_ledgers(files)
    records = [record for ledger in ledgers for record in ledger.records if record.changed == day]
    new = sum(record.entered == day for record in records)
    return new, len(records) - new


def _cited(settings: Settings, entry: Entry) -> str:
    from generator.data.citing.cited import cited_as

    return cited_as(settings, entry.page, entry.item)
