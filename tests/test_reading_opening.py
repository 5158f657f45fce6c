"""What tells the first paragraph of an article from a later one."""

from __future__ import annotations

import math

import pytest

from generator.reading.assembling.opening import FEATURES, opening_features


def seen(text: str, name: str, *, lead: bool = False) -> float:
    """Return one feature of a paragraph."""
    return opening_features(text, lead=lead)[FEATURES.index(name)]


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("dated", "渡口3日开船。", 1),
        ("dated", "渡口日前开船。", 1),
        ("dated", "渡口去年开船。", 1),
        ("dated", "渡口的船" * 7 + "3日开。", 0),
        ("dated", "渡口开船。", 0),
        ("points back", "此外,渡口还修了路。", 1),
        ("points back", "会上,船工领了救生衣。", 1),
        ("points back", "三是修路。", 1),
        ("points back", "渡口此外还修了路。", 0),
        ("places", "青沙县双柳镇的渡口开了船。", 2),
        ("places", "老渡口的船开往对岸的人家门口那座青沙县城。", 0),
        ("sentences", "渡口开船。两岸通行!几时修路?", 3),
        ("closing bracket", "渡口开船。(林禾)", 1),
        ("closing bracket", "渡口(老渡)开船。", 0),
        ("quotation", "“船来了。”他喊。", 1),
        ("quotation", "他喊:“船来了。”", 0),
        ("said", "船工林禾说,船来了。", 1),
        ("said", "老渡口的船工林禾在岸边站了半日才说,船来了。", 0),
        ("pronouns", "他在这里等他。该走了。", 3),
    ],
)
def test_what_is_seen_of_a_paragraph(name: str, text: str, found: float) -> None:
    assert seen(text, name) == found


def test_a_lead_is_told_and_the_length_counts_by_its_logarithm() -> None:
    assert [seen("渡口开船。", "lead", lead=lead) for lead in (False, True)] == [0, 1]
    assert seen("渡口开船。", "length") == math.log(5)
    assert len(opening_features("渡", lead=False)) == len(FEATURES)
