"""What words say of the day of printing, clue by clue, and what the clues together come to."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from generator.tagging import dates
from generator.tagging.date_clue import Clue
from tests.clue_words import TAXONOMY, clues_of
from tests.making import Draft, make_page, proof
from tests.tagging_cases import read_table

TABLE = read_table("clues")


@pytest.mark.parametrize("sentence", TABLE)
def test_clues_of_a_text(sentence: str) -> None:
    assert {text: clues_of(text) for text in TABLE[sentence]} == TABLE[sentence]


def clue(line: int = 1, **said: Any) -> Clue:
    for key in ("floor", "ceiling"):
        if key in said:
            said[key] = date.fromisoformat(said[key])
    return Clue(rule="made", evidence=(proof(str(said), line),), **said)


def year(*years: int, **more: float) -> dict[str, Any]:
    """Return what leaves these years alone for the news."""
    costs = dict.fromkeys(years, 0.0) | {int(name[1:]): cost for name, cost in more.items()}
    return {"floor": f"{min(costs)}-01-01", "costs": costs, "other_cost": 5.0}


CASES: dict[str, tuple[list[dict[str, Any]], str | None]] = {
    "no lower bound": ([{"day": (3, 5)}], None),
    "a lower bound alone": ([{"floor": "2020-05-01"}], "2020-05-01/.."),
    "a year": ([year(2022)], "2022-01-01/2022-12-31"),
    "the last year that is named": (
        [{"floor": "2020-01-01", "costs": {2048: 0.0}, "other_cost": 5.0}],
        "2048-01-01/2048-12-31",
    ),
    "a year that costs 2 more": ([year(2020, y2021=2.0)], "2020-01-01/2021-12-31"),
    "a year that costs over 2 more": ([year(2020, y2021=2.01)], "2020-01-01/2020-12-31"),
    "the end of what is tried is open": ([year(2020, y2031=1.0)], "2020-01-01/2031-12-31"),
    "a year that is named in its own month": (
        [{"floor": "2020-03-01", "costs": {2020: 2.5}, "spared": 3}],
        "2020-03-01/..",
    ),
    "a year that is named": ([{"floor": "2020-03-01", "costs": {2020: 2.5}}], "2021-01-01/.."),
    "faint words of a usual page": (
        [{"floor": "2020-01-01"}, *([{"ceiling": "2020-12-31", "weight": 0.2}] * 14)],
        "2020-01-01/2020-12-31",
    ),
    "as many among many more": (
        [{"floor": "2020-01-01", "weight": 6.0}, *([{"ceiling": "2020-12-31", "weight": 0.1}] * 29)],
        "2020-01-01/..",
    ),
    "a weak bound bounds nothing": ([{"floor": "2020-01-01", "weight": 1.2}], None),
    "two weak bounds of two items do": (
        [{"floor": "2020-01-01", "weight": 1.2}, {"floor": "2020-01-01", "weight": 1.2}],
        "2020-01-01/..",
    ),
    "two weak bounds of one item do not": (
        [{"floor": "2020-01-01", "weight": 1.2}, {"floor": "2020-05-01", "weight": 1.2, "item": 0}],
        None,
    ),
    "a later bound that all others speak against": (
        [year(2020), year(2020), {"floor": "2022-01-01"}],
        "2020-01-01/2020-12-31",
    ),
    "an event past its news": ([year(2020, 2021), {"ceiling": "2020-12-31"}], "2020-01-01/2020-12-31"),
    "an event hardly past its news": (
        [year(2021, y2020=0.6), {"ceiling": "2020-12-31"}],
        "2020-01-01/2021-12-31",
    ),
    "an event within the year": ([year(2020), {"ceiling": "2020-06-30"}], "2020-01-01/2020-06-30"),
    "an event of one day": (
        [year(2020), {"floor": "2020-06-01", "ceiling": "2020-06-01"}],
        "2020-06-01/2020-06-03",
    ),
    "a day is told of for four months": (
        [year(2022), {"day": (7, 3), "fresh": 60}],
        "2022-07-03/2022-10-31",
    ),
    "the days of two items leave less": (
        [year(2022), {"day": (3, 5), "fresh": 60}, {"day": (3, 19), "fresh": 60}],
        "2022-03-19/2022-05-04",
    ),
    "of the days of one item the younger counts": (
        [year(2022), {"day": (3, 5), "fresh": 60, "item": 1}, {"day": (7, 19), "fresh": 60, "item": 1}],
        "2022-07-19/2022-11-16",
    ),
    "a day of this year": ([year(2022), {"day": (3, 5), "same_year": True}], "2022-03-05/2022-12-31"),
    "a day without a word of how new it is": ([year(2022), {"day": (3, 5)}], "2022-01-01/2022-12-31"),
    "a day that may be to come": (
        [year(2022), {"day": (3, 5), "fresh": 240, "weight": 1.2}],
        "2022-01-01/2022-12-31",
    ),
    "two days that may be to come": (
        [year(2022), *([{"day": (12, 5), "fresh": 240, "weight": 1.2}] * 2)],
        "2022-01-01/2022-12-31",
    ),
    "December is told of early in the next year": (
        [year(2023), {"floor": "2022-01-01"}, {"day": (12, 1), "fresh": 60}],
        "2023-01-01/2023-12-31",
    ),
    "old news that was not said to be new": (
        [year(2022, 2023), {"floor": "2022-06-01"}, {"day": (5, 1), "fresh": 60}],
        "2022-06-01/2023-08-29",
    ),
    "a season lasts": (
        [year(2022), {"day": (6, 1), "fresh": 123, "lasts": 93}],
        "2022-06-01/2022-11-01",
    ),
    "a day by which something is planned": (
        [year(2022), {"until": (6, 30)}, {"day": (3, 5), "same_year": True}],
        "2022-03-05/2022-06-30",
    ),
    "the earliest of two such days": (
        [year(2022), {"until": (6, 30)}, {"until": (5, 31)}],
        "2022-01-01/2022-05-31",
    ),
    "a holiday that is awaited": (
        [year(2022), {"holiday": "国庆", "lead": 15, "fresh": 45}],
        "2022-09-16/2022-12-15",
    ),
    "a holiday that is over": (
        [year(2022), {"holiday": "国庆", "fresh": 45}],
        "2022-10-01/2022-12-30",
    ),
    "a leap day": ([year(2024), {"day": (2, 29), "same_year": True}], "2024-02-29/2024-12-31"),
    "a leap day in another year": (
        [year(2023), {"day": (2, 29), "same_year": True}],
        "2023-02-28/2023-12-31",
    ),
    "the twenty-eighth": ([year(2023), {"day": (1, 29), "same_year": True}], "2023-01-29/2023-12-31"),
    "of two floors the later": ([{"floor": "2020-01-01"}, {"floor": "2021-01-01"}], "2021-01-01/.."),
    "a low floor with costs": ([year(2022), {"floor": "2022-05-01"}], "2022-05-01/2022-12-31"),
    "a low floor with an end": (
        [{"floor": "2020-01-01", "ceiling": "2022-06-30"}, {"floor": "2022-05-01"}],
        "2022-05-01/2022-06-30",
    ),
    "of two ends the earlier": (
        [year(2020), {"ceiling": "2020-07-31"}, {"ceiling": "2020-06-30"}],
        "2020-01-01/2020-06-30",
    ),
    "the same day, new and not": (
        [year(2022), {"day": (3, 5), "fresh": 180}, {"day": (3, 5), "fresh": 60}],
        "2022-03-05/2022-05-04",
    ),
    "two holidays": (
        [year(2022), *({"holiday": name, "fresh": 45, "item": 1} for name in ("元旦", "国庆"))],
        "2022-10-01/2022-12-30",
    ),
    "one holiday, awaited and over": (
        [year(2022), {"holiday": "国庆", "lead": 15, "fresh": 60}, {"holiday": "国庆", "fresh": 60}],
        "2022-10-01/2022-11-15",
    ),
    "costs add up": (
        [
            {"floor": "2020-01-01", "costs": {2021: 0.0}, "other_cost": 3.0},
            {"floor": "2020-01-01", "costs": {2020: 0.0}, "other_cost": 3.5},
            {"costs": {2020: 0.0, 2021: 0.0}, "other_cost": 5.0},
        ],
        "2020-01-01/2021-12-31",
    ),
    "the same costs against other years": (
        [
            {"floor": "2020-01-01", "costs": {2020: 0.5}, "other_cost": 0.6},
            {"floor": "2020-01-01", "costs": {2020: 0.5}, "other_cost": 5.0},
        ],
        "2020-01-01/2020-12-31",
    ),
}


@pytest.mark.parametrize("what", CASES)
def test_what_clues_come_to(what: str, monkeypatch: pytest.MonkeyPatch) -> None:
    said, expected = CASES[what]
    clues = tuple(clue(**{"item": item} | each) for item, each in enumerate(said))
    monkeypatch.setattr(dates, "find_clues", lambda page, taxonomy: clues)
    found = dates.infer_date(make_page(Draft(paragraphs=("渠。",))), TAXONOMY)
    assert found.edtf == expected


def test_the_proof_leaves_out_what_is_not_needed_and_stands_in_the_order_of_the_lines(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    clues = (
        clue(9, **year(2022)),
        clue(7, day=(3, 5), fresh=60),
        clue(5, day=(3, 5), fresh=60),
        clue(3, floor="2021-01-01"),
        clue(1, day=(2, 1)),
    )
    monkeypatch.setattr(dates, "find_clues", lambda page, taxonomy: clues)
    found = dates.infer_date(make_page(Draft(paragraphs=("渠。",))), TAXONOMY)
    assert [proof.line for proof in found.evidence] == [7, 9]
