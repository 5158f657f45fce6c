"""Drafts to items: the parts of an item, its kind, and everyone whom it names."""

from __future__ import annotations

from typing import Any

import pytest

from generator.model import Item, Kind, Misprint, Role, Span
from generator.reading.assembling.columns import NOWHERE, Placement
from generator.reading.assembling.drafts import Draft
from generator.reading.assembling.elements import element
from generator.reading.assembling.items import make_item
from tests.reading_blocks import make_blocks
from tests.reading_pages import make_taxonomy

ROWS = [
    {"kicker": "两岸的事"},
    {"headline": "渡口开船"},
    {"headline": "两岸通行"},
    {"deck": "船老大说"},
    {"byline": "记者 林禾", "mark": "□", "names": ["记者 林禾"]},
    {"paragraph": "渡口"},
    {"headline": "开了船"},
    {"crosshead": "往后"},
    {"list item": "救生衣"},
    {"signature": "(白露)", "names": ["白露"]},
    {"credit": "■高岩 摄", "names": ["高岩"]},
]


def item_of(rows: list[dict[str, Any]], place: Placement = NOWHERE, **parts: Any) -> Item:
    """Return the item that a draft of these rows makes."""
    source, blocks = make_blocks(rows)
    draft = Draft(**{"kind": Kind.ARTICLE, **parts})
    taxonomy = make_taxonomy({"看台": "commentary", "山乡": "articles"})
    misprints = tuple(Misprint(line=line, span=Span(0, 1), read="x", corrected="y") for line in (2, 6, 9))
    return make_item(source, blocks, draft, position=7, place=place, taxonomy=taxonomy, misprints=misprints)


def test_an_item_has_the_parts_of_its_draft() -> None:
    item = item_of(ROWS, heads=(0, 1, 2, 3), bylines=(4,), body=((5, 6), (7,)), subheads=(7,))
    assert (item.id, item.position, item.complete, item.doubts) == ("p-1-07", 7, True, ())
    headings = [item.kicker, item.headline, item.deck]
    assert [(heading.text, heading.lines) for heading in headings if heading] == [
        ("两岸的事", (1,)),
        ("渡口开船 两岸通行", (2, 3)),
        ("船老大说", (4,)),
    ]
    assert [(part.kind, part.text, part.lines) for part in item.body] == [
        ("paragraph", "渡口开了船", (6, 7)),
        ("subhead", "往后", (8,)),
    ]
    assert [block.line for block in item.blocks] == [1, 2, 3, 4, 5, 6, 7, 8]
    assert [misprint.line for misprint in item.misprints] == [2, 6]


def test_an_item_without_a_headline_has_none() -> None:
    item = item_of(ROWS, body=((5,),), cut=True)
    assert (item.kicker, item.headline, item.deck, item.complete) == (None, None, None, False)


ROLES: list[tuple[dict[str, Any], int, Role, str]] = [
    ({"heads": (0,)}, 0, Role.KICKER, ""),
    ({"heads": (3,)}, 3, Role.DECK, ""),
    ({"heads": (1,)}, 1, Role.HEADLINE, ""),
    ({"heads": (5,)}, 5, Role.HEADLINE, ";配得上下面的正文,作标题"),
    ({"body": ((6,),), "subheads": (6,)}, 6, Role.CROSSHEAD, ";在一篇稿件中间,作小标题"),
    ({"body": ((6,),)}, 6, Role.PARAGRAPH, ";上下文相连,作正文"),
    ({"body": ((7,),)}, 7, Role.PARAGRAPH, ";上下文相连,作正文"),
    ({"body": ((5,),)}, 5, Role.PARAGRAPH, ""),
    ({"body": ((8,),)}, 8, Role.LIST_ITEM, ""),
    ({"bylines": (4,)}, 4, Role.BYLINE, ""),
    ({"bylines": (9,)}, 9, Role.SIGNATURE, ""),
    ({"body": ((5,),), "kind": Kind.CAPTION}, 5, Role.CAPTION, ";后面是图片署名,作图片说明"),
    ({"body": ((5,),), "bylines": (10,), "kind": Kind.CAPTION}, 10, Role.CREDIT, ""),
]


@pytest.mark.parametrize(("parts", "place", "role", "why"), ROLES)
def test_a_line_has_the_role_that_the_whole_page_gives_it(
    parts: dict[str, Any], place: int, role: Role, why: str
) -> None:
    (block,) = (block for block in item_of(ROWS, **parts).blocks if block.line == place + 1)
    assert (block.role, block.evidence) == (role, "看上去是这样" + why)


@pytest.mark.parametrize(
    ("kind", "column", "wanted"),
    [
        (Kind.ARTICLE, "看台", Kind.COMMENTARY),
        (Kind.ARTICLE, "山乡", Kind.ARTICLE),
        (Kind.ARTICLE, "没听说过", Kind.ARTICLE),
        (Kind.ARTICLE, None, Kind.ARTICLE),
        (Kind.CAPTION, "看台", Kind.CAPTION),
    ],
)
def test_an_article_in_a_column_of_commentary_is_commentary(
    kind: Kind, column: str | None, wanted: Kind
) -> None:
    item = item_of(ROWS, Placement(column=column), kind=kind, body=((5,),))
    assert (item.kind, item.column) == (wanted, column)


@pytest.mark.parametrize(
    ("kind", "wanted"), [(Kind.LIST, ["item", "subhead"]), (Kind.ARTICLE, ["paragraph", "subhead"])]
)
def test_a_list_is_made_of_its_items(kind: Kind, wanted: list[str]) -> None:
    assert [part.kind for part in item_of(ROWS, kind=kind, body=((8,), (7,)), subheads=(7,)).body] == wanted


LINE = {"byline": "林禾", "names": ["林禾"]}
LEAD = {"paragraph": "本报讯", "lead": ["高岩"]}
SAID = {"paragraph": "渡口"}
CLOSED = {"paragraph": "完了", "closing": ["白露"]}
TITLED = {"paragraph": "完了", "closing": ["局长 白露"]}
NAMES: list[tuple[list[dict[str, Any]], dict[str, Any], list[str]]] = [
    ([LINE, SAID], {"bylines": (0,), "body": ((1,),)}, ["林禾/head"]),
    ([LINE, LEAD], {"bylines": (0,), "body": ((1,),)}, ["林禾/head", "高岩/text"]),
    ([LINE, SAID, LEAD], {"bylines": (0,), "body": ((1,), (2,))}, ["林禾/head"]),
    ([SAID, LEAD], {"body": ((0,), (1,))}, ["高岩/text"]),
    ([LEAD, LEAD], {"body": ((0,), (1,))}, ["高岩/text"]),
    ([LEAD, SAID], {"body": ((0,), (1,)), "subheads": (0,)}, []),
    ([SAID, CLOSED], {"body": ((0,), (1,))}, ["白露/text"]),
    ([SAID, CLOSED], {"body": ((0, 1),)}, ["白露/text"]),
    ([CLOSED, SAID], {"body": ((0,), (1,))}, []),
    ([LINE, CLOSED], {"bylines": (0,), "body": ((1,),)}, ["林禾/head"]),
    ([LINE, TITLED], {"bylines": (0,), "body": ((1,),)}, ["林禾/head", "白露/text"]),
    ([SAID, {"signature": "白露", "names": ["白露"]}], {"bylines": (1,), "body": ((0,),)}, ["白露/tail"]),
    ([SAID, {"credit": "高岩 摄", "names": ["高岩"]}], {"bylines": (1,), "body": ((0,),)}, ["高岩/tail"]),
    ([SAID, LINE], {"bylines": (1,), "body": ((0,),)}, ["林禾/head"]),
    ([SAID, {"byline": "林禾"}], {"bylines": (1,), "body": ((0,),)}, ["林禾/head"]),
    ([LEAD, LINE], {"bylines": (1,), "body": ((0,),)}, ["高岩/text", "林禾/head"]),
    ([LINE, {"byline": "林禾", "names": ["林禾"]}], {"bylines": (0, 1)}, ["林禾/head", "林禾/head"]),
    ([{"caption": "图", "photo": ["高岩"]}], {"body": ((0,),), "kind": Kind.CAPTION}, ["高岩/text"]),
    ([{"caption": "图", "photo": ["高岩"]}], {"body": ((0,),)}, []),
    ([{"caption": "图", "lead": ["高岩"]}], {"body": ((0,),), "kind": Kind.CAPTION}, []),
    ([{"caption": "图", "closing": ["高岩"]}], {"body": ((0,),), "kind": Kind.CAPTION}, []),
]


@pytest.mark.parametrize(("rows", "parts", "names"), NAMES)
def test_everyone_is_named_once_in_printed_order(
    rows: list[dict[str, Any]], parts: dict[str, Any], names: list[str]
) -> None:
    found = item_of(rows, **parts).bylines
    assert [f"{byline.contributor.name}/{byline.place}" for byline in found] == names


def test_the_form_of_a_line_is_the_whole_line_and_that_of_a_lead_the_lead() -> None:
    source, _ = make_blocks(ROWS)
    (byline,) = item_of(ROWS, bylines=(4,), body=((5,),)).bylines
    assert (byline.line, source.quote(byline.span)) == (5, "□记者 林禾")
    (lead,) = item_of([SAID, LEAD], body=((0,), (1,))).bylines
    assert lead.line == 2


ELEMENTS: list[tuple[dict[str, Any], dict[str, Any]]] = [
    ({"column mark": "山乡"}, {"sort": "column"}),
    ({"kicker": "山乡"}, {"sort": "headline"}),
    ({"headline": "山乡"}, {"sort": "headline", "text": "山乡"}),
    ({"deck": "山乡"}, {"sort": "headline"}),
    ({"crosshead": "山乡"}, {"sort": "crosshead"}),
    ({"byline": "林禾"}, {"sort": "byline"}),
    ({"signature": "林禾"}, {"sort": "signature"}),
    ({"editor's note": "渡" * 12}, {"sort": "note"}),
    ({"editor's note": "渡" * 13}, {"sort": "body"}),
    ({"paragraph": "渡" * 13}, {"sort": "body", "lead": False, "signed": False, "ends": False}),
    ({"list item": "渡"}, {"sort": "body", "firm": False}),
    ({"headline": "渡", "rule": "heading"}, {"firm": True}),
    ({"headline": "渡", "rule": "correction"}, {"firm": True}),
    ({"paragraph": "渡", "lead": []}, {"lead": True, "signed": False}),
    ({"paragraph": "渡", "lead": ["林禾"]}, {"lead": True, "signed": True}),
    ({"paragraph": "渡", "closing": ["林禾"]}, {"lead": False, "signed": True}),
    ({"headline": "渡", "lead": ["林禾"], "closing": ["林禾"]}, {"lead": False, "signed": False}),
    ({"paragraph": "渡", "final": True, "open": 0.4}, {"ends": True, "open": 0.4}),
    ({"paragraph": "渡", "blanks": "  "}, {"indented": True}),
    ({"paragraph": "渡", "blanks": "\u3000"}, {"indented": True}),
    ({"paragraph": "渡"}, {"indented": False}),
]


@pytest.mark.parametrize(("row", "wanted"), ELEMENTS)
@pytest.mark.parametrize("above", [[], [{"paragraph": "岸"}]])
def test_a_block_shows_what_part_it_can_play(
    row: dict[str, Any], wanted: dict[str, Any], above: list[dict[str, Any]]
) -> None:
    source, blocks = make_blocks([*above, row])
    found = element(blocks[-1], source)
    assert {key: getattr(found, key) for key in wanted} == wanted


def test_a_carriage_return_is_no_blank() -> None:
    source, blocks = make_blocks([{"paragraph": "渡", "blanks": "\r"}])
    assert not element(blocks[0], source).indented
