"""Printed blocks to a source text: a line for each block, and what each line was printed in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.model import LinePrint, PrintedBox, Span
from generator.reading.boxes.found import FoundLine
from generator.reading.boxes.setting import Setting, joined, set_page
from generator.reading.signs import read_signs

BETWEEN = "\n\n"
"""What ends a block: its line, and a blank one."""


@dataclass(frozen=True, slots=True)
class Composed:
    """A page made of boxes."""

    text: str
    """A line for each printed block, a blank line behind each; signs that show nothing are left out."""
    whole: str
    """The same with every sign."""
    prints: tuple[LinePrint, ...]
    """How each line was printed."""


def compose(found: Sequence[FoundLine]) -> Composed:
    """Return the page of `found` lines: every character of theirs once, blanks aside, and no other."""
    text: list[str] = []
    whole: list[str] = []
    prints: list[LinePrint] = []
    length = 0
    for place, setting in enumerate(set_page(found)):
        boxes: list[PrintedBox] = []
        for index, blank in _pieces(setting):
            line = found[index]
            read = read_signs(line.text)
            start = length + len(blank)
            length = start + len(read)
            text += (blank, read)
            whole += (blank, line.text)
            boxes.append(PrintedBox(id=line.id or str(index + 1), box=line.box, span=Span(start, length)))
        text.append(BETWEEN)
        whole.append(BETWEEN)
        length += len(BETWEEN)
        printed = LinePrint(
            line=2 * place + 1,
            boxes=tuple(boxes),
            height=round(setting.height, 2),
            indent=round(setting.indent, 1),
            place=place,
        )
        prints.append(printed)
    return Composed(text="".join(text), whole="".join(whole), prints=tuple(prints))


def _pieces(setting: Setting) -> Iterator[tuple[int, str]]:
    """Yield the index of each found line of a block, and the blank before it, if it needs one."""
    before = ""
    for row in setting.rows:
        blank = joined(before, row.text)
        for index, own in zip(row.lines, row.blanks, strict=True):
            yield index, own or blank
            blank = ""
        before = row.text
