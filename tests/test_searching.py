"""The index as files: what is written, that it is exact, that it is the same each time, that it is bounded."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.archive.groups import Archive
from generator.model import DateBasis, DateTag, Issue, Kind, Level, Series
from generator.model.outfiles import OutFile
from generator.site.search_index import index_for_search, runs, shards
from generator.site.search_index.adapting import Documents, document_of, facts_of
from generator.site.search_index.building import FORMAT, build_index
from generator.site.search_index.documents import Digest, IndexFacts, SearchDocument
from generator.site.search_index.folding import fold, fold_character, simplified_characters
from generator.site.search_index.postings import (
    base85,
    followed,
    gamma,
    gap_width,
    inserted,
    joined,
    pack,
    rice,
)
from generator.site.search_index.shards import FLAG_BITS
from generator.site.search_index.texts import Lists, Names
from generator.vocabulary.settings import ROOT
from tests.making import Draft, by, make_archive, make_page, region, theme
from tests.search_cases import PLACES, case_files, read_case
from tests.search_cases import facts_of as case_facts
from tests.searchsite import NO_FACTS, made_facts, made_records

SCRIPTS = ROOT / "theme" / "scripts" / "search"


def plain(name: str, *body: str, headline: str = "题") -> SearchDocument:
    """Return a record with a headline and a body."""
    return SearchDocument(id=name, title=headline, heading=(headline,), body=body)


# --- reading an index back, as the scripts do ---


class Bits:
    """Reads bits from the left."""

    def __init__(self, data: bytes, byte: int = 0) -> None:
        self.bits = "".join(f"{value:08b}" for value in data[byte:])
        self.at = 0

    def low(self, width: int) -> int:
        self.at += width
        return int(self.bits[self.at - width : self.at] or "0", 2)

    def zeros(self) -> int:
        begin = self.at
        while self.low(1) == 0:
            pass
        return self.at - begin - 1

    def rice(self, width: int) -> int:
        return self.zeros() << width | self.low(width)

    def gamma(self) -> int:
        width = self.zeros()
        return 1 << width | self.low(width)


def handed_over(file: OutFile) -> list[Any]:
    """Return what a script tells the page."""
    found = re.fullmatch(r"Banmian\.receive\((.*)\)\n", file.data.decode())
    assert found
    return list(json.loads(f"[{found[1]}]"))


def bytes_of(text: str) -> bytes:
    """Read base 85 back."""
    digits = [ord(sign) - (41 if sign > "\\" else 40) for sign in text]
    words = [
        sum(digit * 85 ** (4 - place) for place, digit in enumerate(digits[at : at + 5]))
        for at in range(0, len(digits), 5)
    ]
    return b"".join(word.to_bytes(4) for word in words)


def item_lists(files: list[OutFile], folder: str, total: int) -> dict[str, list[tuple[int, int]]]:
    """Return every item list of an index: key to (item, flags)."""
    alphabet = handed_over(next(file for file in files if file.uri == "search/base.js"))[2]["alphabet"]
    lists: dict[str, list[tuple[int, int]]] = {}
    known = 0
    for file in files:
        if file.uri.startswith(f"search/{folder}/"):
            _name, _build, count, _begins, text = handed_over(file)
            bits = Bits(bytes_of(text))
            if folder == "c":
                keys = [f"{character} " for character in alphabet[known : known + count]]
                known += count
            else:
                keys = list(_keys_of(bits, alphabet))
            assert len(keys) == count
            for key in keys:
                assert key not in lists
                lists[key] = list(_items_of(bits, total))
    return lists


def _keys_of(bits: Bits, alphabet: str) -> Iterator[str]:
    first = 0
    for _ in range(bits.gamma()):
        first += bits.gamma() - 1
        count, second = bits.gamma(), 0
        for _ in range(count):
            second += bits.rice(int(gap_width(len(alphabet), count)))
            yield alphabet[first] + alphabet[second]
    bits.at += -bits.at % 8


def _items_of(bits: Bits, total: int) -> Iterator[tuple[int, int]]:
    count, item = bits.gamma(), -1
    for _ in range(count):
        item += bits.rice(int(gap_width(total, count))) + 1
        yield item, bits.low(FLAG_BITS)


def expected_lists(records: list[SearchDocument], length: int) -> dict[str, list[tuple[int, int]]]:
    """Return the item lists that an index must hold, by looking at every text."""
    lists: dict[str, list[tuple[int, int]]] = {}
    for number, record in enumerate(records):
        counts: dict[str, int] = {}
        heading: set[str] = set()
        for place, text in enumerate(record.texts):
            folded = fold(text)
            for at in range(len(folded) - length + 1):
                key = folded[at : at + length].ljust(2)
                counts[key] = counts.get(key, 0) + 1
                if place < len(record.heading):
                    heading.add(key)
        for key, count in counts.items():
            flags = (key in heading) + 2 * (count >= shards.OFTEN)
            lists.setdefault(key, []).append((number, flags))
    return lists


# --- folding ---


@pytest.mark.parametrize(
    ("printed", "searched"),
    [
        ("Ａｂ１２", "ab12"),
        ("，。、“”（）…—－·~!", ""),
        (" \t\n\u3000\u200b\ufeff", ""),
        ("㎡℃①⑦½", "m2°c1712"),
        ("52.4%", "52.4%"),
        ("党建+ 1＋3", "党建+1+3"),
        ("二○二一", "二〇二一"),
        ("羽\ufe00葛\U000e0100", "羽葛"),
        ("\ufa0c⼈", "兀人"),
        ("𠮷", "𠮷"),
        ("\u0378\ue000", "\u0378\ue000"),
        ("\ud800", ""),
    ],
)
def test_fold(printed: str, searched: str) -> None:
    assert fold(printed) == searched


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.characters(exclude_categories=["Cs"]))
def test_a_letter_is_never_lost(character: str) -> None:
    if character.isalnum():
        assert fold_character(character)


def test_traditional_characters_are_taken_for_simplified_ones() -> None:
    table = simplified_characters()
    assert fold("雨後臺灣髮", table) == "雨后台湾发"
    assert not set(table.values()) & set(table)


# --- codes ---


@given(st.binary(max_size=40))
def test_base85_reads_back_and_needs_no_escape(data: bytes) -> None:
    text = base85(data)
    assert bytes_of(text)[: len(data)] == data
    assert not set(text) & set("\"\\'\n<\u2028") or "<" in text


@given(st.lists(st.tuples(st.integers(1, 5000), st.integers(0, 9)), min_size=1, max_size=60))
def test_codes_read_back(pairs: list[tuple[int, int]]) -> None:
    numbers, widths = (np.array(column, dtype=np.int64) for column in zip(*pairs, strict=True))
    codes = joined([gamma(numbers), followed(rice(numbers, widths), 2, 3)])
    (data,) = pack(codes, np.zeros(1, np.int64))
    bits = Bits(data)
    assert [bits.gamma() for _pair in pairs] == numbers.tolist()
    assert [(bits.rice(width), bits.low(3)) for _number, width in pairs] == [
        (number, 2) for number, _ in pairs
    ]


def test_parts_begin_at_whole_bytes() -> None:
    ones = np.ones(5, dtype=np.int64)
    parts = pack(rice(ones, ones), np.array([0, 2, 3]))
    assert [len(part) for part in parts] == [1, 1, 1]
    assert [Bits(part).rice(1) for part in parts] == [1, 1, 1]


def test_codes_are_put_between_others() -> None:
    numbers = np.array([5, 6, 7])
    codes = inserted(gamma(numbers), np.array([0, 2]), gamma(np.array([1, 2])))
    bits = Bits(pack(codes, np.zeros(1, np.int64))[0])
    assert [bits.gamma() for _ in range(5)] == [1, 5, 6, 2, 7]


def test_the_width_fits_the_gaps() -> None:
    assert [
        int(gap_width(total, count)) for total, count in ((1, 1), (100, 90), (100, 10), (100_000, 1))
    ] == [0, 0, 2, 16]


# --- the index ---


def test_item_lists_are_exact() -> None:
    records = list(made_records(30, length=300))
    files = list(build_index(records, made_facts()))
    assert item_lists(files, "s", 30) == expected_lists(records, 2)
    assert item_lists(files, "c", 30) == expected_lists(records, 1)


def test_runs_in_many_blocks_are_merged_into_the_same_index(monkeypatch: pytest.MonkeyPatch) -> None:
    records = list(made_records(40, length=300))
    whole = list(build_index(records, made_facts()))
    monkeypatch.setattr(runs, "BLOCK", 700)
    assert list(build_index(records, made_facts())) == whole


def test_keys_that_are_merged_a_few_at_a_time_give_the_same_lists(monkeypatch: pytest.MonkeyPatch) -> None:
    records = list(made_records(30, length=300))
    monkeypatch.setattr(runs, "BLOCK", 900)
    monkeypatch.setattr(runs, "STRETCH", 500)
    files = list(build_index(records, made_facts()))
    assert item_lists(files, "s", 30) == expected_lists(records, 2)
    assert item_lists(files, "c", 30) == expected_lists(records, 1)


def test_long_place_lists_go_on_in_another_script(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shards, "SHARD", 60)
    monkeypatch.setattr(shards, "PIECE", 20)
    records = [plain(f"i{number}", "水" * 30, headline="水水") for number in range(20)]
    files = {file.uri: file for file in build_index(records, NO_FACTS)}
    base = handed_over(files["search/base.js"])[2]
    assert base["placeKeys"] == "水水" * (len(base["placeKeys"]) // 2)
    assert [base["placeBegins"][number] for number in sorted(base["placeBegins"], key=int)] == sorted(
        base["placeBegins"].values()
    )
    assert len(base["placeKeys"]) > 2


@given(st.lists(st.lists(st.text(max_size=12), max_size=3), max_size=6))
def test_any_text_can_be_indexed(texts: list[list[str]]) -> None:
    records = [plain(f"i{number}", *body, headline="") for number, body in enumerate(texts)]
    files = list(build_index(records, NO_FACTS))
    assert item_lists(files, "s", len(records)) == expected_lists(records, 2)


def test_an_archive_without_items_has_an_index() -> None:
    files = {file.uri: file for file in build_index([], NO_FACTS)}
    assert handed_over(files["search/base.js"])[2]["items"] == 0


def test_two_builds_are_the_same_to_the_byte() -> None:
    records = list(made_records(20, length=200))
    assert list(build_index(records, made_facts())) == list(build_index(records, made_facts()))


def test_addresses_are_ascii_and_stand_once() -> None:
    uris = [file.uri for file in build_index(list(made_records(20, length=200)), made_facts())]
    assert all(re.fullmatch(r"search/[a-z]+(/[a-z0-9]+)?\.js", uri) for uri in uris)
    assert len(set(uris)) == len(uris)


@pytest.mark.parametrize(
    "change",
    [
        {"body": ("话",)},
        {"title": "别的"},
        {"columns": ("栏",)},
        {"corrections": ("话",)},
        {"day": "2022-01-01"},
    ],
)
def test_the_build_has_another_name_when_anything_differs(change: dict[str, Any]) -> None:
    record = plain("i", "一", "二")
    assert build_name(record, NO_FACTS) != build_name(replace(record, **change), NO_FACTS)
    assert build_name(record, NO_FACTS) != build_name(record, replace(NO_FACTS, variants={"後": "后"}))


def build_name(record: SearchDocument, facts: IndexFacts) -> str:
    """Return the name of a build of one record."""
    digest = Digest(facts)
    digest.add(record)
    return str(digest)


def names_of(records: list[SearchDocument]) -> Names:
    """Return the names of some records."""
    names = Names({})
    for number, record in enumerate(records):
        names.add(number, record)
    return names


def test_line_separators_do_not_break_a_script() -> None:
    files = build_index([plain("i", "前\u2028后\u2029\ud800")], NO_FACTS)
    texts = next(file for file in files if file.uri == "search/d/0.js")
    assert b"\\u2028" in texts.data
    assert b"\\ud800" in texts.data


def test_the_index_is_small_beside_the_text() -> None:
    records = list(made_records(1000))
    size = text = 0
    for file in build_index(records, made_facts()):
        size += 0 if file.uri.startswith("search/d/") else len(file.data)
    for record in records:
        text += sum(len(part.encode()) for part in record.texts)
    assert size <= 1.2 * text


# --- lists of names ---


def test_authors_are_listed_with_the_gaps_between_their_items() -> None:
    records = [
        replace(plain(f"i{number}"), authors=names)
        for number, names in enumerate([("林 禾",), (), ("林禾", "单田"), ("林禾",)])
    ]
    assert names_of(records).authors() == [("单田", [2]), ("林禾", [0, 2, 1])]


def test_suggestions_stand_in_order_of_their_folded_text() -> None:
    records = [
        replace(plain("i1", headline="“乙”事"), authors=("丙人",), practices=("甲法",)),
        replace(plain("i2", headline="甲事"), practices=("甲法",)),
        SearchDocument(id="i3", title="没有标题的开头…"),
    ]
    assert names_of(records).suggestions() == [
        ("丙人", "a", "丙人", 1, ""),
        ("乙事", "h", "“乙”事", 1, "i1"),
        ("甲事", "h", "甲事", 1, "i2"),
        ("甲法", "p", "甲法", 2, ""),
    ]


def test_names_are_cut_into_scripts_that_the_directory_knows() -> None:
    lists = Lists("a", "build")
    names = [(f"名{number:05}", [number]) for number in range(2000)]
    files = list(lists.scripts(names))
    rows = [handed_over(file)[2] for file in files]
    assert len(files) > 1
    assert [row[0][0] for row in rows] == lists.firsts
    assert sum(map(len, rows)) == 2000


# --- the archive as records ---


@pytest.fixture(scope="module")
def archive() -> Archive:
    """Return an archive of two made pages over the real vocabularies."""
    from generator.vocabulary.gazetteer import load_gazetteer
    from generator.vocabulary.settings import load_settings
    from generator.vocabulary.taxonomy import load_taxonomy

    settings = load_settings()
    hohhot = region("150100", "内蒙古自治区", "呼和浩特市")
    saihan = region("150105", "内蒙古自治区", "呼和浩特市", "赛罕区", level=Level.COUNTY)
    first = make_page(
        Draft(
            headline=("草原上的", "课堂"),
            kicker="引题在此",
            deck="副题在此",
            column="渠水",
            series=Series(name="渠水长流", number=3, printed="③"),
            bylines=(by("林禾", "本报记者"), by("单田", "通讯员")),
            paragraphs=("课开了，牧民都来听讲。", "错子改了。"),
            corrections=(("错子", "错字"),),
            regions=(saihan,),
            themes=(theme("made", "教育"),),
            practices=("三问三答",),
            date=DateTag(edtf="2021-12-30/2022-01-05", basis=DateBasis.INFERRED),
        ),
        Draft(paragraphs=("没有标题的说明文字。",), kind=Kind.CAPTION, regions=(hohhot,)),
        page_id="made-b",
    )
    second = make_page(
        Draft(headline="更早", paragraphs=("话。",)),
        page_id="made-a",
        issue=Issue(date=DateTag(edtf="2020-01-02", basis=DateBasis.STATED)),
    )
    return Archive(
        pages=(second, first),
        taxonomy=load_taxonomy(settings.config_dir),
        gazetteer=load_gazetteer(settings.config_dir / "regions" / "150000.json"),
        settings=settings,
    )


def records_of(archive: Archive) -> dict[str, SearchDocument]:
    """Return the archive's records by id."""
    return {record.id: record for record in Documents(archive)}


def test_undated_items_come_first_then_the_oldest(archive: Archive) -> None:
    assert list(records_of(archive)) == ["made-b-02", "made-a-01", "made-b-01"]


def test_a_record_has_every_text_of_its_item(archive: Archive) -> None:
    record = records_of(archive)["made-b-01"]
    assert record.title == "草原上的 课堂"
    assert record.heading == ("草原上的 课堂", "引题在此", "副题在此")
    assert record.body == ("课开了，牧民都来听讲。", "错子改了。")
    labels = dict(record.labels)
    assert labels["栏目"] == ("渠水", "渠水长流③")
    assert "本报记者林禾" in labels["署名"]
    assert labels["地区"] == ("呼和浩特市", "赛罕区")
    assert labels["主题"] == ("教育",)
    assert labels["做法"] == ("三问三答",)


def test_both_readings_of_a_misprint_are_searched(archive: Archive) -> None:
    record = records_of(archive)["made-b-01"]
    assert record.corrections == ("错字改了。",)
    assert "错子改了。" in record.body


def test_an_item_without_a_headline_is_called_by_its_first_words(archive: Archive) -> None:
    record = records_of(archive)["made-b-02"]
    assert record.title == "〔没有标题的说明文字〕"
    assert record.heading == ()
    assert record.kinds == ("图片说明",)


def test_an_interval_counts_for_every_year_it_touches(archive: Archive) -> None:
    records = records_of(archive)
    assert records["made-b-01"].years == ("2021", "2022")
    assert records["made-b-02"].years == ("未定",)
    assert records["made-a-01"].years == ("2020",)


def test_facets_hold_what_is_used_with_all_places_above(archive: Archive) -> None:
    facts = facts_of(archive, {})
    assert [place.name for place in facts.places] == ["内蒙古自治区", "呼和浩特市", "赛罕区", "未定"]
    assert facts.facets["year"] == ("2022", "2021", "2020", "未定")
    assert facts.facets["kind"] == ("报道", "图片说明")
    assert facts.facets["theme"] == ("教育",)


def test_the_index_of_an_archive_is_scripts(archive: Archive) -> None:
    uris = {file.uri for file in index_for_search(archive)}
    assert {"search/base.js", "search/d/0.js", "search/f/region.js"} <= uris


def test_a_heading_is_mended_like_a_paragraph() -> None:
    page = make_page(Draft(headline="错子题", paragraphs=("文。",), corrections=(("错子", "错字"),)))
    record = _record_of(page)
    assert record.corrections == ("错字题",)


def test_two_misprints_of_one_paragraph_are_mended_together() -> None:
    page = make_page(
        Draft(
            headline="题",
            paragraphs=(("头一句错子", "接着又有借字。"),),
            corrections=(("错子", "错字"), ("借字", "错字")),
        )
    )
    assert _record_of(page).corrections == ("头一句错字接着又有错字。",)


def _record_of(page: Any) -> SearchDocument:
    archive = make_archive(page)
    return document_of(archive.items[0], archive)


# --- the page and the scripts ---


def test_the_page_explains_every_form_of_a_query() -> None:
    text = (ROOT / "theme" / "markdown" / "search.md.jinja").read_text("utf-8")
    fields = re.findall(r'\["(.{1,2})", "', (SCRIPTS / "query.js").read_text("utf-8").split("]);")[0])
    shown = re.findall(r"\b(\w{1,2}):", text)
    assert {"栏目", "地区", "主题", "作者", "年", "类"} <= set(shown) <= set(fields)


def test_cases_are_well_formed() -> None:
    for path in case_files():
        records, facts, asked = read_case(path)
        names = {record.id for record in records}
        assert all(set(question["finds"]) <= names for question in asked)
        assert facts == case_facts(records, facts.variants)
        assert facts.places == PLACES


@pytest.mark.parametrize(
    ("module", "name", "number"),
    [
        ("phrases", "FEW", shards.FEW),
        ("bits", "FLAG_BITS", shards.FLAG_BITS),
        ("bits", "WIDTH_BITS", shards.WIDTH_BITS),
        ("bits", "SECOND", 1 << runs.SHIFT),
        ("loading", "FORMAT", FORMAT),
    ],
)
def test_scripts_and_index_agree_on_numbers(module: str, name: str, number: int) -> None:
    assert f"const {name} = {number};" in (SCRIPTS / f"{module}.js").read_text("utf-8")
