"""Readings held against answers: what is measured, added up, and told."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.commands import cli
from generator.editing.scoring import (
    add_up,
    as_json,
    as_list,
    as_table,
    measure_page,
)
from generator.editing.scoring.answers import SUFFIXES, Answer
from generator.editing.scoring.measuring import AnswerMeasure, PageMeasure, ReadMeasure
from generator.editing.scoring.reliability import reliability_of
from generator.model import Doubt, Page, Role
from tests.making import Draft, by, make_page
from tests.test_scoring_answers import answer_of, cases

TEN = "一二三四五六七八九十"
READ = make_page(
    Draft(
        headline="甲标题", bylines=(by("林禾", "本报记者"),), paragraphs=(TEN, (TEN, TEN), f"## {TEN}", TEN)
    ),
    Draft(headline="乙标题", paragraphs=(TEN, TEN), doubts=(Doubt(code="headline-weak", line=15),)),
)


def told(measure: PageMeasure) -> dict[str, Any]:
    """Return what a case says of a measured page."""
    of_answers = ("exact", "order", "headline", "byline", "kind")
    found = {name: [getattr(each, name) for each in measure.answers] for name in of_answers}
    found |= {name: [getattr(each, name) for each in measure.read] for name in ("right", "mixed")}
    return {**found, "pair_f1": round(measure.pair_f1, 3)}


# What is measured


@pytest.mark.parametrize("case", cases("measures"), ids=lambda case: case["it"])
def test_a_reading_is_held_against_an_answer(case: dict[str, Any], tmp_path: Path) -> None:
    perfect = {name: [True, True] for name in ("exact", "order", "headline", "kind", "right")}
    wanted = {**perfect, "byline": [True, None], "mixed": [False, False], "pair_f1": 1.0, **case["told"]}
    assert told(measure_page(READ, answer_of(tmp_path, case["answer"], READ.source))) == wanted


def test_a_line_of_many_characters_weighs_more(tmp_path: Path) -> None:
    def f1(long: int, blanks: int = 0) -> float:
        page = make_page(Draft(paragraphs=("长" * long + " " * blanks, TEN, TEN, TEN)))
        return measure_page(
            page, answer_of(tmp_path, {"items": [{"body": [1, 3, 5]}, {"body": [7]}]}, page.source)
        ).pair_f1

    assert f1(10, blanks=90) == f1(10)
    assert f1(10) == pytest.approx(2 * 300 / (300 + 600))
    assert f1(100) == pytest.approx(2 * 2100 / (2100 + 3300))


def test_items_of_one_line_read_as_one_item_share_no_pair(tmp_path: Path) -> None:
    page = make_page(Draft(paragraphs=(TEN, TEN)))
    answer = answer_of(tmp_path, {"items": [{"body": [1]}, {"body": [3]}]}, page.source)
    assert measure_page(page, answer).pair_f1 == 0.0


def test_names_are_right_in_any_order(tmp_path: Path) -> None:
    page = make_page(
        Draft(headline="甲", bylines=(by("林禾", "记者"), by("高岩", "通讯员")), paragraphs=(TEN,))
    )
    body = next(block.line for block in page.items[0].blocks if block.role is Role.PARAGRAPH)
    lines = [block.line for block in page.items[0].blocks if block.line not in (1, body)]
    for names in (["林禾", "高岩"], ["高岩", "林禾"]):
        data = {"items": [{"headline": [1], "byline": lines, "names": names, "body": [body]}]}
        assert measure_page(page, answer_of(tmp_path, data, page.source)).answers[0].byline


def test_what_is_called_sure_is_remembered() -> None:
    measured = measure_page(READ, Answer(items=(), furniture=frozenset()))
    assert [(each.line, each.sure, each.confidence) for each in measured.read] == [
        (item.lines[0], item.sure, item.confidence) for item in READ.items
    ]


# Whether confidence means what it says


def test_the_diagram_bins_claims_by_confidence() -> None:
    found = reliability_of([(0.95, True), (1.0, False), (0.0, False), (0.09, True), (0.5, True)])
    assert [(each.low, each.count, each.right) for each in found.bins] == [
        (0.0, 2, 0.5),
        (0.5, 1, 1.0),
        (0.9, 2, 0.5),
    ]
    assert [each.confidence for each in found.bins] == pytest.approx([0.045, 0.5, 0.975])
    assert found.calibration_error == pytest.approx((2 * 0.455 + 0.5 + 2 * 0.475) / 5)
    assert found.brier == pytest.approx((0.05**2 + 1 + 0 + 0.91**2 + 0.25) / 5)


def test_nothing_claimed_is_nothing_to_trust() -> None:
    found = reliability_of([])
    assert (found.bins, found.calibration_error, found.brier) == ((), None, None)


@pytest.mark.parametrize("confidence", [-0.01, 1.01])
def test_a_confidence_is_a_probability(confidence: float) -> None:
    with pytest.raises(ValueError, match="not a probability"):
        reliability_of([(confidence, True)])


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1))
def test_errors_lie_between_nothing_and_all(claims: list[tuple[float, bool]]) -> None:
    found = reliability_of(claims)
    assert sum(each.count for each in found.bins) == len(claims)
    assert 0 <= (found.calibration_error or 0) <= 1
    assert 0 <= (found.brier or 0) <= 1


# Added up


ANSWER = AnswerMeasure(line=1, exact=True, order=True, headline=None, byline=True, kind=True)
CLAIM = ReadMeasure(line=1, sure=True, confidence=1.0, right=True, mixed=False)


def measured(
    manner: str, *answers: AnswerMeasure, read: tuple[ReadMeasure, ...] = (), f1: float = 1.0
) -> PageMeasure:
    return PageMeasure(path="p.txt", manner=manner, pair_f1=f1, answers=answers, read=read)


def test_pages_are_added_up_by_manner_and_all_together() -> None:
    wrong = replace(ANSWER, exact=False, order=False, headline=False, byline=None, kind=False)
    doubted = replace(CLAIM, sure=False, confidence=0.0, right=False, mixed=True)
    mixed = replace(CLAIM, right=False, mixed=True)
    briefs, news, every = add_up(
        [
            measured("news", ANSWER, read=(CLAIM, doubted)),
            measured("news", wrong, ANSWER, read=(mixed,), f1=0.5),
            measured("briefs", ANSWER, read=(CLAIM,)),
        ]
    )
    assert (briefs.manner, news.manner, every.manner) == ("briefs", "news", "全部")
    assert (news.pages, news.items, news.pair_f1, news.mixed) == (2, 3, 0.75, 1)
    assert (news.exact, news.order, news.kind) == pytest.approx((2 / 3, 2 / 3, 2 / 3))
    assert (news.headline, news.byline) == (0.0, 1.0)
    assert (news.sure_share, news.sure_right) == pytest.approx((2 / 3, 1 / 2))
    assert (briefs.headline, briefs.sure_right) == (None, 1.0)
    assert (every.pages, every.items) == (3, 4)


def test_pages_of_one_manner_have_one_line() -> None:
    assert [score.manner for score in add_up([measured("", ANSWER)])] == ["全部"]


def test_the_table_is_aligned_and_says_where_there_is_nothing() -> None:
    table = as_table(add_up([measured("a", ANSWER), measured("简讯，", ANSWER, read=(CLAIM,))]))
    scores, diagram = table.split("\n\n")
    heading, first, second, every = scores.splitlines()
    assert heading.split()[:4] == ["版面类", "版", "篇", "行对F1"]
    assert first.split() == [
        "a",
        "1",
        "1",
        "1.000",
        "1.000",
        "1.000",
        "–",
        "1.000",
        "1.000",
        "–",
        "–",
        "0",
        "–",
        "–",
    ]
    assert second.split()[9:] == ["1.000", "1.000", "0", "0.000", "0.000"]
    assert every.startswith("全部")
    widths = {len(line.replace("–", "-").encode("gb18030")) for line in (heading, first, second, every)}
    assert widths == {len(heading.encode("gb18030"))}
    assert diagram.splitlines()[1].split() == ["0.9–1.0", "1", "1.000", "1.000"]


def test_json_says_the_same() -> None:
    (score,) = json.loads(as_json(add_up([measured("", ANSWER, read=(CLAIM,))])))
    assert (score["manner"], score["exact"], score["headline"]) == ("全部", 1.0, None)
    assert score["reliability"]["bins"] == [
        {"low": 0.9, "high": 1.0, "count": 1, "confidence": 1.0, "right": 1.0}
    ]


def test_what_is_wrong_is_listed_with_its_line_the_sure_first() -> None:
    claims = (
        replace(CLAIM, line=3, right=False, mixed=True),
        replace(CLAIM, line=5, right=False, confidence=0.9),
        replace(CLAIM, line=7, sure=False, right=False),
        CLAIM,
    )
    half = replace(ANSWER, line=9, order=False, headline=False)
    wrong = replace(ANSWER, line=11, exact=False, order=False, byline=False, kind=False)
    assert list(as_list([measured("", ANSWER, half, wrong, read=claims)])) == [
        "p.txt:3: 说可靠(把握 1.00),却混了两篇以上。",
        "p.txt:5: 说可靠(把握 0.90),正文却不对。",
        "p.txt:9: 次序、标题不对。",
        "p.txt:11: 正文、署名、种类不对。",
    ]


# The command


PAGE = "书送到牧民家门口\n\n□本报记者 林禾\n\n入冬前,书车走了三个苏木,给书屋送去新书四百册,书车还带去了一台放映机。\n"
RIGHT = "items:\n- {headline: [1], byline: [3], names: [林禾], body: [5]}\n"


def test_the_command_tells_how_well_a_folder_is_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text(PAGE, encoding="utf-8")
    (tmp_path / f"a{SUFFIXES[0]}").write_text(RIGHT, encoding="utf-8")
    (tmp_path / "b.txt").write_text(PAGE, encoding="utf-8")
    assert cli.run(["score", str(tmp_path), "--json"]) == 0
    out, err = capsys.readouterr()
    (score,) = json.loads(out)
    assert (score["pages"], score["exact"], score["headline"], score["byline"]) == (1, 1.0, 1.0, 1.0)
    assert "1 版没有答案,没有计入" in err
    wrong = RIGHT.replace("林禾", "高岩")
    (tmp_path / f"a{SUFFIXES[0]}").write_text(wrong, encoding="utf-8")
    assert cli.run(["score", str(tmp_path), "--wrong"]) == 0
    assert capsys.readouterr().out.splitlines()[0] == f"{tmp_path / 'a.txt'}:5: 署名不对。"
    assert cli.run(["score", str(tmp_path), "--wrong", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)
    assert cli.run(["score", str(tmp_path)]) == 0
    assert capsys.readouterr().out.splitlines()[1].split()[:4] == ["全部", "1", "1", "1.000"]


def test_faults_of_all_answers_and_pages_are_told_at_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(PAGE, encoding="utf-8")
        (tmp_path / f"{name}{SUFFIXES[0]}").write_text("items: []\n", encoding="utf-8")
    (tmp_path / "a.yml").write_text("papre: 晚报\n", encoding="utf-8")
    assert cli.run(["score", str(tmp_path)]) == 1
    told_of = [line for line in capsys.readouterr().err.splitlines() if ": error [" in line]
    assert [Path(line.split(":")[0]).name for line in told_of] == ["a.answer.yml", "b.answer.yml"]


def test_a_sidecar_beside_a_page_counts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text(PAGE, encoding="utf-8")
    (tmp_path / f"a{SUFFIXES[0]}").write_text("items:\n- {body: [5]}\nfurniture: [1, 3]\n", encoding="utf-8")
    (tmp_path / "a.yml").write_text("corrections:\n  1: {item: none}\n  3: {item: none}\n", encoding="utf-8")
    assert cli.run(["score", str(tmp_path), "--json"]) == 0
    (score,) = json.loads(capsys.readouterr().out)
    assert (score["headline"], score["byline"], score["exact"]) == (None, None, 1.0)


def test_answers_may_lie_beside_the_seeds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text(PAGE, encoding="utf-8")
    (tmp_path / f"a{SUFFIXES[0]}").write_text(RIGHT, encoding="utf-8")
    assert cli.run(["check", "--seeds", str(tmp_path)]) == 0
    capsys.readouterr()


def test_every_page_made_here_is_a_page() -> None:
    assert isinstance(READ, Page)
    assert [block.line for item in READ.items for block in item.blocks] == list(range(1, 20, 2))
