"""What stands around a name and makes a place of it, or a part of another word."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.tagging.regions import contexts
from tests.tagging_cases import read_table

TABLE = read_table("contexts")


def sides(text: str) -> tuple[str, str]:
    before, _, behind = text.partition("|")
    return before, behind


def stands_free(text: str) -> bool:
    before, name = sides(text)
    return contexts.stands_free(name, before + name, len(before), stem=False)


ASKED: dict[str, Callable[[str], bool]] = {
    "part_of_a_name": contexts.part_of_a_name,
    "after_a_city": contexts.after_a_city,
    "governed": lambda text: contexts.governed(f"柳河{text}", 2),
    "neighbour": lambda text: contexts.neighbour(*sides(text)),
    "stands_free": stands_free,
    "stem_of": lambda text: contexts.stem_of(text) == "青杨" != text,
}


@pytest.mark.parametrize("asked", ASKED)
def test_words_around_a_name(asked: str) -> None:
    assert [text for text in TABLE[asked]["so"].split() if not ASKED[asked](text)] == []
    assert [text for text in TABLE[asked]["not so"].split() if ASKED[asked](text)] == []


def test_a_stem_needs_no_kind() -> None:
    assert contexts.stands_free("青杨", "在青杨", 1, stem=True)
    assert not contexts.stands_free("青杨", "看青杨", 1, stem=True)


@pytest.mark.parametrize("case", TABLE["end_of_office"])
def test_where_the_name_of_an_office_ends(case: str) -> None:
    stem, rest = sides(case)
    wanted = TABLE["end_of_office"][case]
    more = 0 if isinstance(wanted, str) else wanted
    expected = len(stem) + more if more or isinstance(wanted, str) else 0
    assert contexts.end_of_office(stem, stem + rest, len(stem)) == expected


def test_only_one_district_of_ours_is_a_word_as_well() -> None:
    assert {"新城区"} == contexts.GENERIC
