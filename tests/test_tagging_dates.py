"""When a page was printed: each case file is one sentence about words that bound the day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import DateBasis, DateTag, Evidence, Issue, Page
from generator.tagging.date_costs import holiday
from generator.tagging.date_words import HOLIDAYS
from generator.tagging.dates import infer_date
from generator.vocabulary.settings import ROOT
from generator.vocabulary.taxonomy import Event, Taxonomy, load_taxonomy
from tests.making import Draft, make_page
from tests.tagging_cases import case_files, page_of, read_case

SITE = load_taxonomy(ROOT / "site_config")
BARE = Taxonomy(columns=(), themes=(), events=())


def page(*paragraphs: str, issue: Issue | None = None) -> Page:
    return make_page(Draft(headline="水渠", paragraphs=paragraphs), issue=issue)


@pytest.mark.parametrize("path", case_files("dates"), ids=lambda path: path.stem)
def test_case(path: Path) -> None:
    case = read_case(path)
    found = infer_date(page_of(case), SITE)
    assert found.edtf == case["edtf"]
    assert found.basis == ("inferred" if case["edtf"] else "unknown")
    words = [proof.text for proof in found.evidence]
    assert words == case.get("evidence", words)


def test_a_stated_date_stands_over_every_clue() -> None:
    stated = DateTag(edtf="1999-05-01", basis=DateBasis.STATED)
    assert infer_date(page("2023年以来修了四条渠。", issue=Issue(date=stated)), SITE) == stated


def test_the_evidence_alone_proves_the_interval() -> None:
    whole = infer_date(
        page(
            "2019年3月立项,2020年以来动工,党的二十大精神传到工地。",
            "村集体收入从2021年的十万元提高到2022年的二十万元,今年有望再翻一番。",
            "4月5日开工,7月3日上午通水。",
        ),
        SITE,
    )
    assert [proof.text for proof in whole.evidence][-1] == "7月3日上午"
    assert len(whole.evidence) == 2


def test_evidence_names_the_lines_of_its_words() -> None:
    pages = make_page(
        Draft(paragraphs=(("夜校于2020年8", "月揭牌。"),)), Draft(paragraphs=("5月以来,课多了。",))
    )
    assert [(proof.line, proof.text) for proof in infer_date(pages, SITE).evidence] == [
        (1, "2020年8"),
        (3, "月揭牌"),
    ]


def test_clues_of_all_items_are_weighed_together() -> None:
    pages = make_page(
        Draft(paragraphs=("收入从2020年的一万元到2021年的二万元,今年更多。",)),
        Draft(paragraphs=("7月3日上午,夜校开课。",)),
    )
    assert infer_date(pages, SITE).edtf == "2022-07-03/2022-10-31"


def test_an_interval_is_never_a_single_day() -> None:
    found = infer_date(
        page(
            "收入从2020年的一万元到2021年的二万元,今年更多。",
            "6月30日上午,夜校开课,计划于6月底前招满。",
        ),
        SITE,
    )
    assert found.edtf == "2022-06-30/2022-07-02"


def test_clues_that_contradict_each_other_leave_the_lower_bound() -> None:
    taxonomy = Taxonomy(
        columns=(), themes=(), events=(Event(name="通水", start="2022-07-01", terms=("通水",)),)
    )
    found = infer_date(page("通水以后,9月1日上午开课,计划于3月底前招满。"), taxonomy)
    assert found.edtf == "2022-07-01/.."


def test_an_event_past_its_news_is_unlikely_but_not_impossible() -> None:
    event = Event(name="开渠", start="2020-01-01", end="2020-12-31", terms=("开渠",))
    taxonomy = Taxonomy(columns=(), themes=(), events=(event,))
    assert infer_date(page("开渠了。"), taxonomy).edtf == "2020-01-01/2020-12-31"
    assert infer_date(page("2023年5月还记得开渠的事。"), taxonomy).edtf == "2020-01-01/.."


def test_a_page_of_the_nineties_keeps_its_years() -> None:
    found = infer_date(page("1997年12月8日,银行合并。今年1月11日,股市开市。"), SITE)
    assert found.edtf is not None
    assert found.edtf.split("/")[0] <= "1998-01-11"
    assert found.edtf.endswith("/..")


@pytest.mark.parametrize("name", HOLIDAYS)
def test_every_holiday_has_a_day_in_and_outside_the_calendar(name: str) -> None:
    assert holiday(name, 2022).year in (2021, 2022)
    assert holiday(name, 1990).year == 1990


def test_the_calendar_knows_the_moving_holidays() -> None:
    assert (holiday("端午", 2022), holiday("中秋", 2023)) == (date(2022, 6, 3), date(2023, 9, 29))


def test_every_event_of_the_site_starts_before_it_ends() -> None:
    assert [event.name for event in SITE.events if event.end and event.end < event.start] == []


def test_an_archive_without_events_still_reads_years() -> None:
    assert infer_date(page("2023年以来修了四条渠。"), BARE).edtf == "2023-01-01/.."


@given(st.text(alphabet="二〇2019年13月08日今到前底以来第周年将,。端午假期", max_size=60))
def test_any_text_gives_an_ordered_interval_with_evidence_or_none(text: str) -> None:
    found = infer_date(page(text or "夜"), SITE)
    if found.edtf is None:
        assert found == DateTag()
        return
    first, last = found.edtf.split("/")
    assert date.fromisoformat(first)
    assert last == ".." or first < last
    assert found.evidence
    assert all(isinstance(proof, Evidence) and proof.text for proof in found.evidence)
