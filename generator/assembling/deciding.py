"""The reading of a page that is taken, with what came second."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.assembling.drafts import Draft
from generator.assembling.elements import Element, element
from generator.assembling.evidence import Evidence
from generator.assembling.inserts import find_inserts
from generator.assembling.search import Search, Slot
from generator.assembling.weights import WEIGHTS, Weights
from generator.model import Block, Kind, Role, SourceText
from generator.sidecars import Sidecar
from generator.taxonomy import Taxonomy


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A whole reading of a page."""

    drafts: tuple[Draft, ...]
    """In reading order."""
    furniture: frozenset[int]
    """Numbers of the blocks that belong to no single item."""
    unplaced: frozenset[int]
    """Numbers of the blocks that could not be placed."""


def decide(
    source: SourceText,
    blocks: Sequence[Block],
    taxonomy: Taxonomy,
    sidecar: Sidecar,
    weights: Weights = WEIGHTS,
) -> Reading:
    """Return the best reading of `blocks`."""
    inserts = find_inserts(source, blocks, taxonomy)
    elements, numbers = _elements(source, blocks, inserts.used)
    marked = sum(block.rule == "heading" for block in blocks) >= 2
    evidence = Evidence(elements, weights, marked=marked)
    states = Search(elements, evidence, weights).run()
    drafts = [*inserts.drafts]
    if states:
        drafts += [_draft(slot, elements, numbers, evidence) for slot in states[0].slots]
    drafts.sort(key=lambda draft: draft.blocks[0])
    owned = {index for draft in drafts for index in draft.blocks}
    furniture = {
        index for index, block in enumerate(blocks) if block.role is Role.COLUMN_MARK
    } | inserts.furniture
    unplaced = set(range(len(blocks))) - owned - furniture
    return Reading(drafts=tuple(drafts), furniture=frozenset(furniture), unplaced=frozenset(unplaced))


def _elements(
    source: SourceText, blocks: Sequence[Block], used: frozenset[int]
) -> tuple[list[Element], list[int]]:
    elements, numbers = [], []
    above = 0
    for index, block in enumerate(blocks):
        gap, above = block.line - above - 1, block.line
        if block.role is Role.UNKNOWN or index in used:
            continue
        elements.append(element(block, source, gap))
        numbers.append(index)
    return elements, numbers


def _draft(slot: Slot, elements: Sequence[Element], numbers: Sequence[int], evidence: Evidence) -> Draft:
    pieces: list[list[int]] = []
    above = -1
    for line in slot.body:
        if (
            above >= 0
            and line not in slot.subheads
            and above not in slot.subheads
            and evidence.joined(above, line)
        ):
            pieces[-1].append(line)
        else:
            pieces.append([line])
        above = line
    return Draft(
        kind=Kind.NOTE if slot.note else Kind.ARTICLE,
        column=numbers[slot.column] if slot.column >= 0 else None,
        heads=tuple(numbers[line] for line in slot.heads),
        bylines=tuple(numbers[line] for line in slot.bylines),
        body=tuple(tuple(numbers[line] for line in piece) for piece in pieces),
        subheads=tuple(numbers[line] for line in slot.subheads),
        cut=bool(slot.body) and elements[slot.body[-1]].open > 0.5,
    )
