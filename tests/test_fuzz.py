"""Archives made at random are read, made and built without a crash, a hang or a loss; each of these would be seen.

A long run: `python -m tests.fuzz --cases 50000`, or `pytest tests/test_fuzz.py --hypothesis-profile long`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.telling.errors import UsageError
from tests.fuzz.cases import KEPT, Case, Way, plain_files, read_kept
from tests.fuzz.making import KINDS, PAGE, case_of, kind_of
from tests.fuzz.running import run
from tests.fuzz.trying import Wrong, hold, made_wrong, try_case
from tests.growth.counting import steps_of

CASES = 150
"""How many the quick run takes."""
SHRUNK = sorted(KINDS.keys() - {"built", "made", "vocabulary"})
"""Kinds of which hypothesis makes cases, too: it finds the smallest that fails, and needs many to do so."""
PLAIN = Case(files={PAGE: plain_files()[PAGE]})


def test_archives_made_at_random_crash_nothing_and_lose_nothing(say_at_end: Callable[[str], None]) -> None:
    found = run(0, CASES)
    say_at_end(f"fuzz: {found}")
    assert not found.bad, str(found)
    assert sum(found.kinds.values()) == CASES
    assert 0 < found.refused < CASES


@settings(suppress_health_check=list(HealthCheck))
@given(kind=st.sampled_from(SHRUNK), rng=st.randoms())
def test_whatever_hypothesis_makes_crashes_nothing_and_loses_nothing(kind: str, rng: Random) -> None:
    try_case(KINDS[kind][1](rng), again=True)


@pytest.mark.parametrize("path", sorted(KEPT.glob("*.yml")), ids=lambda path: path.stem)
def test_what_failed_once_fails_no_more(path: Path) -> None:
    case, refused = read_kept(path)
    assert try_case(case, again=True) is refused


@pytest.mark.parametrize("way", [Way.READ, Way.MAKE])
def test_the_plain_archive_is_taken(way: Way) -> None:
    assert not try_case(Case(files=plain_files(), way=way))


def test_a_case_is_the_same_every_time_and_told_as_it_is(tmp_path: Path) -> None:
    for number in range(60):
        case = case_of(number)
        assert case == case_of(number) != case_of(number + 1)
        (tmp_path / "case.yml").write_text(case.told(), encoding="utf-8")
        assert yaml.safe_load(case.told())["files"] or kind_of(number) == "vocabulary"


def test_every_kind_is_made() -> None:
    assert {kind_of(number) for number in range(3_000)} >= KINDS.keys() - {"built"}


@pytest.mark.parametrize("lose", ["items", "furniture", "unplaced"])
def test_a_line_that_is_lost_or_doubled_is_seen(lose: str) -> None:
    _, archive = steps_of("书声\n\n牧民们在书屋里读书。\n\n责编：林禾\n\n草\n", made=False)
    page = archive.pages[0]
    hold([page])
    with pytest.raises(Wrong, match="lost or doubled"):
        hold([replace(page, **{lose: ()}) if getattr(page, lose) else replace(page, unplaced=page.blocks)])


def test_a_character_in_no_block_is_seen() -> None:
    _, archive = steps_of("牧民们在书屋里读书。\n", made=False)
    page = archive.pages[0]
    item = page.items[0]
    block = item.blocks[0]
    short = replace(block, span=replace(block.span, end=block.span.end - 1))
    with pytest.raises(Wrong, match="in no block: lines"):
        hold([replace(page, items=(replace(item, blocks=(short,)),))])


def test_a_line_that_is_not_on_the_site_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    _, archive = steps_of(plain_files()[PAGE], made=False)
    assert made_wrong(archive) == []
    monkeypatch.setattr("tests.fuzz.trying.gather_files", lambda *told: ())
    assert made_wrong(archive)


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (ValueError("broken"), "ValueError in"),
        (UsageError(" "), "Wrong in"),
        (RecursionError(), "RecursionError in"),
    ],
    ids=["an-error-of-python", "a-refusal-without-a-word", "a-recursion"],
)
def test_what_is_no_sentence_is_a_crash(error: Exception, told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*told: object) -> None:
        raise error

    monkeypatch.setattr("tests.fuzz.trying.check_page", broken)
    found = run(0, 3, make=lambda seed: PLAIN)
    assert (found.bad, len(found.crashes), found.hangs) == (3, 1, [])
    assert told in str(found)


def test_what_takes_too_long_is_a_hang(monkeypatch: pytest.MonkeyPatch) -> None:
    def endless(*told: object) -> None:
        while True:
            pass

    monkeypatch.setattr("tests.fuzz.running.SECONDS", 0.05)
    monkeypatch.setattr("tests.fuzz.trying.check_page", endless)
    found = run(7, 1, make=lambda seed: PLAIN)
    assert (found.hangs, found.crashes) == ([7], {})
    assert "hang: case 7" in str(found)
