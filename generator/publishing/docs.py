"""The docs folder: what changed is written, what is stale is pruned."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from generator.model.outfiles import OutFile

MARK = ".banmian"
"""A file that says: this folder was made by a build and may be pruned by one."""


def write_docs(files: Iterable[OutFile], folder: Path) -> int:
    """Write each file whose bytes changed, delete all others; return how many changed.

    Two files with one name are a bug and raise ValueError.
    """
    folder.mkdir(parents=True, exist_ok=True)
    (folder / MARK).touch()
    written: set[str] = {MARK}
    made: set[Path] = {folder}
    changed = 0
    for file in files:
        if file.uri in written:
            raise ValueError(f"two files are called {file.uri}")
        written.add(file.uri)
        changed += _write(file, folder, made)
    return changed + _prune(folder, written)


def _write(file: OutFile, folder: Path, made: set[Path]) -> bool:
    path = folder / file.uri
    if path.parent not in made:
        if not path.resolve().is_relative_to(folder.resolve()):
            raise ValueError(f"{file.uri} leads out of the docs folder")
        path.parent.mkdir(parents=True, exist_ok=True)
        made.add(path.parent)
    try:
        if path.stat().st_size == len(file.data) and path.read_bytes() == file.data:
            return False
    except FileNotFoundError:
        pass
    path.write_bytes(file.data)
    return True


def _prune(folder: Path, keep: set[str]) -> int:
    pruned = 0
    for root, folders, names in os.walk(folder, topdown=False):
        here = Path(root)
        for name in names:
            if (here / name).relative_to(folder).as_posix() not in keep:
                (here / name).unlink()
                pruned += 1
        for name in folders:
            if not any((here / name).iterdir()):
                (here / name).rmdir()
    return pruned
