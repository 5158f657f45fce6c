"""What our own pages are made of: articles by topic, captions, briefs, furniture, all written for this project."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import yaml

HOME = Path(__file__).parent
LONG = 0.3
"""Share of seams at which two short paragraphs are printed as one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article as its author wrote it."""

    topic: str
    """The file it stands in."""
    headline: str
    """The headline (主题)."""
    kicker: str = ""
    """The line above it (引题), may be empty."""
    deck: str = ""
    """The line below it (副题), may be empty."""
    name: str
    """Who wrote it; nobody real."""
    role: str
    """What the author is called: 本报记者, 本报通讯员."""
    body: tuple[str | Mapping[str, str], ...] = field(default=())
    """Paragraphs, and crossheads as `{crosshead: …}`, in order."""

    def pieces(self, rng: Random, *, crossheads: bool = True) -> list[tuple[str, str]]:
        """Return part (`body` or `crossheads`) and text of each piece, some neighbours made one paragraph."""
        made: list[tuple[str, str]] = []
        for piece in self.body:
            if not isinstance(piece, str):
                if crossheads:
                    made.append(("crossheads", piece["crosshead"]))
            elif made and made[-1][0] == "body" and rng.random() < LONG:
                made[-1] = ("body", made[-1][1] + piece)
            else:
                made.append(("body", piece))
        return made


def _read(name: str) -> Any:
    return yaml.safe_load((HOME / name).read_text("utf-8"))


@cache
def articles() -> tuple[Article, ...]:
    """Return every article, by topic, in the order of the files."""
    return tuple(
        Article(topic=path.stem, **{**each, "body": tuple(each["body"])})
        for path in sorted((HOME / "articles").glob("*.yml"))
        for each in _read(f"articles/{path.name}")
    )


@cache
def captions() -> tuple[str, ...]:
    """Return captions that name nobody."""
    return tuple(_read("short/captions.yml"))


@cache
def briefs() -> tuple[str, ...]:
    """Return briefs of one paragraph, without lead or name."""
    return tuple(_read("short/briefs.yml"))


@cache
def furniture() -> Mapping[str, tuple[str, ...]]:
    """Return lines that belong to no item: `top`, `middle` and `bottom` of a page."""
    return {place: tuple(lines) for place, lines in _read("short/furniture.yml").items()}
