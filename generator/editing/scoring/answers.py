"""What a person says of a page, to hold its reading against: `STEM.answer.yml` (or `.answer.json`) for `STEM.txt`.

```yaml
items:                       # in reading order
  - kind: article            # article (where nothing is said) | commentary | caption | brief | list | note
    kicker: [3]              # lines, counted from 1 as an editor's window counts them
    headline: [5, 7]
    deck: [9]
    byline: [11]             # lines that do nothing but name: bylines, signatures, credits
    names: [林禾, 高岩]       # everyone who is named, in a lead or a credit as well
    body: [13, [15, 21], 23-31]   # paragraphs: one line, the lines of a cut paragraph, a stretch of lines
    crossheads: [17]
  - body: [19]
furniture: [1, 33]           # what belongs to no item: mastheads, column marks, editors' lines
```

Every line that is not blank is named once.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

from generator.model import Kind, SourceText
from generator.reading.files import find_pages
from generator.telling.diagnostics import Diagnostic, Severity
from generator.telling.errors import PageFaults, UsageError
from generator.vocabulary.yamlfiles import KeyPath, YamlFile, read_yaml_file

SUFFIXES = (".answer.yml", ".answer.json")
PARTS = ("kicker", "headline", "deck", "byline", "crossheads")
"""The keys of an item that hold lines, besides its body."""
Lines = tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerItem:
    """One item as a person reads it; all lines are 1-based source lines."""

    kind: Kind
    """What it is."""
    display: Lines
    """The lines of kicker, headline and deck, in this order; empty where it has none."""
    byline: Lines
    """The lines that do nothing but name."""
    names: tuple[str, ...]
    """Everyone named."""
    body: tuple[Lines, ...]
    """The lines of each paragraph, crossheads left out."""
    crossheads: Lines
    """The lines of its crossheads."""

    @property
    def body_lines(self) -> frozenset[int]:
        """The lines of all paragraphs."""
        return frozenset(chain.from_iterable(self.body))


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A page as a person reads it."""

    items: tuple[AnswerItem, ...]
    """In reading order."""
    furniture: frozenset[int]
    """Lines that belong to no item."""

    @property
    def crossheads(self) -> frozenset[int]:
        """The lines of the crossheads of all items."""
        return frozenset(line for item in self.items for line in item.crossheads)


@dataclass(frozen=True, slots=True, kw_only=True)
class AnsweredPage:
    """A page that has an answer beside it."""

    path: Path
    """The page's file."""
    answer: Path
    """The answer's file."""
    manner: str
    """The folder it lies in, below the folder that was given; empty for that folder itself."""


def find_answers(folder: Path) -> tuple[tuple[AnsweredPage, ...], tuple[Path, ...]]:
    """Return the pages below `folder` that have an answer, and those that have none, by path.

    Raises UsageError where there is no page, or no answer; PageFaults for answers that no page, or one page
    too many times, stands beside.
    """
    if not folder.is_dir():
        raise UsageError(f"找不到文件夹 {folder}。请给出放版面和答案的文件夹。")
    pages = find_pages(folder)
    answers = {
        path: [near for s in SUFFIXES if os.path.lexists(near := path.with_suffix(s))] for path in pages
    }
    faults = [*_twice(answers), *_orphans(folder, pages)]
    if faults:
        raise PageFaults(faults)
    answered = tuple(
        AnsweredPage(path=path, answer=near[0], manner=_manner(folder, path))
        for path, near in answers.items()
        if near
    )
    if not answered:
        raise UsageError(
            f"{folder} 里有 {len(pages):,} 版,都没有答案:答案写在版面旁边,名叫 {pages[0].stem}.answer.yml,"
            "写法见 CONTRIBUTING.md。"
        )
    return answered, tuple(path for path, near in answers.items() if not near)


def _manner(folder: Path, path: Path) -> str:
    manner = path.parent.relative_to(folder).as_posix()
    return "" if manner == "." else manner


def _twice(answers: Mapping[Path, list[Path]]) -> Iterator[Diagnostic]:
    for path, near in answers.items():
        if len(near) > 1:
            yield Diagnostic(
                code="answer",
                severity=Severity.ERROR,
                path=str(near[1]),
                message=f"{path.name} 已有一份答案 {near[0].name}。",
                hint="请只留一份。",
            )


def _orphans(folder: Path, pages: tuple[Path, ...]) -> Iterator[Diagnostic]:
    wanted = {path.with_suffix(suffix) for path in pages for suffix in SUFFIXES}
    for path in sorted(chain.from_iterable(folder.rglob(f"*{suffix}") for suffix in SUFFIXES)):
        if path not in wanted:
            yield Diagnostic(
                code="answer",
                severity=Severity.ERROR,
                path=str(path),
                message=f"旁边没有名叫 {path.name.partition('.answer.')[0]}.txt 的版面。",
                hint="请改成与版面同名,或删去它。",
            )


@cache
def answer_schema() -> Mapping[str, Any]:
    """Return the JSON Schema of an answer; it lies beside this module."""
    schema: dict[str, Any] = json.loads(Path(__file__).with_name("answer.schema.json").read_text("utf-8"))
    return schema


def read_answer(source: SourceText, path: Path) -> Answer:
    """Read the answer for `source`. Raises PageFaults with every fault of the file."""
    file = read_yaml_file(path, answer_schema())
    faults = [replace(fault, code="answer") if fault.code == "config" else fault for fault in file.faults]
    faults = faults or list(_faults_of_lines(file, source))
    if faults:
        raise PageFaults(faults)
    items = tuple(_item(each, source) for each in file.data["items"])
    return Answer(items=items, furniture=frozenset(_lines(file.data.get("furniture", []), source)))


def _item(data: Mapping[str, Any], source: SourceText) -> AnswerItem:
    parts = {key: _lines(data.get(key, []), source) for key in PARTS}
    return AnswerItem(
        kind=Kind(data.get("kind", "article")),
        display=parts["kicker"] + parts["headline"] + parts["deck"],
        byline=parts["byline"],
        names=tuple(data.get("names", ())),
        body=tuple(_lines(paragraph, source) for paragraph in data["body"]),
        crossheads=parts["crossheads"],
    )


def _lines(data: Any, source: SourceText) -> Lines:
    """Return the lines that a number, a stretch `11-19`, or a list of these names."""
    match data:
        case int():
            return (data,)
        case str():
            first, last = (int(end) for end in data.split("-"))
            last = min(last, len(source.lines))
            return tuple(line for line in range(first, last + 1) if source.lines[line - 1].strip())
        case _:
            return tuple(chain.from_iterable(_lines(each, source) for each in data))


def _faults_of_lines(file: YamlFile, source: SourceText) -> Iterator[Diagnostic]:
    """Yield what is wrong with the lines: not there, blank, named twice, named nowhere."""
    seen: dict[int, KeyPath] = {}
    for path, data in _places(file.data):
        found = _lines(data, source)
        if not found:
            yield _fault(file, path, f"{data} 里没有一行文字。", "前一个行号不大于后一个;请对照版面文件。")
        for line in found:
            if line > len(source.lines) or not source.lines[line - 1].strip():
                yield _fault(file, path, f"第 {line} 行没有文字。", "行号从 1 数起,空行也算一行。")
            elif line in seen:
                first = file.line(seen[line])
                yield _fault(
                    file, path, f"第 {line} 行在本文件第 {first} 行已经写过。", "一行只能写一次,请删去一处。"
                )
            seen.setdefault(line, path)
    missing = [n for n, text in enumerate(source.lines, 1) if text.strip() and n not in seen]
    if missing:
        some = "、".join(map(str, missing[:10])) + "……" * (len(missing) > 10)
        hint = "属于一篇的写进那一篇,不属于任何一篇的写进 furniture。"
        yield _fault(file, (), f"版面有 {len(missing)} 行没有写到:第 {some} 行。", hint)


def _places(data: Mapping[str, Any]) -> Iterator[tuple[KeyPath, int | str]]:
    """Yield each number or stretch of lines with its place in the file."""
    for index, item in enumerate(data["items"]):
        for key in (*PARTS, "body"):
            yield from _leaves(item.get(key, []), ("items", index, key))
    yield from _leaves(data.get("furniture", []), ("furniture",))


def _leaves(data: Any, path: KeyPath) -> Iterator[tuple[KeyPath, int | str]]:
    if isinstance(data, list):
        for index, each in enumerate(data):
            yield from _leaves(each, (*path, index))
    else:
        yield path, data


def _fault(file: YamlFile, path: KeyPath, message: str, hint: str) -> Diagnostic:
    return file.fault(path, message, hint, code="answer-line")
