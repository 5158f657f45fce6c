"""Which items a sidecar says were checked: `checked: [{item: 5, by: 林禾, on: 2026-12-01, text: 3f2a9c1b}]`, or lines alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from generator.model import EDITOR, SourceText, evidence_at
from generator.model.statements import Check
from generator.telling.diagnostics import Diagnostic
from generator.vocabulary.calendars import is_day
from generator.vocabulary.yamlfiles import KeyPath, YamlFile

SUM = re.compile(r"[0-9a-f]{8}")
"""What a sum of a text looks like."""


def checks_of(file: YamlFile, words: SourceText) -> tuple[Check, ...]:
    """Return the checks of a sidecar without faults, in the order of the file; `words` is its text."""
    entries = enumerate(file.data.get("checked", ()))
    return tuple(_check(file, words, ("checked", index), entry) for index, entry in entries)


def faults_of_check(file: YamlFile, path: KeyPath, entry: Any) -> Iterator[Diagnostic]:
    """Yield what is wrong with a check whose form is right: a day that is none, a sum that is none."""
    if not isinstance(entry, Mapping):
        return
    if "on" in entry and not is_day(entry["on"]):
        message = f"checked:“{entry['on']}”不是一个日期。"
        yield file.fault((*path, "on"), message, "请写成 2026-12-01 的样子。", code="sidecar-checked")
    if "text" in entry and not SUM.fullmatch(_sum(file, path, entry)):
        message = f"checked:“{_sum(file, path, entry)}”不是校验值,应当是八个十六进制数字,如 3f2a9c1b。"
        hint = '不知道就写 text: "00000000",banmian check 会给出现在的校验值;删去 text,核对就不随文字失效。'
        yield file.fault((*path, "text"), message, hint, code="sidecar-checked")


def _check(file: YamlFile, words: SourceText, path: KeyPath, entry: Any) -> Check:
    if not isinstance(entry, Mapping):
        proof = evidence_at(words, (file.spans[path],), EDITOR)
        return Check(line=entry, at=file.line(path), evidence=proof)
    return Check(
        line=entry["item"],
        by=" ".join(entry.get("by", "").split()),
        on=entry.get("on", ""),
        text=_sum(file, path, entry),
        at=file.line(path),
        evidence=evidence_at(words, (file.spans[*path, "item"],), EDITOR),
    )


def _sum(file: YamlFile, path: KeyPath, entry: Mapping[str, Any]) -> str:
    """Return the sum as it is written: one of decimal digits alone is a number in YAML, perhaps an octal one."""
    if "text" not in entry:
        return ""
    span = file.spans[*path, "text"]
    return entry["text"] if isinstance(entry["text"], str) else file.text[span.start : span.end]
