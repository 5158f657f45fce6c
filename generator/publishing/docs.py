"""The docs folder: what changed is written, what is stale is pruned."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from generator.model.outfiles import LateFile, OutFile
from generator.publishing.manifest import delete_written, refuse_others, write_manifest, written_in
from generator.telling.system import naming


def write_docs(files: Iterable[OutFile | LateFile], folder: Path) -> int:
    """Delete what earlier builds wrote and this one does not, write what changed; return how many files changed.

    Two files with one name are a bug and raise ValueError. Raises UsageError where the folder holds
    somebody else's files. The manifest names a file before it is written, so that a killed build's is known.
    """
    made = _by_name(files)
    refuse_others(folder)
    folder.mkdir(parents=True, exist_ok=True)
    before = written_in(folder)
    write_manifest(folder, before | made.keys())
    parents: set[Path] = {folder}
    changed = delete_written(folder, before - made.keys())
    changed += sum(_write(file, folder, parents) for file in made.values())
    write_manifest(folder, made)
    return changed


def _by_name(files: Iterable[OutFile | LateFile]) -> dict[str, OutFile | LateFile]:
    made: dict[str, OutFile | LateFile] = {}
    for file in files:
        if file.uri in made:
            raise ValueError(f"two files are called {file.uri}")
        made[file.uri] = file
    return made


def _write(file: OutFile | LateFile, folder: Path, made: set[Path]) -> bool:
    path, data = folder / file.uri, file.data
    if path.parent not in made:
        if not path.resolve().is_relative_to(folder.resolve()):
            raise ValueError(f"{file.uri} leads out of the docs folder")
        path.parent.mkdir(parents=True, exist_ok=True)
        made.add(path.parent)
    try:
        if path.stat().st_size == len(data) and path.read_bytes() == data:
            return False
    except FileNotFoundError:
        pass
    with naming(path):
        path.write_bytes(data)
    return True
