"""The order in which a page is read, from nothing but where its lines stand.

Recursive XY-cut: G. Nagy, S. Seth, "Hierarchical representation of optically scanned documents",
ICPR 1984. A region is cut at a gutter into columns, read from left to right; where a headline or a
banner bridges every gutter, the region is first cut above and below it. Regions that no straight cut
parts are sorted by the rules of T. Breuel, "High performance document layout analysis", SDIUT 2003.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.model import Box

SLACK = 0.2
"""Share of a box's height that counts as margin above and below: boxes of neighbouring lines overlap."""
EDGE = 0.15
"""Margin at each end of a line, in body heights."""
GUTTER = 0.6
"""Narrowest gutter, margins included, in body heights."""
WIDE_GAP = 1.8
"""Empty height through a whole region, margins included, from which what stands below is another part, in body heights."""
WIDER = 2.2
"""Ratio of such a gap to those between the lines of the region, at least."""
NEARER = 1.2
"""Ratio of the gaps above and below a line from which it belongs to the headline below it."""
BRIDGES = 0.5
"""Largest share of a region's lines that may bridge a gutter."""
TRIED = 24
"""Gutters that are looked at in a region that has no clear one."""
DEEPEST = 80
"""Cuts within cuts; no printed page comes near."""
SORTED_BY_RULES = 200
"""Lines of the largest region that the rules sort; its cost grows with the cube."""


@dataclass(frozen=True, slots=True)
class _Strip:
    """The lines whose intervals along one axis touch each other."""

    start: float
    end: float
    lines: list[int]


def reading_order(boxes: Sequence[Box], body: float, heads: Container[int] = ()) -> tuple[int, ...]:
    """Return the indexes of `boxes` in reading order; each stands there once, whatever the boxes are.

    `body` is the height of body type, in the unit of the boxes; `heads` are the indexes of headlines,
    which belong to what stands below them.
    """
    return tuple(_Cutter(boxes, body, heads).cut(list(range(len(boxes)))))


class _Cutter:
    """Cuts regions, each a list of indexes of boxes, until every one is in order."""

    def __init__(self, boxes: Sequence[Box], body: float, heads: Container[int]) -> None:
        self.heads = heads
        self.boxes = boxes
        self.body = body
        self.across = [
            (box.left + EDGE * body, max(box.left + EDGE * body, box.right - EDGE * body)) for box in boxes
        ]
        self.down = [(box.top + SLACK * box.height, box.bottom - SLACK * box.height) for box in boxes]

    def cut(self, region: list[int], depth: int = 0) -> list[int]:
        """Return the lines of a region in reading order."""
        if len(region) <= 1:
            return region
        parts = self._parts(region) if depth < DEEPEST else []
        if len(parts) <= 1:
            return self._sorted(region)
        return [line for part in parts for line in self.cut(part, depth + 1)]

    def _parts(self, region: list[int]) -> list[list[int]]:
        """Return a region cut once, at the clearest cut that there is; one part if there is none."""
        bands = _strips(region, self.down, 0.0)
        gaps = sorted(below.start - above.end for above, below in pairwise(bands))
        wide = max(WIDE_GAP * self.body, WIDER * gaps[len(gaps) // 2] if len(gaps) > 2 else 0.0)
        blocks = _grouped(bands, [self._begins_part(bands, index, wide) for index in range(1, len(bands))])
        if len(blocks) > 1:
            return blocks
        columns = self._columns(region)
        if len(columns) > 1:
            return columns
        bridges = self._bridges(region, bands)
        if bridges:
            bridging = [not bridges.isdisjoint(band.lines) for band in bands]
            zones = _grouped(bands, [first != second for first, second in pairwise(bridging)])
            if len(zones) > 1:
                return zones
        return [band.lines for band in bands]

    def _begins_part(self, bands: Sequence[_Strip], index: int, wide: float) -> bool:
        """Tell whether a part of the page begins with band `index`, of which there is one above.

        It does below empty paper of `wide` height, with headlines that nothing stands beside, and with the
        one line above such a headline that is nearer to it than to what is above. What stands below a
        headline alone, and below the one line under it, is a part too: there the columns begin.
        """
        above, band = bands[index - 1], bands[index]
        if band.start - above.end >= wide:
            return True
        if self._all_heads(band):
            return not self._all_heads(above) and not self._is_kicker(bands, index - 1)
        if len(above.lines) == 1 and (self._all_heads(above) or self._is_under_head(bands, index - 1)):
            return True
        return self._is_kicker(bands, index)

    def _is_under_head(self, bands: Sequence[_Strip], index: int) -> bool:
        """Tell whether a band is right under a headline alone, and the columns begin below it."""
        if not 0 < index < len(bands) - 1 or len(bands[index + 1].lines) == 1:
            return False
        return len(bands[index - 1].lines) == 1 and self._all_heads(bands[index - 1])

    def _all_heads(self, band: _Strip) -> bool:
        return all(line in self.heads for line in band.lines)

    def _is_kicker(self, bands: Sequence[_Strip], index: int) -> bool:
        if (
            not 0 < index < len(bands) - 1
            or len(bands[index].lines) > 1
            or not self._all_heads(bands[index + 1])
        ):
            return False
        above = bands[index].start - bands[index - 1].end
        below = bands[index + 1].start - bands[index].end
        return not self._all_heads(bands[index]) and above > NEARER * below

    def _columns(self, region: list[int]) -> list[list[int]]:
        """Return the columns of a region: what a gutter parts and what stands side by side."""
        strips = _strips(region, self.across, GUTTER * self.body)
        return _grouped(
            strips, [self._beside(first.lines, second.lines) for first, second in pairwise(strips)]
        )

    def _beside(self, left: list[int], right: list[int]) -> bool:
        """Tell whether two strips share any height, so that they are columns and not steps of a stair."""
        top = max(min(self.down[line][0] for line in part) for part in (left, right))
        return top < min(max(self.down[line][1] for line in part) for part in (left, right))

    def _bridges(self, region: list[int], bands: Sequence[_Strip]) -> frozenset[int]:
        """Return the lines that bridge the clearest gutter of a region without a clear one; none if it has none.

        The clearest is the one with the fewest lines over it and beside those lines.
        """
        best: tuple[int, frozenset[int]] | None = None
        for at in self._thinnest(region):
            over = frozenset(line for line in region if self.across[line][0] < at < self.across[line][1])
            cost = sum(len(band.lines) for band in bands if not over.isdisjoint(band.lines))
            if (best is None or cost < best[0]) and self._is_gutter(region, at, over):
                best = cost, over
        return best[1] if best else frozenset()

    def _is_gutter(self, region: list[int], at: float, over: frozenset[int]) -> bool:
        """Tell whether a gutter runs at `at` through all lines of a region but those over it, which are few."""
        left = [line for line in region if self.across[line][1] <= at]
        right = [line for line in region if self.across[line][0] >= at]
        if not left or not right or len(over) > BRIDGES * len(region):
            return False
        gap = min(self.across[line][0] for line in right) - max(self.across[line][1] for line in left)
        return gap >= GUTTER * self.body and self._beside(left, right)

    def _thinnest(self, region: list[int]) -> list[float]:
        """Return the middles of the stretches that the fewest lines cross, the thinnest first."""
        changes = sorted(
            change for line in region for change in ((self.across[line][0], 1), (self.across[line][1], -1))
        )
        crossing, found = 0, []
        for (start, change), (end, _) in pairwise(changes):
            crossing += change
            if end > start:
                found.append((crossing, start - end, (start + end) / 2))
        return [middle for _, _, middle in sorted(found)[:TRIED]]

    def _sorted(self, region: list[int]) -> list[int]:
        """Return a region that no cut parts in the order of the rules, or from top to bottom if it is large."""
        by_top = sorted(region, key=lambda line: (self.down[line][0], self.across[line][0], line))
        if len(region) > SORTED_BY_RULES:
            return by_top
        before = {
            line: {other for other in region if self._goes_before(other, line, region)} for line in region
        }
        order: list[int] = []
        while by_top:
            ready = next((line for line in by_top if before[line].isdisjoint(by_top)), by_top[0])
            by_top.remove(ready)
            order.append(ready)
        return order

    def _goes_before(self, first: int, second: int, region: list[int]) -> bool:
        """Tell whether the rules put `first` before `second`: above it, or left of it with nothing between."""
        if first == second:
            return False
        if _touch(self.across[first], self.across[second]):
            return self.down[first][0] < self.down[second][0]
        if self.across[first][0] > self.across[second][0]:
            return False
        top, bottom = sorted((self.down[first][0], self.down[second][0]))
        return not any(
            top < self.down[line][0] < bottom
            and _touch(self.across[line], self.across[first])
            and _touch(self.across[line], self.across[second])
            for line in region
            if line not in (first, second)
        )


def _strips(region: list[int], intervals: Sequence[tuple[float, float]], gap: float) -> list[_Strip]:
    """Return the lines of `region` by strips that at least `gap` parts along one axis, in order of that axis."""
    strips: list[_Strip] = []
    for line in sorted(region, key=lambda each: (intervals[each], each)):
        start, end = intervals[line]
        if strips and start - strips[-1].end < max(gap, 1e-9):
            last = strips[-1]
            last.lines.append(line)
            strips[-1] = _Strip(last.start, max(last.end, end), last.lines)
        else:
            strips.append(_Strip(start, end, [line]))
    return strips


def _grouped(strips: Sequence[_Strip], parted: Sequence[bool]) -> list[list[int]]:
    """Return the lines of strips, in groups that end where `parted`, of one less length, is true."""
    groups: list[list[int]] = [[]]
    for strip, ends in zip(strips, [*parted, False], strict=True):
        groups[-1].extend(strip.lines)
        if ends:
            groups.append([])
    return groups


def _touch(first: tuple[float, float], second: tuple[float, float]) -> bool:
    return first[0] < second[1] and second[0] < first[1]
