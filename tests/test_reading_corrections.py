"""What an editor says of where lines belong, done to items made by hand."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.model import Alternative, Kind
from generator.model.sidecar import Correction
from generator.reading.assembling.corrections import correct
from generator.reading.assembling.drafts import FAR, Draft
from tests.reading_blocks import make_blocks

CASES = yaml.safe_load(
    (Path(__file__).parent / "cases" / "assembling_parts" / "corrections.yml").read_text("utf-8")
)
ROLES = (
    *("column mark", "headline", "byline", "paragraph", "crosshead", "paragraph", "paragraph", "column mark"),
    *(
        "headline",
        "paragraph",
        "paragraph",
        "kicker",
        "deck",
        "signature",
        "credit",
        "crosshead",
        "paragraph",
    ),
    "headline",
)
BLOCKS = make_blocks([{role: "渡口"} for role in ROLES])[1]
DRAFTS = (
    Draft(
        kind=Kind.ARTICLE,
        column=0,
        heads=(1,),
        bylines=(2,),
        body=((3,), (4,), (5, 6), (17,)),
        subheads=(4, 17),
    ),
    Draft(kind=Kind.NOTE, column=7, heads=(8,), body=((9,), (10,))),
)


def corrected(steps: list[list[Any]]) -> list[str]:
    """Return what is said of each item after these corrections."""
    return [told(draft) for draft in correct(DRAFTS, BLOCKS, [correction(*step) for step in steps])]


def correction(place: int, what: str, where: Any, after: int | None = None) -> Correction:
    """Return one correction, its places turned into lines."""
    line = where + 1 if isinstance(where, int) else where
    behind = after + 1 if after is not None else None
    return Correction(line=place + 1, **{"after": behind, what: line})


def told(draft: Draft) -> str:
    """Return the parts of an item in one line."""
    stated = "!" if draft.column_stated else ""
    parts = [draft.heads, draft.bylines, draft.body, draft.subheads]
    return f"{draft.kind} {draft.column}{stated} " + " ".join(
        "/".join("-".join(map(str, each if isinstance(each, tuple) else (each,))) for each in part) or "."
        for part in parts
    )


@pytest.mark.parametrize("name", CASES)
def test_a_correction_is_done(name: str) -> None:
    assert corrected(CASES[name]["steps"]) == CASES[name]["items"]


def test_a_changed_item_forgets_its_doubts_but_for_those_that_still_hold() -> None:
    doubted = replace(
        DRAFTS[0],
        margin=1.0,
        rival="另一种读法",
        alternative=Alternative(line=3),
        contested=(3,),
        weak=True,
        heir=8,
        cut=True,
        loose=((5, 6), (3, 4)),
        lost=(3, 5, 6),
    )
    (kept, *_) = correct((doubted, DRAFTS[1]), BLOCKS, [correction(10, "item", "none")])
    assert kept == doubted
    (changed, *_) = correct((doubted, DRAFTS[1]), BLOCKS, [correction(3, "item", "none")])
    assert changed == replace(
        doubted,
        body=((4,), (5, 6), (17,)),
        margin=FAR,
        rival="",
        alternative=None,
        contested=(),
        weak=False,
        heir=None,
        loose=((5, 6),),
        lost=(5,),
    )
