"""What a sidecar states of an item: `items: {12: {column: 草原书屋, kind: commentary, series: "3", headline: 编者拟的题}}`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator.model import EDITOR, SourceText, evidence_at
from generator.model.statements import NONE, About, Statement
from generator.reading.grammar.series import part_number
from generator.telling.diagnostics import Diagnostic
from generator.vocabulary.yamlfiles import KeyPath, YamlFile

NAMES: Mapping[str, str] = {"column": "栏目的名称", "headline": "拟的题"}
"""What must hold letters, by its key."""


def statements_of(file: YamlFile, words: SourceText) -> Mapping[int, tuple[Statement, ...]]:
    """Return what a sidecar without faults states of items, by a line of the item; `words` is its text."""
    return {
        line: tuple(_statement(file, words, ("items", line, key), value) for key, value in entry.items())
        for line, entry in file.data.get("items", {}).items()
    }


def faults_of_statements(file: YamlFile, line: int, entry: Mapping[str, Any]) -> Iterator[Diagnostic]:
    """Yield a fault for every name without a letter, and for a number that is none; their form is right."""
    for key, name in NAMES.items():
        if key in entry and not any(character.isalpha() for character in entry[key]):
            message = f"items.{line}.{key}:“{entry[key]}”里没有文字,应当是{name}。"
            yield file.fault(("items", line, key), message, f"请写{name},或删去这一项。", code="sidecar-item")
    series = str(entry.get("series", NONE))
    if series != NONE and part_number(series) is None:
        message = f"items.{line}.series:“{series}”不是期号,应当是 1 以上的数。"
        hint = '请写系列里的第几篇:"3"、③、(三) 都行;不属于系列的,写 none。'
        yield file.fault(("items", line, "series"), message, hint, code="sidecar-item")


def _statement(file: YamlFile, words: SourceText, path: KeyPath, value: Any) -> Statement:
    return Statement(
        about=About(str(path[-1])),
        text=" ".join(str(value).split()),
        evidence=evidence_at(words, (file.spans[path],), EDITOR),
    )
