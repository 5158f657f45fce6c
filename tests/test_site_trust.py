"""One verdict on reading and text together, and the words that a doubt means."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model import Doubt, Item, Span
from generator.site.views.prints import marks_of, printed
from generator.site.views.trust import flag_of, verdict_of
from tests.making import Draft, make_page

READING = Doubt(code="reading-unsure", line=1, detail="把握约 73%")
TEXT = Doubt(code="text-doubled", line=3, detail="“修修”可能多印了一个字。", span=Span(3, 5))


@pytest.mark.parametrize(
    ("changes", "flag", "slug", "text"),
    [
        ({}, "", "sure", "未见疑点"),
        ({"text_doubts": (TEXT,)}, "疑有错字", "doubtful", "疑有错字：文字 1 处存疑"),
        ({"doubts": (READING,)}, "疑有误", "doubtful", "疑有误：编排 1 处存疑"),
        (
            {"doubts": (READING,), "text_doubts": (TEXT, TEXT)},
            "疑有误",
            "doubtful",
            "疑有误：编排 1 处，文字 2 处存疑",
        ),
        ({"complete": False}, "文字不全", "cut", "文字不全"),
    ],
)
def test_only_what_nobody_doubts_is_green(
    changes: dict[str, object], flag: str, slug: str, text: str
) -> None:
    page = make_page(Draft(headline="一", paragraphs=("渠修修好了。",)))
    item = replace(page.items[0], **changes)  # type: ignore[arg-type]
    verdict = verdict_of(page, item)
    assert (flag_of(item), verdict.slug, verdict.text) == (flag, slug, text)


def test_no_reader_is_shown_a_probability() -> None:
    page = make_page(Draft(headline="一", doubts=(READING,)))
    (reason,) = verdict_of(page, page.items[0]).reading
    assert (reason.note, "73" in reason.text) == ("", False)


def shown(*doubts: Doubt, corrected: bool = False) -> list[tuple[str, tuple[int, ...], str]]:
    """Return the pieces of a paragraph whose words are doubted."""
    corrections = (("修修", "修"),) if corrected else ()
    page = make_page(Draft(headline="一", paragraphs=("渠修修好了。",), corrections=corrections))
    item: Item = replace(page.items[0], text_doubts=doubts)
    pieces = printed(page.source, item.body[0].pieces[0], marks_of(item))
    return [(piece.text, piece.doubts, piece.corrected) for piece in pieces]


def test_the_doubted_words_are_marked_where_they_stand() -> None:
    assert shown(replace(TEXT, span=Span(4, 6))) == [("渠", (), ""), ("修修", (1,), ""), ("好了。", (), "")]


def test_doubts_that_overlap_are_all_told() -> None:
    one, two = replace(TEXT, span=Span(4, 6)), replace(TEXT, span=Span(5, 7), detail="别的。")
    assert [piece[:2] for piece in shown(one, two)] == [
        ("渠", ()), ("修", (1,)), ("修", (1, 2)), ("好", (2,)), ("了。", ()),
    ]  # fmt: skip


def test_a_doubt_that_reaches_beyond_its_piece_marks_what_lies_in_it() -> None:
    assert shown(replace(TEXT, span=Span(0, 5))) == [("渠修", (1,), ""), ("修好了。", (), "")]


def test_what_an_editor_has_corrected_is_doubted_no_more() -> None:
    assert ("修修", (), "修") in shown(replace(TEXT, span=Span(4, 6)), corrected=True)


def test_a_doubt_without_a_place_marks_nothing() -> None:
    assert [piece[1] for piece in shown(replace(TEXT, span=None))] == [()]
