"""What is wrong with data is said in Chinese: what was found, what was expected, what was probably meant."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import generator
from generator.vocabulary.form import EXPLAINED, KINDS, form_faults

LINE = {"type": "integer", "minimum": 1, "description": "行号"}
GROUPING = {"properties", "items", "description"}
"""Keywords that hold schemas or words, and cannot be broken themselves."""


def schemas() -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield every schema that a module holds, by its name."""
    for found in pkgutil.walk_packages(generator.__path__, "generator."):
        if found.name.endswith("__main__"):
            continue
        for name, value in vars(importlib.import_module(found.name)).items():
            if isinstance(value, Mapping) and kinds_of(value) & KINDS.keys():
                yield f"{found.name}.{name}", value


def kinds_of(schema: Mapping[str, Any]) -> set[str]:
    kind = schema.get("type", ())
    return {kind} if isinstance(kind, str) else set(kind) if isinstance(kind, list) else set()


def parts_of(schema: Any) -> Iterator[Mapping[str, Any]]:
    """Yield a schema and all schemas inside it."""
    if isinstance(schema, Mapping):
        yield schema
        inner = [*schema.get("properties", {}).values(), schema.get("items"), *schema.get("anyOf", ())]
        for part in [*inner, schema.get("additionalProperties")]:
            yield from parts_of(part)


SCHEMAS = dict(schemas())


def test_the_schemas_are_found() -> None:
    names = {name.rpartition(".")[2] for name in SCHEMAS}
    assert {"SCHEMA", "CHANGE", "TAGS", "COLUMNS_SCHEMA", "ALIASES_SCHEMA", "TILES_SCHEMA"} <= names


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_keyword_of_our_schemas_has_its_sentence(name: str) -> None:
    Draft202012Validator.check_schema(SCHEMAS[name])
    for part in parts_of(SCHEMAS[name]):
        assert part.keys() - GROUPING <= EXPLAINED
        assert "pattern" not in part or part.get("description"), part


@pytest.mark.parametrize(
    ("schema", "data", "told"),
    [
        ({"type": "array"}, "甲", "应为列表,写的是文字“甲”。列表写作 [甲, 乙],或一行一个“- 甲”。"),
        ({"type": "string"}, 7, "应为文字,写的是整数 7。数字、true 和 false 要当作文字,就加引号。"),
        ({"type": "string"}, [1.5], "应为文字,写的是列表(1 项)。"),
        ({"type": ["integer", "null"]}, True, "应为整数或空,写的是真假值 true。"),
        ({"type": "boolean"}, "字" * 99, f"应为真假值(true 或 false),写的是文字“{'字' * 40}…”。"),
        ({"enum": ["full", "abstract"]}, "ful", "写的是文字“ful”,不在可用的值里。是不是“full”?可用的值:full、abstract。"),
        ({"enum": ["full", "abstract"]}, None, "写的是空,不在可用的值里。可用的值:full、abstract。"),
        ({"required": ["a", "b", "c"]}, {"b": 1}, "缺少必填的键:a、c。"),
        ({"dependentRequired": {"a": ["b", "c"], "b": ["a"]}}, {"a": 1}, "写了 a,就要同时写 b、c。"),
        ({"additionalProperties": False, "properties": {"paper": {}}}, {"papre": 1}, "不认识的键。是不是“paper”?可用的键:paper。"),
        ({"pattern": "^[a-z]$", "description": "一个小写字母"}, "甲", "格式不对,应为一个小写字母,写的是文字“甲”。"),
        ({"minimum": 1}, 0, "应不小于 1,写的是整数 0。"),
        ({"maximum": 1}, 1.5, "应不大于 1,写的是小数 1.5。"),
        ({"minLength": 1}, "", "不能为空。"),
        ({"minLength": 2}, "甲", "至少要有 2 个字,写了 1 个字。"),
        ({"maxLength": 1}, "甲乙", "最多可有 1 个字,写了 2 个字。"),
        ({"minItems": 1}, [], "列表不能为空。"),
        ({"maxItems": 1}, [1, 2], "最多可有 1 项,写了 2 项。"),
        ({"minProperties": 1}, {}, "映射不能为空。"),
        ({"anyOf": [LINE, {"enum": ["new", "none"]}]}, "nwe", "应为行号、“new”或“none”,写的是文字“nwe”。是不是“new”?"),
        ({"anyOf": [LINE, {"enum": ["new"]}]}, 0, "应不小于 1,写的是整数 0。"),
        ({"anyOf": [{"type": "string"}, {"required": ["name"], "type": "object"}]}, {}, "缺少必填的键:name。"),
        ({"uniqueItems": True}, [1, 1], "写的是列表(2 项),不合要求。"),
    ],
)  # fmt: skip
def test_a_fault_is_a_chinese_sentence(schema: Mapping[str, Any], data: object, told: str) -> None:
    (fault,) = form_faults(data, schema)
    assert fault.message + fault.hint == told


def test_an_unknown_key_is_told_where_it_stands() -> None:
    schema = {"items": {"additionalProperties": False, "properties": {}}}
    assert [fault.path for fault in form_faults([{}, {"a": 1, 5: 1}], schema)] == [(1, 5), (1, "a")]
