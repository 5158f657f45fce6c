"""Whole pages of our own, laid out and broken as newspapers are, read as a person reads them."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.model import Item, Page
from generator.model.sidecar import Sidecar
from generator.vocabulary.taxonomy import Taxonomy, load_taxonomy
from tests.reading_pages import assemble_page, make_source
from tests.test_assembling import check_conserved

CASES = Path(__file__).parent / "cases" / "pages"
CONFIG = Path(__file__).parent.parent / "site_config"
DEFAULTS = {
    "kind": "article",
    "headline": [],
    "signed": [],
    "bylines": [],
    "subheads": [],
    "column": None,
    "series": None,
    "complete": True,
}
SIGNS = ("byline", "signature", "credit")


@cache
def columns() -> Taxonomy:
    """Return the vocabulary that comes with the generator."""
    return load_taxonomy(CONFIG)


def read_case(path: Path) -> Page:
    """Return the reading of a page that stands in a file."""
    source = make_source(path.read_text("utf-8").splitlines(), "p-1")
    return assemble_page(source, Sidecar.empty(), columns())


def told(item: Item) -> dict[str, Any]:
    """Return what an answer says of an item, lines where it can."""
    return {
        "kind": str(item.kind),
        "headline": [block.line for block in item.blocks if block.role in ("kicker", "headline", "deck")],
        "signed": [block.line for block in item.blocks if block.role in SIGNS],
        "bylines": [byline.contributor.name for byline in item.bylines],
        "body": [list(paragraph.lines) for paragraph in item.body],
        "subheads": [paragraph.lines[0] for paragraph in item.body if paragraph.kind == "subhead"],
        "column": item.column,
        "series": item.series.number if item.series else None,
        "complete": item.complete,
    }


@pytest.mark.parametrize("path", sorted(CASES.glob("*.txt")), ids=lambda path: path.stem)
def test_a_page_is_read_as_a_person_reads_it(path: Path) -> None:
    answer = yaml.safe_load(path.with_suffix(".yml").read_text("utf-8"))
    page = read_case(path)
    found = [told(item) for item in page.items]
    wanted = [
        {**DEFAULTS, **{key: item[key] for key in item if key != "doubtful"}} for item in answer["items"]
    ]
    doubtful = [number for number, item in enumerate(answer["items"]) if item.get("doubtful")]
    for number in doubtful:
        assert page.items[number].doubts
        wanted[number] = found[number]
    assert found == wanted
    check_conserved(page)
