"""A reading of a page judged as if nobody had corrected it: how probably each item holds just its own lines.

An editor's correction makes an item certain; whether it should, only what speaks for its lines can tell.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

from generator.model import Item, Page, ParagraphKind, SourceText
from generator.model.sidecar import Sidecar
from generator.reading.assembling.confidence import Confidence
from generator.reading.assembling.deciding import Survey, survey_page
from generator.reading.assembling.drafts import FAR
from generator.reading.assembling.states import Slot
from generator.reading.printed.layout import lay_out
from generator.reading.recognising import recognise
from generator.vocabulary.taxonomy import Taxonomy

LEAST = 1e-3
"""No item is taken to be less probable."""


class Judge:
    """What speaks for and against readings of one page."""

    def __init__(self, source: SourceText, sidecar: Sidecar, taxonomy: Taxonomy) -> None:
        layout = lay_out(source, sidecar)
        surveys = survey_page(layout.joined, recognise(layout.joined, taxonomy, sidecar), taxonomy)
        self._survey: Survey | None = surveys[0] if len(surveys) == 1 else None
        elements = self._survey.elements if self._survey else []
        self._places = {element.block.line: place for place, element in enumerate(elements)}

    def chances(self, page: Page) -> Mapping[int, float]:
        """Return how probably each item is right, by its first line; items that marks alone made are left out."""
        slots = {item.lines[0]: slot for item in page.items if (slot := self._slot(item)).body}
        if self._survey is None or not slots:
            return {}
        found = Confidence(
            list(slots.values()), [FAR] * len(slots), self._survey.elements, self._survey.affinity
        )
        return dict(zip(slots, found.probabilities, strict=True))

    def worth(self, page: Page) -> float:
        """Return how probably all items are right together, as a logarithm."""
        return math.fsum(math.log(max(LEAST, chance)) for chance in self.chances(page).values())

    def begins_within(self, line: int) -> bool:
        """Tell whether a line surely begins in the middle of a sentence."""
        place = self._places.get(line)
        return place is not None and self._survey is not None and self._survey.affinity.begins_within(place)

    def _slot(self, item: Item) -> Slot:
        places, body = self._places, [line for paragraph in item.body for line in paragraph.lines]
        heads = [
            line
            for head in (item.kicker, item.headline, item.deck)
            if head is not None
            for line in head.lines
        ]
        parted = [line for each in item.body if each.kind is ParagraphKind.SUBHEAD for line in each.lines]
        signed = {byline.line for byline in item.bylines} - set(body)
        return Slot(
            heads=_known(places, heads),
            bylines=_known(places, signed),
            body=_known(places, body),
            subheads=_known(places, parted),
        )


def _known(places: Mapping[int, int], lines: list[int] | set[int]) -> tuple[int, ...]:
    return tuple(sorted(places[line] for line in lines if line in places))
