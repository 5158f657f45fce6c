"""The lines of a page as the rules see them."""

from __future__ import annotations

import pytest

from generator.model import Role
from generator.reading.lines import Line, PageLines, split_lines, whole
from tests.reading_pages import make_source, make_taxonomy


def page_of(*lines: str) -> PageLines:
    return split_lines(make_source(lines), make_taxonomy({}))


@pytest.mark.parametrize(
    ("text", "level", "bare", "words"),
    [
        ("水", 0, "水", "水"),
        ("# 水", 1, "水", "水"),
        ("#水", 1, "水", "水"),
        ("###　 水", 3, "水", "水"),
        ("###### 水", 6, "水", "水"),
        ("####### 水", 6, "# 水", "# 水"),
        ("#", 0, "#", "#"),
        ("###", 0, "###", "###"),
        ("水 # 水", 0, "水 # 水", "水 # 水"),
        ("## ◎  水", 2, "◎  水", "水"),
        ("◎", 0, "◎", ""),
        ("◎◎水", 0, "◎◎水", "◎水"),
        ("水◎水", 0, "水◎水", "水◎水"),
        *((f"{mark}水", 0, f"{mark}水", "水") for mark in "□■●○◎◉◆▲△☆★◇"),
        *((f"{mark}水", 0, f"{mark}水", f"{mark}水") for mark in "·-*•①§"),
    ],
)
def test_a_line_is_its_words_behind_its_marks(text: str, level: int, bare: str, words: str) -> None:
    source = make_source(["第一行", f" 　{text} ", "末行"])
    line = split_lines(source, make_taxonomy({})).lines[1]
    assert (line.level, line.text, line.bare, line.words) == (level, text, bare, words)
    assert source.text[line.start :].startswith(text)
    assert source.text[line.bare_start :].startswith(bare)
    assert source.text[line.words_start :].startswith(f"{words} ")
    assert len(words) == len(bare) - line.mark


def test_blank_lines_are_no_neighbours() -> None:
    page = page_of("一", "", "　 ", "二", "三")
    first, second, third = page.lines
    assert [line.number for line in page.lines] == [1, 4, 5]
    assert [page.before(line) for line in page.lines] == [None, first, second]
    assert [page.after(line) for line in page.lines] == [second, third, None]


@pytest.mark.parametrize(("lines", "marks"), [(["# 一", "二"], False), (["# 一", "二", "### 三"], True)])
def test_a_page_marks_its_headlines_if_two_are_marked(lines: list[str], marks: bool) -> None:
    assert page_of(*lines).marks_headlines is marks


def quoted(line: Line, skip: int) -> list[str | None]:
    found = line.lead(skip), line.closing(skip), line.credit(skip)
    return [
        line.text[each.span.start - line.start : each.span.end - line.start] if each else None
        for each in found
    ]


def test_a_line_tells_its_lead_closing_and_credit_with_and_without_its_mark() -> None:
    lead, closing, credit = page_of("## □本报讯 水", "□(林禾)", "## □本报记者 林禾 摄").lines
    for _ in range(2):
        assert quoted(lead, 0) == [None, None, None]
        assert quoted(lead, lead.mark) == ["本报讯 ", None, None]
        assert quoted(closing, 0) == quoted(closing, closing.mark) == [None, "(林禾)", None]
        assert quoted(credit, 0) == quoted(credit, credit.mark) == [None, None, "本报记者 林禾 摄"]
    (plain,) = page_of("本报讯(记者 林禾)水满了。(高岩)").lines
    assert (plain.lead(), plain.closing(), plain.credit()) == (plain.lead(0), plain.closing(0), None)
    assert quoted(plain, 0) == ["本报讯(记者 林禾)", "(高岩)", None]
    (signed,) = page_of("水满了。林禾 摄").lines
    assert signed.credit() is not None


def test_a_line_is_the_same_before_and_after_it_was_read() -> None:
    (read,), (unread,) = page_of("本报讯 水").lines, page_of("本报讯 水").lines
    assert read.lead() is not None
    assert read == unread


def test_a_finding_is_the_line_behind_its_heading_mark() -> None:
    line = page_of("第一行", "## ◎水满了").lines[1]
    source = make_source(["第一行", "## ◎水满了"])
    whole_line, rest = whole(line, Role.HEADLINE, "短"), whole(line, Role.HEADLINE, "短", skip=1)
    assert source.text[whole_line.start : whole_line.end] == "◎水满了"
    assert source.text[rest.start : rest.end] == "水满了"
    assert (rest.role, rest.evidence, rest.byline) == (Role.HEADLINE, "短", None)
