"""What an answer may say of a page, what is wrong with it in sentences, and where answers are found."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from generator.editing.scoring import find_answers, read_answer
from generator.editing.scoring.answers import Answer, answer_schema
from generator.model import SourceText
from generator.telling.errors import PageFaults, UsageError

CASES = Path(__file__).parent / "cases" / "scoring"
THREE = SourceText(id="p", name="p.txt", text="甲\n\n乙\n\n丙\n", encoding="utf-8", sha256="", path="p.txt")


def answer_of(folder: Path, data: Any, source: SourceText) -> Answer:
    """Return the answer that `data`, a text or plain values, is."""
    path = folder / "p.answer.yml"
    text = data if isinstance(data, str) else yaml.safe_dump(data, allow_unicode=True)
    path.write_text(text, encoding="utf-8")
    return read_answer(source, path)


def cases(name: str) -> list[dict[str, Any]]:
    loaded: list[dict[str, Any]] = yaml.safe_load((CASES / f"{name}.yml").read_text("utf-8"))
    return loaded


@pytest.mark.parametrize("case", cases("faults"), ids=lambda case: case["told"][0][2])
def test_what_is_wrong_with_an_answer_is_told_with_its_line(case: dict[str, Any], tmp_path: Path) -> None:
    with pytest.raises(PageFaults) as caught:
        answer_of(tmp_path, case["answer"], THREE)
    found = [(fault.line, fault.code, f"{fault.message}{fault.hint}") for fault in caught.value.diagnostics]
    assert [each[:2] for each in found] == [tuple(each[:2]) for each in case["told"]]
    assert all(words in each[2] for each, (*_, words) in zip(found, case["told"], strict=True))
    assert all(fault.path.endswith("p.answer.yml") for fault in caught.value.diagnostics)


def test_lines_are_written_alone_in_lists_and_as_stretches(tmp_path: Path) -> None:
    answer = answer_of(tmp_path, {"items": [{"headline": [1], "body": ["2-9"]}]}, THREE)
    assert answer.items[0].body == ((3, 5),)
    answer = answer_of(tmp_path, {"items": [{"body": [[1, "3-4"], 5]}]}, THREE)
    assert answer.items[0].body == ((1, 3), (5,))
    assert answer.items[0].body_lines == {1, 3, 5}


def test_kicker_headline_and_deck_are_what_is_displayed(tmp_path: Path) -> None:
    data: dict[str, Any] = {"items": [{"headline": [1], "kicker": [3], "body": [5]}], "furniture": []}
    assert answer_of(tmp_path, data, THREE).items[0].display == (3, 1)
    data = {"items": [{"deck": [1], "headline": [3], "body": [5]}]}
    assert answer_of(tmp_path, data, THREE).items[0].display == (3, 1)


def test_of_many_forgotten_lines_ten_are_told(tmp_path: Path) -> None:
    source = replace(THREE, text="甲\n" * 12)
    with pytest.raises(PageFaults, match="版面有 11 行没有写到:第 2、3、4、5、6、7、8、9、10、11…… 行。"):
        answer_of(tmp_path, {"items": [{"body": [1]}]}, source)


def test_an_answer_may_be_json(tmp_path: Path) -> None:
    path = tmp_path / "p.answer.json"
    path.write_text(json.dumps({"items": [{"body": [1, 3]}], "furniture": [5]}))
    assert read_answer(THREE, path).furniture == {5}


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(answer_schema())


def test_pages_are_found_with_their_answers_by_manner(tmp_path: Path) -> None:
    (tmp_path / "old" / "news").mkdir(parents=True)
    for name in ("a.txt", "a.answer.yml", "b.txt", "old/news/c.txt", "old/news/c.answer.json"):
        (tmp_path / name).write_text("甲\n")
    answered, others = find_answers(tmp_path)
    assert [(each.path.name, each.answer.name, each.manner) for each in answered] == [
        ("a.txt", "a.answer.yml", ""),
        ("c.txt", "c.answer.json", "old/news"),
    ]
    assert [path.name for path in others] == ["b.txt"]


def test_an_answer_without_a_page_and_two_for_one_page_are_faults(tmp_path: Path) -> None:
    for name in ("a.txt", "a.answer.yml", "a.answer.json", "b.answer.yml"):
        (tmp_path / name).write_text("甲\n")
    with pytest.raises(PageFaults) as caught:
        find_answers(tmp_path)
    names = [(Path(fault.path).name, fault.code) for fault in caught.value.diagnostics]
    assert names == [("a.answer.json", "answer"), ("b.answer.yml", "answer")]


def test_a_folder_without_any_answer_is_a_wrong_call(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("甲\n")
    with pytest.raises(UsageError, match=r"都没有答案.*a\.answer\.yml"):
        find_answers(tmp_path)
    with pytest.raises(UsageError, match="找不到文件夹"):
        find_answers(tmp_path / "none")
