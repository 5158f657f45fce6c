"""YAML that people write: every fault with its line, and nothing that could hurt."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.vocabulary.yamlfiles import LIMIT, YamlFile, read_yaml_file

SCHEMA: dict[str, Any] = {
    "type": "object",
    "required": ["columns"],
    "additionalProperties": False,
    "properties": {
        "columns": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "required": ["name"],
                "additionalProperties": False,
                "properties": {
                    "name": {"type": "string", "minLength": 1},
                    "kind": {"enum": ["articles", "briefs"]},
                    "slug": {"type": "string", "pattern": "^[a-z]+$"},
                },
            },
        }
    },
}
GOOD = "columns:\n  - name: 草原书屋\n    kind: briefs\n  - name: 广角\n"


def read(folder: Path, text: str | bytes, schema: dict[str, Any] = SCHEMA) -> YamlFile:
    path = folder / "columns.yml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_yaml_file(path, schema, shown="columns.yml")


def test_a_good_file(tmp_path: Path) -> None:
    file = read(tmp_path, GOOD)
    assert file.faults == ()
    assert file.data == {"columns": [{"name": "草原书屋", "kind": "briefs"}, {"name": "广角"}]}


def test_each_value_knows_its_line(tmp_path: Path) -> None:
    file = read(tmp_path, GOOD)
    assert [file.line(path) for path in (("columns",), ("columns", 0, "kind"), ("columns", 1, "name"))] == [
        1,
        3,
        4,
    ]


def test_a_value_that_is_not_there_has_the_line_around_it(tmp_path: Path) -> None:
    assert read(tmp_path, GOOD).line(("columns", 1, "slug")) == 4


def test_a_mark_of_byte_order_is_no_fault(tmp_path: Path) -> None:
    assert read(tmp_path, GOOD.encode("utf-8-sig")).faults == ()


@pytest.mark.parametrize(
    ("text", "value"),
    [("2022-06-11", "2022-06-11"), ("12:30", 750), ("'07'", "07"), ("不", "不"), ("yes", True), ("on", "on")],
)
def test_what_yaml_makes_of_values(tmp_path: Path, text: str, value: object) -> None:
    assert read(tmp_path, f"a: {text}\n", {}).data == {"a": value}


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("columns:\n  - name: [广角\n", 3, "语法"),
        ("columns:\n\t- name: 广角\n", 2, "语法"),
        ("columns: &a [1]\nmore: *a\n", 2, "别名"),
        ("columns:\n  - name: 广角\n    name: 论坛\n", 3, "写了两次"),
        (
            "columns:\n  - name: 广角\n    kind: 简讯\n",
            3,
            "写的是文字“简讯”,不在可用的值里。可用的值:articles、briefs。",
        ),
        (
            "columns:\n  - name: 广角\n    nmae: 论坛\n",
            3,
            "不认识的键。是不是“name”?可用的键:name、kind、slug。",
        ),
        ("columns:\n  - kind: briefs\n", 2, "缺少必填的键:name。"),
        ("columns:\n  - name: ''\n", 2, "不能为空"),
        ("columns: []\n", 1, "列表不能为空"),
        ("columns: 广角\n", 1, "应为列表,写的是文字“"),
        ("columns:\n  - name: 广角\n    slug: 广\n", 3, "格式不对"),
        ("- 广角\n", 1, "应为映射,写的是列表(1 项)。"),
        ("columns:\n  - name: 广角\n    ? [a]\n    : 1\n", 3, "应当是文字或整数"),
        ("columns: 2022-13-45T99:99:99\n", 1, "应为列表,写的是文字“"),
    ],
)
def test_a_fault_and_its_line(tmp_path: Path, text: str, line: int, words: str) -> None:
    (fault,) = read(tmp_path, text).faults
    assert (fault.path, fault.line) == ("columns.yml", line)
    assert words in fault.message + fault.hint


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("columns: 广角".encode("gb18030"), "UTF-8"),
        (b"columns: \x00\n", "不允许的字符"),
        (b"a: " + b"x" * LIMIT, "超过上限"),
        (b"[" * 20_000, "嵌套过深"),
        (b"".join(b" " * n + b"a:\n" for n in range(500)), "嵌套过深"),
        (b"", "整个文件:应为映射,写的是空。"),
        (b"# only words\n", "整个文件:应为映射,写的是空。"),
    ],
)
def test_what_is_no_data_file(tmp_path: Path, data: bytes, words: str) -> None:
    faults = read(tmp_path, data).faults
    assert len(faults) == 1
    assert words in faults[0].message


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    (fault,) = read_yaml_file(tmp_path / "none.yml", SCHEMA).faults
    assert (fault.message, fault.line) == ("找不到这个文件。", None)


def test_every_fault_at_once(tmp_path: Path) -> None:
    faults = read(tmp_path, "columns:\n  - kind: 简讯\n  - name: ''\n").faults
    assert [fault.line for fault in faults] == [2, 2, 3]


def test_an_alias_bomb_is_refused_at_once(tmp_path: Path) -> None:
    rows = ["a0: &a0 [x, x]"] + [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}, *a{n - 1}]" for n in range(1, 30)]
    (fault,) = read(tmp_path, "\n".join(rows)).faults
    assert "别名" in fault.message


@pytest.mark.parametrize("tag", ["!!python/object/apply:os.system ['true']", "!!python/name:os.system"])
def test_no_tag_runs_anything(tmp_path: Path, tag: str) -> None:
    (fault,) = read(tmp_path, f"columns: {tag}\n").faults
    assert fault.line == 1
