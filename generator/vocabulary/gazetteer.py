"""Places of one province: official names and codes, other names in print, and slugs.

A gazetteer is a JSON file made by `generator.vocabulary.deriving`, one place a line, and beside it a file of
other names that an editor writes (`150000.aliases.yml`), which may be missing.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from generator.model import Level
from generator.model.plainfiles import UnfitFile, read_plain
from generator.telling.diagnostics import Diagnostic, Severity
from generator.telling.errors import ConfigError
from generator.vocabulary.yamlfiles import YamlFile, read_yaml_file


@dataclass(frozen=True, slots=True)
class Place:
    """A place with an official code."""

    code: str
    """The official code: six digits to county level, nine for a township, twelve for a community."""
    name: str
    """The official name."""
    level: Level
    """Its rank."""
    parent: str
    """The code of the place it lies in; empty for the province."""
    aliases: tuple[str, ...]
    """Other names in print: short, former, or under another parent."""
    slug: str
    """ASCII pinyin of the name, frozen in the file."""


@dataclass(frozen=True, eq=False)
class Gazetteer:
    """All known places of one province; compared and hashed by identity."""

    places: Mapping[str, Place]
    """Each place by its code, the larger before the smaller."""
    province: Place
    """The province itself."""
    elsewhere: tuple[str, ...] = ()
    """Names of the other provinces and their prefectures, which speak against a place at home."""

    def path(self, code: str) -> tuple[Place, ...]:
        """Return the places from the province down to `code`; raises KeyError for an unknown code."""
        path = [self.places[code]]
        while path[-1].parent:
            path.append(self.places[path[-1].parent])
        return tuple(reversed(path))

    def children(self, code: str) -> tuple[Place, ...]:
        """Return the places directly in `code`, by code; none for an unknown code."""
        return self._children.get(code, ())

    def called(self, name: str) -> tuple[Place, ...]:
        """Return the places with a name or an alias, the larger before the smaller; none for an unknown name."""
        return self._called.get(name, ())

    @cached_property
    def _called(self) -> Mapping[str, tuple[Place, ...]]:
        called: dict[str, list[Place]] = {}
        for place in self.places.values():
            for name in {place.name, *place.aliases}:
                called.setdefault(name, []).append(place)
        return {name: tuple(found) for name, found in called.items()}

    @cached_property
    def _children(self) -> Mapping[str, tuple[Place, ...]]:
        children: dict[str, list[Place]] = {}
        for place in self.places.values():
            children.setdefault(place.parent, []).append(place)
        return {code: tuple(found) for code, found in children.items()}


ALIASES_SCHEMA: Mapping[str, Any] = {
    "type": "object",
    "required": ["aliases"],
    "additionalProperties": False,
    "properties": {
        "aliases": {
            "type": "object",
            "additionalProperties": {
                "type": "array",
                "minItems": 1,
                "items": {
                    "type": "string",
                    "minLength": 2,
                    "pattern": r"^\S+$",
                    "description": "不含空格的简称",
                },
            },
        }
    },
}

_HINT: Final = "请用 python -m generator.vocabulary.deriving 重新生成这个文件,不要手工改动。"


def load_gazetteer(path: Path) -> Gazetteer:
    """Read the gazetteer file `path` and the aliases beside it, if there are any.

    Raises ConfigError with every fault of both files.
    """
    data = _read(path)
    places = _places(path, data)
    aliases = path.with_suffix(".aliases.yml")
    if os.path.lexists(aliases):
        places |= _with_aliases(places, aliases)
    province = next(place for place in places.values() if place.level is Level.PROVINCE)
    return Gazetteer(places=places, province=province, elsewhere=tuple(data.get("elsewhere", ())))


LIMIT = 50_000_000
"""Bytes of the largest gazetteer; a province's has about 1,000,000."""


def _read(path: Path) -> Mapping[str, Any]:
    try:
        data = json.loads(read_plain(path, LIMIT))
    except FileNotFoundError:
        hint = f"请先用 python -m generator.vocabulary.deriving --province {path.stem[:2]} 生成。"
        raise ConfigError([_fault(path, None, "找不到这个省的地名表。", hint)]) from None
    except UnfitFile as unfit:
        raise ConfigError([_fault(path, None, unfit.message, unfit.hint)]) from None
    except UnicodeDecodeError:
        raise ConfigError([_fault(path, None, "地名表不是 UTF-8 编码。")]) from None
    except json.JSONDecodeError as error:
        raise ConfigError([_fault(path, error.lineno, f"JSON 语法有误({error.msg})。")]) from None
    except (RecursionError, ValueError):
        raise ConfigError([_fault(path, None, "JSON 嵌套过深,或有长得读不了的数。")]) from None
    if not isinstance(data, dict) or data.get("format") != 1:
        raise ConfigError([_fault(path, 1, "这不是第 1 版格式的地名表。")])
    return data


def _fault(path: Path, line: int | None, message: str, hint: str = _HINT) -> Diagnostic:
    return Diagnostic(
        code="regions", severity=Severity.ERROR, path=str(path), line=line, message=message, hint=hint
    )


_LOWER: Final = {9: (Level.TOWNSHIP, 6), 12: (Level.COMMUNITY, 9)}
"""By the digits of a code its level, and the digits of its parent's code."""


def _places(path: Path, data: Mapping[str, Any]) -> dict[str, Place]:
    """Return the places of a file by code; the level and parent of the smaller ones follow from the code."""
    places: dict[str, Place] = {}
    try:
        for code, name, level, parent, slug, *aliases in data["districts"]:
            places[code] = Place(code, name, Level(level), parent, tuple(aliases), slug)
        for code, name, slug, *aliases in data["places"]:
            level, length = _LOWER[len(code)]
            places[code] = Place(code, name, level, code[:length], tuple(aliases), slug)
        sound = _sound(places, len(data["districts"]), len(data["places"]))
    except (KeyError, TypeError, ValueError, StopIteration):
        sound = False
    if not sound:
        raise ConfigError(tuple(_row_faults(path, data)) or [_fault(path, None, "地名表缺少必要的部分。")])
    return places


def _sound(places: Mapping[str, Place], districts: int, lower: int) -> bool:
    """Tell quickly whether all rows are places, each behind the one that it lies in; raises TypeError or KeyError."""
    "".join(place.name + place.slug for place in places.values())
    "".join(alias for place in places.values() for alias in place.aliases)
    levels = [place.level for place in places.values()]
    known = levels[:1] == [Level.PROVINCE] and levels.count(Level.PROVINCE) == 1
    order = {code: number for number, code in enumerate(places)} | {"": -1}
    parents = [order[place.parent] for place in places.values()]
    return (
        known
        and len(places) == districts + lower
        and all(_CODE.fullmatch(code) for code in places)
        and all(len(code) == 6 for code in list(places)[:districts])
        and parents[0] == -1
        and all(0 <= parent < own for own, parent in enumerate(parents[1:], 1))
    )


_CODE: Final = re.compile(r"\d{6}(?:\d{3}){0,2}")


def _row_faults(path: Path, data: Mapping[str, Any]) -> Iterator[Diagnostic]:
    """Say what is wrong with each row that is not a place."""
    lines = path.read_text("utf-8").split("\n")
    seen: set[str] = set()
    for section, least in (("districts", 5), ("places", 3)):
        rows = data.get(section)
        if not isinstance(rows, list):
            yield _fault(path, None, f"缺少“{section}”列表。")
            continue
        for row in rows:
            problem = _row_problem(row, least, seen, section == "districts")
            if problem:
                yield _fault(path, _line_of(row, lines), problem)
            if isinstance(row, list) and row and isinstance(row[0], str):
                seen.add(row[0])


def _row_problem(row: Any, least: int, seen: set[str], district: bool) -> str:
    if not isinstance(row, list) or len(row) < least or not all(isinstance(cell, str) for cell in row):
        return f"一行应是至少 {least} 个字符串,写的是 {json.dumps(row, ensure_ascii=False)}。"
    code = row[0]
    if not _CODE.fullmatch(code) or (len(code) == 6) != district:
        return f"代码“{code}”不对:这里应是 {'6' if district else '9 或 12'} 位数字。"
    if code in seen:
        return f"代码“{code}”出现了两次。"
    if district and row[2] not in list(Level):
        return f"级别“{row[2]}”不在 {'、'.join(Level)} 之中。"
    parent = row[3] if district else code[:-3]
    if parent not in seen and (seen or parent):
        return f"“{row[1]}”的上级“{parent}”没有列在它之前。"
    if not seen and (not district or row[2] != Level.PROVINCE):
        return "第一行应是省级行政区(province)。"
    if seen and district and row[2] == Level.PROVINCE:
        return f"省级行政区只能有一个,“{row[1]}”是第二个。"
    return ""


def _line_of(row: Any, lines: Iterable[str]) -> int | None:
    start = json.dumps(row[:2] if isinstance(row, list) else row, ensure_ascii=False, separators=(",", ":"))
    found = [number for number, line in enumerate(lines, 1) if line.startswith(start.rstrip("]"))]
    return found[-1] if found else None


def _with_aliases(places: Mapping[str, Place], path: Path) -> dict[str, Place]:
    """Return the places that an editor gave other names, with these names."""
    file = read_yaml_file(path, ALIASES_SCHEMA)
    if file.faults:
        raise ConfigError(file.faults)
    renamed: dict[str, Place] = {}
    faults = []
    by_name = _by_name(places)
    for key, names in file.data["aliases"].items():
        found = by_name.get(str(key), [])
        if len(found) == 1:
            place = renamed.get(found[0], places[found[0]])
            renamed[found[0]] = replace(place, aliases=(*place.aliases, *names))
        else:
            faults.append(_unresolved(file, key, len(found)))
    faults += _shared(file, by_name, renamed)
    if faults:
        raise ConfigError(faults)
    return renamed


def _by_name(places: Mapping[str, Place]) -> dict[str, list[str]]:
    """Return the codes by 乌达区 for districts and by 乌达区/滨海街道 for townships."""
    names: dict[str, list[str]] = {}
    for place in places.values():
        if len(place.code) > 9:
            break
        name = place.name if len(place.code) == 6 else f"{places[place.parent].name}/{place.name}"
        names.setdefault(name, []).append(place.code)
    return names


def _unresolved(file: YamlFile, key: str, found: int) -> Diagnostic:
    path = ("aliases", key)
    if found:
        return file.fault(path, f"名叫“{key}”的地方有 {found} 个。", "请写成“旗县/乡镇”,如 乌达区/滨海街道。")
    hint = "请写地名表里的正式名称;乡镇写成“旗县/乡镇”,如 乌达区/滨海街道。"
    return file.fault(path, f"地名表里没有“{key}”。", hint)


def _shared(
    file: YamlFile, by_name: Mapping[str, list[str]], renamed: Mapping[str, Place]
) -> Iterator[Diagnostic]:
    """Yield a fault for each name given to two districts."""
    owners = {name: codes[0] for name, codes in by_name.items() if "/" not in name}
    for code, place in renamed.items():
        if len(code) > 6:
            continue
        for index, name in enumerate(place.aliases):
            if owners.setdefault(name, code) != code:
                message = f"“{name}”已经是另一个地方的名称。"
                yield file.fault(("aliases", place.name, index), message, "一个简称只能属于一个地方。")
