"""A few items that go with an item, each with the reason; the cost does not grow with the archive."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from generator.archive.groups import Entry, Group
from generator.archive.things import normal_form
from generator.model import Level
from generator.site.views.frame import Frame
from generator.site.views.rows import Link

LIMIT = 5
"""Related items shown."""
REACH = 2
"""Neighbours looked at on either side, in each group that the item is in."""


def related_to(frame: Frame, entry: Entry) -> tuple[Link, ...]:
    """Return up to five other items: of its series, its practices, its places and themes, its column.

    Of each group the nearest are taken, so that the answer is the same in every build of the same pages.
    Items that share more than one group come first.
    """
    scores: dict[str, float] = {}
    reasons: dict[str, list[str]] = {}
    found: dict[str, Entry] = {}
    for weight, reason, other in _candidates(frame, entry):
        key = other.item.id
        if key == entry.item.id:
            continue
        found[key] = other
        scores[key] = scores.get(key, 0.0) + weight
        reasons.setdefault(key, []).append(reason)
    best = sorted(found, key=lambda key: (-scores[key], key))[:LIMIT]
    return tuple(frame.item_link(found[key], note="；".join(dict.fromkeys(reasons[key]))) for key in best)


def _candidates(frame: Frame, entry: Entry) -> Iterator[tuple[float, str, Entry]]:
    archive, item = frame.archive, entry.item
    if item.series:
        number = item.series.number
        for other in frame.series_parts(item.series.name, range(number - REACH, number + REACH + 1)).values():
            yield 5.0, f"同一系列“{item.series.name}”", other
    for practice in item.tags.practices[:8]:
        for other in _near(archive.by_practice[normal_form(practice.name)], entry):
            yield 3.0, f"同提“{practice.name}”", other
    for place in item.tags.regions[:6]:
        if place.primary and place.level not in (Level.PROVINCE, Level.LEAGUE):
            for other in _near(archive.by_region.get(place.code, ()), entry):
                yield 2.0, f"同在{place.name}", other
    for theme in item.tags.themes:
        for other in _near(archive.by_theme.get(theme.slug, ()), entry):
            yield 1.5, f"同一主题“{theme.name}”", other
    for place in item.tags.regions[:6]:
        if place.primary and place.level is Level.LEAGUE:
            for other in _near(archive.by_region.get(place.code, ()), entry):
                yield 1.0, f"同在{place.name}", other
    if item.column:
        for other in _near(archive.by_column[item.column], entry):
            yield 1.0, f"同一栏目“{item.column}”", other


def _near(group: Group, entry: Entry) -> Iterator[Entry]:
    """Yield the neighbours of `entry` in a group, which is in the order of the archive."""
    at = bisect_left(group, _place(entry), key=_place)
    yield from group[max(0, at - REACH) : at + REACH + 1]


def _place(entry: Entry) -> tuple[str, int]:
    return entry.page.id, entry.item.position
