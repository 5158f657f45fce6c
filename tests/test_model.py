"""Spans and lines of a source text, and what pages and items derive from their blocks."""

from __future__ import annotations

import dataclasses
import inspect

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import model
from generator.model import Doubt, SourceText, Span
from tests.making import Draft, make_item, make_page

TEXTS = st.text(alphabet="版面报\n 。a")


def source(text: str) -> SourceText:
    return SourceText(id="a", name="a.txt", text=text, encoding="utf-8", sha256="")


@pytest.mark.parametrize(("start", "end"), [(-1, 0), (3, 2)])
def test_what_is_not_a_span(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(start, end)


def test_length_of_a_span() -> None:
    assert len(Span(2, 5)) == 3


def test_quote() -> None:
    assert source("第一行\n第二行").quote(Span(4, 7)) == "第二行"


@given(TEXTS)
def test_lines_are_those_of_the_text(text: str) -> None:
    page = source(text)
    spans = [page.line_span(number) for number in range(1, len(page.lines) + 1)]
    assert tuple(page.quote(span) for span in spans) == page.lines


@given(TEXTS.filter(bool), st.data())
def test_each_offset_is_in_its_line(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text) - 1))
    page = source(text)
    span = page.line_span(page.line_of(offset))
    assert span.start <= offset <= span.end


def test_characters_outside_the_basic_plane_count_as_one() -> None:
    page = source("𠮷野家\n开张")
    assert page.line_span(2) == Span(4, 6)


def test_an_items_lines_and_text() -> None:
    item = make_item(headline="草原书屋", paragraphs=("书到了牧区。", ("读书会开了", "三场。")))
    assert item.lines == (1, 3, 5, 7)
    assert item.text == "书到了牧区。\n读书会开了三场。"


def test_an_item_is_sure_until_something_speaks_against_it() -> None:
    assert make_item(headline="草原书屋").sure
    assert not make_item(headline="草原书屋", doubts=(Doubt(code="x", line=1),)).sure


def test_a_pages_blocks_are_in_source_order() -> None:
    page = make_page(
        Draft(column="广角", headline="一", paragraphs=("甲。",)), Draft(headline="二"), unplaced=("零散",)
    )
    assert [block.line for block in page.blocks] == sorted(block.line for block in page.blocks)
    assert len(page.blocks) == 5


VALUES = [value for _, value in inspect.getmembers(model, inspect.isclass) if dataclasses.is_dataclass(value)]


@pytest.mark.parametrize("value", VALUES, ids=lambda value: value.__name__)
def test_every_value_is_frozen(value: type) -> None:
    assert value.__dataclass_params__.frozen  # type: ignore[attr-defined]


@pytest.mark.parametrize("value", VALUES, ids=lambda value: value.__name__)
def test_every_field_has_its_sentence(value: type) -> None:
    text = inspect.getsource(value)
    lines = [line.strip() for line in text.splitlines()]
    for field in dataclasses.fields(value):
        at = next(number for number, line in enumerate(lines) if line.startswith(f"{field.name}: "))
        assert lines[at + 1].startswith('"""'), f"{value.__name__}.{field.name}"
