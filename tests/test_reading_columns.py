"""Which column each item stands in, for items made by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.model import Kind
from generator.reading.assembling.columns import columns_of
from generator.reading.assembling.drafts import Draft
from tests.reading_blocks import make_blocks
from tests.reading_pages import make_taxonomy

CASES = yaml.safe_load(
    (Path(__file__).parent / "cases" / "assembling_parts" / "columns.yml").read_text("utf-8")
)
COLUMNS = {"影像": "captions", "山乡": "articles", "看台": "commentary"}


def places(case: dict[str, Any]) -> list[list[Any]]:
    """Return name, part of the series and borrowed line of each item's column."""
    source, blocks = make_blocks(case["rows"])
    drafts = [
        Draft(
            kind=Kind(item.get("kind", "article")),
            column=item.get("column"),
            column_stated=item.get("stated", False),
            heads=tuple(item.get("heads", ())),
            body=tuple((line,) for line in item.get("body", ())),
        )
        for item in case["items"]
    ]
    found = columns_of(source, blocks, drafts, make_taxonomy(COLUMNS))
    return [
        [place.column, [place.series.name, place.series.number] if place.series else None, place.borrowed]
        for place in found
    ]


@pytest.mark.parametrize("name", CASES)
def test_an_item_stands_in_the_column_that_print_means(name: str) -> None:
    assert places(CASES[name]) == CASES[name]["places"]
