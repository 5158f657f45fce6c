"""Every weight of the reading's search has a page that is read right with it and otherwise without it."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.model.sidecar import Sidecar
from generator.reading.assembling import assemble
from generator.reading.assembling.weights import WEIGHTS, Weights
from generator.reading.recognising import recognise
from tests.reading_pages import make_source, make_taxonomy, told

CASES = sorted((Path(__file__).parent / "cases" / "weights").glob("*.yml"))
NAMES = [
    f"{group.name}.{field.name}" if is_dataclass(group.default) else group.name
    for group in fields(Weights)
    for field in (fields(group.default) if is_dataclass(group.default) else (group,))
]


def scaled(name: str, factor: float) -> Weights:
    """Return the weights with one of them, `join.pair` or `prefix`, multiplied by `factor`."""
    group, _, inner = name.rpartition(".")
    if not group:
        return replace(WEIGHTS, **{name: getattr(WEIGHTS, name) * factor})
    known = getattr(WEIGHTS, group)
    return replace(WEIGHTS, **{group: replace(known, **{inner: getattr(known, inner) * factor})})


def items_read(case: dict[str, Any], weights: Weights) -> list[dict[str, Any]]:
    """Return what the case says of each item, as the page is read with `weights`."""
    source = make_source([str(line) for line in case["lines"]])
    blocks = recognise(source, make_taxonomy({}), Sidecar.empty())
    page = assemble(source, blocks, Sidecar.empty(), make_taxonomy({}), weights)
    keys = ["headline", "bylines", "body", "subheads", *(["doubts"] if case.get("doubts") else [])]
    found = [told(item) for item in page.items]
    return [{key: item[key] for key in keys if item[key] not in ([], None)} for item in found]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_page_is_read_right_with_a_weight_and_otherwise_without(path: Path) -> None:
    case = yaml.safe_load(path.read_text("utf-8"))
    assert items_read(case, WEIGHTS) == case["items"]
    assert items_read(case, scaled(case["weight"], 0.5 if case.get("halved") else 0.0)) != case["items"]


@pytest.mark.parametrize("name", NAMES)
def test_every_weight_has_its_page(name: str) -> None:
    weights = [yaml.safe_load(path.read_text("utf-8"))["weight"] for path in CASES]
    assert name in weights


def test_every_page_is_about_a_weight_that_there_is() -> None:
    assert {yaml.safe_load(path.read_text("utf-8"))["weight"] for path in CASES} <= set(NAMES)
