"""Boxes beside a text: which lines of the text were printed in which boxes, by their words.

The text is what is published, whatever the boxes say; an editor has corrected it, OCR has not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from rapidfuzz.fuzz import partial_ratio_alignment

from generator.model import LinePrint, PrintedBox, Span
from generator.reading.boxes.found import FoundLine
from generator.reading.boxes.setting import Setting, set_page
from generator.reading.signs import read_signs

SHORTEST = 2
"""Characters of the shortest box that is looked for: one alone stands everywhere."""
LIKE = 80.0
"""Share of like characters, in per cent, from which words of four and more are the same, misread."""
NEAR = 3
"""Characters that an editor may have put in, by which the likest stretch can be off at its ends."""
NEARBY = 15_000
"""Characters of the text before and behind the last box in which likenesses are sought; a page of print has fewer."""
COVERED = 0.5
"""Share of a line that boxes must cover before anything is said of it."""


@dataclass(frozen=True, slots=True)
class _Match:
    """A box that was found in the text."""

    line: int
    """The 1-based line."""
    printed: PrintedBox
    """The box, and the words of the line."""
    height: float
    """Height of type of its block."""
    indent: float | None
    """How far its block stands in; None where the box is not the first of it."""
    place: int
    """Its block's place in reading order."""


def match_lines(text: str, found: Sequence[FoundLine]) -> tuple[LinePrint, ...]:
    """Return how the lines of `text` were printed, by line; those that the boxes do not cover are left out."""
    lines: dict[int, list[_Match]] = {}
    for match in _matches(text, found):
        lines.setdefault(match.line, []).append(match)
    texts = text.split("\n")
    prints = (_print(line, matches, texts[line - 1]) for line, matches in sorted(lines.items()))
    return tuple(each for each in prints if each)


def _print(line: int, matches: list[_Match], text: str) -> LinePrint | None:
    matches.sort(key=lambda match: match.printed.span)
    covered = sum(len(match.printed.span) for match in matches)
    if covered < COVERED * len("".join(text.split())):
        return None
    heights = sorted(match.height for match in matches for _ in range(len(match.printed.span)))
    return LinePrint(
        line=line,
        boxes=tuple(match.printed for match in matches),
        height=heights[len(heights) // 2],
        indent=matches[0].indent or 0.0,
        place=min(match.place for match in matches),
    )


def _matches(text: str, found: Sequence[FoundLine]) -> Iterator[_Match]:
    """Yield each box that is in the text, with the words that it covers on the line where it begins."""
    places = [offset for offset, character in enumerate(text) if not character.isspace()]
    words = "".join(text[offset] for offset in places)
    numbers = list(accumulate((character == "\n" for character in text), initial=1))
    cursor = 0
    for place, index, setting, is_first in _in_order(found):
        looked_for = "".join(read_signs(found[index].text).split())
        start, end = _look(looked_for, words, cursor)
        if start == end:
            continue
        line = numbers[places[start]]
        last = max(at for at in range(start, end) if numbers[places[at]] == line)
        span = Span(places[start], places[last] + 1)
        cursor = last + 1
        yield _Match(
            line=line,
            printed=PrintedBox(id=found[index].id or str(index + 1), box=found[index].box, span=span),
            height=round(setting.height, 2),
            indent=round(setting.indent, 1) if is_first else None,
            place=place,
        )


def _in_order(found: Sequence[FoundLine]) -> Iterator[tuple[int, int, Setting, bool]]:
    """Yield the place of its block, the index, its block, and whether it is the first of it, for each box."""
    for place, setting in enumerate(set_page(found)):
        indexes = [index for row in setting.rows for index in row.lines]
        for index in indexes:
            yield place, index, setting, index == indexes[0]


def _look(looked_for: str, words: str, cursor: int) -> tuple[int, int]:
    """Return where `looked_for` stands in `words`, first behind `cursor`; an empty stretch if nowhere."""
    if len(looked_for) < SHORTEST:
        return 0, 0
    start = words.find(looked_for, cursor)
    if start < 0:
        start = words.find(looked_for)
    if start >= 0:
        return start, start + len(looked_for)
    if len(looked_for) < 2 * SHORTEST or len(words) < len(looked_for):
        return 0, 0
    first = max(0, min(cursor, len(words) - NEARBY) - NEARBY)
    like = partial_ratio_alignment(looked_for, words[first : first + 2 * NEARBY], score_cutoff=LIKE)
    return _widened(looked_for, words, first + like.dest_start, first + like.dest_end) if like else (0, 0)


def _widened(looked_for: str, words: str, start: int, end: int) -> tuple[int, int]:
    """Return a stretch with the first and the last character of `looked_for`, if they stand just outside it."""
    first = words.find(looked_for[0], max(0, start - NEAR), start)
    last = words.rfind(looked_for[-1], end, end + NEAR)
    begins, ends = words[start] == looked_for[0], words[end - 1] == looked_for[-1]
    return start if begins or first < 0 else first, end if ends or last < 0 else last + 1
