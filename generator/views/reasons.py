"""Why the archive says so: the words and lines behind a tag, a doubt or a correction, in plain Chinese."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.doubts import DOUBTS
from generator.model import Doubt, Page
from generator.records import page_url

RULES: Mapping[str, str] = {
    "alias": "别称",
    "bare-name": "简称",
    "stem": "省去通名",
    "spelling": "异写",
    "other-parent": "旧属",
    "misprint": "疑似误读，按上级地区与字形推断",
}
"""What the rules that tag regions are called in front of readers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Words of the page with the place where they stand."""

    text: str
    line: int
    href: str
    note: str


def rule_words(rule: str) -> str:
    """Return what a rule is called in front of readers; empty where it needs no word."""
    return RULES.get(rule, "")


def doubt_reasons(page: Page, doubts: Iterable[Doubt]) -> tuple[Reason, ...]:
    """Return the doubts, each with its meaning and the line to look at."""
    return tuple(
        Reason(
            text=doubt_words(doubt.code),
            line=doubt.line,
            href=f"{page_url(page)}index.html#L{doubt.line}",
            note=doubt.detail,
        )
        for doubt in doubts
    )


def doubt_words(code: str) -> str:
    """Return what a doubt means, for a reader."""
    return DOUBTS.get(code, code)


def doubt_meanings() -> tuple[tuple[str, str], ...]:
    """Return the name and the meaning of every doubt, for the page about the archive."""
    return tuple((code, meaning) for code, meaning in DOUBTS.items())
