"""A whole reading of blocks made by hand: what is noted of each item, and which readings are kept."""

from __future__ import annotations

from typing import Any

import pytest

from generator.model import Kind
from generator.model.sidecar import Sidecar
from generator.reading.assembling.beam import COMPARED, BeamSearch
from generator.reading.assembling.deciding import Reading, decide, survey_page
from generator.reading.assembling.drafts import Draft
from generator.reading.assembling.states import Slot, State
from tests.reading_blocks import make_blocks
from tests.reading_pages import ARTICLES, make_taxonomy

WELL, FERRY = ARTICLES["井"], ARTICLES["渡"]
HEAD = {"headline": WELL[0], "rule": "heading"}
BODY: list[dict[str, Any]] = [{"paragraph": text} for text in WELL[1:]]
OTHER: list[dict[str, Any]] = [
    {"headline": FERRY[0], "rule": "heading"},
    *({"paragraph": text} for text in FERRY[1:]),
]
LINE = {"byline": "林禾", "names": ["林禾"]}


def reading_of(*rows: dict[str, Any]) -> Reading:
    """Return the reading of these rows."""
    source, blocks = make_blocks(rows)
    return decide(source, blocks, make_taxonomy({}), Sidecar.empty())


def first(*rows: dict[str, Any]) -> Draft:
    """Return the first item of these rows."""
    return reading_of(*rows).drafts[0]


def but(row: dict[str, Any], **more: Any) -> dict[str, Any]:
    """Return a row with more said of it."""
    return {**row, **more}


@pytest.mark.parametrize(
    ("rows", "signed"),
    [
        ([HEAD, *BODY], 0),
        ([HEAD, LINE, *BODY], 1),
        ([HEAD, LINE, LINE, *BODY], 2),
        ([HEAD, but(BODY[0], lead=["林禾"]), *BODY[1:]], 1),
        ([HEAD, but(BODY[0], lead=[]), *BODY[1:]], 0),
        ([HEAD, *BODY[:-1], but(BODY[-1], closing=["林禾"])], 1),
        ([HEAD, but(BODY[0], closing=["林禾"]), *BODY[1:]], 0),
        ([HEAD, LINE, *BODY[:-1], but(BODY[-1], closing=["林禾"])], 1),
        ([HEAD, *BODY, {"signature": "(白露)"}], 1),
        ([HEAD, *BODY[:-1], but(BODY[-1], closing=["林禾"]), {"signature": "(白露)"}], 1),
        ([HEAD, LINE, *BODY, {"signature": "(白露)"}], 1),
    ],
)
def test_it_is_counted_how_often_an_item_is_signed(rows: list[dict[str, Any]], signed: int) -> None:
    assert first(*rows).signed == signed


@pytest.mark.parametrize(("opened", "cut"), [(0.0, False), (0.5, False), (0.6, True), (1.0, True)])
def test_an_item_breaks_off_where_its_last_paragraph_does(opened: float, cut: bool) -> None:
    assert first(HEAD, *BODY[:-1], but(BODY[-1], open=opened)).cut is cut
    assert first(HEAD, but(BODY[0], open=opened), *BODY[1:]).cut is False
    assert first({"editor's note": "编者按"}, but(BODY[0], open=opened)).cut is cut
    assert first({"brief": "渡口", "open": opened}).cut is False


def test_a_note_is_told_from_an_article() -> None:
    rows = [{"column mark": "山乡"}, {"editor's note": "编者按"}, BODY[0]]
    assert (first(*rows).kind, first(*rows).column, first(*rows).heads) == (Kind.NOTE, 0, (1,))
    assert (first(HEAD, *BODY).kind, first(HEAD, *BODY).column) == (Kind.ARTICLE, None)


def test_blocks_that_no_item_takes_are_furniture_or_unplaced() -> None:
    reading = reading_of(
        {"unknown": "07"},
        {"column mark": "山乡"},
        HEAD,
        *BODY,
        {"credit": "责编 白露", "rule": "colophon"},
        {"column mark": "看台"},
        {"unknown": "08"},
    )
    assert (sorted(reading.furniture), sorted(reading.unplaced)) == ([1, 7, 8], [0, 9])
    assert [draft.blocks for draft in reading.drafts] == [(2, 3, 4, 5, 6)]
    assert reading.drafts[0].column == 1


@pytest.mark.parametrize(("line", "rule"), [(LINE, "short-line"), (None, "short-line"), (LINE, "heading")])
def test_the_headline_of_an_unsigned_article_right_below_is_noted(
    line: dict[str, Any] | None, rule: str
) -> None:
    signs = [line] if line else []
    reading = reading_of(
        {"headline": WELL[0], "rule": "correction"},
        *signs,
        *BODY,
        {"headline": FERRY[0], "rule": rule},
        *OTHER[1:],
    )
    below = len(signs) + len(BODY) + 1
    if [draft.heads for draft in reading.drafts] != [(0,), (below,)]:
        pytest.fail(str(reading.drafts))
    assert reading.signing is bool(line)
    assert reading.drafts[0].heir == (below if line and rule == "short-line" else None)
    assert reading.drafts[1].heir is None


@pytest.mark.parametrize("between", [[{"column mark": "山乡"}], [{"caption": "图"}]])
def test_a_headline_that_something_stands_above_is_no_heir(between: list[dict[str, Any]]) -> None:
    reading = reading_of(
        {"headline": WELL[0], "rule": "correction"},
        LINE,
        *BODY,
        *between,
        but(OTHER[0], rule="short-line"),
        *OTHER[1:],
    )
    assert all(draft.heir is None for draft in reading.drafts)


def test_a_signed_article_is_no_heir() -> None:
    reading = reading_of(HEAD, *BODY, but(OTHER[0], rule="short-line"), LINE, *OTHER[1:])
    assert len(reading.drafts) == 2
    assert all(draft.heir is None for draft in reading.drafts)


@pytest.mark.parametrize(("marks", "marked"), [(0, False), (1, False), (2, True), (3, True)])
def test_a_page_marks_its_headlines_from_two_on(marks: int, marked: bool) -> None:
    rows = [{"headline": "渡口", "rule": "heading"}] * marks + [{"headline": "船"}]
    assert survey_page(*make_blocks(rows), make_taxonomy({}))[0].affinity.marked is marked


def test_only_what_stands_on_its_own_or_is_unknown_is_not_dealt() -> None:
    rows = [{"unknown": "07"}, {"brief": "渡口。"}, HEAD, {"caption": "图"}, *BODY]
    survey = survey_page(*make_blocks(rows), make_taxonomy({}))[0]
    assert survey.numbers == [2, 4, 5, 6, 7]
    assert [element.block.line for element in survey.elements] == [3, 5, 6, 7, 8]


class TestRun:
    """The readings that the search keeps, on a page of two articles."""

    ROWS = (HEAD, *BODY, *OTHER)

    def search(self, **settings: float) -> BeamSearch:
        survey = survey_page(*make_blocks(self.ROWS), make_taxonomy({}))[0]
        return BeamSearch(survey.elements, survey.affinity, **settings)  # type: ignore[arg-type]

    def test_the_best_reading_comes_first_and_none_twice(self) -> None:
        states = self.search().run()
        assert states[0].slots == (Slot(heads=(0,), body=(1, 2, 3, 4)), Slot(heads=(5,), body=(6, 7, 8, 9)))
        scores = [state.score for state in states]
        assert scores == sorted(scores, reverse=True)
        assert len(set(states)) == len(states) > 2

    def test_readings_far_behind_are_given_up(self) -> None:
        assert len(self.search(spread=0.01).run()) == 1
        few, some, many = (self.search(spread=spread).run() for spread in (1.0, 14.0, 28.0))
        assert self.search().run() == some
        assert len(few) < len(many) == COMPARED

    @pytest.mark.parametrize(("lines", "readings"), [(1, 1), (2, 2), (3, 5), (4, 15), (5, COMPARED)])
    def test_every_way_to_deal_paragraphs_is_a_reading_of_which_the_best_are_compared(
        self, lines: int, readings: int
    ) -> None:
        survey = survey_page(*make_blocks([BODY[0]] * lines), make_taxonomy({}))[0]
        patient = BeamSearch(survey.elements, survey.affinity, spread=1000.0)
        assert len(patient.run()) == readings

    def test_a_reading_is_finished_before_it_is_compared(self) -> None:
        search = self.search()
        best = search.run()[0]
        again = State(slots=best.slots)
        assert search._finish(again) == 0
