"""What a page was read as, told line by line, with the sidecar that would mend it."""

from __future__ import annotations

import pytest

from generator.editing.explaining import explain
from generator.model import Issue, Page
from generator.model.doubts import DOUBTS, meaning
from generator.model.sidecar import Sidecar
from generator.model.statements import Check
from generator.reading.assembling.tracing import Step
from tests.reading_pages import read_lines

CLOSE = ["@井", "□本报记者 林禾", "@井.1", "@井.2", "@琴.3", "@琴", "□本报记者 高岩", "@琴.2", "@琴.4"]
CUT = ["# @渡", "本报讯(记者 林禾)@渡.1", "@渡.2", "@渡.4<30", "# @灯", "@灯.1", "@灯.2"]
STACKED = [
    "山乡",
    "渡口纪事",
    "@琴",
    "□本报记者 林禾",
    "@琴.1",
    "@琴.2",
    "@渡",
    "□本报记者 高岩",
    "@渡.1",
    "@渡.2",
]
BARE = ["@井.1", "@井.2"]
PLAIN = ["@井", "□本报记者 林禾", "@井.1", "@井.2", "@井.3", "@井.4"]
COLUMNS = {"山乡": "articles", "渡口纪事": "articles"}


def told(page: Page) -> str:
    """Return what is told of a page without a sidecar."""
    return explain(page, Sidecar.empty())


def test_every_line_is_told_with_role_rule_item_and_evidence() -> None:
    text = told(read_lines(CLOSE))
    for line in range(1, 10):
        assert any(row.lstrip().startswith(f"{line}  0") and "←" in row for row in text.splitlines())
    assert "署名(byline)" in text
    assert "整行是署名:林禾" in text


def test_a_close_reading_names_the_runner_up() -> None:
    text = told(read_lines(CLOSE))
    assert "order-uncertain" in text
    assert "第 5 行也可能属于“马鞍坡上的琴声”" in text


def test_a_page_without_doubts_says_so() -> None:
    signed = ["@井", "□本报记者 林禾", "@井.1", "@井.2", "@井.3", "@井.4"]
    second = ["@琴", "□本报记者 高岩", "@琴.1", "@琴.2", "@琴.3", "@琴.4"]
    text = told(read_lines([*signed, *second]))
    assert "没有存疑的地方。" in text
    assert "checked" not in text


@pytest.mark.parametrize(
    ("sidecar", "told"),
    [
        (Sidecar(path="p-1.yml", checks=(Check(line=1),)), "已按 p-1.yml 改正"),
        (Sidecar(path="p-1.yml"), "p-1.yml 里没有改正"),
    ],
)
def test_a_sidecar_is_said_to_mend_only_what_it_mends(sidecar: Sidecar, told: str) -> None:
    assert told in explain(read_lines(PLAIN), sidecar)
    assert "p-1.yml 改正" not in explain(
        read_lines(PLAIN), Sidecar(path="p-1.yml", issue=Issue(paper="晚报"))
    )


def test_each_line_is_told_with_what_it_adds_to_the_reading() -> None:
    text = explain(read_lines(PLAIN), Sidecar.empty(), {3: Step(score=1.25, margin=4.0)})
    (row,) = (row for row in text.splitlines() if row.endswith("]") and row.lstrip().startswith("3 "))
    assert row.endswith("[+1.2,领先 4.0]")


def test_every_doubt_has_a_meaning_and_an_unknown_one_stands_for_itself() -> None:
    assert all(text.endswith("。") for text in DOUBTS.values())
    assert meaning("cut-off") == DOUBTS["cut-off"]
    assert meaning("never-heard") == "never-heard"


def test_codes_that_the_assembling_gives_are_all_listed() -> None:
    pages = [read_lines(lines, COLUMNS) for lines in (CLOSE, CUT, STACKED, BARE)]
    codes = {doubt.code for page in pages for item in page.items for doubt in item.doubts}
    assert codes <= set(DOUBTS)
    assert {"order-uncertain", "column-uncertain", "headline-missing"} <= codes
