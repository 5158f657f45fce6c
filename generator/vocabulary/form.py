"""What is wrong with the form of data that people wrote, in Chinese: found, expected, how to mend it.

jsonschema finds the faults. Its words are English and speak of Python, so they are never shown: each keyword
of our schemas has a sentence here. A schema's `description` says what a value is for, where its type alone
would not help.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from generator.telling.nearest import nearest

if TYPE_CHECKING:
    from jsonschema import ValidationError

KINDS: Mapping[str, str] = {
    "string": "文字",
    "integer": "整数",
    "number": "数字",
    "boolean": "真假值(true 或 false)",
    "array": "列表",
    "object": "映射",
    "null": "空",
}
"""What a type of JSON Schema is called in YAML."""
WRITING: Mapping[str, str] = {
    "string": "数字、true 和 false 要当作文字,就加引号。",
    "array": "列表写作 [甲, 乙],或一行一个“- 甲”。",
    "object": "映射写作“键: 值”,一行一个,冒号后空一格。",
}
"""How to write what is not a plain value."""
SHOWN = 40
"""Characters of a text that a message repeats."""


@dataclass(frozen=True, slots=True)
class FormFault:
    """One fault: where it is, what was found and expected, how to mend it."""

    path: tuple[str | int, ...]
    """Keys and indexes that lead to the value."""
    message: str
    """What was found and what was expected, in Chinese."""
    hint: str = ""
    """How to mend it, in Chinese; may be empty."""


def form_faults(data: Any, schema: Mapping[str, Any]) -> list[FormFault]:
    """Return every fault of `data` held against a JSON Schema, each once, in the order of their places."""
    from jsonschema import Draft202012Validator

    faults = (fault for error in Draft202012Validator(schema).iter_errors(data) for fault in _explain(error))
    return sorted(dict.fromkeys(faults), key=lambda fault: [str(part) for part in fault.path])


def shown(value: Any) -> str:
    """Return a value as one says it of YAML.

    >>> shown("广角"), shown(7), shown(True), shown([1, 2]), shown({"a": 1}), shown(None)
    ('文字“广角”', '整数 7', '真假值 true', '列表(2 项)', '映射(1 个键)', '空')
    """
    match value:
        case str():
            return f"文字“{value if len(value) <= SHOWN else value[:SHOWN] + '…'}”"
        case None:
            return KINDS["null"]
        case bool():
            return f"真假值 {str(value).lower()}"
        case int() | float():
            return f"{'整' if isinstance(value, int) else '小'}数 {value}"
        case list():
            return f"列表({len(value)} 项)"
        case dict():
            return f"映射({len(value)} 个键)"
        case _:
            return f"“{value}”"


def _explain(error: ValidationError) -> Iterator[FormFault]:
    path = tuple(error.absolute_path)
    limit: Any = error.validator_value
    found: Any = error.instance
    schema: Any = error.schema
    match error.validator:
        case "additionalProperties":
            known = schema.get("properties", {})
            for key in (key for key in found if key not in known):
                yield FormFault((*path, key), "不认识的键。", _choose(key, known, "键"))
        case "anyOf":
            yield from _explain_choice(path, limit, found, error.context or ())
        case "enum":
            choices = [str(choice) for choice in limit]
            yield FormFault(path, f"写的是{shown(found)},不在可用的值里。", _choose(found, choices, "值"))
        case "type":
            bare = isinstance(found, int | float)
            ways = [
                WRITING[kind] for kind in _kinds(schema) if kind in WRITING and bare >= (kind == "string")
            ]
            yield FormFault(path, _not_wanted([schema], found), "".join(ways[:1]))
        case keyword:
            yield FormFault(path, SENTENCES.get(str(keyword), _unknown)(limit, found, schema))


def _explain_choice(
    path: tuple[str | int, ...], schemas: Any, found: Any, context: Iterable[ValidationError]
) -> Iterator[FormFault]:
    """Explain the alternative that was meant, told by its kind; where none fits, name them all."""
    branches: dict[Any, list[ValidationError]] = {}
    for inner in context:
        branches.setdefault(inner.schema_path[0], []).append(inner)
    for inners in branches.values():
        if not any(inner.validator in ("type", "enum") and not inner.relative_path for inner in inners):
            for inner in inners:
                yield from _explain(inner)
            return
    words = [str(word) for schema in schemas for word in schema.get("enum", ())]
    yield FormFault(path, _not_wanted(schemas, found), nearest(found, words))


def _not_wanted(schemas: Iterable[Mapping[str, Any]], found: Any) -> str:
    return f"应为{_either([word for schema in schemas for word in _wanted(schema)])},写的是{shown(found)}。"


def _wanted(schema: Mapping[str, Any]) -> list[str]:
    if "description" in schema:
        return [schema["description"]]
    return [f"“{word}”" for word in schema.get("enum", ())] or [KINDS[kind] for kind in _kinds(schema)]


def _kinds(schema: Mapping[str, Any]) -> list[str]:
    kinds = schema.get("type", [])
    return [kinds] if isinstance(kinds, str) else list(kinds)


def _either(words: Sequence[str]) -> str:
    return "或".join(filter(None, ("、".join(words[:-1]), words[-1])))


def _choose(written: object, names: Iterable[str], what: str) -> str:
    names = list(names)
    return f"{nearest(written, names)}可用的{what}:{'、'.join(names)}。"


def _at_least(unit: str, empty: str) -> Callable[[Any, Any, Any], str]:
    return lambda limit, found, _: (
        empty if limit == 1 else f"至少要有 {limit} {unit},写了 {len(found)} {unit}。"
    )


def _at_most(unit: str) -> Callable[[Any, Any, Any], str]:
    return lambda limit, found, _: f"最多可有 {limit} {unit},写了 {len(found)} {unit}。"


def _unknown(limit: Any, found: Any, schema: Any) -> str:
    return f"写的是{shown(found)},不合要求。"


SENTENCES: Mapping[str, Callable[[Any, Any, Any], str]] = {
    "required": lambda limit, found, _: (
        f"缺少必填的键:{'、'.join(key for key in limit if key not in found)}。"
    ),
    "dependentRequired": lambda limit, found, _: "".join(
        f"写了 {key},就要同时写 {'、'.join(missing)}。"
        for key, needed in limit.items()
        if key in found and (missing := [other for other in needed if other not in found])
    ),
    "pattern": lambda _, found, schema: f"格式不对,{_not_wanted([schema], found)}",
    "minimum": lambda limit, found, _: f"应不小于 {limit},写的是{shown(found)}。",
    "maximum": lambda limit, found, _: f"应不大于 {limit},写的是{shown(found)}。",
    "minLength": _at_least("个字", "不能为空。"),
    "maxLength": _at_most("个字"),
    "minItems": _at_least("项", "列表不能为空。"),
    "maxItems": _at_most("项"),
    "not": lambda _, found, schema: schema["description"],
    "minProperties": _at_least("个键", "映射不能为空。"),
}
"""What to say of a keyword: from its value in the schema, the value found, and the schema around it."""
EXPLAINED = frozenset({*SENTENCES, "additionalProperties", "anyOf", "enum", "type"})
"""Every keyword that has its sentence."""
