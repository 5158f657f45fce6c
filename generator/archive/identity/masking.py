"""Takes withdrawn words out of the picture of their page: painted over where each stands, or not shown at all."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from generator.model import Item, Kind, PrintedBox, SourceText
from generator.model.scans import Scan


def scan_without(
    source: SourceText, lines: Collection[int], gone: Sequence[Item], *, whole: bool
) -> Scan | None:
    """Return the picture of a page that 1-based `lines` and the items `gone` are withdrawn from.

    It is withheld where all of the page goes, where a picture in print goes (no box tells where it stands), and
    where not every character of the lines is known to stand in a box.
    """
    scan = source.scan
    if scan is None:
        return None
    untold = scan.unit is None or not all(_all_boxed(source, line) for line in lines)
    if whole or untold or any(item.kind is Kind.CAPTION for item in gone):
        return scan.kept_back()
    return scan.masked(printed.box for line in lines for printed in _boxes(source, line))


def _boxes(source: SourceText, line: int) -> tuple[PrintedBox, ...]:
    return source.print_of[line].boxes if line in source.print_of else ()


def _all_boxed(source: SourceText, line: int) -> bool:
    """Whether every character of a line that shows anything stands in a box."""
    span = source.line_span(line)
    boxed = {at for printed in _boxes(source, line) for at in range(printed.span.start, printed.span.end)}
    return all(at in boxed or source.text[at].isspace() for at in range(span.start, span.end))
