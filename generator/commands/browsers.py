"""Finds a browser for the tests: one that is installed, else Playwright's own, else Debian's.

Nothing is downloaded or installed unless the person has said so, by `test --install-browser` or by CI being set.
A test run without a browser fails; only BANMIAN_NO_BROWSER=1 leaves the browser tests out.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from generator.telling.errors import UsageError

CHOSEN = "BANMIAN_BROWSER"
"""Names the browser to use; `playwright` is Playwright's own."""
LEFT_OUT = "BANMIAN_NO_BROWSER"
"""Set to 1, it leaves the browser tests out."""
AGREED = "CI"
"""Set to true or 1, as hosts of CI do, it stands for `--install-browser`: the machine is thrown away."""
OWN = "playwright"
NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
    "microsoft-edge-stable",
    "chrome",
    "msedge",
)
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    r"C:\Program Files\Microsoft\Edge\Application\msedge.exe",
)
DEBIAN = ("chromium", "libatomic1", "fonts-noto-cjk")
"""The browser, what Playwright's driver needs beside it, and a font that can show the pages."""
ABSENT = """没有可用于测试的浏览器,也没有装成。请装一个 Chrome、Chromium 或 Edge 再运行;
Debian、Ubuntu:apt-get install chromium libatomic1 fonts-noto-cjk;
或者:python -m playwright install --with-deps --only-shell chromium。
确实不要浏览器测试时,设 BANMIAN_NO_BROWSER=1。"""
UNASKED = """没有可用于测试的浏览器。同意替您装一个,就运行:
  python3 -m generator test --install-browser
它把 Playwright 的 Chromium 下载到您自己的缓存文件夹;不成的话,在 Debian、Ubuntu 上您又是 root,
就用 apt-get 安装 chromium libatomic1 fonts-noto-cjk。也可以自己装 Chrome、Chromium 或 Edge 再运行;
确实不要浏览器测试时,设 BANMIAN_NO_BROWSER=1。"""
LAMED = """Playwright 的驱动不能运行,缺少 libatomic1。Debian、Ubuntu 请先运行:apt-get install libatomic1;
您是 root,又同意替您装,就运行:python3 -m generator test --install-browser。"""


def installed() -> Iterator[str]:
    """Yield the path of each browser on this machine that answers when asked for its version."""
    found = (shutil.which(name) for name in NAMES)
    for path in (*found, *PLACES):
        if path and Path(path).is_file() and _answers(path):
            yield path


def _answers(path: str) -> bool:
    """Tell whether `path` is a browser: Ubuntu's `chromium-browser` may be a mere pointer to a shop."""
    if os.name == "nt":
        return True
    done = _run([path, "--version"])
    return done is not None and re.search(r"\d+\.\d+\.\d+", done) is not None


def _run(command: list[str], environment: dict[str, str] | None = None) -> str | None:
    """Return what a command prints, None if it fails or is not there."""
    try:
        done = subprocess.run(
            command,
            env={**os.environ, **(environment or {})},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=900,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else None


def find_browser(say: Callable[[str], None], *, agreed: bool = False) -> str:
    """Return the path of a browser, or `playwright` for Playwright's own.

    Where there is none, one is installed if the person has `agreed`, and UsageError raised otherwise, or where
    that cannot be done.
    """
    chosen = os.environ.get(CHOSEN)
    if chosen and (chosen == OWN or Path(chosen).is_file()):
        return chosen
    agreed = agreed or os.environ.get(AGREED, "").lower() in ("1", "true")
    found = next(installed(), None)
    if not driver_runs() and not (agreed and _install_debian(("libatomic1",), say)):
        raise UsageError(LAMED)
    if found:
        return found
    if _launches():
        return OWN
    if not agreed:
        raise UsageError(UNASKED)
    return _install(say)


def _install(say: Callable[[str], None]) -> str:
    say("没有找到浏览器,试着下载 Playwright 的 Chromium …")
    if _run([sys.executable, "-m", "playwright", "install", "--only-shell", "chromium"]) and _launches():
        return OWN
    if _install_debian(DEBIAN, say):
        found = next(installed(), None)
        if found:
            return found
    raise UsageError(ABSENT)


def driver_runs() -> bool:
    """Tell whether Playwright's driver starts; on a minimal Debian it lacks libatomic1."""
    return _run([sys.executable, "-m", "playwright", "--version"]) is not None


def _launches() -> bool:
    """Tell whether Playwright's own browser starts: it may lack libraries of the system."""
    code = (
        "from playwright.sync_api import sync_playwright as start\n"
        "with start() as driver:\n    driver.chromium.launch().close()\n"
    )
    return _run([sys.executable, "-c", code]) is not None


def _install_debian(packages: tuple[str, ...], say: Callable[[str], None]) -> bool:
    """Install Debian packages if this is a Debian and we are root; tell whether it was done."""
    if not shutil.which("apt-get") or os.geteuid() != 0:
        return False
    say(f"正在用 apt-get 安装 {' '.join(packages)} …")
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    command = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    return _run(["apt-get", "update", "-qq"], quiet) is not None and _run(command, quiet) is not None
