"""How the search's scripts write numbers: base 85, and in it codes of zeros, a one and some low bits.

A Rice code of width w has (number >> w) zeros, a one, and the w low bits of the number; an Elias gamma code of a
number from 1 up is a Rice code of its own length. The most significant bit comes first.
"""

from __future__ import annotations

FIRST, LEFT_OUT = "(", "\\"
"""The character of the digit 0, and the one that no digit has."""
BASE, DIGITS, WORD = 85, 5, 32
"""Five digits stand for 32 bits."""


class Bits:
    """Bits that are read from their beginning on; raises ValueError behind their end."""

    def __init__(self, text: str) -> None:
        self._bits = "".join(_word(text[at : at + DIGITS]) for at in range(0, len(text), DIGITS))
        self._at = 0

    def low(self, width: int) -> int:
        """Read a number of `width` bits."""
        found = self._bits[self._at : self._at + width]
        if len(found) < width:
            raise ValueError("the bits end too early")
        self._at += width
        return int(found, 2) if width else 0

    def rice(self, width: int) -> int:
        """Read a Rice code."""
        return self._zeros() << width | self.low(width)

    def gamma(self) -> int:
        """Read an Elias gamma code."""
        width = self._zeros()
        return 1 << width | self.low(width)

    def to_byte(self) -> None:
        """Go on to the next whole byte."""
        self._at = -(-self._at // 8) * 8

    def rest_is_empty(self) -> bool:
        """Tell whether nothing but the zeros that fill a word is left."""
        rest = self._bits[self._at :]
        return len(rest) < WORD and "1" not in rest

    def _zeros(self) -> int:
        begin, one = self._at, self._bits.index("1", self._at)
        self._at = one + 1
        return one - begin


def _word(digits: str) -> str:
    number = 0
    for digit in digits:
        value = ord(digit) - ord(FIRST) - (digit > LEFT_OUT)
        if not 0 <= value < BASE or digit == LEFT_OUT:
            raise ValueError(f"“{digit}” is no digit")
        number = number * BASE + value
    if len(digits) != DIGITS or number >> WORD:
        raise ValueError(f"“{digits}” is no word")
    return f"{number:0{WORD}b}"


def gap_width(total: int, count: int) -> int:
    """Return the Rice width of `count` gaps that add up to `total`."""
    return max(1, 2 * total // (3 * count)).bit_length() - 1
