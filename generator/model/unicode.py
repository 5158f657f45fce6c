"""The Unicode that the archive is made by, whatever the running Python knows: version 14, that of Python 3.11.

A newer Python knows more characters. Were they read as it reads them, the same page would have other addresses,
tags and search texts there than on an older one. So what came after version 14 stays a character without
properties, as it is for the oldest Python that builds the archive.
"""

from __future__ import annotations

import re
import unicodedata

NEWER = re.compile(
    # Unicode 15.0
    "[\u0cf3\u0ece\U00010efd-\U00010eff\U0001123f-\U00011241\U00011b00-\U00011b09\U00011f00-\U00011f10"
    "\U00011f12-\U00011f3a\U00011f3e-\U00011f59\U0001342f\U00013439-\U00013455\U0001b132\U0001b155"
    "\U0001d2c0-\U0001d2d3\U0001df25-\U0001df2a\U0001e030-\U0001e06d\U0001e08f\U0001e4d0-\U0001e4f9"
    "\U0001f6dc\U0001f774-\U0001f776\U0001f77b-\U0001f77f\U0001f7d9\U0001fa75-\U0001fa77\U0001fa87\U0001fa88"
    "\U0001faad-\U0001faaf\U0001fabb-\U0001fabd\U0001fabf\U0001face\U0001facf\U0001fada\U0001fadb\U0001fae8"
    "\U0001faf7\U0001faf8\U0002b739\U00031350-\U000323af"
    # Unicode 15.1
    "\u2ffc-\u2fff\u31ef\U0002ebf0-\U0002ee5d]"
)
"""What Unicode has had since: to let in a newer Python, add what its Unicode added."""


def category(character: str) -> str:
    """Return the general category of a character, `Cn` for one that came later.

    >>> category("版"), category("，"), category("\\U00031350")
    ('Lo', 'Po', 'Cn')
    """
    return "Cn" if NEWER.match(character) else unicodedata.category(character)


def compatible(text: str) -> str:
    """Return a text in its compatibility form (NFKC), but for characters that came later, which stay as they are.

    >>> compatible("２㎡")
    '2m2'
    """
    parts = re.split(f"({NEWER.pattern}+)", text)
    return "".join(
        part if index % 2 else unicodedata.normalize("NFKC", part) for index, part in enumerate(parts)
    )


def is_alphanumeric(character: str) -> bool:
    """Tell whether a character is a letter or a digit; one that came later is neither.

    >>> [is_alphanumeric(character) for character in "版2，\\U00031350"]
    [True, True, False, False]
    """
    return character.isalnum() and not NEWER.match(character)
