"""Where the search may put a line, and what each place costs: with evidence that is worth a known sum each."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.reading.assembling.beam import BeamSearch
from generator.reading.assembling.elements import Element, element
from generator.reading.assembling.states import Slot, State
from generator.reading.assembling.weights import WEIGHTS
from tests.reading_blocks import make_blocks

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "assembling_parts" / "ways.yml").read_text("utf-8"))
EVIDENCE = [
    "firm",
    "cut",
    "headline",
    "cohesion",
    "in_turn",
    "parallel",
    "first",
    "start",
    "follows",
    "below",
    "crossheads",
    "opens",
]
PRIORS = [
    "prefix",
    "headless",
    "byline_first",
    "far",
    "resume_open",
    "resume",
    "across",
    "left_open",
    "no_headline",
    "no_body",
    "no_byline",
    "robbed",
    "alone",
    "late_body",
    "signed_headless",
    "signed_twice",
    "last_headline",
    "late_byline",
    "leave_early",
    "leave_open",
    "second_line",
    "crosshead",
    "intact_resume",
    "led",
    "grown",
    "run",
]
WORTH = {name: 2.0 ** (10 + place) for place, name in enumerate(PRIORS + EVIDENCE)}
"""Each a power of two above all that the search itself adds, so that a sum tells what it is the sum of."""
WEIGHTED = replace(WEIGHTS, **{name: WORTH[name] for name in PRIORS})
NEVER = -99
"""What the search gives to a place that is none."""


@dataclass
class Evidence:
    """Stands for what is known of a page: each piece of evidence is worth its own power of two."""

    signing: float = 1.0
    broken: float = 0.0
    calm: float = 0.0
    intact: float = 0.0
    habit: float = 0.0
    surely: bool = False

    def title(self, line: int) -> tuple[float, float]:
        return WORTH["firm"], WORTH["cut"]

    def follows(self, above: int, line: int, *, plain: bool) -> float:
        return WORTH["follows"] if plain else WORTH["below"]

    def crosshead(self, line: int) -> float:
        return WORTH["crossheads"]

    def heads_surely(self, line: int) -> bool:
        return self.surely

    def __getattr__(self, name: str) -> Any:
        return lambda *about: WORTH[name]


def search_of(rows: list[dict[str, Any]], **known: Any) -> BeamSearch:
    """Return the search over these rows."""
    source, blocks = make_blocks(rows)
    elements: list[Element] = [element(block, source) for block in blocks]
    return BeamSearch(elements, Evidence(**known), WEIGHTED, spread=math.inf)  # type: ignore[arg-type]


def terms(score: float) -> str:
    """Return the names of what a score is the sum of."""
    found = ["never"] if score % 1024 else []
    score -= NEVER if found else 0
    for name, worth in sorted(WORTH.items(), key=lambda item: -item[1]):
        while score >= worth:
            score -= worth
            found.append(name)
    assert score == 0
    return "+".join(found) or "nothing"


def state_of(given: dict[str, Any]) -> State:
    """Return the reading before a line."""
    slots = tuple(slot_of(slot) for slot in given.get("slots", ()))
    return State(slots=slots, **{key: value for key, value in given.items() if key != "slots"})


def slot_of(given: dict[str, Any]) -> Slot:
    """Return an item so far."""
    return Slot(**{key: tuple(value) if isinstance(value, list) else value for key, value in given.items()})


def told(state: State) -> str:
    """Return a reading in one line: its items, then where it stands."""
    parts = "chbps"
    items = [
        " ".join(
            f"{letter}{value if isinstance(value, int) else '-'.join(map(str, value))}"
            for letter, value in zip(parts, slot, strict=False)
            if value not in (-1, ())
        )
        + ("!" if slot.note else "")
        for slot in state.slots
    ]
    return f"[{', '.join(items)}] at {state.current} {state.pending} {state.last}"


def ways(case: dict[str, Any], **known: Any) -> dict[str, str]:
    """Return every place of the last row, with the names of what it is worth."""
    search = search_of(case["rows"], **{**case.get("known", {}), **known})
    found = search.ways(state_of(case.get("before", {})), len(case["rows"]) - 1)
    return {told(state): terms(state.score) for state in found}


def finished(case: dict[str, Any]) -> str:
    """Return the names of what a finished reading is worth."""
    search = search_of(case["rows"], **case.get("known", {}))
    return terms(search._finish(state_of(case["finished"])))


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if "ways" in case])
def test_a_line_may_stand_in_these_places(name: str) -> None:
    assert ways(CASES[name]) == CASES[name]["ways"]


CROSSHEAD = "a short line in a titled item is a crosshead or a paragraph"


def test_what_is_surely_a_headline_is_no_crosshead() -> None:
    usual, over = ways(CASES[CROSSHEAD]), ways(CASES[CROSSHEAD], surely=True)
    assert usual.keys() - over.keys() == {"[h0 p1-2 s2] at 0 -1 2"}
    assert over.items() < usual.items()


def test_a_crosshead_costs_nothing_where_every_headline_is_signed() -> None:
    found = ways(CASES[CROSSHEAD], habit=1.0)["[h0 p1-2 s2] at 0 -1 2"]
    assert found == "crossheads+in_turn+cohesion+firm"


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if "worth" in case])
def test_a_finished_reading_costs_what_it_lacks(name: str) -> None:
    assert finished(CASES[name]) == CASES[name]["worth"]
