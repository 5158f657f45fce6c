"""What changed between two builds is told item by item."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.editing.comparing import PLACES, Version, changed, compare, read_version, version_of
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
    assert changed({"a": 1, "b": 2, "c": 3}, {"a": 1, "b": 3, "d": 4}) == ["b", "c", "d"]


@pytest.mark.parametrize("line", ["{", "[]", "{}", "1"])
def test_a_row_that_is_none_is_told_with_its_line(tmp_path: Path, line: str) -> None:
    (tmp_path / PLACES[0]).write_text('{"id": "a-01"}\n' + line + "\n")
    with pytest.raises(UsageError, match=r"articles\.jsonl:2"):
        read_version(tmp_path)


def test_an_item_that_went_is_told_with_where_its_address_leads() -> None:
    old = version_of([{"id": "a", "headline": "甲"}], [])
    new = Version(rows={}, addresses={"a": {"id": "a", "state": "moved", "leads": ["articles/b/"]}})
    assert next(iter(compare(old, new))) == "- a 甲:地址通到 articles/b/"
