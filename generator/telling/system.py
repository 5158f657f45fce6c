"""What the system refuses (no space, no right, no memory), told as sentences for the person at the machine."""

from __future__ import annotations

import errno
import re
import sqlite3
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from generator.telling.errors import SystemFault

SHOWN = 120
"""Characters of a file's name in a sentence."""
RIGHT = "没有权限读或写 {file}。请改它的权限,或换一个文件夹。"
FULL = "磁盘满了(或超过了配额),写不下 {file}。请腾出空间再来一次。"
LARGE = "{file} 超过了这个系统或这块磁盘容许的大小。请放宽限制(如 ulimit -f),或换一块磁盘。"
KIND = "{file} 或它上面的一层应当是文件夹,却是别的东西。请把它移开,或另指一个文件夹。"
BUSY = "{file} 正被别的程序用着,或自己是一个挂载点,不能换。请关掉用它的程序,或另指一个文件夹。"
MANY = "打开的文件太多,{file} 打不开。请放宽限制(如 ulimit -n)。"
BROKEN = "磁盘读写出错,或超过了文件大小的限制(ulimit -f),读不了或写不了 {file}。请放宽限制,或检查这块磁盘。"
MEMORY = "内存不够。请关掉别的程序,放宽内存的限制(如 ulimit -v),或减少一次读的版面。"
SENTENCES: Mapping[int, str] = {
    errno.EACCES: RIGHT,
    errno.EPERM: RIGHT,
    errno.ENOSPC: FULL,
    getattr(errno, "EDQUOT", errno.ENOSPC): FULL,
    errno.EFBIG: LARGE,
    errno.EROFS: "{file} 在只读的磁盘上,不能写。请用 --out 或 --to 另指一个能写的文件夹。",
    errno.ENAMETOOLONG: "名称太长,系统不接受:{file}。请用短一些的名称。",
    errno.ELOOP: "{file} 是一圈互相指着的链接,或不该是链接。请换成真正的文件或文件夹。",
    errno.ENOTDIR: KIND,
    errno.EEXIST: KIND,
    errno.EISDIR: "{file} 应当是文件,却是文件夹。请把它移开。",
    errno.ENOENT: "找不到 {file}:路径写错了,或运行的时候被移走了。",
    errno.EBUSY: BUSY,
    errno.EXDEV: BUSY,
    errno.EMFILE: MANY,
    errno.ENFILE: MANY,
    errno.EIO: BROKEN,
    errno.ENOMEM: MEMORY,
    errno.EAGAIN: "系统不让再开进程。请关掉别的程序,或放宽限制(如 ulimit -u)。",
}
OTHER = "系统不让做({reason}):{file}。"
NAMELESS = "这里的文件"
LEAST = 300 << 20
"""Bytes of address space without which numpy's own library ends the process, in English and with a page's exit code."""
DATABASE: Mapping[int, int] = {
    sqlite3.SQLITE_FULL: errno.ENOSPC,
    sqlite3.SQLITE_IOERR: errno.EIO,
    sqlite3.SQLITE_READONLY: errno.EROFS,
    sqlite3.SQLITE_NOMEM: errno.ENOMEM,
}
"""What SQLite says in its own numbers; the lower eight bits are the kind."""
UNOPENED = "archive.sqlite 打不开:没有权限,或打开的文件太多。请看看文件夹的权限,或放宽限制(如 ulimit -n)。"
"""SQLite does not say which of the two."""
UNLOADED = re.compile(r"allocate memory|map segment")
"""How a loader says that a module found no memory."""


@contextmanager
def system_faults() -> Iterator[None]:
    """Raise SystemFault with a sentence where the system refuses something inside; a bug stays what it is."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        file = error.filename2 or error.filename or ""
        raise fault_of(error.errno, str(file), str(error.strerror or error)) from error
    except MemoryError as error:
        raise SystemFault(MEMORY) from error
    except ImportError as error:
        if not UNLOADED.search(str(error)):
            raise
        raise SystemFault(MEMORY) from error
    except sqlite3.Error as error:
        kind = (error.sqlite_errorcode or 0) & 0xFF
        if kind == sqlite3.SQLITE_CANTOPEN:
            raise SystemFault(UNOPENED) from error
        number = DATABASE.get(kind)
        if number is None:
            raise
        raise fault_of(number, "archive.sqlite") from error


@contextmanager
def naming(path: object) -> Iterator[None]:
    """Let an OSError of the writing inside name the file: the system does not, where it refuses bytes."""
    try:
        yield
    except OSError as error:
        if error.errno and not error.filename:
            error.filename = str(path)
        raise


def refuse_too_little_memory() -> None:
    """Raise SystemFault where a limit leaves less memory than the libraries need that a page is read with."""
    if sys.platform != "win32":
        import resource

        limit = resource.getrlimit(resource.RLIMIT_AS)[0]
        if limit != resource.RLIM_INFINITY and limit < LEAST:
            raise SystemFault(MEMORY)


def fault_of(number: int | None, file: str = "", reason: str = "") -> SystemFault:
    """Return the fault for an error number of the system."""
    shown = file if len(file) <= SHOWN else f"{file[:SHOWN]}……"
    sentence = SENTENCES.get(number or 0, OTHER)
    return SystemFault(sentence.format(file=shown or NAMELESS, reason=reason or "原因不明"))
