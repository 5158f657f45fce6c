"""`责编:林禾 校对:高岩`: who made the page; it belongs to no item."""

from __future__ import annotations

import re

from generator.model import Role
from generator.rules.lines import Finding, Line, PageLines, whole

DUTY = re.compile(r"(?:责任编辑|责编|编辑|校对|版式|美编|值班主任|编审|组版|制图|检校|版面设计)[:：/／]")


def colophon(line: Line, page: PageLines) -> Finding | None:
    """Take a short line that opens with an editor's duty for the page's colophon."""
    if len(line.bare) > 80 or DUTY.match(line.bare) is None:
        return None
    return whole(line, Role.CREDIT, "行首是编辑、校对等版面责任")
