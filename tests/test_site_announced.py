"""The items that an editor's note announces by their number, and the note on their own pages."""

from __future__ import annotations

import pytest

from generator.model import Kind, Page
from generator.site.views.announced import announced_by, announcing
from generator.site.views.frame import Frame
from tests.making import Draft, make_archive, make_page


def noted(words: str, *kinds: Kind, column: str | None = None) -> tuple[Frame, Page]:
    """Return a page of a note with these words and items behind it."""
    drafts = [
        Draft(headline=f"第{at}则", kind=kind, paragraphs=("事。",), column=column)
        for at, kind in enumerate(kinds)
    ]
    note = Draft(headline="编者按", kind=Kind.NOTE, paragraphs=(words,))
    page = make_page(Draft(headline="前面的", paragraphs=("事。",)), note, *drafts)
    return Frame(archive=make_archive(page)), page


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("现择优刊发其中2篇文章，供交流。", 2),
        ("今天刊登两组、选登十二篇。", 12),
        ("本报推出三篇报道。", 3),
        ("这是第三篇。", None),
        ("刊发第3篇。", None),
        ("发表过。写了9篇。", None),
        ("刊发其中123篇。", None),
    ],
)
def test_a_note_says_how_many_items_it_announces(words: str, said: int | None) -> None:
    frame, page = noted(words, Kind.ARTICLE)
    found = announced_by(frame, page, page.items[1])
    assert (found.said if found else None) == said


def test_a_note_of_just_as_many_items_leads_to_them_and_they_lead_back() -> None:
    frame, page = noted("现刊发其中2篇。", Kind.ARTICLE, Kind.CAPTION, Kind.COMMENTARY)
    found = announced_by(frame, page, page.items[1])
    assert found
    assert (found.agrees, [link.text for link in found.items]) == (True, ["第0则", "第2则"])
    assert (found.reason.text, [line.number for line in found.reason.lines]) == (
        "刊发其中2篇",
        [page.items[1].body[0].lines[0]],
    )
    ways = [announcing(frame, page, item) for item in page.items]
    assert [way.text if way else "" for way in ways] == ["", "", "编者按", "", "编者按"]


def test_a_note_of_another_number_ties_nothing() -> None:
    frame, page = noted("现刊发其中3篇。", Kind.ARTICLE, Kind.ARTICLE)
    found = announced_by(frame, page, page.items[1])
    assert found
    assert (found.said, len(found.items), found.agrees) == (3, 2, False)
    assert not any(announcing(frame, page, item) for item in page.items)


def test_what_stands_in_another_column_or_behind_the_next_note_is_not_meant() -> None:
    frame, page = noted("现刊发1篇。", Kind.ARTICLE, column="牧区夜话")
    found = announced_by(frame, page, page.items[1])
    assert found
    assert found.items == ()
    frame, page = noted("现刊发1篇。", Kind.ARTICLE, Kind.NOTE, Kind.ARTICLE)
    found = announced_by(frame, page, page.items[1])
    assert found
    assert found.agrees


def test_only_a_note_announces() -> None:
    page = make_page(Draft(headline="一", paragraphs=("现刊发1篇。",)), Draft(headline="二"))
    assert announced_by(Frame(archive=make_archive(page)), page, page.items[0]) is None
