"""Makes one list of places from the two official ones, which disagree below the county.

The statistics office (NBS) has villages and functional zones and keeps the parents that
newspapers write; the Ministry of Civil Affairs (MCA) is newer. A place is known by its county
and its name, never by its nine-digit code: the two lists give one code to different towns.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from generator.model import Level
from generator.vocabulary.deriving.names import community_name, is_holder, township_name, zone_name
from generator.vocabulary.deriving.slugs import slug_of_place
from generator.vocabulary.deriving.sources import Row

PLACEHOLDERS = frozenset({"市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"})
"""Prefectures that exist in code lists only."""


@dataclass(slots=True, kw_only=True)
class Unit:
    """A place while the lists are put together."""

    code: str
    """The official code: six digits to county level, nine for a township, twelve for a community."""
    name: str
    """The official name, as newspapers write it."""
    level: Level
    """Its rank."""
    parent: str
    """The code of the place it lies in; empty for the province."""
    aliases: list[str] = field(default_factory=list)
    """Other names; empty for none."""
    slug: str = ""
    """The last part of its address; empty until all names are known."""


class Division:
    """The units of one province, from the province down."""

    def __init__(self, prefix: str, nbs: Mapping[str, Sequence[Row]], mca: Iterable[Sequence[Any]]) -> None:
        self.prefix = prefix
        self.units: dict[str, Unit] = {}
        self.mca = [row for row in mca if row[1].startswith(prefix)]
        self._provinces_and_leagues()
        self._counties(nbs["areas"])
        self._townships(nbs["streets"])
        self._newer_townships()
        self._communities(nbs["villages"])
        self._drop_holders()
        for unit in self.units.values():
            unit.slug = slug_of_place(unit.name)

    def sorted(self) -> list[Unit]:
        """Return the units by level, then by code."""
        return sorted(self.units.values(), key=lambda unit: (len(unit.code), unit.code))

    def _add(self, code: str, name: str, level: Level, parent: str) -> Unit:
        unit = self.units[code] = Unit(code=code, name=name, level=level, parent=parent)
        return unit

    def _provinces_and_leagues(self) -> None:
        for level, code, _, name in self.mca:
            if level == 1:
                self._add(code, name, Level.PROVINCE, "")
            elif level == 2 and name not in PLACEHOLDERS:
                self._add(code, name, Level.LEAGUE, f"{self.prefix}0000")

    def _counties(self, rows: Iterable[Row]) -> None:
        official = {code for level, code, _, _ in self.mca if level == 3}
        province = self.units[f"{self.prefix}0000"].name
        for row in _of(rows, self.prefix):
            if row["code"] in official or row["name"] in PLACEHOLDERS:
                continue
            name = zone_name(row["name"], province)
            unit = self._add(row["code"], name, Level.ZONE, self._league_of(row["code"]))
            unit.aliases += [row["name"]] if row["name"] != name else []
        for level, code, _, name in self.mca:
            if level == 3:
                self._add(code, name, Level.COUNTY, self._league_of(code))

    def _league_of(self, code: str) -> str:
        league = f"{code[:4]}00"
        return league if league in self.units else f"{self.prefix}0000"

    def _townships(self, rows: Iterable[Row]) -> None:
        for row in _of(rows, self.prefix):
            county = self.units.get(row["areaCode"])
            if county is None or is_holder(row["name"]):
                continue
            name = township_name(row["name"], county.name)
            self._add(row["code"], name, Level.TOWNSHIP, county.code)

    def _newer_townships(self) -> None:
        """Add what only MCA has: a new name of an old code, another parent of a zone's town, a new town."""
        known = {(unit.parent, unit.name): unit for unit in self._level(Level.TOWNSHIP)}
        rows = [(code, parent, name) for level, code, parent, name in self.mca if level == 4]
        official = {(parent, name) for _, parent, name in rows}
        for code, parent, name in rows:
            if (parent, name) in known:
                continue
            same_code = self.units.get(code)
            twin = next(
                (known[zone.code, name] for zone in self._zones(parent) if (zone.code, name) in known), None
            )
            if twin is not None:
                twin.aliases.append(f"{self.units[parent].name}{name}")
            elif same_code is not None and (parent, same_code.name) not in official:
                same_code.aliases.append(same_code.name)
                same_code.name = name
            else:
                self._add(self._free_code(code), name, Level.TOWNSHIP, parent)

    def _zones(self, county: str) -> Iterator[Unit]:
        league = self.units[county].parent
        return (unit for unit in self._level(Level.ZONE) if unit.parent == league)

    def _free_code(self, code: str) -> str:
        """Return `code`, or where an older town has it the highest number that is free in the county."""
        if code not in self.units:
            return code
        return next(free for n in range(999, 0, -1) if (free := f"{code[:6]}{n:03}") not in self.units)

    def _communities(self, rows: Iterable[Row]) -> None:
        seen = set()
        for row in _of(rows, self.prefix):
            parent, name = row["streetCode"], community_name(row["name"])
            if is_holder(row["name"]) or parent not in self.units or (parent, name) in seen:
                continue
            seen.add((parent, name))
            self._add(row["code"], name, Level.COMMUNITY, parent)

    def _drop_holders(self) -> None:
        """Drop farms, parks and offices in which NBS knows no community and which MCA does not list."""
        inhabited = {unit.parent for unit in self._level(Level.COMMUNITY)}
        official = {(parent, name) for level, _, parent, name in self.mca if level == 4}
        for unit in list(self._level(Level.TOWNSHIP)):
            listed = any((unit.parent, name) in official for name in (unit.name, *unit.aliases))
            if unit.code not in inhabited and not listed and not unit.aliases:
                del self.units[unit.code]

    def _level(self, level: Level) -> Iterator[Unit]:
        return (unit for unit in self.units.values() if unit.level == level)


def elsewhere(prefix: str, mca: Iterable[Sequence[Any]]) -> list[str]:
    """Return the names of the other provinces and their prefectures, by code."""
    rows = [row for row in mca if row[0] <= 2 and not row[1].startswith(prefix)]
    rows.sort(key=lambda row: row[1])
    names = [*(row[3] for row in rows), "台湾省"]
    return list(dict.fromkeys(name for name in names if name not in PLACEHOLDERS))


def _of(rows: Iterable[Row], prefix: str) -> Iterator[Row]:
    own = [row for row in rows if row["provinceCode"] == prefix]
    return iter(sorted(own, key=lambda row: row["code"]))
