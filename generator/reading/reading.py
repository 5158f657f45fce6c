"""A page's text to its items: printed lines joined, lines recognised, items assembled, lines told apart again."""

from __future__ import annotations

from collections.abc import Mapping

from generator.model import Page, SourceText
from generator.model.sidecar import Sidecar
from generator.reading.assembling import assemble
from generator.reading.assembling.tracing import Step, trace
from generator.reading.assembling.weights import WEIGHTS, Weights
from generator.reading.checked import hold_checks
from generator.reading.printed.layout import lay_out
from generator.reading.printed.restoring import restore
from generator.reading.recognising import recognise
from generator.reading.stated import state
from generator.vocabulary.taxonomy import Taxonomy


def read(source: SourceText, sidecar: Sidecar, taxonomy: Taxonomy, weights: Weights = WEIGHTS) -> Page:
    """Return the page that `source` holds: each line in one item, in the furniture, or unplaced.

    Raises PageFaults if the sidecar states something of a line that is in no item, or what an item cannot have.
    """
    layout = lay_out(source, sidecar)
    blocks = recognise(layout.joined, taxonomy, sidecar)
    page = restore(assemble(layout.joined, blocks, sidecar, taxonomy, weights), layout, sidecar.misprints)
    return hold_checks(state(page, sidecar, taxonomy), sidecar)


def retrace(source: SourceText, sidecar: Sidecar, taxonomy: Taxonomy) -> Mapping[int, Step]:
    """Return what each line added to the reading, by the 1-based line that its paragraph begins on."""
    layout = lay_out(source, sidecar)
    return trace(layout.joined, recognise(layout.joined, taxonomy, sidecar), taxonomy)
