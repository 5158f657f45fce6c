"""What an editor says of a page beside it: `STEM.yml` for `STEM.txt`. The source itself is never touched.

```yaml
paper: 草原晚报              # everything is optional
date: 2022-06-16             # EDTF: 2022, 2022-06, 2022-06-16, or an interval 2022-06-11/2022-06-30
page: "07"                   # the label as printed, in quotation marks
text: full                   # full (the newspaper's text) | abstract (our own words)
rights: 经作者同意转载

corrections:                 # by source line, as an editor's window counts them
  12: headline               # what the line is: a role, see ROLES
  18: {item: 5}              # it belongs to the item that line 5 is in (its headline, say)
  20: {item: new}            # an item of its own begins with it
  22: {item: none}           # it belongs to no item
  25: {joins: 13}            # it continues the cut paragraph that line 13 ends
  27: {joins: none}          # it begins a paragraph of its own
  31: {after: 44}            # it is read after line 44, in the same item
  69: {read: 民警路, as: 民馨路}          # a misprint; both readings stay
  70: [{role: paragraph}, {read: 杭锦旗, as: 杭锦后旗}]   # several for one line

checked: [5, 44]             # the items that these lines are in were read by an editor: nothing is doubted

tags:                        # for every item of the page
  themes: {add: [社区治理], refuse: [志愿服务]}
  regions: {add: [乌兰察布市], refuse: ["150502"]}
  5: {regions: {refuse: [集宁区]}}        # for the item that line 5 is in alone
```

Places are given by name or code, themes by name or slug.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator.datafiles import DataFile, KeyPath, read_data_file
from generator.diagnostics import Diagnostic
from generator.errors import PageFaults
from generator.model import DateTag, Evidence, Issue, Item, Misprint, Role, SourceText, Span

ROLES: Mapping[str, Role] = {
    "column": Role.COLUMN_MARK,
    "kicker": Role.KICKER,
    "headline": Role.HEADLINE,
    "deck": Role.DECK,
    "subhead": Role.CROSSHEAD,
    "byline": Role.BYLINE,
    "paragraph": Role.PARAGRAPH,
    "list-item": Role.LIST_ITEM,
    "brief": Role.BRIEF,
    "note": Role.EDITORS_NOTE,
    "caption": Role.CAPTION,
    "credit": Role.CREDIT,
    "signature": Role.SIGNATURE,
}
"""The words for roles in a sidecar."""

_LINE: Mapping[str, Any] = {"type": "integer", "minimum": 1}
_WORDS: Mapping[str, Any] = {"type": "string", "minLength": 1}
_CHANGE: Mapping[str, Any] = {
    "type": "object",
    "minProperties": 1,
    "additionalProperties": False,
    "properties": {
        "role": {"enum": list(ROLES)},
        "item": {"anyOf": [_LINE, {"enum": ["new", "none"]}]},
        "joins": {"anyOf": [_LINE, {"enum": ["none"]}]},
        "after": _LINE,
        "read": _WORDS,
        "as": _WORDS,
    },
    "dependentRequired": {"read": ["as"], "as": ["read"]},
}
_TAGS: Mapping[str, Any] = {
    "type": "object",
    "additionalProperties": False,
    "properties": {key: {"type": "array", "items": _WORDS} for key in ("add", "refuse")},
}
_KINDS: Mapping[str, Any] = {"regions": _TAGS, "themes": _TAGS}
SCHEMA: Mapping[str, Any] = {
    "type": ["object", "null"],
    "additionalProperties": False,
    "properties": {
        "paper": _WORDS,
        "date": {"type": ["string", "integer"]},
        "page": _WORDS,
        "text": {"enum": ["full", "abstract"]},
        "rights": _WORDS,
        "corrections": {"type": "object"},
        "checked": {"type": "array", "items": _LINE},
        "tags": {"type": "object"},
    },
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What an editor says of one source line."""

    line: int
    """The 1-based source line."""
    role: Role | None = None
    """What the line is."""
    item: int | str | None = None
    """A line of the item that it belongs to, `new`, or `none`."""
    joins: int | str | None = None
    """The line whose paragraph it continues, or `none`."""
    after: int | None = None
    """The line after which it is read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TagChanges:
    """Tags that an editor adds or refuses; places by name or code, themes by name or slug."""

    add_regions: tuple[str, ...] = ()
    """Places where the item belongs."""
    refuse_regions: tuple[str, ...] = ()
    """Places that the item has nothing to do with."""
    add_themes: tuple[str, ...] = ()
    """Themes that the item is about."""
    refuse_themes: tuple[str, ...] = ()
    """Themes that the item is not about."""

    def __add__(self, other: TagChanges) -> TagChanges:
        return TagChanges(
            add_regions=self.add_regions + other.add_regions,
            refuse_regions=self.refuse_regions + other.refuse_regions,
            add_themes=self.add_themes + other.add_themes,
            refuse_themes=self.refuse_themes + other.refuse_themes,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Sidecar:
    """Everything an editor says of one page."""

    issue: Issue = field(default=Issue())
    """Paper, date, label, kind and rights of the text."""
    corrections: tuple[Correction, ...] = ()
    """By line."""
    misprints: tuple[Misprint, ...] = ()
    """Right readings beside the source readings, by line."""
    checked: frozenset[int] = frozenset()
    """Lines of items that an editor has read and found right."""
    tags: TagChanges = field(default=TagChanges())
    """For every item of the page."""
    item_tags: Mapping[int, TagChanges] = field(default_factory=dict)
    """For the item that holds a line, by line."""
    tag_lines: Mapping[str, int] = field(default_factory=dict)
    """The line of the sidecar on which a tag is named, by its name."""
    path: str = ""
    """The file, as a person would type it; empty where there is none."""

    @classmethod
    def empty(cls) -> Sidecar:
        """Return the sidecar of a page that has none."""
        return cls()

    @property
    def text_kind(self) -> str:
        """`full` or `abstract`."""
        return self.issue.text_kind

    def correction(self, line: int) -> Correction | None:
        """Return what is said of `line`."""
        return next((correction for correction in self.corrections if correction.line == line), None)

    def tags_for(self, item: Item) -> TagChanges:
        """Return what is said of the page's tags and of this item's."""
        own = (changes for line, changes in self.item_tags.items() if line in item.lines)
        return sum(own, self.tags)


def read_sidecar(source: SourceText, path: Path | None) -> Sidecar:
    """Read the sidecar of `source`, or return an empty one where there is no file.

    Raises PageFaults with every fault of the file.
    """
    if path is None:
        return Sidecar.empty()
    file = read_data_file(path, SCHEMA)
    faults = list(file.faults)
    if not faults and file.data is not None:
        faults += _faults(file, source)
    if faults:
        raise PageFaults(faults)
    return _sidecar(file, source)


def _sidecar(file: DataFile, source: SourceText) -> Sidecar:
    data = file.data or {}
    changes = [(line, change) for line, _, change in _changes(data)]
    tags = data.get("tags", {})
    return Sidecar(
        issue=Issue(
            paper=data.get("paper"),
            date=_stated(file, data.get("date")),
            label=data.get("page"),
            text_kind=data.get("text", "full"),
            rights=data.get("rights"),
        ),
        corrections=tuple(_corrections(changes)),
        misprints=tuple(_misprint(source, line, change) for line, change in changes if "read" in change),
        checked=frozenset(data.get("checked", ())),
        tags=_tag_changes({key: value for key, value in tags.items() if isinstance(key, str)}),
        item_tags={key: _tag_changes(value) for key, value in tags.items() if isinstance(key, int)},
        tag_lines=dict(_tag_lines(file, tags)),
        path=file.path,
    )


def _stated(file: DataFile, date: object) -> DateTag:
    if date is None:
        return DateTag()
    evidence = Evidence(text=str(date), line=file.line(("date",)) or 1, rule="sidecar")
    return DateTag(edtf=str(date), basis="stated", evidence=(evidence,))


def _corrections(changes: list[tuple[int, Mapping[str, Any]]]) -> Iterator[Correction]:
    merged: dict[int, dict[str, Any]] = {}
    for line, change in changes:
        merged.setdefault(line, {}).update(change)
    for line, change in sorted(merged.items()):
        if change.keys() & {"role", "item", "joins", "after"}:
            yield Correction(
                line=line,
                role=ROLES[change["role"]] if "role" in change else None,
                item=change.get("item"),
                joins=change.get("joins"),
                after=change.get("after"),
            )


def _misprint(source: SourceText, line: int, change: Mapping[str, Any]) -> Misprint:
    start = source.line_span(line).start + source.lines[line - 1].index(change["read"])
    span = Span(start, start + len(change["read"]))
    return Misprint(line=line, span=span, read=change["read"], corrected=change["as"])


def _tag_changes(data: Mapping[str, Any]) -> TagChanges:
    regions, themes = data.get("regions", {}), data.get("themes", {})
    return TagChanges(
        add_regions=tuple(regions.get("add", ())),
        refuse_regions=tuple(regions.get("refuse", ())),
        add_themes=tuple(themes.get("add", ())),
        refuse_themes=tuple(themes.get("refuse", ())),
    )


def _tag_lines(file: DataFile, node: Any, path: KeyPath = ("tags",)) -> Iterator[tuple[str, int]]:
    children = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, child in children:
        yield from _tag_lines(file, child, (*path, key))
    if isinstance(node, str):
        yield node, file.line(path) or 1


def _changes(data: Mapping[str, Any]) -> Iterator[tuple[int, KeyPath, Mapping[str, Any]]]:
    """Yield line, path and change of every correction, short forms written out."""
    for line, value in data.get("corrections", {}).items():
        path: KeyPath = ("corrections", line)
        values = value if isinstance(value, list) else [value]
        for index, change in enumerate(values):
            where = (*path, index) if isinstance(value, list) else path
            yield line, where, {"role": change} if isinstance(change, str) else change


def _faults(file: DataFile, source: SourceText) -> Iterator[Diagnostic]:
    data = file.data
    if "date" in data and not is_edtf(str(data["date"])):
        message = f"date:“{data['date']}”不是一个日期。"
        hint = "请写 2022、2022-06、2022-06-16,或区间 2022-06-11/2022-06-30。"
        yield file.fault(("date",), message, hint, code="sidecar-date")
    for line, path, change in _changes(data):
        yield from _faults_of_change(file, source, line, path, change)
    for index, line in enumerate(data.get("checked", ())):
        yield from _faults_of_line(file, source, line, ("checked", index))
    for key, value in data.get("tags", {}).items():
        yield from _faults_of_tags(file, source, key, value)


def _faults_of_change(
    file: DataFile, source: SourceText, line: object, path: KeyPath, change: Any
) -> Iterator[Diagnostic]:
    if not isinstance(line, int) or isinstance(line, bool):
        yield file.fault(
            path, f"corrections:“{line}”不是行号。", "请写原文的行号,从 1 数起。", code="sidecar-line"
        )
        return
    yield from _faults_of_line(file, source, line, path)
    for fault in _check(change, _CHANGE):
        hint = (
            "可用的角色:" + "、".join(ROLES) + "。"
            if "role" in fault
            else "可用的键:role、item、joins、after、read 和 as。"
        )
        yield file.fault(path, f"第 {line} 行的改正:{fault}", hint, code="sidecar")
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


def _faults_of_line(file: DataFile, source: SourceText, line: int, path: KeyPath) -> Iterator[Diagnostic]:
    if not 1 <= line <= len(source.lines):
        message = f"没有第 {line} 行:{source.name} 只有 {len(source.lines)} 行。"
        yield file.fault(path, message, "请核对行号。", code="sidecar-line")
    elif not source.lines[line - 1].strip():
        message = f"{source.name} 的第 {line} 行是空行。"
        yield file.fault(path, message, "请写有文字的那一行的行号。", code="sidecar-line")


def _faults_of_tags(file: DataFile, source: SourceText, key: object, value: Any) -> Iterator[Diagnostic]:
    path: KeyPath = ("tags", key) if isinstance(key, str | int) else ("tags",)
    if isinstance(key, int) and not isinstance(key, bool):
        yield from _faults_of_line(file, source, key, path)
        schema: Mapping[str, Any] = {"type": "object", "additionalProperties": False, "properties": _KINDS}
    elif key in _KINDS:
        schema = _TAGS
    else:
        hint = "可用的键:regions、themes,或一个行号。"
        yield file.fault(path, f"tags:不认识“{key}”。", hint, code="sidecar")
        return
    for fault in _check(value, schema):
        yield file.fault(path, f"tags.{key}:{fault}", "写法:{add: [名称], refuse: [名称]}。", code="sidecar")


def _check(value: Any, schema: Mapping[str, Any]) -> list[str]:
    from jsonschema import Draft202012Validator

    found = []
    for error in Draft202012Validator(schema).iter_errors(value):
        where = ".".join(str(part) for part in error.absolute_path)
        found.append(f"{where + ':' if where else ''}{error.message}。")
    return found


_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def is_edtf(text: str) -> bool:
    """Tell whether `text` is an EDTF date, or an interval of two in their order.

    >>> is_edtf("2022-06-31"), is_edtf("2022-06"), is_edtf("2022-06-11/2022-06-30")
    (False, True, True)
    """
    parts = text.split("/")
    if len(parts) > 2:
        return False
    bounds = [_bounds(part) for part in parts]
    known = [bound for bound in bounds if bound is not None]
    return len(known) == len(parts) and (len(known) == 1 or known[0][0] <= known[1][1])


def _bounds(text: str) -> tuple[str, str] | None:
    """Return the first and last day that a date can mean, or None if it is none."""
    found = _DATE.fullmatch(text)
    if found is None:
        return None
    year, month, day = found.groups()
    try:
        datetime.date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    return f"{year}-{month or '01'}-{day or '01'}", f"{year}-{month or '12'}-{day or '31'}"
