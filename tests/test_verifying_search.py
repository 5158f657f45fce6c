"""Verify decodes and recounts the lists of the search apart from the code that wrote them."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.publishing.verifying.bits import Bits, gap_width
from generator.publishing.verifying.correcting import is_mended
from generator.publishing.verifying.folding import folded
from generator.publishing.verifying.index import HEAD, TAIL, read_index
from generator.publishing.verifying.places import Site
from generator.publishing.verifying.recounting import check_lists
from generator.site.search_index import postings, shards
from generator.site.search_index.building import build_index
from generator.site.search_index.documents import SearchDocument
from generator.site.search_index.folding import fold_character
from tests.searchsite import NO_FACTS

HOSTILE = (
    "<script>alert('一')</script>&amp;&#x3c;",
    '"引号"、‘单引号’、\\反斜线\\、`倒引号`、${模板}',
    "W" * 300 + "长" * 300,
    "\u2028\u2029\ufeff\u200b\u202e甲\u0301乙\ufe0f〇○◯",
    "㎡№ⅧＡ１２%‰+#@&/°·—…※￥🐎𠀀",
    "後臺發麵 臺灣 乾坤",
    "\ud800半个",
)
"""Texts that break what does not take care: markup, quotes, long words, signs of every class."""


def site_of(documents: list[SearchDocument]) -> Site:
    """Return a site that is a search index and nothing else."""
    files = {file.uri: file.data for file in build_index(documents, NO_FACTS)}
    return Site(list(files), files.__getitem__, packed=False)


def documents(count: int, *more: str) -> list[SearchDocument]:
    return [
        SearchDocument(
            id=f"a-{number}",
            title=f"书车第{number}趟",
            heading=(f"书车第{number}趟", "草原"),
            body=(f"书车走了{number}个苏木,送书。书车书车书车,书屋书屋。", *more),
            labels=(("栏目", ("草原书屋",)),),
            corrections=(f"书车走了{number}个苏木,送报。",) * (number % 2),
        )
        for number in range(count)
    ]


def faults(site: Site) -> list[str]:
    return [str(fault) for fault in check_lists(site, read_index(site))]


@pytest.mark.parametrize("count", [0, 1, 3, 40])
def test_the_lists_of_a_sound_index_are_what_the_texts_give(count: int) -> None:
    assert faults(site_of(documents(count, *HOSTILE))) == []


def test_lists_over_many_scripts_are_followed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shards, "SHARD", 40)
    monkeypatch.setattr(shards, "PIECE", 15)
    site = site_of(documents(60, *HOSTILE))
    index = read_index(site)
    assert [len(index.numbered(folder)) > 3 for folder in "csp"] == [True] * 3
    assert index.base["placeBegins"]
    assert faults(site) == []


WORDS = st.text(st.characters(codec="utf-8") | st.sampled_from("书车草原发發〇○"), max_size=30)


@settings(max_examples=60)
@given(st.lists(st.lists(WORDS, min_size=1, max_size=3), max_size=20))
def test_any_words_are_listed_as_a_recount_has_them(texts: list[list[str]]) -> None:
    made = [
        SearchDocument(id=f"a-{number}", title="", heading=tuple(each[:1]), body=tuple(each[1:]))
        for number, each in enumerate(texts)
    ]
    assert faults(site_of(made)) == []


def changed(site: Site, name: str, data: bytes) -> Site:
    return Site(list(site.names), lambda each: data if each == name else site.read(each), packed=False)


def turned(site: Site, name: str) -> Iterator[Site]:
    """Yield the site with one digit of a script's lists changed, for some of its digits."""
    text = site.text(name)
    told = json.loads(f"[{text[len(HEAD) : -len(TAIL)]}]")
    for at in range(0, len(told[-1]), max(1, len(told[-1]) // 12)):
        digits = list(told[-1])
        digits[at] = "*" if digits[at] != "*" else "+"
        words = ",".join(json.dumps(each, ensure_ascii=False) for each in [*told[:-1], "".join(digits)])
        yield changed(site, name, f"{HEAD}{words}{TAIL}".encode())


@pytest.mark.parametrize("name", ["search/c/0.js", "search/s/0.js", "search/p/0.js"])
def test_any_changed_digit_of_the_lists_is_found(name: str) -> None:
    missed = [spoilt for spoilt in turned(site_of(documents(30)), name) if not _is_found(spoilt)]
    assert missed == []


def _is_found(site: Site) -> bool:
    """Tell whether a site has faults, or lists that cannot be read, which are one as well."""
    try:
        return bool(faults(site))
    except (ValueError, IndexError):
        return True


@pytest.mark.parametrize(
    ("key", "change"),
    [
        ("alphabet", lambda value: value[:-1]),
        ("singleKeys", lambda value: "a "),
        ("itemKeys", lambda value: "书书" + value[2:]),
        ("placeKeys", lambda value: value + "书车"),
        ("placeBegins", lambda value: {"0": 3}),
        ("variants", lambda value: value + "书本"),
        ("items", lambda value: value // 4),
    ],
)
def test_a_directory_that_tells_otherwise_is_found(key: str, change: Any) -> None:
    site = site_of(documents(30))
    told = dict(read_index(site).base)
    told[key] = change(told[key])
    words = f'"base","{read_index(site).scripts["base"][1]}",{json.dumps(told)}'
    assert _is_found(changed(site, "search/base.js", f"{HEAD}{words}{TAIL}".encode()))


def test_two_programs_fold_every_character_alike() -> None:
    other = [
        chr(code) for code in range(sys.maxunicode + 1) if folded(chr(code), {}) != fold_character(chr(code))
    ]
    assert other == []


def test_numbers_are_read_as_they_were_written() -> None:
    numbers = [1, 2, 3, 7, 8, 255, 1000, 2**30]
    codes = postings.gamma(postings.np.array(numbers, dtype=postings.np.int64))
    bits = Bits(postings.base85(postings.pack(codes, postings.np.zeros(1, postings.np.int64))[0]))
    assert [bits.gamma() for _ in numbers] == numbers
    assert bits.rest_is_empty()


@pytest.mark.parametrize("text", ["(((", "\\\\\\\\\\", "}}}}}", "你好吗你好"])
def test_what_is_no_base_85_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is no"):
        Bits(text)


def test_bits_end() -> None:
    with pytest.raises(ValueError, match="end"):
        Bits("(((((").low(33)


def test_widths_are_those_of_the_writer() -> None:
    pairs = [(total, count) for total in (1, 5, 100, 9_999) for count in (1, 3, 50) if count <= total]
    assert [gap_width(*pair) for pair in pairs] == [int(postings.gap_width(*pair)) for pair in pairs]


MENDED: Mapping[str, tuple[str, str, list[tuple[str, str]], bool]] = {
    "one of two": ("炕桌和炕桌", "炕桌和书桌", [("炕桌", "书桌")], True),
    "two side by side": ("甲乙丙", "子丑丙", [("甲", "子"), ("乙", "丑")], True),
    "longer than before": ("走进民警路", "走进民族团结路", [("民警路", "民族团结路")], True),
    "nothing changed": ("甲", "甲", [("甲", "乙")], False),
    "another change": ("甲乙", "甲丙丁", [("乙", "丙")], False),
    "a lost end": ("甲乙丙", "子乙", [("甲", "子")], False),
    "no misprint": ("甲", "乙", [], False),
}


@pytest.mark.parametrize("name", MENDED)
def test_a_corrected_text_is_the_printed_one_with_the_readings(name: str) -> None:
    printed, mended, misprints, right = MENDED[name]
    assert is_mended(printed, mended, misprints) is right
