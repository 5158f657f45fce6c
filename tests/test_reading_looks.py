"""How a line looks by itself: each look has its lines and its near misses."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from generator.reading.assembling.looks import FEATURES, headline_features, point_of
from generator.reading.evidence.language import load_language

LOOKS = yaml.safe_load(
    (Path(__file__).parent / "cases" / "assembling_parts" / "looks.yml").read_text("utf-8")
)
CASES = [
    (name, text, found)
    for name, lines in LOOKS.items()
    for found, texts in ((1.0, [*lines["yes"], *lines.get("also", ())]), (0.0, lines["no"]))
    for text in texts
]


def seen(text: str, name: str) -> float:
    """Return one feature of a line on a page of whole paragraphs."""
    return headline_features(text, 0.0)[FEATURES.index(name)]


@pytest.mark.parametrize(("name", "text", "found"), CASES)
def test_a_look_counts_where_it_is_seen(name: str, text: str, found: float) -> None:
    assert seen(text, name) == found


@pytest.mark.parametrize(
    ("name", "text", "times"),
    [
        ("length", "渡口", 2),
        ("beyond sixteen", "渡" * 16, 0),
        ("beyond sixteen", "渡" * 17, 1),
        ("beyond sixteen", "渡" * 30, 14),
        ("commas", "风，浪,船；人;岸、渡。", 4),
        ("aspects", "开了船,看着岸,渡过河", 3),
        ("of", "岸", 0),
        ("of", "我的岸", 1),
        ("of", "我的岸的船", 2),
        ("of", "我的岸的船的人", 2),
        ("function words", "他和船在岸", 3),
        ("open", "渡口开船", 1),
        ("open", "几时开船?", 0),
    ],
)
def test_what_is_counted_counts_so_many_times(name: str, text: str, times: int) -> None:
    assert seen(text, name) == times


def test_what_opens_and_closes_a_line_is_weighed_by_what_newspapers_print() -> None:
    language = load_language()
    text = "渡口的船开往对岸"
    assert seen(text, "opening") == language.opening(text)[0]
    assert (seen(text, "closing, one"), seen(text, "closing, two")) == language.closing(text)
    assert seen("渡口的建设", "closing, one") > 0 > seen("渡口建设的", "closing, one")


def test_how_many_paragraphs_of_the_page_break_off_is_a_feature() -> None:
    assert headline_features("渡口", 0.25)[FEATURES.index("page open")] == 0.25
    assert len(headline_features("渡口", 0.25)) == len(FEATURES)


@pytest.mark.parametrize(
    ("text", "point"),
    [
        ("（一）修渡口", ("）", 1)),
        ("(十二)修渡口", (")", 12)),
        ("(3)修渡口", (")", 3)),
        ("(14）修渡口", ("）", 14)),
        ("二是修渡口", ("是", 2)),
        ("十一是修渡口", ("是", 11)),
        ("三曰修渡口", ("曰", 3)),
        ("四要修渡口", ("要", 4)),
        ("五问渡口", ("问", 5)),
        ("六靠渡口", ("靠", 6)),
        ("七、修渡口", ("、", 7)),
        ("8.修渡口", (".", 8)),
        ("18．修渡口", ("．", 18)),
        ("9、修渡口", ("、", 9)),
        ("其一,修渡口", ("其", 1)),
        ("其二，修渡口", ("其", 2)),
        ("第三、修渡口", ("第", 3)),
        ("第四是修渡口", ("第", 4)),
        ("第五：修渡口", ("第", 5)),
        ("第六:修渡口", ("第", 6)),
        ("3.5公里", None),
        ("第一个渡口", None),
        ("(123)修渡口", None),
        ("123.修渡口", None),
        ("(一修渡口", None),
        ("一二三是", None),
        ("一二是修渡口", None),
        ("修渡口一是", None),
        ("一修渡口", None),
    ],
)
def test_a_number_that_opens_a_paragraph_has_form_and_value(text: str, point: tuple[str, int] | None) -> None:
    assert point_of(text) == point
