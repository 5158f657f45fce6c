"""Lines as a sidecar names them: by number, and by the words that begin them, so that no correction goes stale.

`12 草原深处`: line 12, which begins so. Where lines were put in above, the line with these words is found again and
a note says how to write it now; where no line begins so, or several do, that is an error. A bare `12` still works.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.archive.identity.sketches import letters
from generator.editing.sidecars.openings import Openings
from generator.editing.sidecars.withdrawing import entries_of
from generator.model import SourceText
from generator.reading.remnants import text_of
from generator.telling.diagnostics import Diagnostic, Severity
from generator.vocabulary.yamlfiles import KeyPath, YamlFile

NAMED = re.compile(r"(\d{1,7})\s+(\S.*)", re.DOTALL)
SHOWN = 8
"""Characters of a line that name it."""
ENOUGH = 4
"""Characters that do, where one that YAML would take for its own comes next."""
PLAIN = re.compile(r"[\w“”‘’《》，。、；！？（）·—…□◎■]+")
"""Signs that YAML takes for text wherever they stand behind a number and a blank."""
KEYS = ("corrections", "tags", "checked", "authors", "items", "formerly", "withdrawn")
"""Parts of a sidecar that may name lines."""
LINE_KEYS = ("item", "joins", "after")
"""Keys of a correction that may hold a line."""
SHAPE = r"^[0-9]{1,7}\s+\S"
"""What a line named by number and words looks like."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A line that a sidecar names."""

    written: int | str
    """As it stands in the file."""
    path: KeyPath
    """Where it stands."""
    number: int
    """The line's number as written."""
    words: str
    """The words that begin the line, blanks left out; empty where none are given."""


@dataclass(frozen=True, kw_only=True)
class Found:
    """A sidecar's data with every line as a number of today."""

    data: Mapping[str, Any]
    """The data, lines as integers."""
    origins: Mapping[KeyPath, KeyPath]
    """The path in the file of each path in `data` that differs."""
    faults: tuple[Diagnostic, ...]
    """Lines that were not found."""
    notes: tuple[Diagnostic, ...] = field(default=())
    """Lines that moved, and lines that are named by their number alone."""


def squeezed(text: str) -> str:
    """Return a text without blanks.

    >>> squeezed("　草原 深处")
    '草原深处'
    """
    return "".join(text.split())


def reference(source: SourceText, line: int) -> str:
    """Return a line as a sidecar should name it: its number and the words that begin it, ready for YAML.

    >>> reference(SourceText(id="a", name="a.txt", text="草原深处的党支部\\n# 甲: 乙", encoding="utf-8", sha256=""), 2)
    '"2 #甲:乙"'
    """
    raw = source.lines[line - 1]
    return named(line, raw[slice(*text_of(raw))])


def named(line: int, text: str) -> str:
    """Return a line with the words that `text` begins with, as YAML takes it.

    >>> named(12, "草原深处的党支部,一个也不少")
    '12 草原深处的党支部'
    """
    words = squeezed(text)[:SHOWN]
    plain = PLAIN.match(words)
    if plain and len(plain[0]) >= min(len(words), ENOUGH):
        return f"{line} {plain[0]}"
    quoted = words.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{line} {quoted}"' if words else str(line)


def find_lines(file: YamlFile, source: SourceText) -> Found:
    """Return the data of a sidecar with its lines found in `source`."""
    return _Finding(file, source).done()


class _Finding:
    def __init__(self, file: YamlFile, source: SourceText) -> None:
        self.file = file
        self.source = source
        texts = [line[slice(*text_of(line))] for line in source.lines]
        self.lines = [squeezed(text) for text in texts]
        self.letters = [letters(text) for text in texts]
        self.openings = Openings(self.lines), Openings(self.letters)
        self.data: Mapping[str, Any] = file.data or {}
        self.faults: list[Diagnostic] = []
        self.notes: list[Diagnostic] = []
        self.origins: dict[KeyPath, KeyPath] = {}
        self.shift = self._shift()

    def done(self) -> Found:
        data = dict(self.data)
        if isinstance(data.get("corrections"), dict):
            data["corrections"] = self._corrections(("corrections",), data["corrections"])
        for key in ("tags", "authors", "items"):
            if isinstance(data.get(key), dict):
                data[key] = self._keyed((key,), data[key])
        if isinstance(data.get("checked"), list):
            data["checked"] = self._list(("checked",), data["checked"])
        if "withdrawn" in data:
            found = [self._entry(*entry) for entry in entries_of(data["withdrawn"])]
            data["withdrawn"] = found if isinstance(data["withdrawn"], list) else found[0]
        if isinstance(data.get("formerly"), dict):
            data["formerly"] = {
                key: self._list(("formerly", key), value)
                if isinstance(value, list)
                else self._line(value, ("formerly", key))
                for key, value in data["formerly"].items()
            }
        return Found(
            data=data, origins=self.origins, faults=tuple(self.faults), notes=tuple(dict.fromkeys(self.notes))
        )

    def _corrections(self, path: KeyPath, changes: Mapping[Any, Any]) -> dict[Any, Any]:
        found: dict[Any, Any] = {}
        for key, value in changes.items():
            line = self._line(key, (*path, key))
            values = value if isinstance(value, list) else [value]
            for index, change in enumerate(values):
                where = (*path, key, index) if isinstance(value, list) else (*path, key)
                at = len(found.get(line, ()))
                self.origins[*path, line, at] = where
                found.setdefault(line, []).append(self._change(where, change))
        return found

    def _entry(self, path: KeyPath, entry: Any) -> Any:
        """Return what is said of one item with the line at its key `item`, or the line itself that stands alone."""
        if not isinstance(entry, Mapping):
            return self._line(entry, path)
        return {
            key: self._line(value, (*path, key)) if key == "item" else value for key, value in entry.items()
        }

    def _change(self, path: KeyPath, change: Any) -> Any:
        if not isinstance(change, Mapping):
            return change
        return {
            key: self._line(value, (*path, key)) if key in LINE_KEYS else value
            for key, value in change.items()
        }

    def _keyed(self, path: KeyPath, entries: Mapping[Any, Any]) -> dict[Any, Any]:
        found: dict[Any, Any] = {}
        for key, value in entries.items():
            line = self._line(key, (*path, key))
            if line != key:
                self.origins[*path, line] = (*path, key)
            if line in found and line != key:
                message = f"{path[0]}:“{key}”和另一个键说的是同一行。"
                self.faults.append(
                    self.file.fault((*path, key), message, "请合成一个。", code="sidecar-line")
                )
            found[line] = value
        return found

    def _list(self, path: KeyPath, values: Iterable[Any]) -> list[Any]:
        return [self._entry((*path, index), value) for index, value in enumerate(values)]

    def _line(self, written: Any, path: KeyPath) -> Any:
        """Return the number of the line that is meant, or what is written where no line is."""
        named = self._named(written, path)
        if named is None:
            return written
        if not named.words:
            self._note_bare(named)
            return named.number
        if self._begins(named.number, named.words):
            return named.number
        places = self._beginning(named.words)
        moved = [number for number in places if number == named.number + self.shift] or places
        if len(moved) == 1:
            self._note_moved(named, moved[0])
            return moved[0]
        self.faults.append(self._stale(named, places))
        return named.number if 1 <= named.number <= len(self.lines) else 1

    def _named(self, written: Any, path: KeyPath) -> Reference | None:
        if isinstance(written, int) and not isinstance(written, bool):
            return Reference(written, path, written, "")
        match = NAMED.fullmatch(written) if isinstance(written, str) else None
        return Reference(written, path, int(match[1]), squeezed(match[2])) if match else None

    def _begins(self, number: int, words: str) -> bool:
        """Tell whether a line begins with words; where these are more than signs, width and signs do not matter."""
        if not 1 <= number <= len(self.lines):
            return False
        folded = letters(words)
        return (
            self.letters[number - 1].startswith(folded)
            if folded
            else self.lines[number - 1].startswith(words)
        )

    def _beginning(self, words: str) -> list[int]:
        """Return the numbers of the lines that begin with words, told in the same way."""
        signs, signless = self.openings
        folded = letters(words)
        return signless[folded] if folded else signs[words]

    def _shift(self) -> int:
        """Return how far most of the named lines have moved; lines with like openings are told apart by it."""
        shifts: dict[int, int] = {}
        for written in _all_lines(self.data):
            named = self._named(written, ())
            if named is None or not named.words:
                continue
            places = self._beginning(named.words)
            if len(places) == 1:
                shift = places[0] - named.number
                shifts[shift] = shifts.get(shift, 0) + 1
        return max(shifts, key=lambda shift: (shifts[shift], -abs(shift)), default=0)

    def _stale(self, named: Reference, places: list[int]) -> Diagnostic:
        if places:
            lines = "、".join(map(str, places[:6]))
            message = f"第 {named.number} 行不以“{named.words}”开头,这样开头的有第 {lines} 行。"
            hint = f"请写明是哪一行,例如 {reference(self.source, places[0])}。"
        else:
            found = self.lines[named.number - 1] if 1 <= named.number <= len(self.lines) else ""
            now = f",那里现在是“{found[:SHOWN]}”" if found else ""
            message = f"没有以“{named.words}”开头的行(写的是第 {named.number} 行{now}),这一条已经对不上原文。"
            hint = "原文改过之后,请核对这一条还要不要;要,就写上行号和现在的开头几个字。"
        return self.file.fault(named.path, message, hint, code="sidecar-stale")

    def _note_moved(self, named: Reference, line: int) -> None:
        message = f"第 {named.number} 行“{named.words}”现在是第 {line} 行,已照第 {line} 行办。"
        self._note(
            named, message, code="sidecar-moved", hint=f"方便时请改写成 {reference(self.source, line)}。"
        )

    def _note_bare(self, named: Reference) -> None:
        if 1 <= named.number <= len(self.lines) and self.lines[named.number - 1]:
            message = f"只写了行号 {named.number},原文在上面添了行就会对错。"
            hint = f"请在行号后面写上那一行开头的几个字:{reference(self.source, named.number)}。"
            self._note(named, message, code="sidecar-bare", hint=hint)

    def _note(self, named: Reference, message: str, *, code: str, hint: str) -> None:
        self.notes.append(
            Diagnostic(
                code=code,
                severity=Severity.NOTE,
                path=self.file.path,
                line=self.file.line(named.path),
                message=message,
                hint=hint,
            )
        )


def _all_lines(data: Mapping[str, Any]) -> Iterator[Any]:
    """Yield everything that may name a line, wherever it stands."""
    waiting: list[Any] = [data.get(key) for key in KEYS]
    while waiting:
        node = waiting.pop()
        if isinstance(node, dict):
            yield from node
            waiting.extend(node.values())
        elif isinstance(node, list):
            waiting.extend(node)
        elif isinstance(node, str):
            yield node
