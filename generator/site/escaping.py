"""Any text into HTML inside Markdown, or into YAML, so that it comes out as that text and as nothing else.

The pages' words are never markup, code or a template: not for Python-Markdown with any of its
usual extensions, not for a template engine that runs over Markdown or titles, not for YAML.
The tables are fixed, so that the bytes do not depend on the version of Python.
"""

from __future__ import annotations

import re

INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff"
)
"""Format characters that show nothing, as the inside of a character class."""
ODD_SPACE = "\t\n\x0b\x0c\r\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u2800\u3000"
"""Every white space but the plain one, as the inside of a character class."""
BAD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""What HTML cannot carry even as a reference, or what is no character."""
LOOSE_SPACE = "^ | $|(?<= ) "
"""A plain space that a parser may strip or join: at an end, or behind another."""

_ODD = "\x00-\x1f\x7f-\xa0\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
_PLAIN = re.compile(f"[^ &<>\"'{{}}\\[\\]`\\\\{_ODD}{ODD_SPACE}{INVISIBLE}]*")
"""Text that needs no second look: nearly all of a page."""
_HTML = re.compile(f"[&<>\"'{{}}\\[\\]`\\\\{ODD_SPACE}{INVISIBLE}]|{LOOSE_SPACE}")
_YAML = re.compile('["\\\\\x00-\x1f\x7f-\xa0\u2028\u2029\ufeff\ud800-\udfff]')


def html_escape_text(text: str) -> str:
    """Return `text` for a raw HTML block or a quoted attribute inside Markdown.

    Raises ValueError for control characters, surrogates and noncharacters.
    """
    return text if _PLAIN.fullmatch(text) else _escape(text)


def yaml_dq(text: str) -> str:
    """Return `text` as a double-quoted YAML scalar on one line.

    JSON will not do: its surrogate pairs for rare characters are two characters to YAML.
    Raises ValueError for surrogates, which YAML cannot hold.
    """
    return f'"{_YAML.sub(_yaml_escape, text)}"'


def _escape(text: str) -> str:
    bad = BAD.search(text)
    if bad:
        raise ValueError(f"U+{ord(bad.group()):04X} cannot stand on a page")
    return _HTML.sub(_reference, text)


def _reference(match: re.Match[str]) -> str:
    return f"&#{ord(match.group())};"


def _yaml_escape(match: re.Match[str]) -> str:
    character = match.group()
    code = ord(character)
    if 0xD800 <= code <= 0xDFFF:
        raise ValueError(f"U+{code:04X} is half a character")
    if character in '"\\':
        return f"\\{character}"
    return f"\\u{code:04x}"
