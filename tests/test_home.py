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
from tests.home.manners import MANNERS, pages_of, rows_of, write_pages
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


# The manners


def sheets(manner: str) -> tuple[Sheet, ...]:
    return pages_of(manner)


def puts(manner: str, **wanted: str) -> list[Put]:
    """Return the lines of a manner whose fields are as wanted."""
    return [
        put
        for sheet in pages_of(manner)
        for put in sheet.puts
        if all(getattr(put, name) == value for name, value in wanted.items())
    ]


def test_captions_name_nobody_and_stand_inside_articles() -> None:
    inside = 0
    for sheet in sheets("captions"):
        kinds = [item["kind"] for item in sheet.items]
        assert kinds.count("caption") >= 2
        for before, put, behind in zip(sheet.puts, sheet.puts[1:], sheet.puts[2:], strict=False):
            if put.item is not None and kinds[put.item] == "caption":
                assert re.match("图|[上下左右]图", put.text)
                assert "摄" not in put.text
                inside += before.item == behind.item
    assert inside >= 5


def test_briefs_have_no_headlines_and_three_forms_of_names() -> None:
    forms = set()
    for sheet in sheets("briefs"):
        own = [number for number, item in enumerate(sheet.items) if item["kind"] == "brief"]
        texts = [put.text for put in sheet.puts if put.item in own]
        assert len(texts) == len(own) >= 3
        forms |= {(text.startswith("本报讯"), bool(re.search(r"[（(]\S{2,5}[）)]$", text))) for text in texts}
    assert forms == {(False, True), (True, True), (True, False), (False, False)}


def test_names_stand_bare_under_headlines() -> None:
    for put in puts("bare-names", part="byline"):
        assert put.text.replace("　", "") in {article.name for article in articles()}


def test_names_stand_at_the_end_or_in_the_lead() -> None:
    ways = Counter(
        "line" if put.part == "byline" else "lead" if "讯" in put.text[:4] else "bracket"
        for sheet in sheets("closing-names")
        for put in sheet.puts
        if put.part == "byline"
        or re.match("本报讯[（(]", put.text)
        or any(
            put.text.replace("(", "（").endswith(f"（{article.name}" + end)
            for article in articles()
            for end in "）)"
        )
    )
    assert min(ways["line"], ways["lead"], ways["bracket"]) >= 3


def test_printed_lines_are_of_one_width() -> None:
    for sheet in sheets("printed-lines"):
        assert "\n\n" not in sheet.text
        widths = Counter(len(put.text) for put in sheet.puts if put.part == "body")
        (width, count), *_ = widths.most_common()
        assert 12 <= width <= 20
        assert count > 0.5 * widths.total()
        assert max(widths) <= width + 2


@pytest.mark.parametrize(
    ("hang", "rows"), [(False, ["水来了", "。”人", "笑了。"]), (True, ["水来了。”", "人笑了。"])]
)
def test_some_rows_hold_the_stop_that_follows(hang: bool, rows: list[str]) -> None:
    assert list(rows_of("水来了。”人笑了。", 3, hang=hang)) == rows


def test_traditional_pages_are_traditional() -> None:
    for sheet in sheets("traditional"):
        assert "記者" in sheet.text or "通訊員" in sheet.text
        assert not re.search("[们个来说这时过]", sheet.text)
        assert all(name in sheet.text for item in sheet.items for name in item["names"])


def test_neighbours_are_of_one_topic_and_unsigned() -> None:
    topic = {article.headline: article.topic for article in articles()}
    for sheet in sheets("neighbours"):
        assert len({topic[put.text.replace("?", "？")] for put in sheet.puts if put.part == "headline"}) == 1
        assert not any(item["names"] for item in sheet.items)


def test_some_neighbours_end_behind_the_next_ones_beginning() -> None:
    assert sum(torn(sheet) for sheet in sheets("neighbours")) >= 5


def torn(sheet: Sheet) -> int:
    """Return how many items do not stand together."""
    owners = [put.item for put in sheet.puts if put.item is not None]
    runs = Counter(owner for owner, before in zip(owners, [None, *owners], strict=False) if owner != before)
    return sum(count > 1 for count in runs.values())


@pytest.mark.parametrize("manner", ["interleaved", "columns"])
def test_articles_are_torn_apart(manner: str) -> None:
    for sheet in sheets(manner):
        assert torn(sheet) >= 4


def test_bulletins_have_long_headlines_and_short_bodies() -> None:
    assert max(len(put.text) for put in puts("bulletin", part="headline")) >= 20
    assert all(len(item["body"]) <= 3 for sheet in sheets("bulletin") for item in sheet.answer["items"])


def test_furniture_stands_above_below_and_inside() -> None:
    for sheet in sheets("furniture"):
        none = [put.item is None for put in sheet.puts]
        assert none[:4] == [True] * 4
        assert none[-3:] == [True] * 3
    assert any(
        put.item is None and before.item == behind.item is not None
        for sheet in sheets("furniture")
        for before, put, behind in zip(sheet.puts, sheet.puts[1:], sheet.puts[2:], strict=False)
    )


def test_headlines_have_kickers_and_decks() -> None:
    lines = Counter(
        sum(len(item.get(part, ())) for part in ("kicker", "headline", "deck"))
        for sheet in sheets("decks")
        for item in sheet.answer["items"]
    )
    assert set(lines) <= {2, 3}
    assert lines[2] >= 10
    assert puts("decks", part="kicker")
    assert puts("decks", part="deck")


@pytest.mark.parametrize("manner", ["in-order", "interleaved", "columns", "neighbours"])
def test_paragraphs_are_cut_within_sentences(manner: str) -> None:
    cuts = [
        paragraph
        for sheet in sheets(manner)
        for item in sheet.answer["items"]
        for paragraph in item["body"]
        if len(paragraph) > 1
    ]
    assert len(cuts) >= 3
    for sheet in sheets(manner):
        lines = sheet.text.splitlines()
        for item in sheet.answer["items"]:
            for paragraph in item["body"]:
                assert not any(SEAM.search(lines[line - 1]) for line in paragraph[:-1])


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
