"""What a sidecar withdraws: `withdrawn: {item: 12 草原深处, reason: 作者要求, on: 2026-11-30}`, or a list of such."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.model.withdrawals import Withdrawal
from generator.telling.diagnostics import Diagnostic
from generator.vocabulary.calendars import is_day
from generator.vocabulary.yamlfiles import KeyPath, YamlFile


def entries_of(data: Any) -> Iterator[tuple[KeyPath, Any]]:
    """Yield each entry of `withdrawn` with its path; one alone may stand without a list."""
    if isinstance(data, list):
        yield from ((("withdrawn", index), entry) for index, entry in enumerate(data))
    elif data is not None:
        yield ("withdrawn",), data


def withdrawals_of(file: YamlFile) -> tuple[Withdrawal, ...]:
    """Return what a sidecar without faults withdraws, in the order of the file."""
    return tuple(
        Withdrawal(
            reason=entry["reason"],
            on=entry["on"],
            line=entry["item"] if isinstance(entry.get("item"), int) else 0,
            id=entry["item"] if isinstance(entry.get("item"), str) else "",
            page=bool(entry.get("page")),
            hides_title="title" in entry,
            at=file.line(path),
        )
        for path, entry in entries_of((file.data or {}).get("withdrawn"))
    )


def faults_of_withdrawal(file: YamlFile, path: KeyPath, entry: Any) -> Iterator[Diagnostic]:
    """Yield what is wrong with an entry whose form is right: neither item nor page, both, or a day that is none."""
    if ("item" in entry) == ("page" in entry):
        message = "withdrawn:应当写 item 或 page 其中一个,写的是" + (
            "两个。" if "item" in entry else "都没有。"
        )
        hint = "撤下一篇,写 item: 那一篇里任一行的行号和开头几个字;撤下整版,写 page: true。"
        yield file.fault(path, message, hint, code="sidecar-withdrawn")
    if not is_day(entry["on"]):
        message = f"withdrawn:“{entry['on']}”不是一个日期。"
        yield file.fault((*path, "on"), message, "请写成 2026-11-30 的样子。", code="sidecar-withdrawn")
