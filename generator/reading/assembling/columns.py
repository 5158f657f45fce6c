"""Which column each item stands in."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import permutations

from generator.model import Block, Kind, Role, Series, SourceText, evidence_at
from generator.reading.assembling.drafts import Draft
from generator.reading.grammar.series import known_name, split_series
from generator.vocabulary.taxonomy import ColumnKind, Taxonomy


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """The column that an item stands in."""

    column: str | None = None
    """Its name."""
    series: Series | None = None
    """The part of the series, if the column is one."""
    borrowed: int = 0
    """The source line of its mark if that was one of several that stand one upon the other, else 0."""


NOWHERE = Placement()
ARTICLES = (Kind.ARTICLE, Kind.COMMENTARY)
"""Kinds between which the column decides."""


def columns_of(
    source: SourceText, blocks: Sequence[Block], drafts: Sequence[Draft], taxonomy: Taxonomy
) -> list[Placement]:
    """Return column and series of each draft: its own mark's, or that of the article it follows."""
    marks, stacked = _with_stacked(source, blocks, drafts)
    places: list[Placement] = []
    running: Placement = NOWHERE
    for draft, mark in zip(drafts, marks, strict=True):
        if mark is not None:
            place = _named(source, blocks[mark], taxonomy)
            places.append(replace(place, borrowed=blocks[mark].line if mark in stacked else 0))
            running = place if _holds_articles(place, draft, taxonomy) else NOWHERE
        elif draft.kind in ARTICLES:
            places.append(running)
        else:
            places.append(NOWHERE)
            running = running if draft.kind is Kind.CAPTION else NOWHERE
    return places


def kind_in(column: str | None, kind: Kind, taxonomy: Taxonomy) -> Kind:
    """Return what an item of a kind is in a column: whether an article is a commentary is told by the column."""
    known = taxonomy.column(column) if column else None
    commentary = known is not None and known.kind is ColumnKind.COMMENTARY
    return (Kind.COMMENTARY if commentary else Kind.ARTICLE) if kind in ARTICLES else kind


def _named(source: SourceText, mark: Block, taxonomy: Taxonomy) -> Placement:
    printed = source.quote(mark.content)
    name, series = split_series(printed)
    known = known_name(printed, taxonomy) or name
    words = evidence_at(source, (mark.content,), "column-mark")
    part = replace(series, name=known, evidence=words) if series else None
    return Placement(column=known, series=part)


def _holds_articles(place: Placement, draft: Draft, taxonomy: Taxonomy) -> bool:
    """Tell whether an article without a mark may stand in the same column."""
    column = taxonomy.column(place.column) if place.column else None
    if place.series is not None or draft.kind is not Kind.ARTICLE:
        return False
    return column is None or column.kind is ColumnKind.ARTICLES


def _with_stacked(
    source: SourceText, blocks: Sequence[Block], drafts: Sequence[Draft]
) -> tuple[list[int | None], set[int]]:
    """Deal marks that stand one upon the other to the items below, by the words they share."""
    marks: list[int | None] = [draft.column for draft in drafts]
    stacked: set[int] = set()
    for number, mark in enumerate(marks):
        if mark is None or drafts[number].column_stated:
            continue
        stack = [mark]
        while stack[0] and blocks[stack[0] - 1].role is Role.COLUMN_MARK and stack[0] - 1 not in marks:
            stack.insert(0, stack[0] - 1)
        if len(stack) < 2:
            continue
        free = [number]
        for other in range(number + 1, len(drafts)):
            if drafts[other].column is not None and drafts[other].kind is not Kind.CAPTION:
                break
            if drafts[other].kind in ARTICLES and not drafts[other].column_stated:
                free.append(other)
        _deal(source, blocks, drafts, stack, free, marks)
        stacked.update(stack)
    return marks, stacked


def _deal(
    source: SourceText,
    blocks: Sequence[Block],
    drafts: Sequence[Draft],
    stack: list[int],
    free: list[int],
    marks: list[int | None],
) -> None:
    if len(free) < len(stack) or len(stack) > 4:
        return
    texts = [_text_of(source, blocks, drafts[number]) for number in free[:12]]
    worth = [[_mentions(source.quote(blocks[mark].content), text) for text in texts] for mark in stack]
    ways = [way for way in permutations(range(len(texts)), len(stack)) if 0 in way]
    best = max(
        ways,
        key=lambda way: (math.fsum(worth[row][column] for row, column in enumerate(way)), [-c for c in way]),
    )
    marks[free[0]] = None
    for mark, column in zip(stack, best, strict=True):
        marks[free[column]] = mark


def _mentions(name: str, text: str) -> float:
    """Return how much a text speaks of what a column's name says."""
    words = re.findall(r"(?=([一-鿿]{2}))", name)
    return math.fsum(math.log1p(text.count(word)) for word in words)


def _text_of(source: SourceText, blocks: Sequence[Block], draft: Draft) -> str:
    lines = [*draft.heads, *(line for piece in draft.body for line in piece)]
    return "\n".join(source.quote(blocks[line].content) for line in lines)
