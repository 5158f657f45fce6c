"""Fills an environment from a hashed lock, by a pip that stands outside it, one run at a time.

Standard library alone: it runs before any package is installed.
"""

from __future__ import annotations

import re
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

PIP_NEEDED = (22, 3)
"""The first pip that can install into another environment."""
LONGEST_SET_UP = 3600.0
"""Seconds that a run waits for another to set up."""


class SetupError(Exception):
    """The set-up cannot go on; says why and what would help, in Chinese and in English."""

    def __init__(self, chinese: str, english: str) -> None:
        super().__init__(f"{chinese}\n{english}")


def say(text: str) -> None:
    """Write a line to standard error at once."""
    sys.stderr.write(text + "\n")
    sys.stderr.flush()


def output(command: list[str]) -> str | None:
    """Return what `command` prints, None if it fails or is not there."""
    try:
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
    except OSError:
        return None
    return done.stdout.decode("utf-8", "replace").strip() if done.returncode == 0 else None


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Hold the lock file `path`; wait until no other run sets up. Raises SetupError where one does not end."""
    from generator.publishing.locking import locked
    from generator.telling.errors import UsageError

    path.parent.mkdir(exist_ok=True)
    try:
        with locked(path, "", wait=_wait):
            yield
    except UsageError:
        raise SetupError(
            "另一次运行准备环境一直没有完成。请结束它,再运行一次。",
            "Another run has been setting up all the time. End it and run this again.",
        ) from None


def _wait() -> float:
    say("另一次运行正在准备环境,等它完成 …  Another run is setting up; waiting for it.")
    return LONGEST_SET_UP


def install(python: Path, lock: Path) -> None:
    """Install the hashed `lock` into the environment of `python`, wheels only. Raises SetupError."""
    wheels = ["--require-hashes", "--no-deps", "--only-binary", ":all:", "-r", str(lock)]
    command = [*find_pip(python), "install", "--progress-bar", "off", *wheels]
    total = len(re.findall(r"^[A-Za-z0-9]", lock.read_text(encoding="utf-8"), re.MULTILINE))
    say(f"正在安装 {total} 个软件包(只在第一次;约需一分钟)…  Installing {total} packages.")
    tail: list[str] = []
    done = 0
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as pip:
        assert pip.stdout is not None
        for raw in pip.stdout:
            line = raw.decode("utf-8", "replace").rstrip()
            tail = [*tail[-14:], line]
            if line.startswith(("Collecting ", "Requirement already satisfied")):
                done += 1
                if done % 15 == 0:
                    say(f"  {done} / {total} …")
            elif line.startswith("Installing collected"):
                say("  正在写入 …  Unpacking …")
    if pip.returncode:
        say("\n".join(tail))
        raise SetupError(
            "软件包没有装好:请检查网络(或 pip 的镜像设置),再运行一次;上面是 pip 的话。",
            "The packages could not be installed: check the network (or pip's settings) and run this again; "
            "pip's words are above.",
        )


def find_pip(python: Path) -> list[str]:
    """Return the command of a pip that can install into the environment of `python`. Raises SetupError."""
    for outer in dict.fromkeys([sys.executable, getattr(sys, "_base_executable", sys.executable)]):
        if _pip_version(outer) >= PIP_NEEDED:
            return [outer, "-m", "pip", "--python", str(python)]
    if _pip_version(str(python)) or output([str(python), "-m", "ensurepip"]) is not None:
        return [str(python), "-m", "pip"]
    raise SetupError(
        "没有可用的 pip(需要 22.3 或更新)。Debian、Ubuntu 请先运行:apt-get install python3-pip",
        "There is no usable pip (22.3 or newer). On Debian or Ubuntu first run: apt-get install python3-pip",
    )


def _pip_version(python: str) -> tuple[int, ...]:
    found = re.match(r"pip (\d+)\.(\d+)", output([python, "-m", "pip", "--version"]) or "")
    return tuple(int(part) for part in found.groups()) if found else ()
