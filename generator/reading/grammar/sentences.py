"""Whole sentences and broken ones, by their stops, quotation marks and brackets."""

from __future__ import annotations

import re

from generator.model.numerals import DIGITS

PAIRS = (("“", "”"), ("（", "）"), ("(", ")"), ("《", "》"), ("‘", "’"), ("【", "】"))
END = re.compile(r"[。！？!?…；;][”’」』）)】》]*$")
"""A line that closes with one of these is a whole sentence."""
CLOSED = re.compile(r"(?:[。！？!?…；;：:][”’」』）)】》]*|[”’）)】])$")
"""A paragraph that closes with one of these may be whole."""
WHOLE = re.compile(r"[。！？!?…：:；;][”’」』）)】》]*$|[。！？!?…”][（(][^（()）]{2,40}[)）]$")
"""A paragraph that closes with one of these is whole."""
NUMBER = re.compile(rf"[0-9{DIGITS}]{{1,3}}")


def openness(text: str) -> float:
    """Tell how surely a paragraph breaks off: its sentence, quotation or bracket goes on elsewhere."""
    if text.endswith("——"):
        return 0.0
    if CLOSED.search(text) is None or (open_quotes(text) and text[-1] not in "。！？!?…：:；;"):
        return 1.0
    return 0.0 if WHOLE.search(text) else 0.4


def open_quotes(text: str) -> bool:
    """Tell whether a quotation or bracket is opened and not closed."""
    return any(text.rfind(left) > text.rfind(right) for left, right in PAIRS)


def stray_closer(text: str) -> bool:
    """Tell whether a quotation or bracket is closed that was never opened; `1)` and `三)` are numbers."""
    for left, right in PAIRS:
        first = text.find(right)
        if first >= 0 and left not in text[:first] and not NUMBER.fullmatch(text[:first]):
            return True
    return False
