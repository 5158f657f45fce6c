"""Published addresses whose words are in the archive no more, with the line that says so."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.archive.groups import Archive
from generator.archive.identity.formers import Fate
from generator.archive.identity.records import SUFFIX
from generator.editing.checks.codes import CODES
from generator.telling.diagnostics import Diagnostic

CODE = "address-lost"


def check_addresses(archive: Archive) -> Iterator[Diagnostic]:
    """Yield an error for each published item of which nothing is left and nobody has said so."""
    for former in archive.identity.formers:
        if former.fate is Fate.GONE and not former.acknowledged:
            sidecar = Path(f"{former.file.removesuffix(SUFFIX)}.yml")
            title = f"《{former.title}》" if former.title else ""
            yield Diagnostic(
                code=CODE,
                severity=CODES[CODE].severity,
                path=former.file,
                message=f"已发表的地址 articles/{former.id}/{title}所指的文字找不到了。",
                hint=f"请在 {sidecar} 的 formerly: 下面写一行,说明它通到哪一行;确实没有了,就写:  {former.id}: none",
                item=former.id,
            )
