"""Why the archive says so: the words and lines behind a tag, a doubt or a correction, in plain Chinese."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.doubts import DOUBTS, TEXT_DOUBTS, meaning
from generator.model import Doubt, Page
from generator.records import page_url

RULES: Mapping[str, str] = {
    "alias": "别称",
    "bare-name": "简称",
    "abbreviation": "缩写",
    "stem": "省去通名",
    "spelling": "异写",
    "other-parent": "旧属",
    "page": "按同一版面的地名推断",
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
            text=meaning(doubt.code),
            line=doubt.line,
            href=f"{page_url(page)}index.html#L{doubt.line}",
            note=doubt.detail,
        )
        for doubt in doubts
    )


def text_doubt_reasons(page: Page, doubts: Iterable[Doubt]) -> tuple[Reason, ...]:
    """Return what looks like a misprint: what was found there, or else the code's meaning."""
    return tuple(
        Reason(
            text=doubt.detail or meaning(doubt.code),
            line=doubt.line,
            href=f"{page_url(page)}index.html#L{doubt.line}",
            note="",
        )
        for doubt in doubts
    )


def doubt_meanings() -> tuple[tuple[str, str], ...]:
    """Return the code and the meaning of every doubt, for the page about the archive."""
    return (*DOUBTS.items(), *TEXT_DOUBTS.items())
