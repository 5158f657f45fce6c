"""A few hundred pages made at random are read without a traceback and without a loss; a loss would be seen."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.build import read_page
from generator.model.sidecar import Sidecar
from generator.reading.files import read_source
from tests.fuzz import Case, case_of, lost, run, try_case, vocabularies

KEPT = (270,)
"""Cases that crashed or hung before."""


def test_pages_made_at_random_are_read_whole() -> None:
    assert run(0, 60) == ([], [])


@pytest.mark.parametrize("case", KEPT)
def test_what_crashed_once_is_read(case: int, tmp_path: Path) -> None:
    try_case(case_of(case), tmp_path)


def test_a_case_is_the_same_every_time_and_another_one_another() -> None:
    assert case_of(7) == case_of(7) != case_of(8)


def test_a_line_that_is_lost_or_doubled_is_seen(tmp_path: Path) -> None:
    path = tmp_path / "page-1.txt"
    path.write_text("草原上的书屋\n\n牧民们在书屋里读书。\n", encoding="utf-8")
    page = read_page(read_source(path), Sidecar.empty(), *vocabularies())
    assert not lost(page)
    assert lost(replace(page, items=(), furniture=(), unplaced=()))
    assert lost(replace(page, unplaced=page.blocks))


def test_what_is_no_sentence_is_a_crash(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*told: object) -> None:
        raise ValueError("broken")

    monkeypatch.setattr("tests.fuzz.check_page", broken)
    with pytest.raises(ValueError, match="broken"):
        try_case(Case(text="草原上的书屋\n", sidecar=""), tmp_path)
