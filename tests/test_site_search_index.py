"""The index that sites already read: its scripts to the letter, and where lists are cut.

A published site's scripts read an index of FORMAT 1; whatever changes these files needs another number.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from generator.model.outfiles import OutFile
from generator.site.search_index import runs, shards, texts
from generator.site.search_index.adapting import Documents, facts_of
from generator.site.search_index.building import build_index
from generator.site.search_index.documents import FacetPlace, IndexFacts, SearchDocument
from generator.site.search_index.postings import Codes, base85, gap_width, pack
from generator.site.search_index.runs import Postings, Runs
from generator.site.search_index.shards import Shards, item_scripts, key_text, place_scripts, value_lists
from generator.site.search_index.texts import FacetLists, Lists, Names
from tests.site_cases import plain, read_told, told_archive, write_told

FACTS = IndexFacts(
    places=(
        FacetPlace(code="15", name="北省", parent=None),
        FacetPlace(code="1501", name="青沙", parent="15"),
        FacetPlace(code="1502", name="白河", parent="15"),
    ),
    facets={"column": ("渠水", "夜话"), "theme": ("水利",), "kind": ("报道",), "year": ("2022", "未定")},
    variants={"渠": "渠", "馬": "马", "龍": "龙", "學": "学"},
)
SMALL = {"SHARD": 24, "PIECE": 6, "BLOCK": 60, "STRETCH": 128, "SAMPLE": 4, "LIST_SIZE": 160}
"""Limits that cut the small index into many parts."""


def documents() -> list[SearchDocument]:
    """Return a few documents with all that a document may have."""
    found = [
        SearchDocument(id="a-01", title="没有标题", body=("馬跑了，Ｍ２ 两台。", "学\u2028习\ud800\0\U00100000"), authors=("林禾",)),
        SearchDocument(
            id="a-02", title="渠水到田", heading=("渠水到田", "引题"), body=("渠水渠水渠水渠水，田里有水。", "</script>"),
            corrections=("渠水到甸。",), labels=(("栏目", ("渠水",)), ("署名", ("林禾", "高远"))), date="2022年6月", day="2022-06-01",
            note="渠水 · 青沙", regions=("1501", "15"), columns=("渠水",), themes=("水利",), kinds=("报道",), years=("2022",),
            authors=("林禾", "高远", "林禾", "，"), practices=("夜校", "夜校", "１＋３"),
        ),
    ]  # fmt: skip
    for number in range(3, 19):
        body = ("渠水流了" + "水声" * (number % 4), f"第{number}天" + "绿" * number)
        found.append(
            SearchDocument(id=f"a-{number:02}", title=f"{number}日渠水" + "长" * 60, heading=(f"{number}日渠水",), body=body, day="2022-06-02", regions=("1502",) if number % 5 else ("1501",), columns=("夜话",), kinds=("报道",), years=("未定",), practices=("夜校",) if number % 3 else ())
        )  # fmt: skip
    return found


def scripts(files: Iterable[OutFile]) -> dict[str, str]:
    """Return scripts by address."""
    return {file.uri: file.data.decode() for file in files}


def indexes() -> dict[str, Any]:
    """Return the index as it is, and what search knows of the told archive."""
    archive = told_archive()
    facts = facts_of(archive, {})
    return {
        "index": scripts(build_index(documents(), FACTS)),
        "documents": {document.id: plain(document) for document in Documents(archive)},
        "facts": {"places": [plain(spot) for spot in facts.places], "facets": plain(dict(facts.facets))},
    }


def small_index(patch: pytest.MonkeyPatch) -> dict[str, str]:
    """Return the same index with low limits."""
    for name, limit in SMALL.items():
        for module in (runs, shards, texts):
            if hasattr(module, name):
                patch.setattr(module, name, limit)
    return scripts(build_index(documents(), FACTS))


@pytest.fixture(scope="module")
def made() -> dict[str, Any]:
    with pytest.MonkeyPatch.context() as patch:
        return {**indexes(), "small": small_index(patch)}


@pytest.fixture(scope="module")
def told() -> dict[str, Any]:
    return dict(read_told("search_index"))


def test_all_is_told(made: dict[str, Any], told: dict[str, Any]) -> None:
    assert list(made) == list(told)


def test_the_index_and_its_documents_are_as_told(made: dict[str, Any], told: dict[str, Any]) -> None:
    for name, value in made.items():
        assert value == told[name], name


# ---- where lists are cut ----


def row(bits: int) -> Codes:
    """Return codes of one bit each."""
    none = np.zeros(bits, np.int64)
    return Codes(none, none, none)


@pytest.mark.parametrize(("bits", "many"), [(159_999, 1), (160_000, 2)])
def test_a_script_of_lists_is_full_at_twenty_thousand_bytes(bits: int, many: int) -> None:
    cut = list(
        Shards("s", "b").scripts(np.array([1, 2]), np.array([0, 0]), row(bits + 1), np.array([0, bits]))
    )
    assert [file.uri for file in cut] == [f"search/s/{number}.js" for number in range(many)]


def postings(counts: list[int]) -> Postings:
    """Return one key with an item for each count."""
    return Postings(
        keys=np.array([(ord("渠") << 21) | ord("水")]),
        items_of_key=np.array([len(counts)]),
        items=np.arange(len(counts)),
        counts=np.array(counts),
        in_heading=np.zeros(len(counts), np.bool_),
        places=np.concatenate([np.arange(count) for count in counts]),
    )


@pytest.mark.parametrize(("items", "many"), [(12, 0), (13, 1)])
def test_places_are_listed_from_thirteen_items_on(items: int, many: int) -> None:
    shard = Shards("p", "b", np.array([ord("水"), ord("渠")]))
    assert len(list(place_scripts(shard, postings([1] * items)))) == many


@pytest.mark.parametrize(("first", "pieces"), [(9_987, 1), (9_988, 2)])
def test_a_place_list_goes_on_in_another_piece_after_ten_thousand(first: int, pieces: int) -> None:
    shard = Shards("p", "b", np.array([ord("水"), ord("渠")]))
    (file,) = place_scripts(shard, postings([first, *[1] * 13]))
    assert file.data.decode().startswith(f'Banmian.receive("p/0","b",{pieces},0,')


@pytest.mark.parametrize(("counts", "same"), [([2, 2], True), ([2, 3], False), ([3, 4], True)])
def test_three_times_is_often(counts: list[int], same: bool) -> None:
    first, second = (
        [file.data for file in item_scripts(Shards("s", "b"), postings([count]), 9)] for count in counts
    )
    assert (first == second) is same


@pytest.mark.parametrize(("last", "many"), [(0, 1), (1, 2)])
def test_a_script_of_names_holds_twelve_thousand_characters(last: int, many: int) -> None:
    entries = [("a" * 5_996,), ("b" * (5_996 + last),)]
    assert [len(json.dumps(entry)) for entry in entries] == [6_000, 6_000 + last]
    lists = Lists("g", "b")
    assert len(list(lists.scripts(entries))) == many == len(lists.firsts)


def test_a_suggestion_shows_sixty_characters_of_a_headline() -> None:
    names = Names({})
    names.add(0, SearchDocument(id="a", title="长" * 61, heading=("长",)))
    assert names.suggestions() == [("长" * 60, "h", "长" * 60, 1, "a")]


@pytest.mark.parametrize(
    ("texts", "written"),
    [(("甲" * 8,), 0), (("甲" * 9,), 1), (("甲" * 4, "乙" * 3), 0), (("甲" * 4, "乙" * 4), 1)],
)
def test_a_block_is_sorted_as_soon_as_it_is_full(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, texts: tuple[str, ...], written: int
) -> None:
    """Each text counts with the sign that parts it from the next."""
    monkeypatch.setattr(runs, "BLOCK", 10)
    sorting = Runs({}, tmp_path)
    sorting.add(0, SearchDocument(id="a", title="", body=texts))
    assert len(list(tmp_path.glob("single-*-keys"))) == written
    sorting.add(1, SearchDocument(id="b", title="", body=("甲" * 8,)))
    assert len(list(tmp_path.glob("single-*-keys"))) == (written or 1)
    sorting.close()
    assert sum(len(part.keys) for part in sorting.merged("single")) == len({*"".join(texts), "甲"})


@pytest.mark.parametrize(
    ("stretch", "sample", "sizes"),
    [(1, 1, [1] * 12), (4, 2, [2, 4, 4, 2]), (6, 1, [5, 6, 1]), (3, 9, [9, 3]), (99, 9, [12])],
)
def test_keys_are_merged_a_stretch_at_a_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stretch: int, sample: int, sizes: list[int]
) -> None:
    monkeypatch.setattr(runs, "STRETCH", stretch)
    monkeypatch.setattr(runs, "SAMPLE", sample)
    sorting = Runs({}, tmp_path)
    sorting.add(0, SearchDocument(id="a", title="", body=("abcdefghijkl",)))
    sorting.close()
    assert [len(part.keys) for part in sorting.merged("single")] == sizes


def test_a_value_that_nobody_lists_is_an_error() -> None:
    with pytest.raises(KeyError):
        FacetLists(FACTS).add(0, SearchDocument(id="a", title="", columns=("没有",)))


def test_an_index_without_facets_or_lists_is_written_too() -> None:
    assert value_lists("f/x", "b", [], 0).data == b'Banmian.receive("f/x","b","")\n'


@pytest.mark.parametrize(
    ("key", "text"), [(27700 << 21, "水 "), (27700 << 21 | 27700, "水水"), (97 << 21 | 1, "a\x01")]
)
def test_a_key_is_told_as_two_characters(key: int, text: str) -> None:
    assert key_text(key) == text


@pytest.mark.parametrize(
    ("total", "count", "width"),
    [(0, 1, 0), (2, 1, 0), (3, 1, 1), (5, 1, 1), (6, 1, 2), (11, 1, 2), (12, 1, 3), (12, 2, 2), (100, 7, 3), (1, 9, 0)],
)  # fmt: skip
def test_the_width_of_gaps_follows_their_mean(total: int, count: int, width: int) -> None:
    assert int(gap_width(total, count)) == width


def test_codes_stand_bit_by_bit() -> None:
    codes = Codes(np.array([2, 0, 1]), np.array([5, 1, 0]), np.array([3, 1, 0]))
    assert pack(codes, np.array([0])) == [bytes([0b00110111, 0b01000000])]
    assert pack(codes, np.array([0, 2])) == [bytes([0b00110111]), bytes([0b01000000])]


def test_bytes_become_five_signs_for_four_without_a_backslash() -> None:
    assert (
        base85(b"\0\0\0\0" + (51).to_bytes(4) + (52).to_bytes(4) + (84).to_bytes(4))
        == "(((((((((" + "[" + "((((" + "]" + "((((" + "}"
    )
    assert base85(b"\xff") == base85(b"\xff\0\0\0")


if __name__ == "__main__":
    with pytest.MonkeyPatch.context() as patch:
        write_told([("search_index", {**indexes(), "small": small_index(patch)})])
