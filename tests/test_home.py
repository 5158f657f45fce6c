"""Pages of our own in many manners: laid out as their recipes say, answered to the last line, read no worse than before."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest

from generator.editing.scoring import Score, find_answers, read_answer
from generator.model import Kind
from generator.reading.files import read_source
from tests.home.baseline import FIGURES, RENEW, fallen, figures_of, load, pages_digest, read_home
from tests.home.laying import Put, Sheet
from tests.home.manners import MANNERS, pages_of, write_pages
from tests.home.sources import articles, briefs, captions, furniture

SHEETS = [(manner, sheet) for manner in MANNERS for sheet in pages_of(manner)]
SEAM = re.compile(r"[。！？”）]$")


@pytest.fixture(scope="module")
def scores() -> Sequence[Score]:
    return read_home()


# The floor


def test_the_pages_are_those_that_were_measured() -> None:
    assert load()[0] == pages_digest(), (
        f"The pages of tests/home changed, so their floors mean nothing. {RENEW}"
    )


def test_no_manner_is_read_worse_than_before(scores: Sequence[Score]) -> None:
    lost = fallen(load()[1], figures_of(scores))
    assert not lost, "\n".join([*lost, RENEW])


FLOORS = {
    "briefs": {
        "pair_f1": 0.9,
        "exact": 0.5,
        "headline": None,
        "sure_share": 0.4,
        "sure_right": 1.0,
        "mixed": 2,
    }
}


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({}, []),
        ({"pair_f1": 0.95, "mixed": 0, "headline": 0.1}, []),
        ({"exact": 0.4994}, []),
        ({"exact": 0.48}, ["briefs: exact fell by 0.020, from 0.500 to 0.48"]),
        ({"mixed": 3}, ["briefs: mixed items called sure rose from 2 to 3"]),
        ({"sure_right": None}, ["briefs: sure_right fell by 1.000, from 1.000 to None"]),
    ],
)
def test_a_figure_below_its_floor_is_told_with_how_much(change: dict[str, float], told: list[str]) -> None:
    assert fallen(FLOORS, {"briefs": {**FLOORS["briefs"], **change}}) == told


def test_a_manner_that_is_gone_or_new_is_told() -> None:
    assert fallen(FLOORS, {"lists": FLOORS["briefs"]}) == [
        "briefs is no longer measured",
        "lists has no floor",
    ]


def test_every_manner_has_its_floors() -> None:
    floors = load()[1]
    assert set(floors) == {*MANNERS, "全部"}
    assert all(set(figures) == {*FIGURES, "mixed"} for figures in floors.values())


# The pages


def test_there_are_enough_pages_of_enough_manners() -> None:
    assert len(SHEETS) >= 40
    assert len(MANNERS) >= 8
    assert min(Counter(manner for manner, _ in SHEETS).values()) >= 5
    assert {len(sheet.items) for _, sheet in SHEETS} <= {*range(4, 10)}


def test_every_answer_names_every_line_once(tmp_path: Path) -> None:
    write_pages(tmp_path)
    answered, others = find_answers(tmp_path)
    assert (len(answered), others) == (len(SHEETS), ())
    for page in answered:
        source = read_source(page.path)
        answer = read_answer(source, page.answer)
        assert page.manner in MANNERS
        assert all(len(source.lines) >= line for item in answer.items for line in item.body_lines)


def test_recipes_are_the_same_every_time() -> None:
    before = [sheet.text for sheet in pages_of("interleaved")]
    pages_of.cache_clear()
    assert [sheet.text for sheet in pages_of("interleaved")] == before


def test_another_seed_makes_other_pages_of_the_same_manners() -> None:
    for manner in MANNERS:
        other = pages_of(manner, 1)
        assert [sheet.name for sheet in other] == [sheet.name for sheet in pages_of(manner)]
        assert not {sheet.text for sheet in other} & {sheet.text for sheet in pages_of(manner)}


def test_no_article_stands_twice_on_a_page() -> None:
    for _, sheet in SHEETS:
        bodies = [put.text for put in sheet.puts if put.item is not None and put.part != "byline"]
        long = [text for text in bodies if len(text) > 20]
        assert len(long) == len(set(long)), sheet.name


def test_half_of_the_pages_are_half_width() -> None:
    for manner in set(MANNERS):
        half = ["，" not in sheet.text for sheet in pages_of(manner)]
        assert half == [number % 2 == 1 for number in range(len(half))]


# What they are made of


def test_articles_are_many_of_many_topics_by_many_authors() -> None:
    topics = Counter(article.topic for article in articles())
    assert len(articles()) >= 60
    assert len(topics) >= 12
    assert min(topics.values()) >= 5
    assert len({article.name for article in articles()}) == len(articles())
    assert len({article.headline for article in articles()}) == len(articles())


def test_every_article_has_paragraphs_of_a_print_s_length() -> None:
    for article in articles():
        paragraphs = [piece for piece in article.body if isinstance(piece, str)]
        assert 3 <= len(paragraphs) <= 6, article.headline
        assert all(20 <= len(paragraph) <= 200 for paragraph in paragraphs), article.headline
        assert article.kicker or article.deck, article.headline


def test_captions_briefs_and_furniture_are_each_written_once() -> None:
    for lines in (captions(), briefs(), [line for place in furniture().values() for line in place]):
        assert len(lines) == len(set(lines)) >= 20


def test_kinds_are_those_of_the_model() -> None:
    assert {item["kind"] for _, sheet in SHEETS for item in sheet.items} <= {str(kind) for kind in Kind}


# A page being laid out


def test_lines_are_counted_with_the_blanks_between_them() -> None:
    sheet = Sheet(name="a")
    first, second = sheet.new(["林禾"]), sheet.new()
    sheet.furnish(["报头"])
    sheet.put(Put("乙", second, "body", 0), Put("甲", first, "headline"), Put("署", first, "byline"))
    sheet.put(Put("前半", first, "body", 0), Put("次段", first, "body", 1), Put("后半", first, "body", 0))
    assert sheet.text == "报头\n\n乙\n\n甲\n\n署\n\n前半\n\n次段\n\n后半\n"
    assert sheet.answer == {
        "items": [
            {"kind": "article", "body": [[3]]},
            {"kind": "article", "names": ["林禾"], "headline": [5], "byline": [7], "body": [[9, 13], [11]]},
        ],
        "furniture": [1],
    }
    sheet.blank = False
    assert sheet.answer["furniture"] == [1]
    assert sheet.answer["items"][0]["body"] == [[2]]
