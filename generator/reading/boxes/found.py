"""What every OCR format comes to: lines of text with boxes; and the one fault of a file that has none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum, isfinite

from generator.model import Box
from generator.reading.signs import read_signs

FARTHEST = 1e7
"""Largest coordinate, in the file's unit; a page of a metre at 1,200 dots an inch has 47,000."""
MOST_LINES = 4_000
"""Most lines of one page; a broadsheet in small type has about 1,500."""
BLANK_GAP = 0.7
"""Gap between two words, in heights of the line, from which the print shows a blank."""
TALL = 1.5
"""A line this many times higher than wide, of two characters and more, is set from top to bottom."""
WIDE_SIGN = re.compile(
    "[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\u2014-\u2026\U00020000-\U0003ffff]"
)
"""A character of Chinese print: no blank parts it from the next."""


class BoxesError(Exception):
    """A file with boxes cannot be used; says what is wrong and how to mend it, each in one Chinese sentence."""

    def __init__(
        self, message: str, hint: str = "", *, line: int | None = None, column: int | None = None
    ) -> None:
        super().__init__(message)
        self.message, self.line, self.column = message, line, column
        self.hint = hint or "请从识别软件重新导出这一版;不需要它,就把它移出版面文件夹。"


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A part of a printed line that has a text of its own."""

    text: str
    """Its characters, without white space at the ends."""
    box: Box | None = None
    """Where it stands, if the file says so."""
    spaced: bool = True
    """Whether the file has a blank before it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundLine:
    """One printed line, or a part of one, as OCR found it."""

    id: str
    """What the file calls it; empty where it has no name."""
    text: str
    """Its characters, on one line, without white space at the ends; never empty."""
    box: Box
    """Where it stands."""
    size: float
    """Height of its type: across the direction of writing, in the file's unit; above 0."""

    @property
    def advance(self) -> float:
        """How far one character of Chinese print reaches along the line, in the file's unit."""
        wide = len(WIDE_SIGN.findall(self.text))
        return max(self.box.width, self.box.height) / (wide + (len(self.text) - wide) / 2)

    @property
    def vertical(self) -> bool:
        """Whether it is set from top to bottom."""
        return len(self.text) > 1 and self.box.height > TALL * self.box.width


def found_line(name: str, text: str, points: Sequence[tuple[float, float]]) -> FoundLine | None:
    """Return the line of `text` in the polygon `points`, or None if it has no text.

    The height of type is the polygon's area by its longer side, so that a line on a slant is no
    taller than a straight one. Raises BoxesError if there is a text and no rectangle.
    """
    words = " ".join(text.split())
    if not read_signs(words).strip():
        return None
    across, down = [x for x, _ in points], [y for _, y in points]
    if len(points) < 2 or max(across) <= min(across) or max(down) <= min(down):
        raise BoxesError(
            f"文字行“{shown(words)}”没有坐标,或坐标围不成一块。", "请在识别软件里连坐标一起导出。"
        )
    box = Box(min(across), min(down), max(across), max(down))
    area = box.width * box.height
    if len(points) > 2:
        corners = zip(points, [*points[1:], points[0]], strict=True)
        area = min(area, abs(fsum(x * v - u * y for (x, y), (u, v) in corners)) / 2) or area
    size = area / max(box.width, box.height)
    return FoundLine(id=name, text=words, box=box, size=size)


def join_words(words: Sequence[Word]) -> str:
    """Return the text of a line of words.

    Between two Chinese characters a blank stands only where the boxes show a gap as wide as one:
    many programs write every character as a word. Elsewhere it stands where the file has it.
    """
    text = ""
    before: Word | None = None
    for word in words:
        if not word.text:
            continue
        blank = before is not None and _blank_between(before, word)
        text += f"{' ' if blank else ''}{word.text}"
        before = word
    return text


def _blank_between(before: Word, word: Word) -> bool:
    if not (WIDE_SIGN.match(before.text[-1]) and WIDE_SIGN.match(word.text[0])):
        return word.spaced
    if before.box is None or word.box is None:
        return False
    gap = max(word.box.left - before.box.right, word.box.top - before.box.bottom)
    return gap >= BLANK_GAP * max(min(each.width, each.height) for each in (before.box, word.box))


def number(value: object) -> float:
    """Return a coordinate. Raises BoxesError if `value` is none that may stand on a page."""
    try:
        found = float(value) if isinstance(value, str | int | float) and value is not True else float("nan")
    except (ValueError, OverflowError):
        found = float("nan")
    if not isfinite(found) or abs(found) > FARTHEST:
        raise BoxesError(f"坐标“{shown(str(value))}”不是数,或大得不像一版。", "请在识别软件里重新导出坐标。")
    return found


def checked(lines: Sequence[FoundLine]) -> tuple[FoundLine, ...]:
    """Return `lines` if they can be a page. Raises BoxesError if there are none or too many."""
    if not lines:
        raise BoxesError("里面没有文字行。", "请确认导出时选了带文字和坐标的格式,而不是只有版面分析的。")
    if len(lines) > MOST_LINES:
        raise BoxesError(f"有 {len(lines):,} 行,超过一版的上限 {MOST_LINES:,} 行。", "一个文件只放一版。")
    return tuple(lines)


def one_page(count: int) -> None:
    """Raise BoxesError if a file has more than one page with text."""
    if count > 1:
        raise BoxesError(f"里面有 {count} 版。", "一个文件只放一版,请逐版导出。")


def shown(text: str) -> str:
    """Return `text`, cut to what a message can hold."""
    return text if len(text) <= 16 else f"{text[:15]}…"
