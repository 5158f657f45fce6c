"""Each manner of our own pages is what its recipe says: no change of a recipe may take that away."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from tests.home.laying import Put, Sheet
from tests.home.manners import pages_of, rows_of
from tests.home.sources import articles

SEAM = re.compile(r"[。！？”）]$")


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
