"""What can be wrong with a sidecar beyond its form, each with its line and how to mend it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from generator.editing.sidecars.authors import faults_of_authors
from generator.editing.sidecars.checking import faults_of_check
from generator.editing.sidecars.schema import (
    AUTHORS,
    CHANGE,
    CHECKED,
    FORMERLY,
    ITEM_TAGS,
    KINDS,
    STATEMENTS,
    TAGS,
    WITHDRAWAL,
)
from generator.editing.sidecars.stating import faults_of_statements
from generator.editing.sidecars.withdrawing import entries_of, faults_of_withdrawal
from generator.model import SourceText
from generator.model.edtf import is_edtf
from generator.reading.remnants import text_of
from generator.telling.diagnostics import Diagnostic
from generator.telling.nearest import nearest
from generator.vocabulary.form import form_faults
from generator.vocabulary.yamlfiles import KeyPath, YamlFile, spelled

ADDRESS = re.compile(r"[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)*")
"""An id of an item or of a page."""


def changes_of(data: Mapping[str, Any]) -> Iterator[tuple[int, KeyPath, Mapping[str, Any]]]:
    """Yield line, path and change of every correction, short forms written out."""
    for line, value in data.get("corrections", {}).items():
        path: KeyPath = ("corrections", line)
        values = value if isinstance(value, list) else [value]
        for index, change in enumerate(values):
            where = (*path, index) if isinstance(value, list) else path
            yield line, where, {"role": change} if isinstance(change, str) else change


def faults_of(file: YamlFile, source: SourceText) -> Iterator[Diagnostic]:
    """Yield every fault of a sidecar whose form is right: dates, lines, words that are not there."""
    data = file.data
    if "date" in data and not is_edtf(str(data["date"])):
        message = f"date:“{data['date']}”不是一个日期。"
        hint = "请写 2022、2022-06、2022-06-16,或区间 2022-06-11/2022-06-30。"
        yield file.fault(("date",), message, hint, code="sidecar-date")
    for line, path, change in changes_of(data):
        yield from _faults_of_change(file, source, line, path, change)
    yield from _faults_of_checks(file, source, data.get("checked", []))
    for line, authors in data.get("authors", {}).items():
        yield from _faults_of_item(file, source, ("authors", line), authors, AUTHORS, faults_of_authors)
    for line, said in data.get("items", {}).items():
        yield from _faults_of_item(file, source, ("items", line), said, STATEMENTS, faults_of_statements)
    for key, value in data.get("tags", {}).items():
        yield from _faults_of_tags(file, source, key, value)
    for key, value in data.get("formerly", {}).items():
        yield from _faults_of_former(file, source, key, value)
    for where, entry in entries_of(data.get("withdrawn")):
        yield from _faults_of_withdrawal(file, source, where, entry)


def _faults_of_withdrawal(
    file: YamlFile, source: SourceText, path: KeyPath, entry: Any
) -> Iterator[Diagnostic]:
    wrong = list(_faults_of_form(file, spelled(path), path, entry, WITHDRAWAL))
    yield from wrong or faults_of_withdrawal(file, path, entry)
    line = entry.get("item") if isinstance(entry, Mapping) else None
    if isinstance(line, int) and not isinstance(line, bool):
        yield from _faults_of_line(file, source, line, (*path, "item"))


def _faults_of_former(file: YamlFile, source: SourceText, key: object, value: Any) -> Iterator[Diagnostic]:
    path: KeyPath = ("formerly", key) if isinstance(key, str | int) else ("formerly",)
    if not isinstance(key, str) or not ADDRESS.fullmatch(key):
        message = f"formerly:“{key}”不是一个编号。"
        hint = "请写从前的编号:地址 articles/ 后面的那一段,或版面从前的文件名(不带 .txt)。"
        yield file.fault(path, message, hint, code="sidecar-formerly")
    yield from _faults_of_form(file, f"formerly.{key}", path, value, FORMERLY)
    if value == "page" and key == source.id:
        yield file.fault(
            path, f"formerly:“{key}”就是这一版现在的名字。", "请删去这一行。", code="sidecar-formerly"
        )
    for line in value if isinstance(value, list) else [value]:
        if isinstance(line, int) and not isinstance(line, bool):
            yield from _faults_of_line(file, source, line, path)


def _faults_of_change(
    file: YamlFile, source: SourceText, line: object, path: KeyPath, change: Any
) -> Iterator[Diagnostic]:
    if not isinstance(line, int) or isinstance(line, bool):
        yield file.fault(
            path, f"corrections:“{line}”不是行号。", "请写原文的行号,从 1 数起。", code="sidecar-line"
        )
        return
    yield from _faults_of_line(file, source, line, path)
    yield from _faults_of_form(file, f"第 {line} 行的改正", path, change, CHANGE)
    if not isinstance(change, Mapping):
        return
    for key in ("item", "joins", "after"):
        target = change.get(key)
        if isinstance(target, int) and not isinstance(target, bool):
            yield from _faults_of_line(file, source, target, path)
            if target == line:
                yield file.fault(
                    path, f"第 {line} 行的 {key} 指向它自己。", "请写另一行的行号。", code="sidecar-line"
                )
    read = change.get("read")
    if isinstance(read, str) and 1 <= line <= len(source.lines) and read not in source.lines[line - 1]:
        message = f"第 {line} 行里没有“{read}”,这一改正对不上原文。"
        yield file.fault(
            path, message, "请核对行号和 read 的字;原文改过之后,改正也要跟着改。", code="sidecar-read"
        )


def _faults_of_checks(file: YamlFile, source: SourceText, entries: list[Any]) -> Iterator[Diagnostic]:
    wrong = list(_faults_of_form(file, "checked", ("checked",), entries, CHECKED))
    yield from wrong
    for index, entry in enumerate(entries):
        line = entry.get("item") if isinstance(entry, Mapping) else entry
        if isinstance(line, int) and line > 0:
            yield from _faults_of_line(file, source, line, ("checked", index))
        if not wrong:
            yield from faults_of_check(file, ("checked", index), entry)


def _faults_of_item(
    file: YamlFile,
    source: SourceText,
    path: tuple[str, object],
    said: Any,
    schema: Mapping[str, Any],
    further: Callable[[YamlFile, int, Any], Iterator[Diagnostic]],
) -> Iterator[Diagnostic]:
    """Yield what is wrong with what is said of the item at a line: its line, its form, and `further` if both are right."""
    part, line = path
    where: KeyPath = (part, line) if isinstance(line, str | int) else (part,)
    if not isinstance(line, int) or isinstance(line, bool):
        hint = "请写这一篇里一行的行号,从 1 数起。"
        yield file.fault(where, f"{part}:“{line}”不是行号。", hint, code="sidecar-line")
        return
    yield from _faults_of_line(file, source, line, where)
    faults = list(_faults_of_form(file, f"{part}.{line}", where, said, schema))
    yield from faults or further(file, line, said)


def _faults_of_line(file: YamlFile, source: SourceText, line: int, path: KeyPath) -> Iterator[Diagnostic]:
    if not 1 <= line <= len(source.lines):
        message = f"没有第 {line} 行:{source.name} 只有 {len(source.lines)} 行。"
        yield file.fault(path, message, "请核对行号。", code="sidecar-line")
    elif len(set(text_of(source.lines[line - 1]))) == 1:
        message = f"{source.name} 的第 {line} 行是空行。"
        yield file.fault(path, message, "请写有文字的那一行的行号。", code="sidecar-line")


def _faults_of_tags(file: YamlFile, source: SourceText, key: object, value: Any) -> Iterator[Diagnostic]:
    path: KeyPath = ("tags", key) if isinstance(key, str | int) else ("tags",)
    if isinstance(key, int) and not isinstance(key, bool):
        yield from _faults_of_line(file, source, key, path)
        yield from _faults_of_form(file, f"tags.{key}", path, value, ITEM_TAGS)
    elif key in KINDS:
        yield from _faults_of_form(file, f"tags.{key}", path, value, TAGS)
    else:
        hint = f"{nearest(key, KINDS)}可用的键:{'、'.join(KINDS)},或一个行号。"
        yield file.fault(path, f"tags.{key}:不认识的键。", hint, code="sidecar")


def _faults_of_form(
    file: YamlFile, name: str, path: KeyPath, value: Any, schema: Mapping[str, Any]
) -> Iterator[Diagnostic]:
    for fault in form_faults(value, schema):
        where = f"{name},{spelled(fault.path)}" if fault.path else name
        yield file.fault((*path, *fault.path), f"{where}:{fault.message}", fault.hint, code="sidecar")
