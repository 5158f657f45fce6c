"""A page of each kind that a built site has."""

from __future__ import annotations

import re
from pathlib import Path


def longest_of_each(site: Path, pattern: str) -> dict[str, str]:
    """Return, by what `pattern` finds in it, the largest page of the site in which it is found."""
    found: dict[str, str] = {}
    for path in sorted(site.rglob("*.html"), key=lambda path: path.stat().st_size):
        uri = path.relative_to(site).as_posix()
        found |= dict.fromkeys(re.findall(pattern, path.read_text("utf-8")), uri)
    return found


def templates_of(site: Path) -> dict[str, str]:
    """Return the largest page of each template, by the template's name."""
    return longest_of_each(site, r'<article class="[^"]*\bbm-k-(\w+)')
