"""Dates in Chinese: as they are stated, and about when where they are only inferred."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import DateBasis, DateTag
from generator.model.date_words import about_words, date_words, when_words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        (None, "日期待考"),
        ("2022", "2022年"),
        ("2022-06", "2022年6月"),
        ("2022-06-03", "2022年6月3日"),
        ("2022-06-11/2022-06-30", "2022年6月11日至30日"),
        ("2022-06-11/2022-07-02", "2022年6月11日至7月2日"),
        ("2022-12-11/2023-01-02", "2022年12月11日至2023年1月2日"),
        ("2022/2023", "2022年至2023年"),
        ("2022-06/2022-08", "2022年6月至8月"),
        ("2019-07-15/..", "2019年7月15日或以后"),
        ("../2019-07-15", "2019年7月15日或以前"),
        ("2022-06-03~", "2022年6月3日"),
        ("夏天", "夏天"),
    ],
)
def test_a_date_reads_as_chinese(edtf: str | None, words: str) -> None:
    assert date_words(edtf) == words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("/2022", "2022年或以前"),
        ("2022/", "2022年或以后"),
        ("x/y", "日期待考"),
        ("", "日期待考"),
        ("2022-06-11/2023-06-11", "2022年6月11日至2023年6月11日"),
        ("2022-06/2022-06-11", "2022年6月至6月11日"),
        ("2022/2022-06", "2022年至6月"),
        ("2022-06/2022", "2022年6月至2022年"),
        ("2022-06-11/2022", "2022年6月11日至2022年"),
        ("2022-06-11/2022-06", "2022年6月11日至6月"),
    ],
)
def test_an_interval_reads_as_chinese(edtf: str, words: str) -> None:
    assert date_words(edtf) == words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2022-06-10/2022-07-18", "约2022年6至7月"),
        ("2023-07-03/2023-09-08", "约2023年夏"),
        ("2024-07-01/2024-10-28", "约2024年夏秋"),
        ("2023-03-01/2023-07-31", "约2023年春夏"),
        ("2023-01-01/2023-06-30", "约2023年上半年"),
        ("2023-07-01/2023-12-31", "约2023年下半年"),
        ("2023-02-01/2023-11-30", "约2023年"),
        ("2023-01-05/2023-02-20", "约2023年1至2月"),
        ("2023-01-01/2023-03-06", "约2023年初"),
        ("2023-01-05/2023-04-20", "约2023年冬春"),
        ("2023-10-05/2023-12-20", "约2023年秋冬"),
        ("2023-12-05/2023-12-20", "约2023年12月"),
        ("2022-12-20/2023-01-05", "约2022年底至2023年初"),
        ("2022-10-20/2023-01-05", "约2022至2023年"),
        ("2022-12-20/2023-03-05", "约2022至2023年"),
        ("2021-12-20/2023-01-05", "约2021至2023年"),
        ("2022-06-11/2022-06-30", "约2022年6月"),
        ("2022-06-11", "约2022年6月11日"),
        ("2022-06", "约2022年6月"),
        ("2022", "约2022年"),
        ("2019-07-15/..", "约2019年7月以后"),
        ("../2019-07-15", "约2019年7月以前"),
        ("../..", "日期待考"),
    ],
)
def test_an_inferred_date_is_told_as_about_when(edtf: str, words: str) -> None:
    assert about_words(edtf) == words


@pytest.mark.parametrize(
    ("edtf", "basis", "words"),
    [
        (None, DateBasis.UNKNOWN, "日期待考"),
        ("2022-06-16", DateBasis.STATED, "2022年6月16日"),
        ("2022-06-11/2022-06-30", DateBasis.STATED, "2022年6月11日至30日之间"),
        ("2022-06-11/..", DateBasis.STATED, "2022年6月11日或以后"),
        ("2022-06-11/2022-06-30", DateBasis.INFERRED, "约2022年6月"),
        ("2022-06-16", DateBasis.INFERRED, "约2022年6月16日"),
    ],
)
def test_a_list_marks_what_is_inferred_and_calls_no_interval_a_span(
    edtf: str | None, basis: DateBasis, words: str
) -> None:
    assert when_words(DateTag(edtf=edtf, basis=basis)) == words


@given(first=st.dates(), last=st.dates())
def test_every_inferred_interval_is_about_some_time_of_its_years(first: object, last: object) -> None:
    start, end = sorted((str(first), str(last)))
    words = about_words(f"{start}/{end}")
    assert words.startswith(f"约{start[:4]}")
    assert end[:4] in words
    assert "/" not in words
