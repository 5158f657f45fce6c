"""Reads the parts of `fitted.json`; what is wrong with them is told in sentences."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from math import isfinite
from pathlib import Path
from typing import Any

from generator.telling.diagnostics import Diagnostic, Severity
from generator.telling.errors import ConfigError


def read_stored(path: Path, part: str) -> Mapping[str, Any]:
    """Return one part of the file. Raises ConfigError where there is none, or the file is no JSON."""
    try:
        whole = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        raise ConfigError([stored_fault(path, "没有这个文件。")]) from None
    except ValueError as error:
        raise ConfigError([stored_fault(path, f"不是 JSON:{error}。")]) from None
    found = whole.get(part) if isinstance(whole, dict) else None
    if not isinstance(found, dict):
        raise ConfigError([stored_fault(path, f"缺少 {part} 一节。")])
    return found


def stored_fault(path: Path, message: str) -> Diagnostic:
    """Return what is wrong with the file, and how to mend it."""
    return Diagnostic(
        code="config",
        severity=Severity.ERROR,
        path=str(path),
        message=message,
        hint="这个文件由 python3 -m generator fit 写出;请取回仓库里的,或再拟合一次。",
    )


def faults_of_names(said: Any, known: Sequence[str], where: str) -> Iterator[str]:
    """Yield a sentence for each name of `said` that is not known, and each known one that is missing."""
    if not isinstance(said, Mapping):
        yield f"{where} 应当是一组数。"
        return
    yield from (f"缺少 {where}.{name}。" for name in known if name not in said)
    yield from (f"{where}.{name} 不是已知的数。" for name in said if name not in known)


def fault_of_number(said: Any, name: str, where: str) -> Iterator[str]:
    """Yield a sentence if what is said of `name` is no number."""
    value = said.get(name, 0.0) if isinstance(said, Mapping) else 0.0
    if isinstance(value, bool) or not isinstance(value, int | float) or not isfinite(value):
        yield f"{where}.{name} 应当是一个数,写的是 {value}。"
