"""Half-width punctuation of the source, shown as Chinese print has it, while the source's sign is what stands there.

The sign keeps its place in the text: it is what copies, what a reader finds and what a check of the page reads.
The sign of Chinese print is drawn in front of it by the style, which a reader can turn off.
"""

from __future__ import annotations

import re

from markupsafe import Markup

from generator.site.escaping import html_escape_text

WIDE = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）"}
"""The signs of Chinese print for their half-width look-alikes."""
CHINESE = "\u4e00-\u9fff“”‘’《》（）、。，；：？！…—"
NARROW = re.compile(rf"(?<=[{CHINESE}])[,;:?!()]|[,;:?!()](?=[{CHINESE}])")
"""A half-width sign beside a Chinese one; 2,000 and 12:30 have none."""


def widened(text: str, before: str = "") -> Markup:
    """Return words of a page as HTML in which each narrow sign can be shown wide; `before` is what stands before them.

    Raises ValueError for what no page can carry, as `html_escape_text` does.
    """
    parts: list[str] = []
    known = before[-1:]
    at = len(known)
    whole = known + text
    for sign in NARROW.finditer(whole, at):
        parts += [html_escape_text(whole[at : sign.start()]), _shown(sign.group())]
        at = sign.end()
    return Markup("".join([*parts, html_escape_text(whole[at:])]))


def has_narrow(text: str) -> bool:
    """Tell whether any sign of a text would be shown wide."""
    return NARROW.search(text) is not None


def _shown(sign: str) -> str:
    return f'<i class="bm-wide" data-as="{WIDE[sign]}"><b>{sign}</b></i>'
