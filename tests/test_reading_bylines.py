"""Lines with a mark under a headline: who signs comes out of whole pages, or the line is doubted; none is lost."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.model import Byline, ContributorRole, Item
from tests.reading_pages import read_lines

CASES: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parent / "cases" / "rules" / "bylines_below_headlines.yml").read_text("utf-8")
)
KEYS = ("title", "rank", "function", "institution")
COLUMNS = {"山乡": "articles", "人物": "articles"}


def article(name: str, *below: str, mark: str = "") -> list[str]:
    """Return an article with the lines that stand under its headline."""
    return [f"{mark}@{name}", *below, *(f"@{name}.{number}" for number in (1, 2, 3, 4))]


def laid_out(lines: Sequence[str]) -> list[list[str]]:
    """Return pages in which these lines stand under the headline of one article."""
    signed = article("琴", "□本报记者 周桥")
    cut = [
        "@井",
        *lines,
        "@井.1",
        "@井.2<20",
        "@琴",
        "□本报记者 周桥",
        "@琴.1",
        "@琴.2",
        "@井.2>20",
        "@井.3",
        "@井.4",
    ]
    return [
        [*article("井", *lines), *signed, *article("渡", "□吴桥")],
        [*signed, *article("渡", "□吴桥"), *article("井", *lines)],
        [*article("琴", "□周桥", mark="## "), *article("井", *lines, mark="## "), *article("渡", mark="## ")],
        article("井", *lines),
        [*cut, "@琴.3", "@琴.4"],
        ["◎山乡", *article("井", "——枣林沟打井记事", *lines), "◎人物", *signed],
        [each for line in article("井", *lines) for each in (line, "")],
    ]


def item_of(page: Sequence[str]) -> Item:
    """Return the item about the well."""
    items = read_lines(page, COLUMNS).items
    return next(item for item in items if item.headline and item.headline.text.startswith("一口机井"))


def told(byline: Byline) -> dict[str, str]:
    """Return what a case says of someone: only what is there."""
    who = byline.contributor
    name = "body" if who.role is ContributorRole.INSTITUTION else "name"
    beside = {key: getattr(who, key) for key in KEYS if getattr(who, key)}
    return {name: who.name, **beside}


def is_whole(item: Item) -> bool:
    """Tell whether nothing but the four paragraphs is the body."""
    return item.text.startswith("五月的枣林沟") and "□" not in item.text and len(item.body) == 4


FORMS = list(zip(CASES["forms"], cycle(range(7)), strict=False))


@pytest.mark.parametrize(("case", "layout"), FORMS, ids=[case["line"] for case, _ in FORMS])
def test_everyone_is_named_with_role_rank_and_work(case: dict[str, Any], layout: int) -> None:
    item = item_of(laid_out(case["line"].split("\n"))[layout])
    assert [told(byline) for byline in item.bylines] == case["people"]
    assert is_whole(item)


@pytest.mark.parametrize("line", CASES["unread"])
@pytest.mark.parametrize("layout", range(7))
def test_a_line_in_which_nobody_can_be_told_is_kept_and_doubted(line: str, layout: int) -> None:
    item = item_of(laid_out([line])[layout])
    (byline,) = item.bylines
    assert (byline.contributor.role, byline.contributor.name) == (ContributorRole.UNKNOWN, line[1:])
    assert "byline-unread" in [doubt.code for doubt in item.doubts]
    assert is_whole(item)


def test_a_bulleted_line_inside_an_article_is_a_crosshead() -> None:
    for line in CASES["others"]:
        item = item_of(["@井", "□林禾", "@井.1", "@井.2", line, "@井.3", "@井.4"])
        assert [byline.contributor.name for byline in item.bylines] == ["林禾"], line
        assert [part.text for part in item.body if part.kind == "subhead"] == [line[1:]]


@pytest.mark.parametrize("mark", "■●▲◇★")
def test_a_crosshead_with_the_mark_of_others_is_doubted_under_the_headline(mark: str) -> None:
    page = ["@井", f"{mark}灯下的课堂", "@井.1", "@井.2", f"{mark}水满了", "@井.3", "@井.4"]
    item = item_of(page)
    assert not item.sure
