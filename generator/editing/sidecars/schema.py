"""The form of a sidecar, as JSON Schemas."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.model import Kind, Role, TextKind

ROLES: Mapping[str, Role] = {
    "column": Role.COLUMN_MARK,
    "kicker": Role.KICKER,
    "headline": Role.HEADLINE,
    "deck": Role.DECK,
    "subhead": Role.CROSSHEAD,
    "byline": Role.BYLINE,
    "paragraph": Role.PARAGRAPH,
    "list-item": Role.LIST_ITEM,
    "brief": Role.BRIEF,
    "note": Role.EDITORS_NOTE,
    "caption": Role.CAPTION,
    "credit": Role.CREDIT,
    "signature": Role.SIGNATURE,
}
"""The words for roles in a sidecar."""
WORD_OF: Mapping[Role, str] = {role: word for word, role in ROLES.items()}
"""The word of each role that a sidecar can state."""

LINE: Mapping[str, Any] = {"type": "integer", "minimum": 1, "description": "行号和开头几个字(如 12 草原深处)"}
WORDS: Mapping[str, Any] = {"type": "string", "minLength": 1}
CHANGE: Mapping[str, Any] = {
    "type": "object",
    "description": "一个角色(如 headline)或形如 {item: 5} 的映射",
    "minProperties": 1,
    "additionalProperties": False,
    "properties": {
        "role": {"enum": list(ROLES)},
        "item": {"anyOf": [LINE, {"enum": ["new", "none"]}]},
        "joins": {"anyOf": [LINE, {"enum": ["none"]}]},
        "after": LINE,
        "read": WORDS,
        "as": WORDS,
    },
    "dependentRequired": {"read": ["as"], "as": ["read"]},
}
TAGS: Mapping[str, Any] = {
    "type": "object",
    "description": "形如 {add: [名称], refuse: [名称]} 的映射",
    "additionalProperties": False,
    "properties": {key: {"type": "array", "items": WORDS} for key in ("add", "refuse")},
}
KINDS: Mapping[str, Any] = {"regions": TAGS, "themes": TAGS, "practices": TAGS}
ITEM_TAGS: Mapping[str, Any] = {
    "type": "object",
    "description": "形如 {themes: {add: [名称]}} 的映射",
    "additionalProperties": False,
    "properties": KINDS,
}
CHECK: Mapping[str, Any] = {
    "type": "object",
    "description": "形如 {item: 5 走进网格, by: 林禾, on: 2026-12-01, text: 3f2a9c1b} 的映射",
    "additionalProperties": False,
    "required": ["item"],
    "properties": {
        "item": LINE,
        "by": WORDS,
        "on": {"type": "string", "description": "形如 2026-12-01 的日期"},
        "text": {"type": ["string", "integer"], "description": "核对时文字的校验值(八个十六进制数字)"},
    },
}
CHECKED: Mapping[str, Any] = {"type": "array", "items": {"anyOf": [LINE, CHECK]}}
STATEMENTS: Mapping[str, Any] = {
    "type": "object",
    "description": "形如 {column: 草原书屋, kind: commentary} 的映射",
    "minProperties": 1,
    "additionalProperties": False,
    "properties": {
        "column": {"type": "string", "minLength": 1, "maxLength": 50},
        "kind": {"enum": [str(kind) for kind in Kind]},
        "series": {"type": ["string", "integer"], "description": '系列里的第几篇(如 "3"、③、(三))'},
        "headline": {"type": "string", "minLength": 1, "maxLength": 200},
    },
}
FORMERLY: Mapping[str, Any] = {
    "description": "page、none、一行,或几行的列表",
    "anyOf": [LINE, {"enum": ["page", "none"]}, {"type": "array", "minItems": 1, "items": LINE}],
}
ID: Mapping[str, Any] = {
    "type": "string",
    "pattern": r"\A[A-Za-z0-9]+([-_][A-Za-z0-9]+)*\Z",
    "description": "编号",
}
WITHDRAWAL: Mapping[str, Any] = {
    "type": "object",
    "description": "形如 {item: 12 草原深处, reason: 作者要求, on: 2026-11-30} 的映射",
    "additionalProperties": False,
    "required": ["reason", "on"],
    "properties": {
        "item": {"anyOf": [LINE, ID]},
        "page": {"enum": [True], "description": "true"},
        "title": {"enum": ["hide"]},
        "reason": WORDS,
        "on": {"type": "string", "description": "形如 2026-11-30 的日期"},
    },
}
AUTHOR: Mapping[str, Any] = {
    "type": "object",
    "description": "一个姓名,或形如 {name: 林禾, role: 记者} 的映射",
    "minProperties": 1,
    "additionalProperties": False,
    "properties": dict.fromkeys(("name", "role", "rank", "function", "institution"), WORDS),
}
AUTHORS: Mapping[str, Any] = {
    "type": "array",
    "minItems": 1,
    "description": "作者的列表,如 [林禾] 或 [{name: 林禾, role: 记者}]",
    "items": {"anyOf": [WORDS, AUTHOR]},
}
SCHEMA: Mapping[str, Any] = {
    "type": ["object", "null"],
    "additionalProperties": False,
    "properties": {
        "paper": WORDS,
        "date": {"type": ["string", "integer"]},
        "page": WORDS,
        "text": {"enum": [str(kind) for kind in TextKind]},
        "rights": WORDS,
        "corrections": {"type": "object"},
        "authors": {"type": "object"},
        "items": {"type": "object"},
        "checked": {"type": "array"},
        "tags": {"type": "object"},
        "formerly": {"type": "object"},
        "withdrawn": {"type": ["object", "array"]},
    },
}
