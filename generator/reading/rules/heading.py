"""`# …`, `### …`: a headline with its mark."""

from __future__ import annotations

from generator.model import Role
from generator.reading.lines import Finding, Line, PageLines, whole


def heading(line: Line, page: PageLines) -> Finding | None:
    """Take a line marked with `#` for a headline."""
    if not line.level:
        return None
    return whole(line, Role.HEADLINE, f"行首有 {line.level} 个“#”")
