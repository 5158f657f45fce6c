"""`# …`, `### …`, or a line in large type: a headline with its mark."""

from __future__ import annotations

from generator.model import Role
from generator.reading.boxes.setting import HEADLINE
from generator.reading.lines import Finding, Line, PageLines, whole

LIMIT = 45
"""Characters of the longest headline that its type alone shows; a leading article may be set large, too."""


def heading(line: Line, page: PageLines) -> Finding | None:
    """Take a line for a headline that is marked with `#`, or printed much larger than the page's body."""
    if line.level:
        return whole(line, Role.HEADLINE, f"行首有 {line.level} 个“#”")
    if line.height > HEADLINE and len(line.bare) <= LIMIT:
        return whole(line, Role.HEADLINE, f"字高约为正文的 {line.height:.1f} 倍")
    return None
