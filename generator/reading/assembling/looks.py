"""How a line looks by itself: like a headline, or numbered."""

from __future__ import annotations

import re

from generator.model.numerals import DIGITS, number_of
from generator.reading.evidence.language import load_language
from generator.reading.grammar.sentences import openness

FEATURES = (
    "length",
    "beyond sixteen",
    "parted",
    "asked inside",
    "numbered",
    "dated",
    "commas",
    "aspects",
    "of",
    "function words",
    "opening",
    "closing, one",
    "closing, two",
    "open",
    "page open",
)
"""What is seen of a short line that may be a headline or a piece of a sentence; the order of the model's weights."""
LONG = 16
COMMAS = re.compile("[，,；;]")
ASPECTS = re.compile("[了着过]")
FUNCTION = re.compile("[是在和与等以及也都将把被对从为就而但并又或让使向由于其这那他她它我们你]")
"""Characters of words that join and point; headlines do with few of them."""
LOOKS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(" |——"), "parted"),
    (re.compile("[？！?!](?=.{2,}[^？！?!”]$)"), "asked inside"),
    (re.compile(f"^(?:[（(]?[{DIGITS}0-9]+[)）、.．]|[0-9]{{4}}年|近日|今年|去年|日前|记者)"), "numbered"),
    (re.compile("[0-9０-９]+[月日]|年前|[当昨今]日|[上下]午|目前|最近"), "dated"),
)
"""How headlines and pieces of sentences look, each with the name of its feature."""
PICTURED = re.compile("[（(][^（()）]{0,6}(?:图片|照片|摄影|[油版漫国]画|篆刻|书法)[^（()）]{0,6}[）)]$")
"""What stands behind a headline that goes with pictures, or is the name of one."""
ORDINAL = re.compile(
    rf"(?:[（(]([{DIGITS}]{{1,2}}|[0-9]{{1,2}})([)）])"
    rf"|([{DIGITS}]{{1,2}})(是|曰|要|问|靠|、)|([0-9]{{1,2}})([.．、](?![0-9]))"
    rf"|(其|第)([{DIGITS}])(?:[，,、是：:]))"
)


def point_of(text: str) -> tuple[str, int] | None:
    """Return form and value of the number that opens a paragraph, or None.

    >>> point_of("三是林场搬迁。"), point_of("(2)水渠"), point_of("三个村子")
    (('是', 3), (')', 2), None)
    """
    found = ORDINAL.match(text)
    if found is None:
        return None
    digits, form = [group for group in found.groups() if group]
    if form in DIGITS:
        digits, form = form, digits
    value = number_of(digits)
    return None if value is None else (form, value)


def headline_features(text: str, page_open: float) -> tuple[float, ...]:
    """Return what is seen of a line of at least one character: counts, whether it has a look, what opens and closes it.

    `page_open` is the share of the page's paragraphs that break off: where all do, a short line that does is less
    of a headline.
    """
    looks = tuple(float(bool(pattern.search(text))) for pattern, _ in LOOKS)
    language = load_language()
    return (
        float(len(text)),
        float(max(0, len(text) - LONG)),
        *looks,
        float(len(COMMAS.findall(text))),
        float(len(ASPECTS.findall(text))),
        float(min(2, text.count("的"))),
        float(len(FUNCTION.findall(text))),
        language.opening(text)[0],
        *language.closing(text),
        openness(text),
        page_open,
    )


def names_pictures(text: str) -> bool:
    """Tell whether a short line closes with a bracket that names pictures: then it is no crosshead.

    >>> names_pictures("老渡口开船(附图片3张)"), names_pictures("老渡口开船(上)")
    (True, False)
    """
    return PICTURED.search(text) is not None


def shape_of(text: str) -> tuple[int, ...]:
    """Return the length of each part of a short line, as blanks part it."""
    return tuple(len(part) for part in text.split())
