"""What the desk in the browser has of a page: its lines, its items as read, their doubts, and what its sidecar says.

The desk (theme/scripts/desk) makes of this, and of what a person does there, a new sidecar. Nothing that is withdrawn
is in it: a page's source has no such line any more, and the words of its sidecar are left out with it.

A page that prints each line of its columns (`printed`) is put together from lines before it is read, and a line that
an editor speaks of takes the lines behind it along: what comes of it, only the reader knows.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.editing.desk.saying import said_by
from generator.editing.sidecars.references import reference
from generator.editing.sidecars.schema import WORD_OF
from generator.model import Block, Doubt, Item, Page
from generator.model.doubts import meaning
from generator.model.sidecar import Sidecar
from generator.model.words import BLOCK_ROLES, KINDS
from generator.reading.checked import text_sum
from generator.reading.printed.layout import lay_out

FURNITURE, UNPLACED = -1, -2
"""Where a line stands that is in no item: it belongs to the page, or nobody knows."""


def desk_of(page: Page, titles: Mapping[str, str]) -> dict[str, Any]:
    """Return what the desk needs of a page, ready for JSON; `titles` is what each item is called, by id."""
    hidden = bool(page.withdrawn)
    text = "" if hidden else "\n".join(page.sidecar)
    owners = {block.line: at for at, item in enumerate(page.items) for block in item.blocks}
    owners |= {block.line: FURNITURE for block in page.furniture}
    owners |= {block.line: UNPLACED for block in page.unplaced}
    return {
        "id": page.id,
        "file": page.source.name,
        "sidecar": page.sidecar_name,
        "text": text,
        "hidden": hidden,
        "printed": bool(lay_out(page.source, Sidecar.empty()).pieces),
        "lines": [_line(page, block, owners[block.line]) for block in page.blocks],
        "items": [_item(page, item, titles.get(item.id, "")) for item in page.items],
        "said": said_by(page.source, text, page.sidecar_name),
    }


def _line(page: Page, block: Block, owner: int) -> dict[str, Any]:
    return {
        "number": block.line,
        "text": page.source.lines[block.line - 1],
        "role": WORD_OF.get(block.role, "paragraph"),
        "called": BLOCK_ROLES[block.role],
        "item": owner,
        "name": reference(page.source, block.line),
    }


def _item(page: Page, item: Item, title: str) -> dict[str, Any]:
    headings = [each for each in (item.kicker, item.headline, item.deck) if each]
    heads = sorted({line for heading in headings for line in heading.lines})
    body = [list(paragraph.lines) for paragraph in item.body]
    told = {*heads, *(line for lines in body for line in lines)}
    return {
        "id": item.id,
        "title": title,
        "kind": str(item.kind),
        "called": KINDS[item.kind],
        "column": item.column or "",
        "part": item.series.number if item.series else "",
        "headless": item.headline is None,
        "heads": heads,
        "signs": [line for line in item.lines if line not in told],
        "body": body,
        "subheads": [
            line for paragraph in item.body if paragraph.kind == "subhead" for line in paragraph.lines
        ],
        "people": [person.name for person in item.contributors],
        "regions": [each.name for each in item.tags.regions],
        "themes": [each.name for each in item.tags.themes],
        "practices": [each.name for each in item.tags.practices],
        "sum": text_sum(page.source, item.lines),
        "checked": bool(item.checks),
        "doubts": [_doubt(each) for each in (*item.doubts, *item.text_doubts)],
    }


def _doubt(doubt: Doubt) -> dict[str, Any]:
    detail = "" if doubt.code == "reading-unsure" else doubt.detail
    return {"code": doubt.code, "line": doubt.line, "said": meaning(doubt.code), "detail": detail}
