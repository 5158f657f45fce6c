"""What stands in a page on its own: captions, briefs and lists, found in blocks made by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.reading.assembling.inserts import find_inserts
from tests.reading_blocks import make_blocks
from tests.reading_pages import make_taxonomy

CASES = yaml.safe_load(
    (Path(__file__).parent / "cases" / "assembling_parts" / "inserts.yml").read_text("utf-8")
)
COLUMNS = {"影像": "captions", "山乡": "articles", "看台": "commentary"}


def found(rows: list[dict[str, Any] | None]) -> dict[str, Any]:
    """Return what is found in these rows, only what is there; blocks by their place among the rows' blocks."""
    inserts = find_inserts(*make_blocks(rows), make_taxonomy(COLUMNS))
    parts = ("column", "heads", "bylines", "body")
    items = [
        {"kind": str(draft.kind), **{part: listed(getattr(draft, part)) for part in parts}}
        for draft in inserts.drafts
    ]
    return {
        "items": [{key: value for key, value in item.items() if value not in (None, [])} for item in items],
        "used": sorted(inserts.used),
        "furniture": sorted(inserts.furniture),
    }


def listed(value: Any) -> Any:
    """Return tuples as lists, as a file has them."""
    return [listed(each) for each in value] if isinstance(value, tuple) else value


@pytest.mark.parametrize("name", CASES)
def test_what_stands_on_its_own_is_found(name: str) -> None:
    case = CASES[name]
    assert found(case["rows"]) == {"furniture": [], **case["found"]}
