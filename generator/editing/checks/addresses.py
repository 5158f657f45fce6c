"""Published addresses whose words are in the archive no more, with the line that says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from generator.archive.groups import Archive
from generator.archive.identity.formers import Fate, Former
from generator.archive.identity.records import SUFFIX
from generator.editing.checks.codes import CODES
from generator.telling.diagnostics import Diagnostic, Severity

CODE = "address-lost"


def check_addresses(archive: Archive) -> Iterator[Diagnostic]:
    """Yield an error for each published item, or whole page, of which nothing is left and nobody has said so.

    Pages that are left out for a fault are not gone.
    """
    faulty = {
        Path(fault.path).with_suffix("") for fault in archive.faults if fault.severity is Severity.ERROR
    }
    lost = [
        former
        for former in archive.identity.formers
        if former.fate is Fate.GONE
        and not former.acknowledged
        and Path(former.file.removesuffix(SUFFIX)) not in faulty
    ]
    for file, group in groupby(sorted(lost, key=lambda former: former.file), key=lambda former: former.file):
        formers = list(group)
        if not any(former.page for former in formers):
            yield _page_lost(file, formers)
        else:
            yield from map(_item_lost, formers)


def _page_lost(file: str, formers: Sequence[Former]) -> Diagnostic:
    stem = file.replace("\\", "/").rpartition("/")[2].removesuffix(SUFFIX)
    message = f"已发表的版面 {stem} 没有了,它的 {len(formers)} 个地址所指的文字都找不到了。"
    hint = "版面改了名字又改了文字,就在新版面的 .yml 里说明;确实撤下了,就写:"
    return _lost(file, message, f"{stem}: none", hint)


def _item_lost(former: Former) -> Diagnostic:
    title = f"《{former.title}》" if former.title else ""
    message = f"已发表的地址 articles/{former.id}/{title}所指的文字找不到了。"
    return _lost(former.file, message, f"{former.id}: none", "它若在某一行,把 none 换成那一行。", former.id)


def _lost(file: str, message: str, line: str, more: str, item: str = "") -> Diagnostic:
    sidecar = f"{file.removesuffix(SUFFIX)}.yml"
    hint = f"{more}请在 {sidecar} 的 formerly: 下面写一行(没有 formerly: 就先写上):  {line}"
    return Diagnostic(
        code=CODE, severity=CODES[CODE].severity, path=file, message=message, hint=hint, item=item
    )
