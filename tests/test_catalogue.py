"""The data dictionary: every file and every field has words."""

from __future__ import annotations

from itertools import pairwise

import pytest

from generator.data.catalogue import SCHEMAS, data_files, read_schema
from generator.data.measuring import Tally
from generator.data.records import item_record
from generator.model.outfiles import OutFile
from tests.test_records import rich_page

FILES = {file.uri: file for file in data_files()}


@pytest.mark.parametrize("uri", FILES)
def test_every_file_and_field_has_a_meaning(uri: str) -> None:
    file = FILES[uri]
    assert file.title
    assert file.about.endswith("。")
    assert all(field.about for field in file.fields)


def test_fields_are_those_of_the_rows() -> None:
    page = rich_page()
    names = {field.name for field in FILES["data/articles.jsonl"].fields}
    row = item_record(page, page.items[0])
    assert {name for name in names if "." not in name} == set(row)
    inner = {name.removeprefix("regions[].") for name in names if name.startswith("regions[].")}
    assert {name for name in inner if "[" not in name} == set(row["regions"][0])


def test_a_field_stands_before_those_inside_it() -> None:
    names = [field.name for field in FILES["data/pages.jsonl"].fields]
    assert ("date", "date.edtf") in pairwise(names)
    assert len(names) == len(set(names))


def test_every_schema_is_named_by_its_file() -> None:
    for path in SCHEMAS.glob("*.schema.json"):
        assert read_schema(path.name)["$id"] == path.name


def test_a_tally_measures_data_and_lets_everything_pass() -> None:
    tally = Tally()
    given = [OutFile("data/a.txt", b"abc"), OutFile("feeds/all.xml", b"x")]
    assert list(tally.watch(given)) == given
    assert list(tally.measures) == ["data/a.txt"]
    assert tally.measures["data/a.txt"].size == 3
    assert tally.measures["data/a.txt"].sha256.startswith("ba7816bf")
