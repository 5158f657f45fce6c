"""Published schemas stand alone, and say what their files say."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from generator.data.bundling import bundled
from generator.data.catalogue import SCHEMAS, read_schema
from generator.data.records import page_record
from tests.test_records import rich_page

NAMES = sorted(path.name for path in SCHEMAS.glob("*.schema.json"))


def references(value: Any) -> list[str]:
    return re.findall(r'"\$ref": "([^"]*)"', json.dumps(value))


@pytest.mark.parametrize("name", NAMES)
def test_a_published_schema_refers_to_nothing_outside_itself(name: str) -> None:
    made = bundled(read_schema(name))
    Draft202012Validator.check_schema(made)
    assert {ref.removeprefix("#/$defs/") for ref in references(made)} <= set(made.get("$defs", {}))


def test_some_schema_refers_to_another_file() -> None:
    assert "articles.schema.json#/$defs/date" in references(read_schema("pages.schema.json"))


def test_what_was_taken_from_another_file_still_judges() -> None:
    judge = Draft202012Validator(bundled(read_schema("pages.schema.json")))
    row = page_record(rich_page())
    judge.validate(row)
    row["date"]["basis"] = "guessed"
    assert [error.json_path for error in judge.iter_errors(row)] == ["$.date.basis"]


def test_what_stands_alone_stays_as_it_is() -> None:
    assert bundled(read_schema("articles.schema.json")) == read_schema("articles.schema.json")
