"""What changed between two builds is told item by item."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.editing.comparing import PLACES, Version, compare, read_version, version_of
from generator.editing.differing import differences
from generator.telling.errors import UsageError

ROWS = st.dictionaries(
    st.from_regex(r"[a-c]-0[1-9]", fullmatch=True),
    st.fixed_dictionaries({"headline": st.sampled_from(["一", "二", None]), "column": st.booleans()}),
    max_size=6,
)


def write(folder: Path, rows: dict[str, dict[str, Any]], place: str = PLACES[0]) -> Path:
    path = folder / place
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = [json.dumps({"id": key, **row}, ensure_ascii=False) for key, row in rows.items()]
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return folder


@pytest.mark.parametrize("place", ["articles.jsonl", "data/articles.jsonl", "site/data/articles.jsonl"])
def test_the_file_is_found_in_every_folder_a_person_may_name(tmp_path: Path, place: str) -> None:
    assert set(read_version(write(tmp_path, {"a-01": {}}, place)).rows) == {"a-01"}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=ROWS)
def test_a_build_does_not_differ_from_itself(tmp_path: Path, rows: dict[str, dict[str, Any]]) -> None:
    folder = write(tmp_path, rows)
    assert list(compare(read_version(folder), read_version(folder))) == ["新增 0 篇,减少 0 篇,改变 0 篇。"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(before=ROWS, after=ROWS)
def test_every_difference_is_told_once(
    tmp_path: Path, before: dict[str, dict[str, Any]], after: dict[str, dict[str, Any]]
) -> None:
    told = list(
        compare(
            *(read_version(write(tmp_path / name, rows)) for name, rows in (("old", before), ("new", after)))
        )
    )
    marks = {line.split(" ")[1]: line[0] for line in told[:-1]}
    assert {key for key, mark in marks.items() if mark == "+"} == set(after) - set(before)
    assert {key for key, mark in marks.items() if mark == "-"} == set(before) - set(after)
    both = set(before) & set(after)
    assert {key for key, mark in marks.items() if mark == "~"} == {
        key for key in both if before[key] != after[key]
    }
    assert len(marks) == len(told) - 1


def test_the_fields_that_differ() -> None:
    assert differences({"a": 1, "b": 2, "c": 3}, {"a": 1, "b": 3, "d": 4}) == ["b", "c", "d"]


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ({"headline": "旧渠"}, {"headline": "新渠"}, ["标题 旧渠→新渠"]),
        ({"column": None}, {"column": "广角"}, ["栏目 (无)→广角"]),
        ({"bylines": [{"name": "林禾"}]}, {"bylines": [{"name": "高岩"}]}, ["署名 +高岩 -林禾"]),
        ({"regions": []}, {"regions": [{"name": "集宁区"}]}, ["地区 +集宁区"]),
        ({"position": 3, "kind": "brief"}, {"position": 1, "kind": "note"}, ["种类 brief→note", "次序 3→1"]),
        ({"paragraphs": []}, {"paragraphs": [{"text": "水"}]}, ["正文"]),
        ({"headline": "渠"}, {"headline": "渠"}, []),
    ],
)
def test_old_and_new_are_told_in_the_words_of_the_archive(
    before: dict[str, Any], after: dict[str, Any], told: list[str]
) -> None:
    assert differences(before, after) == told


FIRST, SECOND = "老渠淤了半人深,水过不来。", "夜校每周开两次,教手机记账。"


def item(*texts: str) -> dict[str, Any]:
    return {"page": "p", "paragraphs": [{"text": text} for text in texts]}


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ({"a-01": item(FIRST, SECOND)}, {"a-01": item(FIRST), "a-02": item(SECOND)}, "< a-01 分到 "),
        (
            {"a-01": item(FIRST), "a-02": item(SECOND)},
            {"a-01": item(FIRST, SECOND)},
            "> a-01 并自 a-01、a-02",
        ),
    ],
)
def test_an_item_that_is_split_or_made_of_several_is_told_so(
    old: dict[str, Any], new: dict[str, Any], told: str
) -> None:
    lines = list(compare(Version(rows=old, addresses={}), Version(rows=new, addresses={})))
    assert any(line.startswith(told) for line in lines)
    assert not any(
        line[0] in "<>" for line in compare(Version(rows=old, addresses={}), Version(rows=old, addresses={}))
    )


def test_an_item_that_was_withdrawn_is_told_so() -> None:
    gone = Version(rows={}, addresses={"a-01": {"state": "withdrawn", "leads": []}})
    assert next(compare(Version(rows={"a-01": item(FIRST)}, addresses={}), gone)).endswith(":撤下")


def test_a_data_file_will_do(tmp_path: Path) -> None:
    assert set(read_version(write(tmp_path, {"a-01": {}}) / PLACES[0]).rows) == {"a-01"}


@pytest.mark.parametrize("line", ["{", "[]", "{}", "1"])
def test_a_row_that_is_none_is_told_with_its_line(tmp_path: Path, line: str) -> None:
    (tmp_path / PLACES[0]).write_text('{"id": "a-01"}\n' + line + "\n")
    with pytest.raises(UsageError, match=r"articles\.jsonl:2"):
        read_version(tmp_path)


def test_an_item_that_went_is_told_with_where_its_address_leads() -> None:
    old = version_of([{"id": "a", "headline": "甲"}], [])
    new = Version(rows={}, addresses={"a": {"id": "a", "state": "moved", "leads": ["articles/b/"]}})
    assert next(iter(compare(old, new))) == "- a 甲:地址通到 articles/b/"
