"""SHA256SUMS at the root of a finished site: the checksum of every file, as `sha256sum -c` reads it."""

from __future__ import annotations

import hashlib
from pathlib import Path

from generator.publishing.manifest import MANIFEST

SUMS = "SHA256SUMS"


def write_sums(site: Path) -> None:
    """Write the checksums of all files below `site` but the mark of a build, in order of their names' UTF-8 bytes."""
    names = (path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    wanted = sorted(
        (name for name in names if name not in (SUMS, MANIFEST)), key=lambda name: name.encode("utf-8")
    )
    lines = [f"{hashlib.sha256((site / name).read_bytes()).hexdigest()}  {name}\n" for name in wanted]
    (site / SUMS).write_text("".join(lines), encoding="utf-8", newline="\n")
