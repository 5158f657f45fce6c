"""Runs everything that must pass: ruff, mypy, deno over the scripts, and every test, a real browser among them."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from generator.commands.browsers import CHOSEN, LEFT_OUT, find_browser
from generator.telling.errors import UsageError

CHECKS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("ruff", ("ruff", "check", "generator", "tests")),
    ("ruff format", ("ruff", "format", "--check", "generator", "tests")),
    ("mypy", ("mypy",)),
    ("deno lint", ("deno", "lint")),
    ("deno fmt", ("deno", "fmt", "--check")),
    ("deno check", ("deno", "check", "theme/scripts")),
    ("pytest", ("pytest",)),
)


def run_tests(
    root: Path, extra: Sequence[str], say: Callable[[str], None], *, install_browser: bool = False
) -> int:
    """Run every check in `root`, `extra` being more arguments for pytest; return the first failing code.

    A browser is installed only where `install_browser` says so. Raises UsageError where there are no tests or
    no browser.
    """
    if not (root / "tests").is_dir():
        raise UsageError("这里没有 tests/:测试要在仓库的文件夹里运行。")
    begun = time.monotonic()
    without = os.environ.get(LEFT_OUT) == "1"
    environment = {**os.environ, "PYTHONUTF8": "1", **quiet_deno(root)}
    if not without:
        environment[CHOSEN] = find_browser(say, agreed=install_browser)
        say(f"浏览器:{environment[CHOSEN]}")
    codes: dict[str, int] = {}
    for name, command in CHECKS:
        more = extra if name == "pytest" else ()
        say(f"── {name}")
        codes[name] = subprocess.run(
            [sys.executable, "-m", *command, *more], cwd=root, env=environment, check=False
        ).returncode
    say(_summary(codes, time.monotonic() - begun, without))
    return next((code for code in codes.values() if code), 0)


def quiet_deno(root: Path) -> dict[str, str]:
    """Return the variables with which deno asks nobody for a newer one and keeps its cache in `root`."""
    return {"DENO_NO_UPDATE_CHECK": "1", "DENO_DIR": str(root / ".cache" / "deno")}


def _summary(codes: dict[str, int], seconds: float, without: bool) -> str:
    failed = [name for name, code in codes.items() if code]
    verdict = f"没有通过:{'、'.join(failed)}" if failed else f"全部通过:{'、'.join(codes)}"
    minutes = f"{seconds // 60:.0f} 分 {seconds % 60:.0f} 秒"
    skipped = f";按 {LEFT_OUT}=1 没有运行浏览器测试" if without else ""
    return f"{verdict};用时 {minutes}{skipped}。"
