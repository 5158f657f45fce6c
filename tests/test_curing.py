"""Corrections that are offered were tried: each reads without fault, ends its doubt, and makes nothing worse."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from generator.editing.curing import Clinic, Cure, Tried
from generator.editing.explaining import explain
from generator.editing.sidecars import read_sidecar
from generator.model import Page
from generator.model.sidecar import Sidecar
from tests.reading_pages import assemble_page, make_source, make_taxonomy, read_lines

STACKED = ["山乡", "渡口纪事", "@琴", "□本报记者 林禾", "@琴.1", "@琴.2", "@渡", "□本报记者 高岩", "@渡.1"]
CUT = ["# @渡", "本报讯(记者 林禾)@渡.1", "@渡.2", "@渡.4<30", "# @灯", "@灯.1", "@灯.2"]
BARE = ["@井.1", "@井.2"]
COLUMNS = {"山乡": "articles", "渡口纪事": "articles"}


def clinic_of(lines: list[str], page: Page, tries: int = 60) -> Clinic:
    return Clinic(make_source(lines), Sidecar.empty(), make_taxonomy(COLUMNS), page, tries=tries)


def tried(lines: list[str], tries: int = 60) -> list[tuple[str, int, Tried]]:
    page = read_lines(lines, COLUMNS)
    clinic = clinic_of(lines, page, tries)
    return [(doubt.code, doubt.line, clinic.cures(doubt)) for item in page.items for doubt in item.doubts]


def codes(page: Page) -> Counter[str]:
    return Counter(doubt.code for item in page.items for doubt in item.doubts)


@pytest.mark.parametrize("lines", [STACKED, CUT, BARE])
def test_a_cure_written_beside_the_page_ends_its_doubt_and_adds_none(
    tmp_path: Path, lines: list[str]
) -> None:
    before = codes(read_lines(lines, COLUMNS))
    source = make_source(lines)
    for code, _, found in tried(lines):
        for cure in found.cures:
            path = tmp_path / "p-1.yml"
            path.write_text("corrections:\n  " + "\n  ".join(cure.written(source)) + "\n", encoding="utf-8")
            after = codes(assemble_page(source, read_sidecar(source, path), make_taxonomy(COLUMNS)))
            assert not after - before
            assert after[code] < before[code]


def test_a_mark_that_stands_upon_another_is_given_to_the_item_below() -> None:
    written = [cure.written(make_source(STACKED)) for _, _, found in tried(STACKED) for cure in found.cures]
    assert ("2 渡口纪事: {item: 7 老渡口办起便民船}",) in written


def test_a_paragraph_without_any_headline_near_is_offered_nothing() -> None:
    assert all(not found.cures for _, _, found in tried(BARE))


def test_what_was_not_tried_for_want_of_time_is_counted() -> None:
    found = [each for _, _, each in tried(STACKED, tries=1)]
    assert sum(each.tried for each in found) == 1
    assert any(each.left for each in found)


@pytest.mark.parametrize(
    "cure",
    [
        Cure(lines=(6,), key="item", value="new"),
        Cure(lines=(6,), key="item", value=7),
        Cure(lines=(3,), key="role", value="headline"),
    ],
)
def test_what_parts_moves_or_changes_nothing_is_no_cure(cure: Cure) -> None:
    page = read_lines(STACKED, COLUMNS)
    clinic = clinic_of(STACKED, page)
    assert all(clinic.worth(cure, doubt) is None for item in page.items for doubt in item.doubts)


@pytest.mark.parametrize("lines", [STACKED, CUT, BARE])
def test_the_snippet_pasted_as_it_stands_says_nothing(tmp_path: Path, lines: list[str]) -> None:
    page = read_lines(lines, COLUMNS)
    printed = explain(page, Sidecar.empty(), clinic=clinic_of(lines, page))
    path = tmp_path / "p-1.yml"
    path.write_text(printed[printed.index("# 下面的改正逐条试过") :], encoding="utf-8")
    assert not read_sidecar(make_source(lines), path).mends
