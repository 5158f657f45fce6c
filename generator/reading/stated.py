"""Authors whom an editor names in a sidecar, beside those that the page prints."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.model import Item, Page
from generator.model.sidecar import Sidecar
from generator.telling.diagnostics import Diagnostic, Severity
from generator.telling.errors import PageFaults

ANSWERED = ("byline-missing", "byline-unread")
"""Doubts that are none where an editor says who wrote."""


def state_authors(page: Page, sidecar: Sidecar) -> Page:
    """Return `page` with the authors that its sidecar states; what is printed stays as it is.

    Raises PageFaults for every line that is in no item.
    """
    if not sidecar.authors:
        return page
    faults = tuple(_faults(page, sidecar))
    if faults:
        raise PageFaults(faults)
    return replace(page, items=tuple(_stated(item, sidecar) for item in page.items))


def _stated(item: Item, sidecar: Sidecar) -> Item:
    lines = set(item.lines)
    said = tuple(who for line, authors in sidecar.authors.items() if line in lines for who in authors)
    if not said:
        return item
    doubts = tuple(doubt for doubt in item.doubts if doubt.code not in ANSWERED)
    return replace(item, authors=said, doubts=doubts)


def _faults(page: Page, sidecar: Sidecar) -> Iterator[Diagnostic]:
    owned = {line for item in page.items for line in item.lines}
    for line, authors in sidecar.authors.items():
        if line not in owned:
            yield Diagnostic(
                code="sidecar-author",
                severity=Severity.ERROR,
                path=sidecar.path,
                line=authors[0].evidence[0].line,
                message=f"authors:{page.source.name} 的第 {line} 行不属于任何一篇。",
                hint="请写这一篇里的一行,例如标题的行号;banmian explain 列出每一行属于哪一篇。",
            )
