"""Whether an editor's check of an item still holds: it does while the text is the one that was checked."""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from generator.model import Item, Page, SourceText
from generator.model.sidecar import Sidecar
from generator.model.statements import Check
from generator.reading.remnants import text_of


def text_sum(source: SourceText, lines: Iterable[int]) -> str:
    """Return the sum of 1-based source lines by which a check is tied to their text, in eight hex digits.

    It is the CRC-32 of the UTF-8 of the lines in source order, each without remnants of HTML at its ends and without
    blanks, joined by LF. How a text is spaced does not change it, nor in which order or how often lines are named.

    >>> source = SourceText(id="a", name="a.txt", text="渠成 水到\\n\\n&nbsp;水来了。", encoding="utf-8", sha256="")
    >>> text_sum(source, [3, 1])
    '06538724'
    """
    texts = (source.lines[line - 1] for line in sorted(set(lines)))
    words = "\n".join("".join(text[slice(*text_of(text))].split()) for text in texts)
    return f"{zlib.crc32(words.encode('utf-8')):08x}"


def hold_checks(page: Page, sidecar: Sidecar) -> Page:
    """Return `page` with the checks of its sidecar: nothing of the reading of a checked item is doubted."""
    if not sidecar.checks:
        return page
    by_line: dict[int, list[Check]] = defaultdict(list)
    for check in sidecar.checks:
        by_line[check.line].append(check)
    items = tuple(_checked(item, page.source, by_line) for item in page.items)
    held = {check for item in items for check in item.checks}
    return replace(page, items=items, lapsed=tuple(each for each in sidecar.checks if each not in held))


def _checked(item: Item, source: SourceText, checks: Mapping[int, list[Check]]) -> Item:
    own = [check for line in item.lines for check in checks.get(line, ())]
    if not own:
        return item
    now = text_sum(source, item.lines)
    held = tuple(check for check in own if not check.text or check.text == now)
    return replace(item, checks=held, doubts=(), confidence=1.0) if held else item
