"""Source text to blocks: each line once, true to its place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Block, Role, SourceText
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


def corrected(line: str, role: Role) -> tuple[SourceText, Block]:
    source = make_source(["水满了", line])
    sidecar = Sidecar(corrections=(Correction(line=2, role=role),))
    return source, recognise(source, make_taxonomy({}), sidecar)[1]


@pytest.mark.parametrize(
    ("line", "role", "names", "words"),
    [
        ("## 水满了。林禾 摄", Role.CREDIT, ["林禾"], "林禾 摄"),
        ("□林禾 摄", Role.CREDIT, ["林禾"], "林禾 摄"),
        ("林禾", Role.CREDIT, ["林禾"], "林禾"),
        ("水满了。(林禾)", Role.SIGNATURE, ["林禾"], "(林禾)"),
        ("水满了。林禾", Role.SIGNATURE, None, ""),
        ("□本报记者 林禾", Role.BYLINE, ["林禾"], "□本报记者 林禾"),
        ("## 林禾", Role.BYLINE, ["林禾"], "林禾"),
        ("□灯下 林禾", Role.BYLINE, None, ""),
        ("□林禾 高岩", Role.BYLINE, ["林禾", "高岩"], "林禾 高岩"),
        ("■本报记者 林禾 摄", Role.BYLINE, ["林禾"], "本报记者 林禾 摄"),
        ("渠道说水满了", Role.BYLINE, None, ""),
        ("本报记者 林禾", Role.HEADLINE, None, ""),
        ("本报记者 林禾 摄", Role.CAPTION, None, ""),
    ],
)
def test_a_line_that_an_editor_calls_a_name_names_whom_it_can(
    line: str, role: Role, names: list[str] | None, words: str
) -> None:
    source, block = corrected(line, role)
    assert (block.role, block.rule) == (role, "correction")
    naming = block.byline
    assert ([who.contributor.name for who in naming.people] if naming else None) == names
    assert (source.quote(naming.span) if naming else "").lstrip("□") == words.lstrip("□")
    if naming:
        assert [source.quote(who.span) for who in naming.people] == names


def test_an_official_whom_an_editor_calls_the_author_keeps_the_office() -> None:
    source, block = corrected("水务局局长 岳明远", Role.BYLINE)
    assert block.byline is not None
    (who,) = block.byline.people
    assert (who.contributor.title, source.quote(who.span)) == ("水务局局长", "岳明远")


def test_a_corrected_line_says_what_it_was_taken_for() -> None:
    _, block = corrected("# 本报记者 林禾", Role.DECK)
    assert block.evidence == "编辑改正;原先的判断是 byline(整行是署名:林禾)"


def test_a_block_knows_what_its_words_say_behind_the_mark() -> None:
    lines = ["□本报讯(记者 林禾)水满了(高岩)", "◆" + "水" * 61 + "(高岩)", "■本报记者 林禾 摄", "水满了。"]
    source = make_source(lines)
    blocks = recognise(source, make_taxonomy({}), Sidecar.empty())
    said = [
        [source.quote(each.span) if each else None for each in (words.lead, words.closing, words.credit)]
        for words in (block.wording for block in blocks)
    ]
    assert said == [
        [None, "(高岩)", None],
        [None, "(高岩)", None],
        [None, None, "本报记者 林禾 摄"],
        [None, None, None],
    ]
    assert [(block.wording.openness, block.wording.final) for block in blocks] == [
        (0.4, False),
        (0.4, True),
        (1.0, False),
        (0.0, False),
    ]
