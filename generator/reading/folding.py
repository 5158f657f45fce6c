"""The text of a page as its lines are recognised: traditional characters simplified, full-width letters narrowed.

As many characters as the source, each in its place, so that every finding is a place in the source.
What a page shows is never taken from here.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from generator.model import Named, Naming, SourceText

if TYPE_CHECKING:
    from opencc import OpenCC

NARROW = {
    code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))
}
"""Full-width digits and letters to ASCII; punctuation stays as Chinese print has it."""
PLAIN = "gb2312"
"""The encoding that has simplified characters alone: what it knows needs no folding."""
FIRST, LAST = "㐀", "鿿"


@lru_cache(maxsize=8)
def folded(text: str) -> str:
    """Return `text` with each character as it is recognised; its length stays.

    >>> folded("□本報記者 陳１明")
    '□本报记者 陈1明'
    """
    table = {ord(character): simple for character in set(text) if (simple := _simple(character)) != character}
    return text.translate(table | NARROW) if table else text.translate(NARROW)


@cache
def _simple(character: str) -> str:
    if not FIRST <= character <= LAST:
        return character
    try:
        character.encode(PLAIN)
    except UnicodeEncodeError:
        simple = _converter().convert(character)
        return simple if len(simple) == 1 else character
    return character


@cache
def _converter() -> OpenCC:
    from opencc import OpenCC

    return OpenCC("t2s")


def as_printed(naming: Naming | None, source: SourceText) -> Naming | None:
    """Return a form that was read in the folded text with names and titles in the characters of `source`."""
    if naming is None:
        return None
    form = source.quote(naming.span)
    like = folded(form)
    if form == like:
        return naming
    people = tuple(_printed(who, source, form, like) for who in naming.people)
    return Naming(span=naming.span, people=people)


def _printed(who: Named, source: SourceText, form: str, like: str) -> Named:
    contributor = who.contributor
    name = "".join(source.quote(who.span).split())
    at = like.find(contributor.title) if contributor.title else -1
    title = form[at : at + len(contributor.title)] if at >= 0 else contributor.title
    return replace(who, contributor=replace(contributor, name=name, title=title))
