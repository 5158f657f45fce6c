"""Files that people put in, read only if they are plain ones and not too large: never a pipe, a device or a link."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path


class UnfitFile(Exception):
    """A file that is not read; says why and what to do."""

    def __init__(self, *, code: str, message: str, hint: str) -> None:
        super().__init__(message)
        self.code = code
        """The diagnostic's: symlink, not-plain or too-large."""
        self.message = message
        """What was found and what was expected, in one Chinese sentence."""
        self.hint = hint
        """How to mend it, in one Chinese sentence."""


KINDS = (
    (stat.S_ISDIR, "文件夹"),
    (stat.S_ISFIFO, "命名管道(FIFO)"),
    (stat.S_ISSOCK, "套接字(socket)"),
    (stat.S_ISCHR, "设备"),
    (stat.S_ISBLK, "设备"),
)


def read_plain(path: Path, limit: int) -> bytes:
    """Return the bytes of a plain file of not more than `limit`.

    Raises UnfitFile for a link, a folder, a pipe, a device, or more bytes than that, and OSError as the system
    does. Nothing is opened that could wait for ever, and no more is read than allowed, whatever the file says
    of its size or becomes meanwhile.
    """
    _refuse(path.lstat())
    flags = (
        os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    )
    try:
        descriptor = os.open(path, flags)
    except OSError as error:
        if error.errno == errno.ELOOP:
            raise _a_link() from None
        raise
    with os.fdopen(descriptor, "rb") as file:
        status = os.fstat(descriptor)
        _refuse(status)
        data = file.read(limit + 1) if status.st_size <= limit else b""
    size = max(status.st_size, len(data))
    if size > limit:
        message = f"文件有 {size:,} 字节,超过上限 {limit:,} 字节。"
        raise UnfitFile(code="too-large", message=message, hint="请检查是否放错了文件。")
    return data


def visible_in(folder: Path) -> Iterator[Path]:
    """Yield everything that lies in `folder` and below but what is hidden; links are not followed.

    Raises OSError where a folder may not be read: what lies in it would be left out in silence.
    """

    def refuse(error: OSError) -> None:
        raise error

    for root, folders, files in os.walk(folder, onerror=refuse):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in (*folders, *files):
            if not name.startswith("."):
                yield Path(root) / name


def _refuse(status: os.stat_result) -> None:
    if stat.S_ISLNK(status.st_mode):
        raise _a_link()
    if not stat.S_ISREG(status.st_mode):
        kind = next((name for check, name in KINDS if check(status.st_mode)), "别的东西")
        message = f"这是{kind},不是普通的文件。"
        raise UnfitFile(code="not-plain", message=message, hint="请放入真正的文件,或把它移走、改名。")


def _a_link() -> UnfitFile:
    return UnfitFile(code="symlink", message="这是一个符号链接。", hint="请放入真正的文件。")
