"""Practices that an editor adds or refuses in a sidecar: names that stand in an item's words, whatever the rules say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.model import Item, Page, Practice, Span, evidence_at
from generator.model.passages import Passage, passages
from generator.model.sidecar import Sidecar, TagChanges
from generator.model.widths import HALF_WIDTH
from generator.tagging.practices import QUOTED
from generator.telling.diagnostics import Diagnostic, Severity
from generator.telling.errors import PageFaults
from generator.telling.nearest import nearest

OPENING, CLOSING = "“‘\"'《〈「『", "”’\"'》〉」』"
"""Quotation marks, which a name in the data lacks."""
RULE = "stated"
"""The rule of the words in the paper that an editor means."""
CHECK = "请照文中的写法写名称。"


def amend_practices(page: Page, sidecar: Sidecar) -> Page:
    """Return a tagged page with its sidecar's practices: those added where they are named, without those refused.

    Raises PageFaults for names that do not stand in the item, or for the whole page in none of its items.
    """
    faults = () if page.withdrawn else tuple(_faults(page, sidecar))
    if faults:
        raise PageFaults(faults)
    return replace(page, items=tuple(_amended(item, page, sidecar.tags_for(item)) for item in page.items))


def _amended(item: Item, page: Page, changes: TagChanges) -> Item:
    """Return an item with its practices changed, in the order of their first mention."""
    if not _names(changes):
        return item
    practices = {_plain(practice.name): practice for practice in item.tags.practices}
    for name in map(_plain, changes.refuse_practices):
        practices.pop(name, None)
    for name in changes.add_practices:
        if spans := _mention(item, name):
            printed = evidence_at(page.source, spans, RULE)
            known = practices.get(_plain(name)) or Practice(name=_bare(name), evidence=printed)
            proofs = tuple(dict.fromkeys((*known.evidence, *changes.words("practices", name))))
            practices[_plain(name)] = replace(known, evidence=proofs)
    lines = [piece.line for part in passages(item) for piece in part.pieces]
    ordered = sorted(practices.values(), key=lambda each: (lines.index(each.line), each.evidence[0].start))
    return replace(item, tags=replace(item.tags, practices=tuple(ordered)))


def _faults(page: Page, sidecar: Sidecar) -> Iterator[Diagnostic]:
    for name in dict.fromkeys(_names(sidecar.tags)):
        if not any(_mention(item, name) for item in page.items):
            yield _fault(sidecar, name, "这一版的稿件", page.items)
    owner = {line: item for item in page.items for line in item.lines}
    for line, changes in sidecar.item_tags.items():
        owners = [owner[line]] if line in owner else []
        for name in dict.fromkeys(_names(changes)):
            if not any(_mention(item, name) for item in owners):
                yield _fault(sidecar, name, f"第 {line} 行所在的一篇", owners)


def _fault(sidecar: Sidecar, name: str, where: str, items: Iterable[Item]) -> Diagnostic:
    near = nearest(name, dict.fromkeys(known for item in items for known in _known(item)))
    return Diagnostic(
        code="sidecar-tag",
        severity=Severity.ERROR,
        path=sidecar.path,
        line=sidecar.tag_lines.get(name),
        message=f"tags.practices:{where}里没有“{name}”。",
        hint=near or CHECK,
    )


def _names(changes: TagChanges) -> tuple[str, ...]:
    return (*changes.add_practices, *changes.refuse_practices)


def _known(item: Item) -> Iterator[str]:
    """Yield what may have been meant: the item's practices, and everything in it that stands in quotation marks."""
    yield from (practice.name for practice in item.tags.practices)
    for part in passages(item):
        yield from (match.group(1) or match.group(2) for match in QUOTED.finditer(part.text))


def _mention(item: Item, name: str) -> tuple[Span, ...]:
    """Return where an item first names a practice, with the quotation marks around it; empty where it does not."""
    for part in passages(item):
        if found := _in_passage(part, _plain(name)):
            return found
    return ()


def _in_passage(part: Passage, name: str) -> tuple[Span, ...]:
    """Return the first place of a plain name in a passage; width, blanks and quotation marks do not matter."""
    places = [at for at, character in enumerate(part.text) if _plain(character)]
    at = _plain(part.text).find(name) if name else -1
    if at < 0:
        return ()
    start, end = places[at], places[at + len(name) - 1] + 1
    start -= part.text[start - 1 : start] in tuple(OPENING)
    end += part.text[end : end + 1] in tuple(CLOSING)
    return part.spans(start, end)


def _plain(text: str) -> str:
    marks = OPENING + CLOSING
    half = text.translate(HALF_WIDTH)
    return "".join(each for each in half if each not in marks and not each.isspace())


def _bare(name: str) -> str:
    """Return a name as the data has it: without quotation marks around it."""
    return " ".join(name.split()).strip(OPENING + CLOSING)
