"""What a release of the archive is called: by its archive, its day and its content, so that one name is one content."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.data.catalogue import CRATE
from generator.publishing.packaging import digest_of, find_files
from generator.telling.errors import UsageError

DIGITS = 8
"""Hex digits of the digest in a name: two of a thousand releases share them once in nine thousand archives."""
PACKAGE = "data/datapackage.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """What is known of a finished site as a whole."""

    archive: str
    """Name of the archive, fit for a file's name: `banmian-150000`."""
    title: str
    """What it is called."""
    about: str
    """What it is, in Chinese sentences."""
    day: str
    """The day of its publication, ISO 8601; empty where nobody says so."""
    licence: str
    """Address of its licence; empty where there is none for all of it."""
    url: str
    """Where it is published; empty where that is not known."""
    digest: str
    """It changes exactly when a file of the site does."""

    @property
    def name(self) -> str:
        """What its files are called, without suffix."""
        return "-".join(filter(None, (self.archive, self.day, self.digest)))


def release_of(site: Path) -> Release:
    """Return what a finished site says of itself. Raises UsageError where there is none, or an older program made it."""
    if not (site / "index.html").is_file():
        raise UsageError(f"{site} 里没有网站:请先运行 banmian build。")
    try:
        package = _read(site / PACKAGE)
        root = next(entity for entity in _read(site / CRATE)["@graph"] if entity["@id"] == "./")
    except (OSError, ValueError, LookupError, TypeError, StopIteration):
        raise UsageError(
            f"{site} 里的 {CRATE} 或 {PACKAGE} 没有或读不了:网站是从前的版本建成的,或改动过。请重新运行 banmian build。"
        ) from None
    licence = root.get("license", {}).get("@id", "")
    return Release(
        archive=package["name"],
        title=root["name"],
        about=root["description"],
        day=root.get("datePublished", ""),
        licence=licence if "://" in licence else "",
        url=root.get("url", ""),
        digest=_digest(site),
    )


def _read(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return found


def _digest(site: Path) -> str:
    """Return the digest of the names and digests of all files that are packed."""
    sums = "".join(f"{digest_of(site / name)}  {name}\n" for name in find_files(site))
    return hashlib.sha256(sums.encode()).hexdigest()[:DIGITS]


def need_libzim() -> None:
    """Raise UsageError with a sentence that says how to install libzim, where it is missing."""
    try:
        import libzim  # noqa: F401
    except ImportError:
        raise UsageError(
            "--zim 要用 libzim,这里没有装。请在仓库的文件夹里运行 python3 -m generator package --zim,"
            "它会自己装好;或运行 pip install -e '.[preserve]'。"
        ) from None
