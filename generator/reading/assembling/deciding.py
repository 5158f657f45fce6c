"""The reading of a page that is taken, with what came second."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.model import Block, Kind, Role, SourceText
from generator.model.sidecar import Sidecar
from generator.reading.assembling.affinity import Affinity
from generator.reading.assembling.beam import WIDTH, BeamSearch, hurried
from generator.reading.assembling.confidence import Confidence, inserted
from generator.reading.assembling.corrections import correct
from generator.reading.assembling.drafts import Draft
from generator.reading.assembling.elements import Element, Sort, element
from generator.reading.assembling.inserts import Inserts, find_inserts
from generator.reading.assembling.rivals import Rival, rival_of
from generator.reading.assembling.sections import sections_of
from generator.reading.assembling.signing import sign
from generator.reading.assembling.states import Slot
from generator.reading.assembling.weights import WEIGHTS, Weights
from generator.vocabulary.taxonomy import Taxonomy

SECTIONS = 3
"""Sections of the longest page that is read with every care; print has none of more than one."""
SHORT, SHORT_GOES_ON = 13, 0.0
"""Characters of a line that is seldom the beginning of a cut paragraph; it is none unless it goes on better than this."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A whole reading of a page."""

    drafts: tuple[Draft, ...]
    """In reading order."""
    furniture: frozenset[int]
    """Numbers of the blocks that belong to no single item."""
    unplaced: frozenset[int]
    """Numbers of the blocks that could not be placed."""
    signing: bool
    """Whether the page signs most of its articles."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """What is known of a page before its lines are dealt to items."""

    inserts: Inserts
    """What stands on its own."""
    elements: list[Element]
    """What is dealt."""
    numbers: list[int]
    """The number of each element's block."""
    affinity: Affinity
    """What speaks for two elements standing in one item."""


def survey_page(
    source: SourceText, blocks: Sequence[Block], taxonomy: Taxonomy, weights: Weights = WEIGHTS
) -> tuple[Survey, ...]:
    """Return what the search for a reading starts from: one survey, or one for each section of a very long page."""
    inserts = find_inserts(source, blocks, taxonomy)
    elements, numbers = _elements(source, blocks, inserts.used)
    marked = sum(block.rule == "heading" for block in blocks) >= 2
    return tuple(
        Survey(
            inserts=inserts,
            elements=elements[part.start : part.stop],
            numbers=numbers[part.start : part.stop],
            affinity=Affinity(elements[part.start : part.stop], weights, marked=marked),
        )
        for part in sections_of(elements)
    )


def decide(
    source: SourceText,
    blocks: Sequence[Block],
    taxonomy: Taxonomy,
    sidecar: Sidecar,
    weights: Weights = WEIGHTS,
) -> Reading:
    """Return the best reading of `blocks`, an editor's corrections done to it."""
    surveys = survey_page(source, blocks, taxonomy, weights)
    inserts = surveys[0].inserts
    found = [
        replace(draft, confidence=inserted(draft, named=_names(blocks, draft))) for draft in inserts.drafts
    ]
    elements = sum(len(survey.elements) for survey in surveys)
    width = WIDTH if len(surveys) <= SECTIONS else hurried(elements)
    for survey in surveys:
        found += _searched(survey, weights, width)
    drafts = correct([sign(source, blocks, draft) for draft in found], blocks, sidecar.corrections)
    drafts = tuple(_signed(blocks, draft) for draft in sorted(drafts, key=lambda draft: draft.blocks[0]))
    signing = any(survey.affinity.signing > 0 for survey in surveys)
    if signing:
        drafts = _with_heirs(blocks, drafts)
    owned = {index for draft in drafts for index in draft.blocks}
    marks = {index for index, block in enumerate(blocks) if block.role is Role.COLUMN_MARK}
    furniture = (marks | inserts.furniture) - owned
    return Reading(
        drafts=drafts,
        furniture=frozenset(furniture),
        unplaced=frozenset(range(len(blocks))) - owned - furniture,
        signing=signing,
    )


def _names(blocks: Sequence[Block], draft: Draft) -> bool:
    """Tell whether a line of an item names people, in a lead, a bracket or by itself."""
    words = [blocks[line].wording for piece in draft.body for line in piece]
    return bool(draft.bylines) or any(word.closing or (word.lead and word.lead.people) for word in words)


def _searched(survey: Survey, weights: Weights, width: int) -> list[Draft]:
    """Return the items that the search finds in one survey with so many readings kept."""
    affinity, elements = survey.affinity, survey.elements
    states = BeamSearch(elements, affinity, weights).run(width)
    slots = states[0].slots
    rivals = [rival_of(slot, states) for slot in slots]
    chances = Confidence(slots, [rival.margin for rival in rivals], elements, affinity).probabilities
    return [
        replace(_draft(slot, rival, elements, survey.numbers, affinity), confidence=chance)
        for slot, rival, chance in zip(slots, rivals, chances, strict=True)
    ]


def _elements(
    source: SourceText, blocks: Sequence[Block], used: frozenset[int]
) -> tuple[list[Element], list[int]]:
    """Return what the search deals, and the block number of each."""
    numbers = [
        index for index, block in enumerate(blocks) if index not in used and block.role is not Role.UNKNOWN
    ]
    return [element(blocks[index], source) for index in numbers], numbers


def _draft(
    slot: Slot, rival: Rival, elements: Sequence[Element], numbers: Sequence[int], affinity: Affinity
) -> Draft:
    slot = slot._replace(subheads=_crossheads(slot, elements, affinity))
    pieces: list[list[int]] = []
    lost: list[int] = []
    loose: list[tuple[int, int]] = []
    for place, line in enumerate(slot.body):
        above = slot.body[place - 1] if place else -1
        if above < 0 or line in slot.subheads or above in slot.subheads or not affinity.joined(above, line):
            pieces.append([line])
            if affinity.begins_within(line):
                lost.append(numbers[line])
            continue
        pieces[-1].append(line)
        if affinity.loosely(above, line):
            loose.append((numbers[above], numbers[line]))
    return Draft(
        kind=Kind.NOTE if slot.note else Kind.BRIEF if slot.alone else Kind.ARTICLE,
        column=numbers[slot.column] if slot.column >= 0 else None,
        heads=tuple(numbers[line] for line in slot.heads),
        bylines=tuple(numbers[line] for line in slot.bylines),
        body=tuple(tuple(numbers[line] for line in piece) for piece in pieces),
        subheads=tuple(numbers[line] for line in slot.subheads),
        margin=rival.margin,
        rival=rival.told(elements),
        alternative=rival.alternative(elements),
        contested=tuple(numbers[line] for line in rival.lines),
        loose=tuple(loose),
        lost=tuple(lost),
        weak=bool(slot.body) and bool(slot.heads) and affinity.weakly_titled(slot.heads, slot.body),
    )


def _crossheads(slot: Slot, elements: Sequence[Element], affinity: Affinity) -> tuple[int, ...]:
    """Return the crossheads of an item: those of the reading, and short lines that look more like one than they go on."""
    found = set(slot.subheads)
    for above, line, below in zip(slot.body, slot.body[1:], slot.body[2:], strict=False):
        between = elements[above].open <= 0.5 < elements[line].open
        seen = elements[line].sort is Sort.HEADLINE and between
        most = SHORT_GOES_ON if len(elements[line].text) <= SHORT else affinity.weights.loose
        if seen and affinity.joins.score(line, below) < min(most, affinity.looks(line)):
            found.add(line)
    return tuple(line for line in slot.body if line in found)


def _with_heirs(blocks: Sequence[Block], drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """Note where a headline without a mark opens an unsigned article right below another article."""
    ends = {
        draft.body[-1][-1]: place
        for place, draft in enumerate(drafts)
        if draft.kind is Kind.ARTICLE and draft.body and draft.heads
    }
    found = list(drafts)
    for draft in drafts:
        if draft.kind is not Kind.ARTICLE or draft.signed or draft.column is not None or not draft.heads:
            continue
        head = draft.heads[0]
        place = ends.get(head - 1)
        if place is not None and blocks[head].rule == "short-line":
            found[place] = replace(found[place], heir=head)
    return tuple(found)


def _signed(blocks: Sequence[Block], draft: Draft) -> Draft:
    """Count how many times a finished item names people, and tell whether it breaks off."""
    words = [blocks[line].wording for piece in draft.body for line in piece]
    leads = sum(word.lead is not None and bool(word.lead.people) for word in words)
    tails = (Role.SIGNATURE, Role.CREDIT)
    lines = sum(blocks[line].role not in tails for line in draft.bylines)
    closing = any(word.closing is not None for word in words[-1:])
    signs = any(blocks[line].role in tails for line in draft.bylines)
    named = leads + lines
    cut = draft.kind in (Kind.ARTICLE, Kind.NOTE) and bool(words) and words[-1].openness > 0.5
    return replace(draft, signed=named if named else int(closing or signs), cut=cut)
