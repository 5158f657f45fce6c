"""How a line looks by itself: each look has its lines and its near misses."""

from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path

import pytest
import yaml

from generator.reading.assembling.looks import headline_score, point_of
from generator.reading.assembling.weights import LookWeights

LOOKS = yaml.safe_load(
    (Path(__file__).parent / "cases" / "assembling_parts" / "looks.yml").read_text("utf-8")
)
NOTHING = LookWeights(**{field.name: 0.0 for field in fields(LookWeights)})
CASES = [
    (name, text, found)
    for name, lines in LOOKS.items()
    for found, texts in ((1.0, [*lines["yes"], *lines.get("also", ())]), (0.0, lines["no"]))
    for text in texts
]


def worth(text: str, name: str) -> float:
    """Return how often one weight counts for a line."""
    return headline_score(text, replace(NOTHING, **{name: 1.0}))


@pytest.mark.parametrize(("name", "text", "found"), CASES)
def test_a_look_counts_where_it_is_seen(name: str, text: str, found: float) -> None:
    assert worth(text, name) == found


@pytest.mark.parametrize(
    ("name", "text", "times"),
    [
        ("base", "", 1),
        ("long", "渡" * 16, 0),
        ("long", "渡" * 17, 1),
        ("long", "渡" * 30, 14),
        ("comma", "风，浪,船；人;岸、渡。", 4),
        ("aspect", "开了船,看着岸,渡过河", 3),
        ("of", "岸", 0),
        ("of", "我的岸", 1),
        ("of", "我的岸的船", 2),
        ("of", "我的岸的船的人", 2),
    ],
)
def test_what_is_counted_counts_so_many_times(name: str, text: str, times: int) -> None:
    assert worth(text, name) == times


def test_all_looks_of_a_line_are_added_up() -> None:
    weights = LookWeights(**{field.name: 2.0**place for place, field in enumerate(fields(LookWeights))})
    seen = {"base": 1, "long": 5, "comma": 1, "aspect": 1, "of": 1}
    text = "渡口,30条船来了岸上的人都叫它“铁壳船”"
    assert len(text) == 21
    assert headline_score(text, weights) == sum(getattr(weights, name) * seen[name] for name in seen)


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
