"""A page's text to its items: printed lines joined, lines recognised, items assembled, lines told apart again."""

from __future__ import annotations

from collections.abc import Mapping

from generator.model import Page, SourceText
from generator.model.sidecar import Sidecar
from generator.reading.assembling import assemble
from generator.reading.assembling.tracing import Step, trace
from generator.reading.assembling.weights import WEIGHTS, Weights
from generator.reading.printed.layout import lay_out
from generator.reading.printed.restoring import restore
from generator.reading.recognising import recognise
from generator.reading.stated import state_authors
from generator.vocabulary.taxonomy import Taxonomy


def read(source: SourceText, sidecar: Sidecar, taxonomy: Taxonomy, weights: Weights = WEIGHTS) -> Page:
    """Return the page that `source` holds: each line in one item, in the furniture, or unplaced.

    Raises PageFaults if the sidecar states authors of a line that is in no item.
    """
    layout = lay_out(source, sidecar)
    heard = layout.heard(sidecar)
    blocks = recognise(layout.joined, taxonomy, heard)
    page = assemble(layout.joined, blocks, heard, taxonomy, weights)
    return state_authors(restore(page, layout, sidecar.misprints), sidecar)


def retrace(source: SourceText, sidecar: Sidecar, taxonomy: Taxonomy) -> Mapping[int, Step]:
    """Return what each line added to the reading, by the 1-based line that its paragraph begins on."""
    layout = lay_out(source, sidecar)
    return trace(layout.joined, recognise(layout.joined, taxonomy, layout.heard(sidecar)), taxonomy)
