"""What one case is: the files of a small archive; and the cases that are kept because they once failed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

import yaml

HERE = Path(__file__).parent
PLAIN, KEPT = HERE / "plain", HERE / "kept"
"""An archive in which every file is right, and the cases that once failed."""


class Way(StrEnum):
    """How far a case goes."""

    READ = "read"
    """Its pages are read, tagged and checked with the repository's vocabularies."""
    MAKE = "make"
    """With its own, and every file of the site is made in memory and held against the pages; then it is recorded."""
    BUILD = "build"
    """The site is built by MkDocs and verified."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """An archive."""

    files: Mapping[str, str]
    """The text of each file by its place: in seeds/, in site_config/, or mkdocs.yml."""
    way: Way = Way.READ
    """How far it goes."""

    def write(self, folder: Path) -> None:
        """Write the files below an empty folder; what cannot be written as UTF-8 becomes other bytes."""
        for place, text in self.files.items():
            path = folder / place
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode("utf-8", "surrogatepass"))

    def told(self) -> str:
        """Return the case as a file of `kept/` has it: an archive of `plain/` by what is other in it."""
        base = plain_files() if "mkdocs.yml" in self.files else {}
        files: dict[str, str | None] = {
            place: text for place, text in self.files.items() if base.get(place) != text
        }
        files |= dict.fromkeys(base.keys() - self.files.keys())
        said = {"way": str(self.way), "plain": bool(base), "refused": False, "files": files}
        return yaml.dump(said, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=100)


class _Dumper(yaml.SafeDumper):
    """Writes what has lines line by line, where YAML can."""


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Dumper.add_representer(str, _text)


@cache
def plain_files() -> Mapping[str, str]:
    """Return the archive in which every file is right."""
    paths = sorted(path for path in PLAIN.rglob("*") if path.is_file())
    return {path.relative_to(PLAIN).as_posix(): path.read_text(encoding="utf-8") for path in paths}


def read_kept(path: Path) -> tuple[Case, bool]:
    """Return a case that is kept, and whether it is refused with a sentence."""
    said = yaml.safe_load(path.read_text(encoding="utf-8"))
    files = {**(plain_files() if said["plain"] else {}), **said["files"]}
    files = {place: text for place, text in files.items() if text is not None}
    return Case(files=files, way=Way(said["way"])), said["refused"]
