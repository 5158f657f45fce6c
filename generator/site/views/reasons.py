"""Why the archive says so: the words and lines behind a tag, a doubt or a correction, in plain Chinese."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.archive.addresses import page_url
from generator.model import EDITOR, GUESS, Doubt, Evidence, Item, Kind, Misprint, Page
from generator.model.doubts import DOUBTS, TEXT_DOUBTS, meaning
from generator.model.statements import NONE, About, Statement
from generator.model.widths import full_width
from generator.model.words import KINDS

RULES: Mapping[str, str] = {
    "alias": "别称",
    "bare-name": "简称",
    "stem": "省去通名",
    "spelling": "异写",
    "other-parent": "旧属",
    GUESS: "疑似误读，按上级地区与字形推断",
    EDITOR: "编者所加，不是报上的字",
}
"""What the rules that tag regions are called in front of readers; others need no word."""


SCORED = frozenset({"reading-unsure"})
"""Doubts whose detail is a probability: that stands in the data and on the coverage page, not before readers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LineLink:
    """The way to a numbered source line."""

    number: int
    """The 1-based source line."""
    href: str
    """The address of the line on its newspaper page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Words, with the places of the page where they stand."""

    text: str
    """What the page says, or what is doubted about it."""
    note: str
    """A word on it: the rule that used it, a doubt's detail, the right reading; empty for none."""
    lines: tuple[LineLink, ...]
    """The ways to the source lines, in the order in which they were found."""


def line_link(page: Page, line: int) -> LineLink:
    """Return the way to a source line."""
    return LineLink(number=line, href=f"{page_url(page)}index.html#L{line}")


def proofs(page: Page, evidence: Iterable[Evidence]) -> tuple[Reason, ...]:
    """Return the words that prove a tag; the same words on several lines are told once. An editor's have no line."""
    groups: dict[tuple[str, str], dict[int, LineLink]] = {}
    for proof in evidence:
        lines = groups.setdefault((proof.text, RULES.get(proof.rule, "")), {})
        if proof.rule != EDITOR:
            lines[proof.line] = line_link(page, proof.line)
    return tuple(
        Reason(text=text, note=note, lines=tuple(lines.values())) for (text, note), lines in groups.items()
    )


def doubt_reasons(page: Page, doubts: Iterable[Doubt]) -> tuple[Reason, ...]:
    """Return the doubts about a reading, each with its meaning and the line to look at."""
    return tuple(
        Reason(
            text=full_width(meaning(doubt.code)),
            note="" if doubt.code in SCORED else doubt.detail,
            lines=(line_link(page, doubt.line),),
        )
        for doubt in doubts
    )


def text_doubt_reasons(page: Page, doubts: Iterable[Doubt]) -> tuple[Reason, ...]:
    """Return what looks like a misprint: what was found there, or else the code's meaning."""
    return tuple(
        Reason(
            text=doubt.detail or full_width(meaning(doubt.code)),
            note="",
            lines=(line_link(page, doubt.line),),
        )
        for doubt in doubts
    )


def corrections(page: Page, misprints: Iterable[Misprint]) -> tuple[Reason, ...]:
    """Return misprints: the source reading as `text`, the right one as `note`."""
    return tuple(
        Reason(text=misprint.read, note=misprint.corrected, lines=(line_link(page, misprint.line),))
        for misprint in misprints
    )


ABOUT: Mapping[About, str] = {
    About.COLUMN: "栏目",
    About.KIND: "种类",
    About.SERIES: "系列",
    About.HEADLINE: "标题",
}
"""What an editor states, in Chinese."""


def statements(item: Item) -> tuple[Reason, ...]:
    """Return what an editor states of an item, each with what was read in its place as `note`; no line says either."""
    return tuple(Reason(text=_stated(item, said), note=_read(said), lines=()) for said in item.stated)


def _stated(item: Item, said: Statement) -> str:
    told = said.text
    if told == NONE:
        told = "不在栏目里" if said.about is About.COLUMN else "不属系列"
    elif said.about is About.KIND:
        told = KINDS[item.kind]
    elif said.about is About.SERIES and item.series:
        told = f"{item.series.name}第{item.series.number}篇"
    return f"{ABOUT[said.about]}：{told}"


def _read(said: Statement) -> str:
    if said.about is About.HEADLINE:
        return "报上没有，编者所拟"
    if said.about is About.KIND:
        return f"版面读作{KINDS[Kind(said.read)]}" if said.read != said.text else ""
    return f"版面读作“{said.read}”" if said.read and said.read != said.text else ""


def doubt_meanings() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the meanings of all doubts about the reading, and of all doubts about the text."""
    return (
        tuple(full_width(words) for words in DOUBTS.values()),
        tuple(full_width(words) for words in TEXT_DOUBTS.values()),
    )
