"""Smaller regular expressions: one alternative or one quantifier less."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator

PIECE = re.compile(
    r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\(\?[aiLmsux-]*[:=!]|\(\?<[=!]|\(\?P<\w+>|\(\?P=\w+\)|[()|]"
    r"|[?*+][?+]?|\{\d*,?\d*\}[?+]?|.",
    re.S,
)
QUANTIFIER = re.compile(r"[?*+][?+]?|\{\d*,?\d*\}[?+]?")


def shrunk(pattern: str) -> Iterator[str]:
    """Yield the pattern without one of its alternatives, then without one of its quantifiers."""
    pieces = PIECE.findall(pattern)
    for start, end in _alternatives(pieces):
        yield "".join(pieces[:start] + pieces[end:])
    for place, piece in enumerate(pieces):
        if place and QUANTIFIER.fullmatch(piece) and pieces[place - 1] not in ("|", "("):
            yield "".join(pieces[:place] + pieces[place + 1 :])


def compiles(pattern: str) -> bool:
    """Tell whether Python takes the pattern; a piece of a pattern in an f-string may be no pattern."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            re.compile(pattern)
    except re.error:
        return False
    return True


def _alternatives(pieces: list[str]) -> Iterator[tuple[int, int]]:
    """Yield the span of each alternative together with one bar beside it."""
    open_groups: list[list[int]] = [[-1]]
    for place, piece in enumerate([*pieces, ")"]):
        if piece == "|":
            open_groups[-1].append(place)
        elif piece == ")":
            bars = open_groups.pop()
            yield from _spans(bars, place)
            if not open_groups:
                return
        elif piece.startswith("(") and not piece.startswith("(?P="):
            open_groups.append([place])


def _spans(bars: list[int], end: int) -> Iterator[tuple[int, int]]:
    """Yield the spans between the bars of one group, each with the bar before it (the first: after it)."""
    if len(bars) < 2:
        return
    yield bars[0] + 1, bars[1] + 1
    yield from zip(bars[1:], [*bars[2:], end], strict=True)
