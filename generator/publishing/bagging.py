"""Packs the finished site as a BagIt bag (RFC 8493) in a zip, the same bytes for the same site.

The bag's payload is the site as it is published, which is an RO-Crate, so that a repository knows what it takes in. The
bag is written here and not by the Library of Congress' own program: that one moves a folder's files about, writes the
day by the clock and the manifests in the order of the disk. It is what the tests hold every bag against.
"""

from __future__ import annotations

import hashlib
import zipfile
from pathlib import Path

from generator import __version__
from generator.publishing.packaging import Package, entry_of, packed_as, put_in_place, refuse_inside
from generator.publishing.releasing import Release

SUFFIX = "-bag"
DECLARATION = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
ALGORITHMS = ("sha256", "sha512")
"""The manifests: what the field reads, and what RFC 8493 asks writers for."""


def bag(site: Path, target: Path, release: Release) -> Package:
    """Write `target/NAME-bag.zip`, which holds the bag in one folder of that name, and its checksum beside it.

    Raises UsageError if the bag would lie in the site and be packed, too.
    """
    refuse_inside(target, site)
    name = f"{release.name}{SUFFIX}"
    with (
        put_in_place(target, f"{name}.zip") as unfinished,
        zipfile.ZipFile(unfinished, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive,
    ):
        size, files = 0, find_payload(site)
        manifests: dict[str, list[str]] = {algorithm: [] for algorithm in ALGORITHMS}
        for uri in files:
            data = (site / uri).read_bytes()
            size += len(data)
            _add(archive, f"{name}/data/{uri}", data)
            for algorithm, lines in manifests.items():
                lines.append(_line(algorithm, data, f"data/{uri}"))
        tags = {"bagit.txt": DECLARATION, "bag-info.txt": _info(release, size, len(files))}
        tags |= {f"manifest-{algorithm}.txt": "".join(lines) for algorithm, lines in manifests.items()}
        tags |= {f"tagmanifest-{algorithm}.txt": _tag_manifest(algorithm, tags) for algorithm in ALGORITHMS}
        for tag, text in tags.items():
            _add(archive, f"{name}/{tag}", text.encode("utf-8"))
    return packed_as(target / f"{name}.zip", len(files) + len(tags))


def find_payload(site: Path) -> list[str]:
    """Return the POSIX path of every file of the site but hidden ones, which are a host's, by its UTF-8 bytes."""
    names = (path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    seen = (name for name in names if not any(part.startswith(".") for part in name.split("/")))
    return sorted(seen, key=lambda name: name.encode("utf-8"))


def _info(release: Release, size: int, files: int) -> str:
    """Return bag-info.txt, without a day where none is known."""
    said = {
        "Source-Organization": release.title,
        "External-Identifier": release.name,
        "External-Description": release.about,
        "Bagging-Date": release.day,
        "Payload-Oxum": f"{size}.{files}",
        "Bag-Software-Agent": f"Banmian {__version__}",
    }
    return "".join(f"{label}: {' '.join(value.split())}\n" for label, value in said.items() if value)


def _tag_manifest(algorithm: str, tags: dict[str, str]) -> str:
    listed = (tag for tag in sorted(tags) if not tag.startswith("tagmanifest-"))
    return "".join(_line(algorithm, tags[tag].encode("utf-8"), tag) for tag in listed)


def _line(algorithm: str, data: bytes, path: str) -> str:
    """Return a line of a manifest; what would break the line is written as RFC 8493 asks."""
    escaped = path.replace("%", "%25").replace("\n", "%0A").replace("\r", "%0D")
    return f"{hashlib.new(algorithm, data).hexdigest()}  {escaped}\n"


def _add(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    archive.writestr(entry_of(name), data, zipfile.ZIP_DEFLATED, 9)
