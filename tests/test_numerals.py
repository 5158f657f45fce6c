"""Numerals up to 99, in the digits of China, of Arabia and in circles."""

from __future__ import annotations

import pytest

from generator.model.numerals import CIRCLED, DIGITS, number_of


def chinese(number: int) -> str:
    """Return a number from 1 to 99 as print writes it."""
    tens, ones = divmod(number, 10)
    return (
        (DIGITS[tens - 1] if tens > 1 else "") + ("十" if tens else "") + (DIGITS[ones - 1] if ones else "")
    )


def test_every_number_below_a_hundred_is_read_in_both_digits() -> None:
    numbers = range(1, 100)
    assert [number_of(chinese(number)) for number in numbers] == list(numbers)
    assert [number_of(str(number)) for number in numbers] == list(numbers)


def test_numbers_in_circles_are_read() -> None:
    assert [number_of(numeral) for numeral in CIRCLED] == list(range(1, 21))


@pytest.mark.parametrize("numeral", ["", "十十", "一百", "百", "二三", "三十二一", "A3", "上", "一十十"])
def test_what_is_no_such_number_is_none(numeral: str) -> None:
    assert number_of(numeral) is None
