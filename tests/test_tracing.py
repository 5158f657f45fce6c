"""The reading once more, line by line, with what each line adds to it."""

from __future__ import annotations

from math import inf

import pytest

from generator.model.sidecar import Sidecar
from generator.reading.assembling.beam import BeamSearch
from generator.reading.assembling.deciding import survey_page
from generator.reading.assembling.tracing import Step, trace
from generator.reading.assembling.weights import WEIGHTS
from generator.reading.recognising import recognise
from tests.reading_pages import make_source, make_taxonomy

BROKEN = ["@琴", "□本报记者 林禾", "@琴.1<20", "@渡", "□本报记者 高岩", "@渡.1", "@琴.1>20", "@琴.2", "@渡.2"]
PAGES = [BROKEN, ["@井", "@井.1", "@井.2"], ["◎山乡", "@灯.1", "@灯", "□本报记者 林禾", "@灯.2"]]


def steps_of(lines: list[str]) -> dict[int, Step]:
    source = make_source(lines)
    return dict(trace(source, recognise(source, make_taxonomy({}), Sidecar.empty()), make_taxonomy({})))


@pytest.mark.parametrize("lines", PAGES)
def test_every_line_that_was_dealt_has_its_step(lines: list[str]) -> None:
    assert list(steps_of(lines)) == list(range(1, len(lines) + 1))


@pytest.mark.parametrize("lines", PAGES)
def test_the_steps_add_up_to_the_score_before_the_last_comparison(lines: list[str]) -> None:
    source = make_source(lines)
    survey = survey_page(source, recognise(source, make_taxonomy({}), Sidecar.empty()), make_taxonomy({}))[0]
    search = BeamSearch(survey.elements, survey.affinity)
    best = search.run()[0]
    total = sum(step.score for step in steps_of(lines).values()) + search._finish(best)
    items = [(slot.heads, slot.body) for slot in best.slots]
    total -= (1 - WEIGHTS.keep) * sum(survey.affinity.sequence(*item) for item in items)
    total += WEIGHTS.whole * sum(survey.affinity.whole(*item) for item in items)
    assert best.score == pytest.approx(total)


def test_a_lone_choice_has_no_other_place_and_a_clear_one_leads() -> None:
    steps = steps_of(["◎山乡", "@井", "@井.1", "@井.2"])
    assert steps[1] == Step(score=0.0, margin=inf)
    assert all(steps[line].margin > 1 for line in (3, 4))
