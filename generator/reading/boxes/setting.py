"""Lines in reading order to printed blocks: a paragraph, a headline or a caption, each a line of text.

What joins two printed lines is geometry: they stand in one column, close together, in one size of type,
the second does not stand in, and the first goes to the edge of the column. Over a column's end nothing
is joined here: that the reading itself does, by what the words say.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.model import Box
from generator.model.boxes import FIRST_LINE
from generator.reading.boxes.found import TALL, WIDE_SIGN, FoundLine
from generator.reading.boxes.ordering import reading_order
from generator.reading.signs import read_signs

HEADLINE = 1.4
"""Height of type, by that of the body, from which a line is no body."""
SAME_ROW = 0.6
"""Share of the lower of two boxes that must be side by side for them to be one printed line."""
ROW_GAP = 3.0
"""Widest gap within one printed line, in heights of type."""
BLANK_GAP = 0.8
"""Gap within one printed line from which the paper shows a blank, in heights of type."""
OTHER_SIZE = 1.3
"""Ratio of two heights of type from which they are two sizes, if their characters reach differently far, too."""
OTHER_ADVANCE = 1.15
"""Ratio of how far characters reach, from which they do; boxes are truer along a line than across it."""
FEW = 4
"""Characters of a line too short to tell how far they reach."""
VERY_OTHER = 1.6
"""Ratio of two heights of type from which they are two sizes, whatever else is known."""
LOOSER = 0.4
"""How much wider than usual in its column a gap is that no paragraph has, in heights of type."""
LEADING = 0.9
"""Largest gap that is taken for the usual one, in heights of type."""
USUAL_INDENT = 2.0
"""How far the first line of a paragraph stands in as a rule, in heights of type."""
DEEPEST = 4.0
"""How far the first line of a paragraph stands in at most, in heights of type."""
SHORT = 1.5
"""How far the last line of a paragraph ends before the edge at least, in heights of type."""
EMPTY = 1.5
"""Gap from which what stands below may be set in another width, in heights of type."""
AROUND = 8
"""Rows above and below whose edges are the edges of a column, so that a page may lie on a slant."""
SENTENCE_ENDS = "。！？!?”’》）)…"


@dataclass(frozen=True, slots=True)
class Row:
    """One printed line: boxes side by side, from left to right."""

    lines: tuple[int, ...]
    """Indexes of the found lines."""
    blanks: tuple[str, ...]
    """What stands before each of them in the row: nothing, or a blank."""
    box: Box
    """Around all of them, turned as the page is read."""
    size: float
    """Height of its type."""
    advance: float
    """How far one of its characters reaches along the line."""
    text: str
    """Its words."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One printed block."""

    rows: tuple[Row, ...]
    """Its printed lines, in reading order."""
    height: float
    """Height of its type, as a multiple of the page's median."""
    indent: float
    """How far its first row stands in from the edge of its column, in characters."""


def set_page(found: Sequence[FoundLine]) -> tuple[Setting, ...]:
    """Return the blocks of a page in reading order; each found line is in one of them, once."""
    boxes = _turned(found)
    body = _median(found)
    heads = frozenset(index for index, line in enumerate(found) if line.size > HEADLINE * body)
    order = reading_order(boxes, body, heads)
    rows = _rows(found, boxes, order)
    settings: list[Setting] = []
    for column in _columns(rows):
        indents = [_indent(column, index) for index in range(len(column))]
        start = 0
        for index in range(1, len(column) + 1):
            if index == len(column) or _parts(column, indents, index, body):
                block = tuple(column[start:index])
                size = sorted(row.size for row in block)[len(block) // 2]
                settings.append(Setting(rows=block, height=size / body, indent=indents[start]))
                start = index
    return tuple(settings)


def joined(first: str, second: str) -> str:
    """Return what stands between two printed lines of a paragraph: a blank between words that need one."""
    if not first or not second:
        return ""
    return " " if (first[-1] + second[0]).isascii() and (first[-1] + second[0]).isalnum() else ""


def _turned(found: Sequence[FoundLine]) -> list[Box]:
    """Return the boxes as a page of level lines: one set from top to bottom is turned to the left."""
    upright = sum(len(line.text) for line in found if line.vertical)
    if 2 * upright <= sum(len(line.text) for line in found):
        return [line.box for line in found]
    return [Box(line.box.top, -line.box.right, line.box.bottom, -line.box.left) for line in found]


def _median(found: Sequence[FoundLine]) -> float:
    """Return the height of body type: the median over the characters, not over the lines."""
    sizes = sorted((line.size, len(line.text)) for line in found)
    middle = sum(count for _, count in sizes) / 2
    for size, count in sizes:
        middle -= count
        if middle <= 0:
            return size
    return sizes[-1][0]


def _rows(found: Sequence[FoundLine], boxes: Sequence[Box], order: Sequence[int]) -> list[Row]:
    rows: list[Row] = []
    for line in order:
        own = found[line]
        row = Row((line,), ("",), boxes[line], own.size, own.advance, read_signs(own.text))
        last = rows[-1] if rows else None
        if last is not None and _one_row(last, row):
            gap = row.box.left - last.box.right
            blank = " " if gap > BLANK_GAP * row.size else joined(last.text, row.text)
            rows[-1] = Row(
                (*last.lines, line),
                (*last.blanks, blank),
                Box.around((last.box, row.box)),
                max(last.size, row.size),
                max(last, row, key=lambda each: len(each.text)).advance,
                f"{last.text}{blank}{row.text}",
            )
        else:
            rows.append(row)
    return rows


def _one_row(last: Row, row: Row) -> bool:
    """Tell whether a box goes on with the printed line to its left."""
    shared = min(last.box.bottom, row.box.bottom) - max(last.box.top, row.box.top)
    level = shared >= SAME_ROW * min(last.box.height, row.box.height)
    gap = row.box.left - last.box.right
    upright = max(each.box.height / each.box.width for each in (last, row)) > TALL
    return level and _one_size(last, row) and not upright and -row.size < gap <= ROW_GAP * row.size


def _one_size(first: Row, second: Row) -> bool:
    """Tell whether two rows are set in one size of type."""
    ratio = max(first.size, second.size) / min(first.size, second.size)
    if min(len(first.text), len(second.text)) < FEW:
        return ratio < VERY_OTHER
    alike = max(first.advance, second.advance) < OTHER_ADVANCE * min(first.advance, second.advance)
    return ratio < OTHER_SIZE or (alike and ratio < VERY_OTHER)


def _columns(rows: Sequence[Row]) -> list[list[Row]]:
    """Return rows by columns: one ends where the next row stands no longer below."""
    columns: list[list[Row]] = [[rows[0]]]
    for above, row in pairwise(rows):
        # A paragraph's first line stands in, and a short last line below it may not reach under it.
        edge = above.box.left - USUAL_INDENT * above.size
        shared = min(above.box.right, row.box.right) - max(edge, row.box.left)
        middle = (above.box.top + above.box.bottom) / 2
        if row.box.top < middle or shared < 0.5 * min(above.box.width, row.box.width):
            columns.append([])
        columns[-1].append(row)
    return columns


def _near(column: Sequence[Row], index: int) -> list[Row]:
    """Return the rows around one that go on from it in its size: they show where the column's edges are."""
    first, last = index, index
    while first > max(0, index - AROUND) and _goes_on(column[first - 1], column[first]):
        first -= 1
    while last < min(len(column) - 1, index + AROUND) and _goes_on(column[last], column[last + 1]):
        last += 1
    return list(column[first : last + 1])


def _goes_on(above: Row, row: Row) -> bool:
    return _one_size(above, row) and row.box.top - above.box.bottom < EMPTY * row.size


def _indent(column: Sequence[Row], index: int) -> float:
    row = column[index]
    return (row.box.left - min(each.box.left for each in _near(column, index))) / row.size


def _parts(column: Sequence[Row], indents: Sequence[float], index: int, body: float) -> bool:
    """Tell whether a block begins at row `index` of a column."""
    above, row = column[index - 1], column[index]
    if max(above.size, row.size) > HEADLINE * body or not _one_size(above, row):
        return True
    if row.box.top - above.box.bottom > _leading(column, index) + LOOSER * row.size:
        return True
    return _stands_in(above, row, indents[index - 1 : index + 1]) or _ends_short(column, index)


def _leading(column: Sequence[Row], index: int) -> float:
    """Return the usual gap between the lines around row `index` of a column: the median, of few the smallest."""
    near = _near(column, index)
    gaps = sorted(below.box.top - above.box.bottom for above, below in pairwise(near))
    usual = gaps[(len(gaps) - 1) // 2] if gaps else 0.0
    return min(usual, LEADING * column[index].size)


def _stands_in(above: Row, row: Row, indents: Sequence[float]) -> bool:
    """Tell whether a row begins a paragraph: it stands in from the row above, or both stand in from the edge.

    Rows that stand in alike, and further than first lines do, run along a picture.
    """
    step = (row.box.left - above.box.left) / row.size
    if step >= FIRST_LINE:
        return True
    along = abs(step) < FIRST_LINE / 2 and indents[1] > DEEPEST
    return min(indents) >= FIRST_LINE and not along


def _ends_short(column: Sequence[Row], index: int) -> bool:
    """Tell whether the row above ends a paragraph: it ends before the edge, and not only along a picture."""
    above, row = column[index - 1], column[index]
    edge = max(each.box.right for each in _near(column, index - 1))
    if edge - above.box.right < SHORT * above.size:
        return False
    beside = [row, *column[max(0, index - 2) : index - 1]]
    along = any(abs(above.box.right - each.box.right) < above.size for each in beside)
    return not along or above.text[-1:] in SENTENCE_ENDS or not WIDE_SIGN.match(above.text[-1:])
