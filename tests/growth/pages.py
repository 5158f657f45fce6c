"""The pages of `pages.yml`, as large as wanted."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import yaml

from generator.reading.files import CHARACTERS, LIMIT, LINE, LINES

FILE = Path(__file__).with_name("pages.yml")
WORDS = "牧民们都说读书是好事情"
DIGITS = str.maketrans("0123456789", "〇一二三四五六七八九")


@cache
def recipes() -> Mapping[str, Mapping[str, str]]:
    """Return what each page is made of, by its name."""
    return yaml.safe_load(FILE.read_text(encoding="utf-8"))


def page_of(name: str, size: int) -> str:
    """Return the page of a name, of about `size` bytes of UTF-8 and no more."""
    recipe = recipes()[name]
    before, after, unit = recipe.get("before", ""), recipe.get("after", ""), recipe["unit"]
    left = size - len(f"{before}{after}\n".encode())
    numbered = "{" in unit
    if not numbered:
        return f"{before}{unit * (left // len(unit.encode()))}{after}\n"
    parts: list[str] = []
    while left > 0:
        number = str(len(parts) + 1)
        words = WORDS[: len(parts) * 5 % (len(WORDS) + 1)]
        told = unit.replace("{n}", number).replace("{h}", number.translate(DIGITS)).replace("{w}", words)
        parts.append(told)
        left -= len(parts[-1].encode())
    return f"{before}{''.join(parts[:-1] if left < 0 else parts)}{after}\n"


def bound_of(name: str) -> int:
    """Return the bytes of about the largest page of a name that is not refused."""
    low, high = 0, LIMIT
    while high - low > 500:
        size = (low + high) // 2
        low, high = (size, high) if is_taken(page_of(name, size)) else (low, size)
    return low


def is_taken(text: str) -> bool:
    """Tell whether a page is within the bounds of print."""
    lines = text.split("\n")
    written = sum(bool(line.strip()) for line in lines)
    return len(text) <= CHARACTERS and written <= LINES and max(map(len, lines)) <= LINE
