"""A finding keeps its place in every form it is shown in."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.telling.diagnostics import (
    Diagnostic,
    Severity,
    as_annotations,
    as_json,
    as_markdown,
    as_text,
)
from generator.telling.errors import BanmianError, ConfigError, PageFaults, PublishError, UsageError


def finding(**changed: Any) -> Diagnostic:
    given = {"code": "empty", "severity": Severity.ERROR, "path": "seeds/a.txt", "message": "文件是空的。"}
    return Diagnostic(**{**given, **changed})


@pytest.mark.parametrize(
    ("line", "column", "place"),
    [
        (None, None, "seeds/a.txt"),
        (7, None, "seeds/a.txt:7"),
        (7, 3, "seeds/a.txt:7:3"),
        (None, 3, "seeds/a.txt"),
    ],
)
def test_place(line: int | None, column: int | None, place: str) -> None:
    assert finding(line=line, column=column).place == place


def test_text_is_one_line_a_finding() -> None:
    told = as_text([finding(line=2, hint="请删去。"), finding(severity=Severity.WARNING)])
    assert told == (
        "seeds/a.txt:2: error [empty] 文件是空的。 请删去。\nseeds/a.txt: warning [empty] 文件是空的。\n"
    )


def test_json_keeps_every_field() -> None:
    (row,) = json.loads(as_json([finding(line=2, column=1, hint="改", item="a-01")]))
    assert row == {
        "code": "empty",
        "severity": "error",
        "path": "seeds/a.txt",
        "line": 2,
        "column": 1,
        "message": "文件是空的。",
        "hint": "改",
        "item": "a-01",
    }


def test_nothing_found_is_an_empty_array() -> None:
    assert json.loads(as_json([])) == []


@pytest.mark.parametrize(
    ("severity", "level"), [("error", "error"), ("warning", "warning"), ("note", "notice")]
)
def test_annotation_levels(severity: str, level: str) -> None:
    told = as_annotations([finding(severity=Severity(severity), line=3, column=4)])
    assert told == f"::{level} file=seeds/a.txt,line=3,col=4,title=empty::文件是空的。\n"


@given(st.text(), st.text(), st.text())
def test_no_text_of_a_page_can_become_a_workflow_command(path: str, message: str, hint: str) -> None:
    (line,) = as_annotations([finding(path=path, message=message, hint=hint)])[:-1].split("\n")
    properties = line.removeprefix("::error ").partition("::")[0]
    assert properties.count(",") == 1
    assert "\r" not in line


def test_annotation_escapes() -> None:
    told = as_annotations([finding(path="a,b:c%.txt", message="100%\n::add-mask::x")])
    assert told == "::error file=a%2Cb%3Ac%25.txt,title=empty::100%25%0A::add-mask::x\n"


def test_markdown_table() -> None:
    rows = as_markdown(
        [finding(line=2, message="有 <b>|竖线|</b> 和 `代码`\n两行", hint="a\\b")]
    ).splitlines()
    assert rows[2] == r"| seeds/a.txt:2 | error | 有 &lt;b>\|竖线\|&lt;/b> 和 \`代码\` 两行 | a\\b |"


@pytest.mark.parametrize(
    "text", ["![图](http://a.example/x.png)", "[链接](http://a.example)", "**粗** __体__ ~~删~~"]
)
def test_no_markup_of_a_page_comes_through(text: str) -> None:
    cell = as_markdown([finding(message=text)]).splitlines()[2].split(" | ")[2]
    assert not re.search(r"(?<!\\)[\[\]*_~]", cell)
    assert cell.replace("\\", "") == text


@given(st.text(alphabet="|\\`<&\n a"))
def test_a_markdown_row_keeps_its_four_cells(message: str) -> None:
    row = as_markdown([finding(message=message)]).splitlines()[2]
    bars = row.replace("\\\\", "").replace("\\|", "")
    assert bars.count("|") == 5


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (UsageError("x"), 2),
        (ConfigError([finding()]), 2),
        (PageFaults([finding()]), 1),
        (PublishError("x"), 1),
    ],
)
def test_exit_codes_of_errors(error: BanmianError, code: int) -> None:
    assert error.exit_code == code


def test_an_error_tells_every_finding() -> None:
    told = str(PageFaults([finding(line=1), finding(line=2)]))
    assert [line.split(" ")[0] for line in told.splitlines()] == ["seeds/a.txt:1:", "seeds/a.txt:2:"]
