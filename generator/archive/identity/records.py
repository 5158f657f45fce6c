"""`STEM.published.jsonl`: what was published of a page, so that its addresses keep their meaning.

The first line names the page and the names it had before; each further line is one item that was published. The file
is written by `banmian record` when an archive is published, never by hand and never by a build.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from generator.archive.identity.sketches import KEPT, Sketch
from generator.model import Item
from generator.model.plainfiles import UnfitFile, read_plain, visible_in
from generator.telling.diagnostics import Diagnostic, Severity
from generator.telling.errors import PageFaults
from generator.telling.system import naming
from generator.vocabulary.form import FormFault, form_faults

SUFFIX = ".published.jsonl"
LIMIT = 20_000_000
"""Bytes of the largest file; a page of a hundred items has about 60,000."""
_DAY: Mapping[str, Any] = {
    "type": "string",
    "pattern": r"\A[0-9]{4}-[0-9]{2}-[0-9]{2}\Z",
    "description": "形如 2026-11-30 的日期",
}
_ID: Mapping[str, Any] = {
    "type": "string",
    "pattern": r"\A[A-Za-z0-9]+([-_][A-Za-z0-9]+)*\Z",
    "maxLength": 80,
    "description": "编号",
}
PAGE_ROW: Mapping[str, Any] = {
    "type": "object",
    "additionalProperties": False,
    "required": ["page", "formerly"],
    "properties": {"page": _ID, "formerly": {"type": "array", "items": _ID}},
}
ITEM_ROW: Mapping[str, Any] = {
    "type": "object",
    "additionalProperties": False,
    "required": ["id", "entered", "changed", "title", "cited", "digest", "size", "sketch"],
    "properties": {
        "id": _ID,
        "entered": _DAY,
        "changed": _DAY,
        "title": {"type": "string"},
        "cited": {"type": "string"},
        "digest": {"type": "string"},
        "size": {"type": "integer", "minimum": 1},
        "sketch": {"type": "string", "maxLength": 6 * KEPT},
        "gone": {"type": "boolean"},
    },
}


def _any(_: Any) -> bool:
    return True


def _is_day(value: str) -> bool:
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


_IS_ID = re.compile(_ID["pattern"]).search
FORMS: Mapping[str, tuple[type, Callable[[Any], object]]] = {
    "id": (str, lambda value: len(value) <= _ID["maxLength"] and _IS_ID(value)),
    "entered": (str, _is_day),
    "changed": (str, _is_day),
    "title": (str, _any),
    "cited": (str, _any),
    "digest": (str, _any),
    "size": (int, lambda value: value > 0),
    "sketch": (str, lambda value: len(value) <= 6 * KEPT),
    "gone": (bool, _any),
}
"""The type of each field of an item's row, and what else must hold: ITEM_ROW as quick checks."""
REQUIRED = frozenset(ITEM_ROW["required"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """An item that was published."""

    id: str
    """Its id, for ever."""
    sketch: Sketch
    """What it said when it was last recorded."""
    title: str = ""
    """Its title then."""
    cited: str = ""
    """How it was cited then."""
    entered: str = ""
    """The day on which it entered the archive, ISO 8601; empty where it never was recorded."""
    changed: str = ""
    """The day on which it was last found changed."""
    digest: str = ""
    """Digest of what a reader saw of it."""
    gone: bool = False
    """Whether nothing is left of it, as an editor has acknowledged."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """What was published of one page."""

    page: str
    """The page's id when it was last recorded."""
    formerly: tuple[str, ...] = ()
    """The ids that the page had before, the oldest first."""
    records: tuple[Record, ...] = ()
    """Its items, in the order in which they were first published."""
    path: str = ""
    """The file, as a person would type it."""

    def text(self) -> str:
        """Return the file's text."""
        rows = [{"page": self.page, "formerly": list(self.formerly)}, *map(_row, self.records)]
        return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def digest_of(item: Item) -> str:
    """Return a digest of what a reader sees of an item: headings, names, words and their corrections."""
    headings = [heading.text if heading else "" for heading in (item.kicker, item.headline, item.deck)]
    names = [(who.title, who.name) for who in item.contributors]
    words = [(str(paragraph.kind), paragraph.text) for paragraph in item.body]
    mended = [(misprint.read, misprint.corrected) for misprint in item.misprints]
    supplied = [item.supplied] if item.supplied else []
    told = [str(item.kind), item.column, headings, names, words, mended, *supplied]
    seen = json.dumps(told, ensure_ascii=False)
    return hashlib.sha256(seen.encode()).hexdigest()[:16]


def find_ledgers(folder: Path) -> tuple[Ledger, ...]:
    """Return the ledgers that lie in `folder` and below, in order of their paths; hidden ones are left out.

    Raises PageFaults with every fault of every file, and where two files speak of one page.
    """
    faults: list[Diagnostic] = []
    found: dict[str, Ledger] = {}
    for path in sorted(path for path in visible_in(folder) if path.name.endswith(SUFFIX)):
        try:
            ledger = read_ledger(path)
        except PageFaults as error:
            faults.extend(error.diagnostics)
            continue
        if ledger.page in found:
            message = f"{found[ledger.page].path} 也是版面 {ledger.page} 的登记。"
            faults.append(_fault(path, 1, message, "请只留下其中一个。"))
        found[ledger.page] = ledger
    if faults:
        raise PageFaults(faults)
    return tuple(found.values())


def read_ledger(path: Path) -> Ledger:
    """Read one file. Raises PageFaults with every fault."""
    try:
        lines = read_plain(path, LIMIT).decode("utf-8").splitlines()
    except UnfitFile as unfit:
        raise PageFaults([_fault(path, None, unfit.message, RESTORE)]) from None
    except UnicodeDecodeError:
        raise PageFaults([_fault(path, None, "文件不是 UTF-8 编码。", RESTORE)]) from None
    faults: list[Diagnostic] = []
    head: Mapping[str, Any] = {"page": "", "formerly": []}
    records: list[Record] = []
    for number, line in enumerate(lines or [""], 1):
        row = _parsed(path, number, line, PAGE_ROW if number == 1 else ITEM_ROW, faults)
        if row is None:
            continue
        if number == 1:
            head = row
        else:
            records.extend(_record(path, number, row, faults))
    if not faults and head["page"] != path.name.removesuffix(SUFFIX):
        faults.append(_fault(path, 1, f"文件名与其中的版面 {head['page']} 不合。", RESTORE))
    if faults:
        raise PageFaults(faults)
    return Ledger(page=head["page"], formerly=tuple(head["formerly"]), records=tuple(records), path=str(path))


def write_ledgers(texts: Mapping[Path, str]) -> None:
    """Write each file that differs, whole or not at all; a file with no text goes."""
    for path, text in texts.items():
        if not text:
            path.unlink()
        elif not path.exists() or path.read_bytes() != text.encode():
            beside = path.with_name(f".{path.name}.new")
            try:
                with naming(path):
                    beside.write_bytes(text.encode())
                beside.replace(path)
            finally:
                beside.unlink(missing_ok=True)


RESTORE = "这个文件由 banmian record 写,请不要改动;改坏了,就从版本库里取回原来的。"


def _parsed(
    path: Path, number: int, line: str, schema: Mapping[str, Any], faults: list[Diagnostic]
) -> Mapping[str, Any] | None:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        faults.append(_fault(path, number, "这一行不是 JSON。", RESTORE))
        return None
    if schema is ITEM_ROW and _plain(row):
        return dict(row)
    wrong = form_faults(row, schema) or [FormFault((), "日期不存在。")] * (schema is ITEM_ROW)
    faults.extend(
        _fault(path, number, f"{'.'.join(map(str, fault.path))}:{fault.message}", RESTORE) for fault in wrong
    )
    return None if wrong else row


def _plain(row: Any) -> bool:
    """Tell quickly that a row of an item has the form that is written; of any other, the schema says what is wrong."""
    if not isinstance(row, dict) or not row.keys() >= REQUIRED or not row.keys() <= FORMS.keys():
        return False
    return all(type(value) is FORMS[key][0] and FORMS[key][1](value) for key, value in row.items())


def _record(path: Path, number: int, row: Mapping[str, Any], faults: list[Diagnostic]) -> Iterator[Record]:
    try:
        found = Sketch.unpacked(row["size"], row["sketch"])
    except ValueError:
        faults.append(_fault(path, number, "sketch:看不懂。", RESTORE))
        return
    yield Record(sketch=found, **{key: row[key] for key in row if key not in ("size", "sketch")})


def _row(record: Record) -> Mapping[str, Any]:
    return {
        "id": record.id,
        "entered": record.entered,
        "changed": record.changed,
        "title": record.title,
        "cited": record.cited,
        "digest": record.digest,
        "size": record.sketch.size,
        "sketch": record.sketch.packed(),
        **({"gone": True} if record.gone else {}),
    }


def _fault(path: Path, line: int | None, message: str, hint: str) -> Diagnostic:
    return Diagnostic(
        code="published",
        severity=Severity.ERROR,
        path=str(path),
        line=line,
        message=f"已发表地址的登记:{message}",
        hint=hint,
    )
