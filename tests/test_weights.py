"""Every weight of the reading's search has a page that is read right with it and otherwise without it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.model.sidecar import Sidecar
from generator.reading.assembling import assemble
from generator.reading.assembling.weights import GROUPS, WEIGHTS, Weights, load_weights, names_of
from generator.reading.evidence.fitted import load_fitted
from generator.reading.evidence.places import EVIDENCE
from generator.reading.recognising import recognise
from generator.telling.errors import ConfigError
from tests.reading_pages import make_source, make_taxonomy, told

CASES = sorted((Path(__file__).parent / "cases" / "weights").glob("*.yml"))
NAMES = [
    *names_of(Weights),
    *(f"{group}.{name}" for group, kind in GROUPS.items() for name in names_of(kind)),
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


# ---- the file that holds them ----

STORED = json.loads((EVIDENCE / "fitted.json").read_text("utf-8"))


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"weights": {**STORED["weights"], "prefix": None}}, "weights.prefix 应当是一个数,写的是 None。"),
        ({"weights": {**STORED["weights"], "prefx": 1.0}}, "weights.prefx 不是已知的数。"),
        ({"weights": {**STORED["weights"], "looks": {}}}, "缺少 weights.looks.base。"),
        ({"weights": {**STORED["weights"], "join": 3}}, "weights.join 应当是一组数。"),
        (
            {"weights": {name: worth for name, worth in STORED["weights"].items() if name != "sure"}},
            "缺少 weights.sure。",
        ),
        ({"weights": []}, "缺少 weights 一节。"),
    ],
)
def test_a_fault_of_a_weight_is_a_sentence(change: dict[str, Any], told: str, tmp_path: Path) -> None:
    path = tmp_path / "fitted.json"
    path.write_text(json.dumps(STORED | change), "utf-8")
    with pytest.raises(ConfigError) as caught:
        load_weights(path)
    assert told in str(caught.value)
    assert "python3 -m generator fit" in str(caught.value)


@pytest.mark.parametrize(
    ("text", "told"), [(None, "没有这个文件。"), ("{", "不是 JSON"), ("[]", "缺少 weights 一节。")]
)
def test_a_file_that_is_none_is_a_sentence(text: str | None, told: str, tmp_path: Path) -> None:
    path = tmp_path / "fitted.json"
    if text is not None:
        path.write_text(text, "utf-8")
    with pytest.raises(ConfigError, match=told):
        load_weights(path)


@pytest.mark.parametrize(
    ("models", "told"),
    [
        ({"start": {}}, "models.start 不是一个模型。"),
        (
            {"start": {"bias": 1, "hidden": [[1, 2]], "out": [1], "seen": {"a": [0, 1]}}},
            "models.start 不是一个模型。",
        ),
        ({"sta": {}}, "models.sta 不是已知的数。"),
    ],
)
def test_a_fault_of_a_model_is_a_sentence(models: dict[str, Any], told: str, tmp_path: Path) -> None:
    path = tmp_path / "fitted.json"
    path.write_text(json.dumps({"models": {**STORED["models"], **models}}), "utf-8")
    with pytest.raises(ConfigError) as caught:
        load_fitted(path)
    assert told in str(caught.value)
