"""Pages whose lines are the lines of print: joined, read, and told line by line, with nothing lost or doubled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import Heading, Role, SourceText
from generator.model.sidecar import Correction, Sidecar
from generator.model.statements import Check
from generator.reading.printed.layout import lay_out
from generator.reading.printed.restoring import RULE, restore
from generator.reading.reading import read, retrace
from tests.reading_pages import ARTICLES, make_source, make_taxonomy

BYLINES = {"井": "□本报记者 林禾", "琴": "□本报记者 高岩", "渡": "□通讯员 白露"}


def rows(text: str, width: int, blanks: str = "") -> list[str]:
    """Return the printed lines of a paragraph whose first is indented by two characters."""
    set_in = "　　" + text
    lines = [set_in[at : at + width] for at in range(0, len(set_in), width)]
    return [blanks + lines[0][2:], *lines[1:]]


def printed(width: int, blanks: str = "", names: Sequence[str] = tuple(BYLINES)) -> list[str]:
    """Return the lines of a page of articles."""
    page = []
    for name in names:
        headline, *paragraphs = ARTICLES[name]
        page += [headline, BYLINES[name]]
        for text in paragraphs:
            page += rows(text, width, blanks)
    return page


def page_of(lines: Sequence[str], sidecar: Sidecar | None = None) -> tuple[SourceText, list[list[str]]]:
    """Return the source of these lines, and the paragraphs of each item as they are read."""
    source = make_source(lines)
    page = read(source, sidecar or Sidecar.empty(), make_taxonomy({}))
    return source, [[paragraph.text for paragraph in item.body] for item in page.items]


@pytest.mark.parametrize("blanks", ["", "　　"], ids=["indents lost", "indents kept"])
@pytest.mark.parametrize("width", [12, 15, 18, 21])
def test_printed_lines_are_read_as_the_paragraphs_that_they_are(width: int, blanks: str) -> None:
    _, bodies = page_of(printed(width, blanks))
    assert bodies == [list(ARTICLES[name][1:]) for name in BYLINES]


def test_a_page_of_paragraphs_is_left_as_it_is() -> None:
    source = make_source([line for name in BYLINES for line in (f"@{name}", f"@{name}.1", f"@{name}.2")])
    assert lay_out(source, Sidecar.empty()).joined is source


def test_every_line_keeps_its_number_and_its_own_words() -> None:
    source = make_source(printed(15))
    page = read(source, Sidecar.empty(), make_taxonomy({}))
    assert [block.line for block in page.blocks] == list(range(1, len(printed(15)) + 1))
    assert [source.quote(block.span) for block in page.blocks] == printed(15)


def test_a_line_that_goes_on_says_with_which() -> None:
    page = read(make_source(printed(15)), Sidecar.empty(), make_taxonomy({}))
    block = next(block for block in page.blocks if block.line == 4)
    assert (block.rule, block.evidence, block.role) == (RULE, "印刷行,接第 3 行", Role.PARAGRAPH)


def test_pieces_of_a_paragraph_are_its_printed_lines() -> None:
    source = make_source(printed(15))
    item = read(source, Sidecar.empty(), make_taxonomy({})).items[0]
    for paragraph in item.body:
        assert "".join(map(source.quote, paragraph.pieces)) == paragraph.text
        assert [source.line_of(piece.start) for piece in paragraph.pieces] == list(paragraph.lines)


def test_a_heading_over_several_printed_lines_names_them_all() -> None:
    source = make_source(printed(15))
    layout = lay_out(source, Sidecar.empty())
    line, pieces = next((line, pieces) for line, pieces in layout.pieces.items() if len(pieces) > 1)
    page = read(layout.joined, Sidecar.empty(), make_taxonomy({}))
    block = next(block for block in page.blocks if block.line == line)
    item = replace(page.items[0], blocks=(block,), body=(), bylines=(), doubts=())
    item = replace(item, headline=Heading(text="".join(map(source.quote, pieces)), lines=(line,)))
    restored = restore(replace(page, items=(item,)), layout, ()).items[0].headline
    assert restored is not None
    assert restored.lines == tuple(source.line_of(piece.start) for piece in pieces)
    assert restored.text == " ".join(map(source.quote, pieces))


def test_a_line_that_an_editor_speaks_of_begins_a_paragraph() -> None:
    sidecar = Sidecar(corrections=(Correction(line=4, joins="none"),))
    _, bodies = page_of(printed(15), sidecar)
    first = ARTICLES["井"][1]
    assert bodies[0][:2] == [first[:13], first[13:]]


def test_an_item_is_checked_by_any_of_its_lines() -> None:
    page = read(make_source(printed(15)), Sidecar(checks=(Check(line=5),)), make_taxonomy({}))
    assert (page.items[0].sure, page.items[0].confidence) == (True, 1.0)


def test_names_across_a_line_s_end_are_found_in_the_source() -> None:
    lead = "本报讯(通讯员 林禾苗)" + ARTICLES["井"][1]
    lines = [
        "一口机井解了枣林沟的渴",
        *rows(lead, 10),
        *rows(ARTICLES["井"][2], 10),
        *rows(ARTICLES["井"][3], 10),
    ]
    source = make_source(lines)
    (byline,) = read(source, Sidecar.empty(), make_taxonomy({})).items[0].bylines
    assert byline.contributor.name == "林禾苗"
    assert "".join(source.quote(byline.span).split()) == "本报讯(通讯员林禾苗)"


def test_the_trace_tells_of_the_lines_that_paragraphs_begin_on() -> None:
    steps = retrace(make_source(printed(15)), Sidecar.empty(), make_taxonomy({}))
    assert {1, 2, 3} <= set(steps)
    assert 4 not in steps


@given(st.lists(st.text("水渡井琴声。，”“ 　□●1a#\n", max_size=16), min_size=1, max_size=60))
@settings(max_examples=60, deadline=None)
def test_whatever_the_lines_nothing_is_lost_or_doubled(lines: list[str]) -> None:
    text = "\n".join([*printed(12)[:20], *lines])
    source = SourceText(id="p-1", name="p-1.txt", text=text, encoding="utf-8", sha256="")
    page = read(source, Sidecar.empty(), make_taxonomy({}))
    assert [source.quote(block.span) for block in page.blocks] == [
        line.strip() for line in text.split("\n") if line.strip()
    ]


SENTENCES = "青沙河老渡口的渡船又开了,船老大每天早上六点撑船离岸,把赶集的乡亲送到对岸去。" * 6


def led(lead: str) -> SourceText:
    """Return a page of one article set in rows of sixteen, with a lead."""
    text = f"{lead}{SENTENCES}"
    rows = [text[at : at + 16] for at in range(0, len(text), 16)]
    return replace(make_source(["甲"]), text="\n".join(["老渡口办起便民船", *rows]))


@pytest.mark.parametrize("sign", ["", "\f"])
def test_the_evidence_of_a_name_stands_on_its_own_printed_line(sign: str) -> None:
    source = led("　　本报讯(记者 林禾 通讯员 高岩)")
    source = replace(source, whole=source.text.replace("　　", f"　　{sign}") if sign else "")
    (item,) = read(source, Sidecar.empty(), make_taxonomy({})).items
    found = {name.contributor.name: name.evidence for name in item.bylines}
    assert set(found) == {"林禾", "高岩"}
    for proofs in found.values():
        assert all(source.whole_lines[each.line - 1][each.start : each.end] == each.text for each in proofs)
    assert [each.line for each in found["高岩"]] == [3]
