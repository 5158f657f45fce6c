"""Two folders change places in one step, so that at every moment one of them stands there whole."""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from pathlib import Path

HERE = -100
"""AT_FDCWD of Linux: paths count from the working folder."""
SWAP = 2
"""RENAME_EXCHANGE of Linux, RENAME_SWAP of macOS: the same number in both."""
UNABLE = {errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP}
"""What a file system says that cannot do it."""


def exchange(fresh: Path, standing: Path) -> None:
    """Let two folders of one disk change places; where the system cannot do it in one step, in three.

    A build that is killed between the three leaves the old folder beside the place (see `set_aside`).
    """
    if not _in_one_step(os.fsencode(fresh), os.fsencode(standing)):
        aside = set_aside(fresh)
        standing.rename(aside)
        fresh.rename(standing)
        aside.rename(fresh)


def set_aside(fresh: Path) -> Path:
    """Return where the old folder waits while the new one takes its place."""
    return fresh.with_name(f"{fresh.name}-aside")


def _in_one_step(fresh: bytes, standing: bytes) -> bool:
    """Exchange two paths if system and disk can; return whether it was done. Raises OSError."""
    if sys.platform not in ("linux", "darwin"):
        return False
    library = ctypes.CDLL(None, use_errno=True)
    if hasattr(library, "renameat2"):
        failed = library.renameat2(HERE, fresh, HERE, standing, SWAP)
    elif hasattr(library, "renamex_np"):
        failed = library.renamex_np(fresh, standing, SWAP)
    else:
        return False
    number = ctypes.get_errno() if failed else 0
    if number and number not in UNABLE:
        raise OSError(number, os.strerror(number), os.fsdecode(standing))
    return not number
