"""The drawn sketch of a page: every item has its room, in order, as large as it is long."""

from __future__ import annotations

import pytest

from generator.model import Kind
from generator.site.views.sketch import GAP, HEIGHT, WIDTH, rooms_of, sketch_of
from tests.making import Draft, make_page


@pytest.mark.parametrize("weights", [[], [80], [80, 80], [900, 80, 80, 400, 120], list(range(80, 480, 10))])
def test_rooms_lie_in_order_within_the_sheet_and_do_not_overlap(weights: list[int]) -> None:
    rooms = list(rooms_of(weights))
    assert len(rooms) == len(weights)
    assert [(y, x) for x, y, _, _ in rooms] == sorted((y, x) for x, y, _, _ in rooms)
    taken: set[tuple[int, int]] = set()
    for x, y, width, height in rooms:
        room = {(across, down) for across in range(x, x + width) for down in range(y, y + height)}
        assert not taken & room
        taken |= room
    assert all(across < WIDTH and down < HEIGHT for across, down in taken)


def test_a_room_is_as_large_as_its_item_is_long() -> None:
    weights = [900, 100, 200, 300]
    areas = [(width + GAP) * (height + GAP) for _, _, width, height in rooms_of(weights)]
    for weight, area in zip(weights, areas, strict=True):
        assert area / (WIDTH * HEIGHT) == pytest.approx(weight / sum(weights), rel=0.1)


def test_a_caption_has_a_picture_above_it_and_an_item_without_a_headline_no_bar() -> None:
    caption = sketch_of(make_page(Draft(kind=Kind.CAPTION, paragraphs=("牧民在夜校里练字。",))))
    assert caption.pictures
    assert caption.heads == ""
    article = sketch_of(make_page(Draft(headline="一盏灯", paragraphs=("夜校开课了。" * 40,))))
    assert article.heads.startswith("M0 0h")
    assert article.pictures == ""


def test_a_block_leads_to_its_item() -> None:
    page = make_page(Draft(headline="甲"), Draft(headline="乙"))
    blocks = sketch_of(page).blocks
    assert [block.item.text for block in blocks] == ["甲", "乙"]
    assert [block.item.href for block in blocks] == [f"articles/{item.id}/index.html" for item in page.items]


def test_a_page_without_items_is_an_empty_sheet() -> None:
    empty = sketch_of(make_page())
    assert (empty.heads, empty.text, empty.pictures, empty.blocks) == ("", "", "", ())
