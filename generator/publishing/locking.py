"""One at a time on one folder: a lock of the system, which goes with the process that holds it.

Also used before any package is installed, so it needs the standard library alone.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from generator.telling.errors import UsageError

PATIENCE = 3.0
"""Seconds to wait for a lock: the MkDocs of a killed build needs a moment to notice and go."""
PAUSE = 0.05


@contextmanager
def locked(path: Path, busy: str, *, wait: Callable[[], float] | None = None) -> Iterator[int]:
    """Hold the lock file `path` and yield its descriptor; the file goes at the end.

    Where another process holds it for PATIENCE seconds, `wait` is called once and returns for how many more; then,
    or without it, UsageError is raised with the sentence `busy`.
    """
    descriptor = _take(path, busy, wait)
    try:
        yield descriptor
    finally:
        _drop(path, descriptor)


def _take(path: Path, busy: str, wait: Callable[[], float] | None) -> int:
    latest = time.monotonic() + PATIENCE
    while True:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o644)
        try:
            if _lock(descriptor) and _still_there(path, descriptor):
                return descriptor
        except OSError:
            os.close(descriptor)
            raise
        os.close(descriptor)
        if time.monotonic() > latest:
            if not wait:
                raise UsageError(busy)
            latest, wait = time.monotonic() + wait(), None
        time.sleep(PAUSE)


def _lock(descriptor: int) -> bool:
    """Lock an open file without waiting; return whether it is ours now."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


def _still_there(path: Path, descriptor: int) -> bool:
    """Tell whether the locked file is the one that stands there: who held it before has deleted it otherwise."""
    try:
        return os.path.samestat(path.stat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False


def _drop(path: Path, descriptor: int) -> None:
    """Delete the file while it is still ours; Windows deletes no open file, so there it is closed first."""
    if sys.platform == "win32":
        os.close(descriptor)
    with suppress(OSError):
        path.unlink()
    if sys.platform != "win32":
        os.close(descriptor)
