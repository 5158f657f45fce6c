"""Why a reading may be wrong: each reason where it holds, and not where it just does not."""

from __future__ import annotations

from typing import Any

import pytest

from generator.model import Alternative, Doubt, Kind, Role
from generator.reading.assembling.doubting import doubts_of
from generator.reading.assembling.drafts import Draft
from tests.reading_blocks import make_blocks

ROWS = [
    {"headline": "渡口开船"},
    {"byline": "林禾", "names": ["林禾"]},
    {"paragraph": "青沙河的老渡口今天又开了船,两岸的人都来看"},
    {"paragraph": "船老大把救生衣数了一遍又一遍才肯离岸", "lead": []},
    {"headline": "路灯亮了"},
    {"byline": "高岩", "names": ["高岩"]},
    {"column mark": "山乡"},
]
WHOLE: dict[str, Any] = {"kind": Kind.ARTICLE, "heads": (0,), "bylines": (1,), "body": ((2,),), "signed": 1}
ITEM = Alternative(line=4, item=1)
DOUBTS: list[tuple[dict[str, Any], list[Doubt]]] = [
    ({}, []),
    ({"heads": ()}, [Doubt(code="headline-missing", line=2)]),
    ({"heads": (), "kind": Kind.COMMENTARY}, [Doubt(code="headline-missing", line=2)]),
    *(({"heads": (), "kind": kind}, []) for kind in (Kind.CAPTION, Kind.BRIEF, Kind.LIST, Kind.NOTE)),
    ({"weak": True, "heads": (4,)}, [Doubt(code="headline-weak", line=5)]),
    ({"body": ()}, [Doubt(code="body-missing", line=1)]),
    ({"signed": 0, "bylines": ()}, [Doubt(code="byline-missing", line=1)]),
    ({"signed": 0, "kind": Kind.NOTE}, []),
    ({"signed": 0, "heads": ()}, [Doubt(code="headline-missing", line=2)]),
    ({"signed": 2, "bylines": (1, 5)}, [Doubt(code="byline-shared", line=6)]),
    ({"signed": 2, "bylines": ()}, [Doubt(code="byline-shared", line=1)]),
    ({"signed": 2, "kind": Kind.CAPTION}, []),
    ({"margin": 3.0, "contested": (2,)}, []),
    (
        {"margin": 2.9, "contested": (2,), "rival": "另一种读法", "alternative": ITEM},
        [Doubt(code="order-uncertain", line=3, detail="另一种读法", alternative=ITEM)],
    ),
    ({"margin": 2.9}, [Doubt(code="order-uncertain", line=1)]),
    ({"margin": 2.9, "contested": (0,)}, [Doubt(code="role-uncertain", line=1)]),
    ({"margin": 2.9, "contested": (2, 4)}, [Doubt(code="role-uncertain", line=3)]),
    ({"margin": 2.9, "heads": (3,), "contested": (3,)}, [Doubt(code="role-uncertain", line=4)]),
    (
        {"heir": 4, "margin": 0.5},
        [
            Doubt(
                code="role-uncertain",
                line=3,
                detail="第 5 行也可能是这一篇的小标题",
                alternative=Alternative(line=5, role=Role.CROSSHEAD),
            )
        ],
    ),
    (
        {"cut": True},
        [Doubt(code="cut-off", line=3, detail="“…又开了船,两岸的人都来看”之后没有下文")],
    ),
    ({"cut": True, "body": ()}, [Doubt(code="body-missing", line=1)]),
    ({"body": ((3,), (2,))}, []),
    (
        {"body": ((2,), (3,))},
        [
            Doubt(
                code="order-uncertain",
                line=3,
                detail="第 3 行在电头之前,也可能属于别的稿件",
                alternative=Alternative(line=3),
            )
        ],
    ),
    ({"body": ((2,), (3,)), "kind": Kind.NOTE}, []),
    ({"body": ((2, 3),)}, []),
    (
        {"lost": (2,)},
        [Doubt(code="text-lost", line=3, detail="“青沙河的老渡口今天又开了…”前面没有上文")],
    ),
    (
        {"loose": ((2, 3),)},
        [
            Doubt(
                code="sentence-open",
                line=3,
                detail="“…,两岸的人都来看”与“船老大把救生衣数…”接得不可靠",
            )
        ],
    ),
]


@pytest.mark.parametrize(("parts", "wanted"), DOUBTS)
def test_a_reading_is_doubted_for_its_reasons(parts: dict[str, Any], wanted: list[Doubt]) -> None:
    source, blocks = make_blocks(ROWS)
    draft = Draft(**{**WHOLE, **parts})
    assert list(doubts_of(source, blocks, draft, signing=True, borrowed=0, sure=3.0)) == wanted


def test_nobody_misses_a_byline_on_a_page_that_signs_nothing() -> None:
    source, blocks = make_blocks(ROWS)
    draft = Draft(**{**WHOLE, "signed": 0})
    assert doubts_of(source, blocks, draft, signing=False, borrowed=0, sure=3.0) == ()


def test_a_borrowed_mark_is_doubted() -> None:
    source, blocks = make_blocks(ROWS)
    (doubt,) = doubts_of(source, blocks, Draft(**WHOLE), signing=True, borrowed=7, sure=3.0)
    assert doubt == Doubt(
        code="column-uncertain",
        line=1,
        detail="第 7 行的栏目标记与别的标记叠在一起",
        alternative=Alternative(line=7, item=1),
    )


def test_doubts_stand_in_the_order_of_lines_then_of_codes() -> None:
    source, blocks = make_blocks(ROWS)
    draft = Draft(**{**WHOLE, "cut": True, "weak": True, "lost": (2,), "signed": 2, "margin": 1.0})
    doubts = doubts_of(source, blocks, draft, signing=True, borrowed=7, sure=3.0)
    assert [(doubt.line, doubt.code) for doubt in doubts] == [
        (1, "column-uncertain"),
        (1, "headline-weak"),
        (1, "order-uncertain"),
        (2, "byline-shared"),
        (3, "cut-off"),
        (3, "text-lost"),
    ]


def test_a_draft_takes_nothing_for_granted_that_is_not_said() -> None:
    draft = Draft(kind=Kind.ARTICLE)
    assert (draft.column_stated, draft.cut, draft.weak, draft.signed, draft.margin) == (
        False,
        False,
        False,
        0,
        99.0,
    )
