"""Packs the finished site into one zip for reading offline, the same bytes for the same site.

Names are sorted, all dates are the first that a zip can tell, rights are 0644. Deflate may differ between
makes of zlib, so the zip also carries the checksums of what is in it.
"""

from __future__ import annotations

import hashlib
import os
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from generator.publishing.summing import SUMS
from generator.telling.errors import UsageError
from generator.telling.system import naming

LEFT_OUT = frozenset({"404.html", "sitemap.xml", "sitemap.xml.gz", "robots.txt", SUMS})
"""Files at the root of the site that make sense on a host only."""
EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip can tell."""
README = "README-请先解压.txt"
WELCOME = """{title}

一、请先解压:在 Windows 里右键点这个 zip,选“全部解压缩”;苹果电脑双击即可。
    不要直接在压缩包窗口里打开网页,那样图和检索都出不来。
二、打开解压出来的文件夹,双击 index.html。不需要联网,也不需要安装任何东西。
三、SHA256SUMS 是每个文件的校验值,可用 sha256sum -c SHA256SUMS 核对。

Unpack this zip first, then double-click index.html. No network, nothing to install.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """A zip, a bag or a ZIM file that was written."""

    path: Path
    """The file; its checksum lies beside it."""
    files: int
    """Number of files in it."""
    size: int
    """Its size in bytes."""
    sha256: str
    """Its digest, in hex."""


def pack(site: Path, target: Path, *, name: str, title: str) -> Package:
    """Write `target/name.zip` with the site in one folder called `name`, and `name.zip.sha256` beside it.

    Raises UsageError if there is no site, or if the zip would lie in it and be packed, too.
    """
    refuse_inside(target, site)
    if not (site / "index.html").is_file():
        raise UsageError(f"{site} 里没有网站:请先运行 banmian build。")
    with put_in_place(target, f"{name}.zip") as unfinished:
        files = _write(unfinished, site, name, title)
    return packed_as(target / f"{name}.zip", files)


@contextmanager
def put_in_place(target: Path, name: str) -> Iterator[Path]:
    """Yield where to write the file `target/name`; written whole, it takes its place, its checksum beside it."""
    new = not target.exists()
    target.mkdir(parents=True, exist_ok=True)
    unfinished, path = target / f".{name}.part", target / name
    try:
        with naming(path):
            yield unfinished
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
        if new and not any(target.iterdir()):
            target.rmdir()
    (target / f"{name}.sha256").write_text(f"{digest_of(path)}  {name}\n", encoding="utf-8", newline="\n")


def packed_as(path: Path, files: int) -> Package:
    """Return what is told of a package that holds `files` files."""
    return Package(path=path, files=files, size=path.stat().st_size, sha256=digest_of(path))


def refuse_inside(target: Path, *folders: Path) -> None:
    """Raise UsageError where the zip would lie in a folder that builds write, and be published or packed itself."""
    for folder in folders:
        if Path(os.path.realpath(target)).is_relative_to(os.path.realpath(folder)):
            raise UsageError(f"{target} 在 {folder} 里面,zip 会把自己也收进去。请用 --to 另指一个文件夹。")


def find_files(site: Path) -> Iterator[str]:
    """Yield the POSIX path of every file that goes into the zip, sorted by its UTF-8 bytes."""
    names = (path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    wanted = (name for name in names if name not in LEFT_OUT and not _hidden(name) and name[-4:] != ".map")
    yield from sorted(wanted, key=lambda name: name.encode("utf-8"))


def _hidden(name: str) -> bool:
    return any(part.startswith(".") for part in name.split("/"))


def _write(path: Path, site: Path, name: str, title: str) -> int:
    sums: list[str] = []
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:

        def add(uri: str, data: bytes) -> None:
            sums.append(f"{hashlib.sha256(data).hexdigest()}  {uri}\n")
            archive.writestr(entry_of(f"{name}/{uri}"), data, zipfile.ZIP_DEFLATED, 9)

        add(README, WELCOME.format(title=title).replace("\n", "\r\n").encode("utf-8-sig"))
        for uri in find_files(site):
            add(uri, (site / uri).read_bytes())
        archive.writestr(entry_of(f"{name}/{SUMS}"), "".join(sums).encode(), zipfile.ZIP_DEFLATED, 9)
    return len(sums) + 1


def entry_of(name: str) -> zipfile.ZipInfo:
    """Return the entry of a file in a zip: its date and rights are the same everywhere."""
    entry = zipfile.ZipInfo(name, EARLIEST)
    entry.create_system = 3
    entry.external_attr = 0o100644 << 16
    return entry


def digest_of(path: Path) -> str:
    """Return the SHA-256 of a file, in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
