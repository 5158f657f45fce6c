"""Signs that no printed page has: which of them are layout, which tell of a broken text, which of no text at all.

Nothing here refuses a page for one sign. A sign is read as a blank or left out, and told of; only a file
that holds NUL inside, or controls by the hundred, is no text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class SignKind(StrEnum):
    """How a sign is read."""

    BLANK = "blank"
    """Parts lines or pages: read as a plain blank."""
    UNSEEN = "unseen"
    """Shows nothing: left out."""
    CONTROL = "control"
    """No character at all, perhaps what is left of one: left out."""
    REPLACED = "replaced"
    """U+FFFD, in place of a character that was lost before: kept and shown."""


PATTERN = re.compile(
    "(?P<blank>[\x0b\x0c\x1c-\x1f\x85\u2028\u2029])"
    # Joiners change the shape of Arabic, Indic and Mongolian letters; behind anything else they do nothing.
    "|(?P<unseen>[\xad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
    "\U000e0000-\U000e007f]|(?<![\u0600-\u06ff\u0900-\u0dff\u1800-\u18af])[\u200c\u200d])"
    "|(?P<control>[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff])"
    "|(?P<replaced>\ufffd)"
)
"""Every such sign, in the group of its kind."""
READ_AS = {SignKind.BLANK: " ", SignKind.UNSEEN: "", SignKind.CONTROL: "", SignKind.REPLACED: "\ufffd"}
"""What stands in the text for a sign of each kind."""
MOST_CONTROLS = 5
"""Controls that any file may hold; beyond, their share decides."""
SHARE_OF_CONTROLS = 0.02
"""Share of all characters from which controls mean that a file is no text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """All the places of one sign in a text."""

    character: str
    """The sign."""
    kind: SignKind
    """How it is read."""
    count: int
    """How often it stands there."""
    offset: int
    """Offset of the first, in code points."""


def read_signs(text: str) -> str:
    """Return `text` with blanks for the signs that part, without those that show nothing.

    >>> read_signs("第一页\\x0c第二\\u200b页")
    '第一页 第二页'
    """
    return PATTERN.sub(lambda match: READ_AS[_kind(match)], text)


def find_signs(text: str) -> tuple[Sign, ...]:
    """Return each sign of `text` once, in order of first appearance."""
    counts: dict[str, int] = {}
    firsts: dict[str, tuple[SignKind, int]] = {}
    for match in PATTERN.finditer(text):
        character = match.group()
        counts[character] = counts.get(character, 0) + 1
        firsts.setdefault(character, (_kind(match), match.start()))
    return tuple(
        Sign(character=character, kind=kind, count=counts[character], offset=offset)
        for character, (kind, offset) in firsts.items()
    )


def nuls(text: str) -> Iterator[int]:
    """Yield the offset of the first NUL of each line; those that only fill up the end of the file are none."""
    offset = 0
    for line in text.rstrip("\x00 \t\n").split("\n"):
        found = line.find("\x00")
        if found >= 0:
            yield offset + found
        offset += len(line) + 1


def too_many_controls(text: str) -> int:
    """Return the number of controls in `text` where it is too large for a text, else 0; those at its end are none."""
    inside = text.rstrip("\x00 \t\n")
    count = sum(sign.count for sign in find_signs(inside) if sign.kind is SignKind.CONTROL)
    return count if count > max(MOST_CONTROLS, SHARE_OF_CONTROLS * len(inside)) else 0


def _kind(match: re.Match[str]) -> SignKind:
    return SignKind(match.lastgroup or "")
