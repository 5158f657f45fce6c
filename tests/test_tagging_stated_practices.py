"""Practices that an editor adds or refuses: found where they are named, proved by print and editor, else a fault."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.editing.sidecars import read_sidecar
from generator.model import Page
from generator.reading.files import read_source
from generator.tagging import tag_page
from generator.tagging.stated_practices import amend_practices
from generator.telling.errors import PageFaults
from tests.reading_pages import assemble_page
from tests.test_tagging_amending import PLACES, THEMES

TEXT = """
夜校开门迎客

□本报记者 林禾

柳河的人都来了,夜校的灯亮到十点,居民挨家送去借书证,社区把这叫作“点灯三问”,还编了“敲门

七步”的歌。

夜校由“四方共议”机制管起来,社区、物业、业主和单位一起商量开门的时间,人人都说好。

# 水渠修到家门口

□本报记者 高岩

水渠修好的那天,渠边的人用１+２的老办法分水,一户一轮,谁也不争。老人们说,水到了门口,心也就定了。
"""


def page_of(folder: Path, sidecar: str) -> Page:
    """Return the tagged page with the sidecar that the text is."""
    text, beside = folder / "page-01.txt", folder / "page-01.yml"
    text.write_text(TEXT, encoding="utf-8")
    beside.write_text(sidecar, encoding="utf-8")
    source = read_source(text)
    said = read_sidecar(source, beside)
    return tag_page(assemble_page(source, said, THEMES), said, THEMES, PLACES)


def names(page: Page) -> list[list[str]]:
    return [[practice.name for practice in item.tags.practices] for item in page.items]


@pytest.mark.parametrize(
    ("sidecar", "told"),
    [
        ("", [["四方共议"], []]),
        ("tags: {practices: {add: [点灯三问]}}\n", [["点灯三问", "四方共议"], []]),
        ("tags: {practices: {add: [“敲门七步”]}}\n", [["敲门七步", "四方共议"], []]),
        ("tags: {practices: {refuse: [四方共议]}}\n", [[], []]),
        ("tags: {practices: {refuse: [点灯三问]}}\n", [["四方共议"], []]),
        ("tags: {practices: {add: [四方共议], refuse: [四方共议]}}\n", [["四方共议"], []]),
        ("tags: {16 水渠: {practices: {add: [1+2的老办法]}}}\n", [["四方共议"], ["1+2的老办法"]]),
        ("tags: {2 夜校: {practices: {refuse: [四方共议]}}}\n", [[], []]),
    ],
)
def test_an_editor_adds_and_refuses_practices(tmp_path: Path, sidecar: str, told: list[list[str]]) -> None:
    assert names(page_of(tmp_path, sidecar)) == told


def test_an_added_practice_is_proved_by_its_first_mention_and_by_the_editor(tmp_path: Path) -> None:
    page = page_of(tmp_path, "tags: {practices: {add: [敲门七步, 四方共议]}}\n")
    steps, four = page.items[0].tags.practices
    told = [(proof.file, proof.line, proof.text, proof.rule) for proof in steps.evidence]
    assert told == [
        ("page-01.txt", 6, "“敲门", "stated"),
        ("page-01.txt", 8, "七步”", "stated"),
        ("page-01.yml", 1, "敲门七步", "editor"),
    ]
    assert (steps.line, steps.printed) == (6, "“敲门七步”")
    assert [proof.rule for proof in four.evidence] == ["quoted", "editor"]
    assert four.printed == "“四方共议”"


@pytest.mark.parametrize(
    ("sidecar", "message", "hint"),
    [
        (
            "tags: {practices: {add: [四方共商]}}\n",
            "tags.practices:这一版的稿件里没有“四方共商”。",
            "是不是“四方共议”?",
        ),
        (
            "tags: {practices: {refuse: [点灯五问]}}\n",
            "tags.practices:这一版的稿件里没有“点灯五问”。",
            "是不是“点灯三问”?",
        ),
        (
            "tags: {16 水渠: {practices: {add: [四方共议]}}}\n",
            "tags.practices:第 16 行所在的一篇里没有“四方共议”。",
            "请照文中的写法写名称。",
        ),
        (
            "tags: {practices: {add: [“”]}}\n",
            "tags.practices:这一版的稿件里没有““””。",
            "请照文中的写法写名称。",
        ),
    ],
)
def test_a_name_that_is_not_in_the_text_is_a_fault(
    tmp_path: Path, sidecar: str, message: str, hint: str
) -> None:
    with pytest.raises(PageFaults) as caught:
        page_of(tmp_path, sidecar)
    (fault,) = caught.value.diagnostics
    assert (fault.code, fault.line, fault.message, fault.hint) == ("sidecar-tag", 1, message, hint)


def test_a_page_whose_sidecar_says_nothing_of_practices_stays_as_it_is(tmp_path: Path) -> None:
    page = page_of(tmp_path, "")
    assert amend_practices(page, read_sidecar(page.source, None)).items == page.items
