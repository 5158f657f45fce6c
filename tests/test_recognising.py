"""Source text to blocks: each line once, true to its place."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.model import Role, SourceText
from generator.model.sidecar import Correction, Sidecar
from generator.reading.recognising import recognise
from tests.reading_pages import make_source, make_taxonomy


@given(st.text(alphabet=" \u3000\n井水#◎□◆★-*()（）“”。,、①0摄记者讯编者按:·—", max_size=120))
def test_every_line_that_is_not_blank_becomes_one_block(text: str) -> None:
    source = SourceText(id="p", name="p.txt", text=text, encoding="utf-8", sha256="0")
    blocks = recognise(source, make_taxonomy({}), Sidecar.empty())
    assert [block.line for block in blocks] == [n for n, line in enumerate(source.lines, 1) if line.strip()]
    for block in blocks:
        assert source.quote(block.span) == source.lines[block.line - 1].strip()
        assert block.span.start <= block.content.start <= block.content.end <= block.span.end
        assert source.quote(block.content).strip()


def test_marks_are_left_out_of_what_a_reader_sees() -> None:
    lines = [
        "## ◎山乡",
        "### @井",
        "□本报记者 林禾",
        "- ★用水三问:",
        "◆青沙河双柳镇交通所给渡口换上铁壳渡船,添了救生衣和广播,船票仍是一元。",
    ]
    source = make_source(lines)
    seen = [
        source.quote(block.content)[:6] for block in recognise(source, make_taxonomy({}), Sidecar.empty())
    ]
    assert seen == ["山乡", "一口机井解了", "本报记者 林", "用水三问:", "青沙河双柳镇"]


def test_an_editor_has_the_last_word() -> None:
    sidecar = Sidecar(corrections=(Correction(line=2, role=Role.DECK),))
    blocks = recognise(make_source(["@井", "@井.1"]), make_taxonomy({}), sidecar)
    assert [(block.role, block.rule) for block in blocks] == [
        (Role.HEADLINE, "short-line"),
        (Role.DECK, "correction"),
    ]
