"""Reads YAML files that people write, and tells every fault at once with its line.

Aliases are refused (a few bytes of them can stand for gigabytes), and so are keys given twice.
Dates and numbers keep their YAML type, so schemas say what they expect.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import yaml

from generator.model import Span
from generator.model.plainfiles import UnfitFile, read_plain
from generator.telling.diagnostics import Diagnostic, Severity
from generator.vocabulary.form import form_faults, shown

KeyPath = tuple[str | int, ...]
LIMIT = 2_000_000
"""Bytes of the largest YAML file; what an editor writes by hand is far smaller."""
UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""Characters of no text: controls but for tab and newline, halves of pairs, and what Unicode keeps out."""
DEPTH = 50
"""Deepest nesting; the parser's time grows with the square of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class YamlFile:
    """The content of one YAML file and where each part of it stands."""

    path: str
    """The file, as a person would type it."""
    data: Any
    """Plain Python values."""
    lines: Mapping[KeyPath, int]
    """The 1-based line of each value, by its path of keys and indexes."""
    faults: tuple[Diagnostic, ...]
    """What is wrong with it; `data` may be used only when this is empty."""
    text: str = ""
    """The decoded text, newlines as LF."""
    spans: Mapping[KeyPath, Span] = field(default_factory=dict)
    """Where each single value stands in `text`, without quotation marks around it, by its path."""

    def line(self, path: KeyPath) -> int | None:
        """Return the line of the value at `path`, or of the nearest part around it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path)

    def fault(self, path: KeyPath, message: str, hint: str = "", code: str = "config") -> Diagnostic:
        """Return an error at the value at `path`."""
        return Diagnostic(
            code=code,
            severity=Severity.ERROR,
            path=self.path,
            line=self.line(path),
            message=message,
            hint=hint,
        )


class _Loader(yaml.SafeLoader):
    """YAML 1.1 without dates and times, and without `on` and `off`: these and `2022-06-11` stay text."""


def _resolves(first: str, tag: str) -> bool:
    kind = tag.rpartition(":")[2]
    return kind != "timestamp" and not (kind == "bool" and first in "oO")


_Loader.yaml_implicit_resolvers = {
    first: [(tag, regexp) for tag, regexp in resolvers if _resolves(first, tag)]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


class _Fault(Exception):
    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line
        self.message = message


def read_yaml_file(
    path: Path,
    schema: Mapping[str, Any],
    *,
    shown: str | None = None,
    loader: type[yaml.SafeLoader] | None = None,
) -> YamlFile:
    """Read `path` and hold it against a JSON Schema; faults are returned, not raised.

    `shown` is the file's name in messages, by default `path` as given; `loader` knows
    the tags of a dialect.
    """
    name = shown or str(path)
    try:
        raw = read_plain(path, LIMIT)
        text = raw.decode("utf-8-sig")
    except FileNotFoundError:
        return _faulty(name, None, "找不到这个文件。")
    except UnfitFile as unfit:
        file = _faulty(name, None, unfit.message)
        return replace(file, faults=(replace(file.faults[0], code=unfit.code, hint=unfit.hint),))
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        return _faulty(name, line, "文件不是 UTF-8 编码,请另存为 UTF-8。")
    return read_yaml_text(text, schema, shown=name, loader=loader)


def read_yaml_text(
    words: str, schema: Mapping[str, Any], *, shown: str, loader: type[yaml.SafeLoader] | None = None
) -> YamlFile:
    """Read what a YAML file called `shown` holds, or is to hold, in the same way."""
    text = words.replace("\r\n", "\n").replace("\r", "\n")
    try:
        found = _compose(text, loader or _Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        problem = error.problem or error.context or "YAML"
        line = mark.line + 1 if mark else None
        wide = _wide_colon(text, line)
        if wide:
            return _faulty(shown, wide, "键后面是全角冒号“：”,YAML 只认半角冒号和一个空格。")
        return _faulty(shown, line, f"YAML 语法有误({problem})。")
    except yaml.YAMLError as error:
        return _faulty(shown, None, f"YAML 里有不允许的字符({error})。".replace("\n", " "))
    except _Fault as fault:
        return _faulty(shown, fault.line, fault.message)
    file = YamlFile(path=shown, data=found.data, lines=found.lines, faults=(), text=text, spans=found.spans)
    return replace(file, faults=_schema_faults(file, schema))


WIDE_COLON = re.compile(r"\s*(?:-\s+)?[A-Za-z]+：")
"""A key of ours, followed by what YAML takes for a letter."""


def _wide_colon(text: str, line: int | None) -> int | None:
    """Return the number of the line at a fault, or the one above it, on which a key has a full-width colon."""
    rows = text.split("\n")
    near = [] if line is None else [line, line - 1]
    return next((each for each in near if 0 < each <= len(rows) and WIDE_COLON.match(rows[each - 1])), None)


INDENT = "请检查这一行的缩进、冒号后的空格和引号。"


def _faulty(name: str, line: int | None, message: str) -> YamlFile:
    fault = Diagnostic(
        code="yaml",
        severity=Severity.ERROR,
        path=name,
        line=line,
        message=message,
        hint=INDENT if line else "",
    )
    return YamlFile(path=name, data=None, lines={}, faults=(fault,))


@dataclass(slots=True)
class _Found:
    """What a text was read as."""

    text: str
    data: Any = None
    lines: dict[KeyPath, int] = field(default_factory=dict)
    spans: dict[KeyPath, Span] = field(default_factory=dict)


def _compose(text: str, dialect: type[yaml.SafeLoader]) -> _Found:
    loader = dialect(text)
    depth = 0
    try:
        while loader.check_event():
            event: yaml.Event = loader.get_event()  # type: ignore[no-untyped-call]
            line = event.start_mark.line + 1 if event.start_mark else 1
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if isinstance(event, yaml.AliasEvent):
                raise _Fault(line, "YAML 里不允许使用别名(*名字)。")
            if depth > DEPTH:
                raise _Fault(line, f"YAML 嵌套过深,超过 {DEPTH} 层。")
    finally:
        loader.dispose()
    loader = dialect(text)
    found = _Found(text=text)
    try:
        node = loader.get_single_node()
        found.data = _convert(loader, node, (), found) if node is not None else None
    finally:
        loader.dispose()
    return found


def _convert(loader: yaml.SafeLoader, node: yaml.Node, path: KeyPath, found: _Found) -> Any:
    found.lines.setdefault(path, node.start_mark.line + 1)
    if isinstance(node, yaml.SequenceNode):
        return [_convert(loader, child, (*path, index), found) for index, child in enumerate(node.value)]
    if not isinstance(node, yaml.MappingNode):
        found.spans[path] = _words(node, found.text)
        return _value(loader, node)
    result: dict[Hashable, Any] = {}
    for key_node, value_node in node.value:
        key = _value(loader, key_node)
        line = key_node.start_mark.line + 1
        if not isinstance(key, str | int):
            raise _Fault(line, f"键应当是文字或整数,写的是{shown(key)}。")
        if key in result:
            raise _Fault(line, f"键“{key}”写了两次,后一个会盖住前一个。")
        found.lines[*path, key] = line
        result[key] = _convert(loader, value_node, (*path, key), found)
    return result


def _value(loader: yaml.SafeLoader, node: yaml.Node) -> Any:
    """Return a single value, or a key. Raises _Fault for one that cannot be, or that nobody can see."""
    line = node.start_mark.line + 1
    try:
        value = loader.construct_object(node, deep=True)
    except ValueError:
        raise _Fault(line, f"看不懂这个值:“{node.value}”。") from None
    unseen = UNSEEN.search(value) if isinstance(value, str) else None
    if unseen:
        raise _Fault(line, f"文字里有控制字符 U+{ord(unseen[0]):04X},应当只有看得见的字。")
    return value


def _words(node: yaml.Node, text: str) -> Span:
    """Return where a value's words stand: without quotation marks, unless it is written in another way than it reads."""
    start, end = node.start_mark.index, node.end_mark.index
    inside = text.find(str(node.value), start, end)
    if inside < 0:
        return Span(start, end)
    return Span(inside, inside + len(str(node.value)))


def _schema_faults(file: YamlFile, schema: Mapping[str, Any]) -> tuple[Diagnostic, ...]:
    faults = [
        file.fault(fault.path, f"{spelled(fault.path)}:{fault.message}", fault.hint)
        for fault in form_faults(file.data, schema)
    ]
    return tuple(sorted(faults, key=lambda fault: fault.line or 0))


def spelled(path: KeyPath) -> str:
    """Return the place of a value as a message names it."""
    return ".".join(str(part) for part in path) or "整个文件"
