"""Blocks to items: the order of a page restored, its sequence cut, headlines matched to bodies.

The whole page is read at once: `search` deals its blocks to items in every way that print
breaks articles, and keeps the readings for which the most evidence speaks.
"""

from __future__ import annotations

from generator.model import Block, Page, SourceText
from generator.model.sidecar import Sidecar
from generator.reading.assembling.columns import columns_of
from generator.reading.assembling.deciding import decide
from generator.reading.assembling.doubting import doubts_of
from generator.reading.assembling.items import make_item
from generator.reading.assembling.weights import WEIGHTS, Weights
from generator.vocabulary.taxonomy import Taxonomy


def assemble(
    source: SourceText,
    blocks: tuple[Block, ...],
    sidecar: Sidecar,
    taxonomy: Taxonomy,
    weights: Weights = WEIGHTS,
) -> Page:
    """Return the page that the blocks of `source` make: each goes to one item, to the furniture, or stays unplaced."""
    reading = decide(source, blocks, taxonomy, sidecar, weights)
    places = columns_of(source, blocks, reading.drafts, taxonomy)
    items = []
    for position, (draft, place) in enumerate(zip(reading.drafts, places, strict=True), 1):
        doubts = doubts_of(
            source, blocks, draft, signing=reading.signing, borrowed=place.borrowed, sure=weights.sure
        )
        items.append(
            make_item(
                source,
                blocks,
                draft,
                position=position,
                place=place,
                taxonomy=taxonomy,
                doubts=doubts,
                confidence=draft.confidence,
                misprints=sidecar.misprints,
            )
        )
    return Page(
        source=source,
        issue=sidecar.issue,
        items=tuple(items),
        furniture=tuple(blocks[index] for index in sorted(reading.furniture)),
        unplaced=tuple(blocks[index] for index in sorted(reading.unplaced)),
    )
