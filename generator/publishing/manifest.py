"""What builds wrote in a folder, name by name: the only files that a build ever deletes there."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.telling.errors import UsageError

MANIFEST = ".banmian"
"""The file, in the folder itself, with the name of each file that builds wrote there, a line each."""


def written_in(folder: Path) -> frozenset[str]:
    """Return the POSIX paths that earlier builds wrote in `folder`, as its manifest tells."""
    path = folder / MANIFEST
    if path.is_symlink() or not path.is_file():
        return frozenset()
    return frozenset(path.read_text(encoding="utf-8", errors="surrogateescape").split("\n")) - {"", MANIFEST}


def write_manifest(folder: Path, names: Iterable[str]) -> None:
    """Say which files of `folder` builds wrote; the old manifest stands until the new one is whole."""
    unfinished = folder / f"{MANIFEST}.new"
    unfinished.write_bytes("".join(f"{name}\n" for name in sorted(names)).encode(errors="surrogateescape"))
    unfinished.replace(folder / MANIFEST)


def names_in(folder: Path) -> Iterator[str]:
    """Yield the POSIX path of everything in `folder` that is no folder; links are not followed."""
    for root, folders, files in os.walk(folder):
        links = [name for name in folders if (Path(root) / name).is_symlink()]
        for name in (*files, *links):
            yield (Path(root) / name).relative_to(folder).as_posix()


def others_in(folder: Path) -> list[str]:
    """Return what lies in `folder` and was not written by a build, sorted."""
    known = {*written_in(folder), MANIFEST, f"{MANIFEST}.new"}
    return sorted(name for name in names_in(folder) if name not in known)


def is_hidden(name: str) -> bool:
    """Tell whether a file is nobody's page: what a file manager or Git keeps."""
    return any(part.startswith(".") for part in name.split("/"))


def refuse_others(folder: Path) -> None:
    """Raise UsageError where `folder` is no folder or holds files of somebody else; hidden ones may stay."""
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise UsageError(f"{folder} 应当是文件夹,却是文件或链接。请把它移开,或用 --out 另指一个文件夹。")
    others = [name for name in others_in(folder) if not is_hidden(name)]
    if others:
        raise UsageError(
            f"{folder} 里有 {len(others):,} 个不是建成时写的文件,例如 {others[0]};为免误删,什么也没有动。"
            "请把它们移走(从前建成的,可以整个删去),或用 --out 另指一个文件夹。"
        )


def delete_written(folder: Path, names: Iterable[str]) -> int:
    """Delete those of `names` that stand in `folder`, and folders left empty by it; return how many files.

    Only what is found in the folder itself is deleted: nothing behind a link.
    """
    wanted = set(names)
    gone = [name for name in names_in(folder) if name in wanted]
    for name in gone:
        (folder / name).unlink()
    emptied = {parent for name in gone for parent in (folder / name).parents if parent.is_relative_to(folder)}
    for parent in sorted(emptied - {folder}, key=lambda path: len(path.parts), reverse=True):
        if not any(parent.iterdir()):
            parent.rmdir()
    return len(gone)
