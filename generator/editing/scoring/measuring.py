"""One reading held against its answer: which lines went together, which items came out whole, what was called sure.

An item of the answer is held against the item of the reading that has most of its body, by characters.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.editing.scoring.answers import Answer, AnswerItem
from generator.model import Item, Page, ParagraphKind, Role

DISPLAY = (Role.KICKER, Role.HEADLINE, Role.DECK)


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerMeasure:
    """What became of one item of the answer."""

    line: int
    """Its first body line, by which a person finds it."""
    exact: bool
    """Whether the body has exactly its lines, whatever their order; see `_is_exact` for crossheads."""
    order: bool
    """Whether the body is right paragraph by paragraph, in order."""
    headline: bool | None
    """Whether kicker, headline and deck are exactly its lines; None where neither side has any."""
    byline: bool | None
    """Whether exactly the right people are named; None where neither side names any."""
    kind: bool
    """Whether it is what it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadMeasure:
    """What one item of the reading claims, and what it is worth."""

    line: int
    """Its first line, by which a person finds it."""
    sure: bool
    """Whether it is called sure."""
    confidence: float
    """The probability, 0 to 1, that it gives itself of being right."""
    right: bool
    """Whether its body has exactly the lines of one item of the answer."""
    mixed: bool
    """Whether its body has lines of two or more items of the answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageMeasure:
    """One page, measured."""

    path: str
    """The page's file, as a person would type it."""
    manner: str
    """The manner the page belongs to."""
    pair_f1: float
    """F1 over pairs of body lines in one item, each pair weighted by the product of its lines' characters, 0 to 1."""
    answers: tuple[AnswerMeasure, ...]
    """One for each item of the answer, in order."""
    read: tuple[ReadMeasure, ...]
    """One for each item of the reading, in order."""


def measure_page(page: Page, answer: Answer, manner: str = "") -> PageMeasure:
    """Hold a reading against its answer."""
    weights = {n: len(text.strip()) for n, text in enumerate(page.source.lines, 1)}
    return PageMeasure(
        path=page.source.path,
        manner=manner,
        pair_f1=_pair_f1(page, answer, weights),
        answers=tuple(_measure_answer(item, page, answer, weights) for item in answer.items),
        read=tuple(_measure_read(item, answer) for item in page.items),
    )


def _body_of(item: Item) -> frozenset[int]:
    """Return every line of an item's body, crossheads too."""
    return frozenset(line for paragraph in item.body for line in paragraph.lines)


def _paragraphs(item: Item, answer: Answer) -> tuple[tuple[int, ...], ...]:
    """Return the lines of each paragraph, without what either side calls a crosshead."""
    return tuple(
        paragraph.lines
        for paragraph in item.body
        if paragraph.kind is not ParagraphKind.SUBHEAD and not answer.crossheads.issuperset(paragraph.lines)
    )


def _is_exact(item: Item, wanted: AnswerItem) -> bool:
    """Tell whether an item's body has exactly the wanted lines, each as what it is.

    A crosshead of the answer may be read as a paragraph; a paragraph, or a line of anything else, that is read
    as a crosshead is wrong.
    """
    crossheads = {
        line for paragraph in item.body if paragraph.kind is ParagraphKind.SUBHEAD for line in paragraph.lines
    }
    return _body_of(item) - set(wanted.crossheads) == wanted.body_lines and not crossheads & wanted.body_lines


def _measure_answer(
    wanted: AnswerItem, page: Page, answer: Answer, weights: Mapping[int, int]
) -> AnswerMeasure:
    found = _counterpart(wanted, page.items, weights)
    line = wanted.body[0][0]
    if found is None:
        headline, byline = (False if wanted.display else None), (False if wanted.names else None)
        return AnswerMeasure(
            line=line, exact=False, order=False, headline=headline, byline=byline, kind=False
        )
    display = {block.line for block in found.blocks if block.role in DISPLAY}
    names = sorted({byline.contributor.name for byline in found.bylines})
    exact = _is_exact(found, wanted)
    return AnswerMeasure(
        line=line,
        exact=exact,
        order=exact and _paragraphs(found, answer) == wanted.body,
        headline=display == set(wanted.display) if display or wanted.display else None,
        byline=names == sorted(wanted.names) if names or wanted.names else None,
        kind=found.kind is wanted.kind,
    )


def _counterpart(wanted: AnswerItem, items: Iterable[Item], weights: Mapping[int, int]) -> Item | None:
    """Return the item with most of the wanted body, the first of equals; None where no item has any."""
    shares = [(sum(weights[n] for n in _body_of(item) & wanted.body_lines), item) for item in items]
    share, found = max(shares, key=lambda each: each[0], default=(0, None))
    return found if share else None


def _measure_read(item: Item, answer: Answer) -> ReadMeasure:
    body = _body_of(item)
    return ReadMeasure(
        line=item.lines[0],
        sure=item.sure,
        confidence=item.confidence,
        right=any(_is_exact(item, wanted) for wanted in answer.items),
        mixed=sum(bool(body & wanted.body_lines) for wanted in answer.items) > 1,
    )


def _pair_f1(page: Page, answer: Answer, weights: Mapping[int, int]) -> float:
    """Return F1 over the pairs of the answer's body lines, crossheads among them.

    The pairs of a group are counted from the sum of its weights, so that time is linear in the lines.
    """
    owner = {n: k for k, item in enumerate(answer.items) for n in (*item.body_lines, *item.crossheads)}
    reader = {n: k for k, item in enumerate(page.items) for n in _body_of(item)}
    wanted, read, both = defaultdict(list), defaultdict(list), defaultdict(list)
    for n, k in owner.items():
        wanted[k].append(weights[n])
        if n in reader:
            read[reader[n]].append(weights[n])
            both[k, reader[n]].append(weights[n])
    together, in_answer, in_reading = (_pairs(groups.values()) for groups in (both, wanted, read))
    return 2 * together / (in_answer + in_reading) if in_answer + in_reading else 1.0


def _pairs(groups: Iterable[list[int]]) -> float:
    return sum((sum(group) ** 2 - sum(weight**2 for weight in group)) / 2 for group in groups)
