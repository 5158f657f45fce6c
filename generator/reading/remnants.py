"""What is left of a web page at the ends of a line: blanks and layout written as HTML.

`&nbsp;` and `<p>` at the ends of a line are read as white space. Everything else is text and stays
untouched: `&amp;` or `<br>` between words may be what the paper printed, and nothing is ever markup.
"""

from __future__ import annotations

import re

NAMES = "a|article|b|br|center|div|em|font|h[1-6]|hr|i|img|li|o:p|ol|p|section|span|strong|table|tbody|td|th|tr|u|ul"
"""Elements that lay out; what they are called in HTML."""
BLANK = (
    r"&(?:amp;)*(?:nbsp|ensp|emsp|thinsp|zwnj|zwj"
    r"|#0*(?:160|819[45]|820[1345]|12288)|#x0*(?:a0|200[239bcd]|3000))(?:;|(?![0-9a-z]))"
)
"""A blank as a character reference."""
TAG = rf"</?(?:{NAMES})(?:\s[ -;=?-~]{{0,400}})?/?>|<!--[ -;=?-~]{{0,200}}-->"
"""A tag or a comment of ASCII alone: with a Chinese word in it, it would hide what may be text."""
REMNANT = re.compile(f"{BLANK}|{TAG}", re.IGNORECASE | re.ASCII)
"""What counts as white space at the ends of a line."""
INSIDE = re.compile(
    rf"{REMNANT.pattern}|&(?:[a-z]{{2,8}}|#[0-9]{{2,6}}|#x[0-9a-f]{{2,5}});", re.IGNORECASE | re.ASCII
)
"""What a person should look at where it stands between words."""


def text_of(raw: str) -> tuple[int, int]:
    """Return where the text of a raw line begins and ends, white space and HTML blanks left out.

    Both are offsets in code points; they are equal for a line of nothing else. The work grows with
    the length of the line alone.

    >>> text_of("&nbsp;&nbsp;水满了。</p>")
    (12, 16)
    """
    start, end = 0, len(raw)
    if "&" in raw or "<" in raw:
        spans = [match.span() for match in REMNANT.finditer(raw)]
        for first, last in spans:
            if not _is_blank(raw, start, first):
                break
            start = last
        for first, last in reversed(spans):
            if first < start or not _is_blank(raw, last, end):
                break
            end = first
    text = raw[start:end]
    begin = start + len(text) - len(text.lstrip())
    return begin, begin + len(text.strip())


def _is_blank(raw: str, start: int, end: int) -> bool:
    return start == end or raw[start:end].isspace()
