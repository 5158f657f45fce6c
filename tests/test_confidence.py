"""How probable an item's reading is, and what follows from it."""

from __future__ import annotations

import pytest

from generator.model.sidecar import Sidecar
from generator.model.statements import Check
from generator.reading.assembling.beam import BeamSearch
from generator.reading.assembling.confidence import FEATURES, Confidence
from generator.reading.assembling.deciding import survey_page
from generator.reading.assembling.doubting import SURE
from generator.reading.recognising import recognise
from tests.reading_pages import make_source, make_taxonomy, read_lines

CLEAR = [
    line
    for name, who in (("井", "林禾"), ("琴", "高岩"), ("渡", "白露"), ("蜂", "苏婉"))
    for line in (f"@{name}", f"□本报记者 {who}", *(f"@{name}.{number}" for number in range(1, 5)))
]
MIXED = [
    "@井",
    "@琴",
    "@井.1",
    "@琴.1",
    "@渡.2",
    "@井.2",
    "@蜂.3",
    "@琴.2",
    "@渡.3",
    "@灯.4",
    "@琴.3",
    "@井.3",
]


def confidences(lines: list[str]) -> list[float]:
    """Return the confidence of each item of a page."""
    return [item.confidence for item in read_lines(lines).items]


def test_a_clear_page_is_sure() -> None:
    assert min(confidences(CLEAR)) >= SURE
    assert all(item.sure for item in read_lines(CLEAR).items)


def test_a_page_that_is_mixed_without_order_calls_nothing_sure() -> None:
    assert not any(item.sure for item in read_lines(MIXED).items)


def test_a_mixed_page_is_less_probable_than_a_clear_one() -> None:
    assert max(confidences(MIXED)) < min(confidences(CLEAR))


@pytest.mark.parametrize("lines", [CLEAR, MIXED, ["@井"], ["@井.1"], [*CLEAR[:3]]])
def test_a_confidence_is_a_probability(lines: list[str]) -> None:
    assert all(0.0 <= confidence <= 1.0 for confidence in confidences(lines))


@pytest.mark.parametrize("lines", [CLEAR, MIXED])
def test_an_item_that_is_doubted_for_nothing_else_says_how_probable_it_is(lines: list[str]) -> None:
    for item in read_lines(lines).items:
        codes = [doubt.code for doubt in item.doubts]
        assert ("reading-unsure" in codes) <= (item.confidence < SURE and len(codes) == 1)


def test_an_item_that_an_editor_has_checked_is_certain() -> None:
    items = read_lines(MIXED, sidecar=Sidecar(checks=(Check(line=3),))).items
    (item,) = (item for item in items if 3 in item.lines)
    assert (item.confidence, item.doubts) == (1.0, ())


def test_as_many_features_are_seen_as_the_model_has() -> None:
    source, taxonomy = make_source(CLEAR), make_taxonomy({})
    (survey,) = survey_page(source, recognise(source, taxonomy, Sidecar.empty()), taxonomy)
    slots = BeamSearch(survey.elements, survey.affinity).run()[0].slots
    seen = Confidence(slots, [9.0] * len(slots), survey.elements, survey.affinity)
    assert {len(features) for features in seen.features} == {len(FEATURES)}
