"""All tags of a page together, and what an editor adds or refuses in its sidecar."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.editing.sidecars import read_sidecar
from generator.model import Page
from generator.reading.files import read_source
from generator.tagging import tag_page
from generator.telling.errors import PageFaults
from generator.vocabulary.gazetteer import Gazetteer, load_gazetteer
from generator.vocabulary.settings import ROOT
from generator.vocabulary.taxonomy import Taxonomy, load_taxonomy
from tests.reading_pages import assemble_page

TEXT = """
草原书屋开门迎客

□本报记者 林禾

6月10日,赤峰市翁牛特旗的草原书屋开门,社区党支部组织志愿服务队帮居民整理图书,网格员挨家送去借书证。

书屋由“四方共议”机制管起来,社区、物业、业主和单位一起商量开门的时间。
"""


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer(ROOT / "site_config" / "regions" / "150000.json")


@pytest.fixture(scope="module")
def taxonomy() -> Taxonomy:
    return load_taxonomy(ROOT / "site_config")


def tagged(folder: Path, sidecar: str, taxonomy: Taxonomy, gazetteer: Gazetteer) -> Page:
    """Return the page of TEXT with `sidecar` beside it, read and tagged."""
    text, beside = folder / "page-01.txt", folder / "page-01.yml"
    text.write_text(TEXT, encoding="utf-8")
    beside.write_text(sidecar, encoding="utf-8")
    source = read_source(text)
    said = read_sidecar(source, beside)
    return tag_page(assemble_page(source, said, taxonomy), said, taxonomy, gazetteer)


def primaries(page: Page) -> list[str]:
    return [tag.name for tag in page.items[0].tags.regions if tag.primary]


def test_an_item_gets_its_place_theme_and_practice(
    tmp_path: Path, taxonomy: Taxonomy, gazetteer: Gazetteer
) -> None:
    page = tagged(tmp_path, "", taxonomy, gazetteer)
    assert primaries(page) == ["翁牛特旗"]
    assert page.items[0].tags.themes
    assert [practice.name for practice in page.items[0].tags.practices] == ["四方共议"]


def test_a_refused_place_is_gone_and_an_added_one_stands_first(
    tmp_path: Path, taxonomy: Taxonomy, gazetteer: Gazetteer
) -> None:
    said = "tags:\n  regions: {add: [敖汉旗], refuse: [翁牛特旗]}\n"
    assert primaries(tagged(tmp_path, said, taxonomy, gazetteer)) == ["敖汉旗"]


def test_an_added_tag_says_that_an_editor_added_it(
    tmp_path: Path, taxonomy: Taxonomy, gazetteer: Gazetteer
) -> None:
    page = tagged(tmp_path, "tags:\n  themes: {add: [守边固边]}\n", taxonomy, gazetteer)
    first = page.items[0].tags.themes[0]
    assert (first.name, first.evidence[0].rule) == ("守边固边", "editor")


def test_a_place_added_by_its_code_keeps_its_path(
    tmp_path: Path, taxonomy: Taxonomy, gazetteer: Gazetteer
) -> None:
    page = tagged(tmp_path, 'tags:\n  regions: {add: ["150430"]}\n', taxonomy, gazetteer)
    assert page.items[0].tags.regions[0].path == ("内蒙古自治区", "赤峰市", "敖汉旗")


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("tags:\n  regions: {add: [翁牛特棋]}\n", "是不是“翁牛特旗”?"),
        ("tags:\n  themes: {refuse: [志愿报务]}\n", "是不是“志愿服务”?"),
        ("tags:\n  regions: {add: [团结村]}\n", "请改写代码"),
    ],
)
def test_a_tag_that_no_vocabulary_knows_is_told_with_its_line(
    tmp_path: Path, taxonomy: Taxonomy, gazetteer: Gazetteer, said: str, expected: str
) -> None:
    with pytest.raises(PageFaults) as told:
        tagged(tmp_path, said, taxonomy, gazetteer)
    (fault,) = told.value.diagnostics
    assert fault.place.endswith("page-01.yml:2")
    assert expected in fault.hint
