"""What a page was read as and why, line by line, for the person who can mend it."""

from __future__ import annotations

from generator.model import Page
from generator.sidecars import Sidecar


def explain(page: Page, sidecar: Sidecar) -> str:
    """Return the reading of `page` as text."""
    owner = {block.line: item.id for item in page.items for block in item.blocks}
    rows = []
    for block in page.blocks:
        rows.append(f"{block.line} {block.role} {block.rule} {owner.get(block.line, '-')} {block.evidence}")
    return "\n".join(rows) + "\n"
