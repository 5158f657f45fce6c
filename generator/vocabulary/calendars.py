"""On which days a newspaper was published, as far as an editor says so."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from generator.telling.diagnostics import Diagnostic
from generator.vocabulary.yamlfiles import KeyPath, YamlFile

DAY: Mapping[str, Any] = {
    "type": "string",
    "pattern": r"^\d{4}-\d{2}-\d{2}$",
    "description": "年-月-日(如 2022-06-16)",
}
PUBLISHED_SCHEMA: Mapping[str, Any] = {
    "type": "array",
    "minItems": 1,
    "items": {
        "type": "object",
        "required": ["since", "until"],
        "additionalProperties": False,
        "properties": {
            "since": DAY,
            "until": DAY,
            "weekdays": {
                "type": "array",
                "minItems": 1,
                "items": {
                    "type": "integer",
                    "minimum": 1,
                    "maximum": 7,
                    "description": "星期几,1 到 7(7 是星期日)",
                },
            },
            "days": {"type": "array", "items": DAY},
            "except": {"type": "array", "items": DAY},
            "pages": {"type": "integer", "minimum": 1},
        },
    },
}
LONGEST = 200
"""Years that one span may have; a longer one is a slip."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What an editor says was published in a span of days."""

    since: str
    """The first day, ISO 8601."""
    until: str
    """The last day."""
    weekdays: tuple[int, ...] = ()
    """Days of the week with an issue, 1 for Monday to 7 for Sunday."""
    days: frozenset[str] = frozenset()
    """Further days with an issue."""
    without: frozenset[str] = frozenset()
    """Days that had none."""
    pages: int | None = None
    """How many pages an issue had; None where it is not said."""

    @property
    def dated(self) -> bool:
        """Whether it says on which days there was an issue."""
        return bool(self.weekdays or self.days)

    def issues(self) -> Iterator[str]:
        """Yield the days with an issue, in order."""
        first, last = (datetime.date.fromisoformat(day).toordinal() for day in (self.since, self.until))
        days = (datetime.date.fromordinal(number) for number in range(first, last + 1))
        yield from (day.isoformat() for day in days if self._prints(day))

    def prints(self, day: str) -> bool:
        """Tell whether there was an issue on a day of the calendar that lies in the span."""
        return self._prints(datetime.date.fromisoformat(day))

    def _prints(self, day: datetime.date) -> bool:
        name = day.isoformat()
        return name not in self.without and (day.isoweekday() in self.weekdays or name in self.days)

    def holds(self, day: str) -> bool:
        """Tell whether a day lies in the span."""
        return self.since <= day <= self.until


def published_of(entries: Iterable[Mapping[str, Any]]) -> tuple[Published, ...]:
    """Return the spans that an editor wrote, by first day."""
    spans = (
        Published(
            since=entry["since"],
            until=entry["until"],
            weekdays=tuple(sorted(set(entry.get("weekdays", ())))),
            days=frozenset(entry.get("days", ())),
            without=frozenset(entry.get("except", ())),
            pages=entry.get("pages"),
        )
        for entry in entries
    )
    return tuple(sorted(spans, key=lambda span: span.since))


def faults_of_published(
    file: YamlFile, path: KeyPath, entries: Sequence[Mapping[str, Any]]
) -> Iterator[Diagnostic]:
    """Yield every fault of spans whose form is right: days of no calendar, ends in the wrong order, overlaps."""
    known = True
    for index, entry in enumerate(entries):
        faults = list(_faults_of_span(file, (*path, index), entry))
        known = known and not faults
        yield from faults
    ordered = sorted(enumerate(entries), key=lambda pair: str(pair[1]["since"]))
    for (_, one), (index, other) in pairwise(ordered) if known else ():
        if other["since"] <= one["until"]:
            message = f"{other['since']} 起的一段与 {one['since']} 起的一段重叠。"
            yield file.fault((*path, index), message, "请改起止日,让各段首尾相接而不重叠。")


def _faults_of_span(file: YamlFile, path: KeyPath, entry: Mapping[str, Any]) -> Iterator[Diagnostic]:
    listed = [
        ((*path, key, at), day) for key in ("days", "except") for at, day in enumerate(entry.get(key, ()))
    ]
    wrong = False
    for where, day in [((*path, "since"), entry["since"]), ((*path, "until"), entry["until"]), *listed]:
        if not is_day(day):
            wrong = True
            yield file.fault(where, f"日历上没有 {day} 这一天。", "请核对年、月、日。")
    if wrong:
        return
    if entry["until"] < entry["since"]:
        yield file.fault(
            (*path, "until"), f"截止日 {entry['until']} 早于起始日 {entry['since']}。", "请核对起止日。"
        )
    elif int(entry["until"][:4]) - int(entry["since"][:4]) > LONGEST:
        yield file.fault((*path, "until"), f"一段超过了 {LONGEST} 年。", "请核对起止日。")
    for where, day in listed:
        if not entry["since"] <= day <= entry["until"]:
            message = f"{day} 不在 {entry['since']} 到 {entry['until']} 之间。"
            yield file.fault(where, message, "请把它写到所属的那一段里,或改起止日。")


def is_day(text: str) -> bool:
    """Tell whether `text` is a day of the calendar, written YYYY-MM-DD.

    >>> is_day("2022-02-29"), is_day("2024-02-29")
    (False, True)
    """
    try:
        return datetime.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
