"""What looks like a misprint in the text of an item: suspicions for a person to judge.

They say nothing about how the page was cut and ordered, so they do not make an item doubtful;
their codes begin with `text-`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.model import Doubt, Item
from generator.model.passages import Passage, passages
from generator.model.widths import HALF_WIDTH
from generator.tagging.formulas import near_formulas

if TYPE_CHECKING:
    from opencc import OpenCC

CLOSING = {"”": "“", "’": "‘", ")": "(", "》": "《", "】": "【", "〉": "〈"}
OPENING = frozenset(CLOSING.values())

HAN = re.compile("[\u4e00-\u9fff]")
LATIN = re.compile(rf"(?<={HAN.pattern})\s*([A-Za-z][A-Za-z'’-]+)\s*(?={HAN.pattern})")
"""A Latin word alone among Chinese characters."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


UNITS = _words(
    "km kg cm mm ml mg dm hm kw kwh kv mw mwh hz mhz ghz kb mb gb tb db ph cc px pm am vs etc et al"
)
WORDS = _words(
    "app apps vlog wifi iphone ipad email web online offline logo demo plus mini ok cosplay live pvc internet windows"
)

DOUBLED = re.compile(
    "(?<!实)在在(?!在)|(?<!目)的的(?!确)|(?<!不)了了(?!之|解(?!决)|结|得)|(?<!非)是是(?!非)|(?<!和)和和(?!美|气|睦|平|解|谐)|与与|"
    "(?<!作)(?<!以)(?<!成)(?<!认)(?<!行)(?<!人)为为|(?<!一)把把|被被|(?<!即)(?<!必)将将|从从(?!容)|(?<!倾)向向|于于|(?<!涉)(?<!以)(?<!普)及及|"
    "并并|也也|(?<!成)就就|(?<!首)(?<!成)都都|而而|(?<!可)以以|(?<!自)(?<!理)由由"
)
"""A small word printed twice; the exceptions are words that end or begin with it."""
LOOP = re.compile(r"(.{6,60}?)(?:[,、;]?\1)+")
EDGE = frozenset(",、;。:!?“”‘’()")
CONGRESS = re.compile(
    "(?<=[\u4e00-\u9fff])(?<![党共是])的(?=(?:十[五六七八九]|二十)大(?:关于|精神|报告|以来|召开|提出|部署))"
)
DOTS = re.compile(r"(?<![.A-Za-z0-9])\.{2,6}(?![.A-Za-z0-9])|(?<!。)。{2,}(?!。)")
NAMES = frozenset("乾髙昇堃喆祎劼澔淼犇鑫垚槑囍薑")
"""Characters that the dictionaries call traditional, but that names keep."""

Suspicion = tuple[int, int, str, str]
"""Start and end in the passage, code, detail in Chinese."""


def text_doubts(item: Item) -> tuple[Doubt, ...]:
    """Return what looks like a misprint in an item's headings and body, in reading order."""
    found = []
    texts = passages(item)
    for number, passage in enumerate(texts):
        is_last = number == len(texts) - 1
        for check in CHECKS:
            found += [_doubt(passage, each) for each in check(passage.text)]
        if not (is_last and not item.complete):
            follows = texts[number + 1].text if not is_last else ""
            found += [_doubt(passage, each) for each in _quotes(passage.text, follows)]
    return tuple(found)


def _doubt(passage: Passage, suspicion: Suspicion) -> Doubt:
    start, end, code, detail = suspicion
    return Doubt(code=code, line=passage.line_at(start), detail=detail, span=passage.source_span(start, end))


def _around(text: str, start: int, end: int, more: int = 6) -> str:
    """Return the words at start..end with some before and behind."""
    return text[max(0, start - more) : end + more]


def _quotes(text: str, follows: str) -> Iterator[Suspicion]:
    """Find a quotation mark or bracket without its partner."""
    plain = text.translate(HALF_WIDTH)
    stack: list[int] = []
    for offset, sign in enumerate(plain):
        if sign in OPENING:
            stack.append(offset)
        elif sign in CLOSING:
            if stack and plain[stack[-1]] == CLOSING[sign]:
                stack.pop()
            elif not _is_apostrophe(plain, offset) and not _is_enumeration(plain, offset):
                yield (
                    offset,
                    offset + 1,
                    "text-quotes",
                    f"“{_around(text, offset, offset + 1)}”处的“{text[offset]}”没有前半个。",
                )
    for offset in stack:
        goes_on = plain[offset] == "“" and follows.startswith("“")
        if not goes_on:
            yield (
                offset,
                offset + 1,
                "text-quotes",
                f"“{_around(text, offset, offset + 1)}”处的“{text[offset]}”没有后半个。",
            )


def _is_apostrophe(text: str, offset: int) -> bool:
    """Tell whether the mark stands before a year, as in ’96, or inside a Latin word."""
    return text[offset] == "’" and (
        text[offset + 1 : offset + 2].isdigit() or text[offset - 1 : offset].isascii()
    )


def _is_enumeration(text: str, offset: int) -> bool:
    """Tell whether a closing bracket ends a number, as in 1) or a)."""
    return text[offset] == ")" and bool(
        re.search(r"(?:^|[,;:。])[\da-z]{1,2}$", text[max(0, offset - 3) : offset])
    )


def _latin(text: str) -> Iterator[Suspicion]:
    """Find a lower-case Latin word alone among Chinese characters."""
    plain = text.translate(HALF_WIDTH)
    for match in LATIN.finditer(plain):
        word = match.group(1)
        if word.islower() and word not in UNITS and word not in WORDS:
            words = _around(text, *match.span(1), 4)
            yield *match.span(1), "text-latin", f"“{words}”里夹着字母“{word}”，可能是认错的汉字。"


def _doubled(text: str) -> Iterator[Suspicion]:
    """Find a small word that is printed twice."""
    for match in DOUBLED.finditer(text):
        words = _around(text, match.start(), match.end(), 3)
        yield match.start(), match.end(), "text-doubled", f"“{words}”里的“{match.group()}”可能多印了一个字。"


def _loops(text: str) -> Iterator[Suspicion]:
    """Find a clause that repeats at once: recognition caught in a loop."""
    last = 0
    for start in _clause_starts(text) if _recurs(text) else ():
        match = LOOP.match(text, start) if start >= last else None
        if match is None:
            continue
        end, unit = match.end(), match.group(1)
        whole = end == len(text) or text[end] in EDGE
        if whole and unit[-1] not in "!?！？" and HAN.search(unit):
            last = end
            times = match.group().count(unit)
            yield start, end, "text-repeated", f"“{unit}”接连印了 {times} 遍，可能是识别时的重复。"


def _clause_starts(text: str) -> Iterator[int]:
    """Yield where a clause begins: first in the text, and behind each sign."""
    return (start for start in range(len(text)) if start == 0 or text[start - 1] in EDGE)


def _recurs(text: str) -> bool:
    """Tell whether the shortest clause that LOOP looks for returns at all: a quick look before the slow one."""
    clauses = [text[start : start + 6] for start in range(len(text) - 5)]
    return len(set(clauses)) != len(clauses)


def _traditional(text: str) -> Iterator[Suspicion]:
    """Find traditional characters in a text that is otherwise simplified."""
    odd = [(han.start(), han.group(), _simplified(han.group())) for han in HAN.finditer(text)]
    changed = [(offset, sign, right) for offset, sign, right in odd if right != sign and sign not in NAMES]
    if len(changed) * 5 > len(odd):
        return
    for offset, sign, right in changed:
        words = _around(text, offset, offset + 1, 3)
        yield offset, offset + 1, "text-traditional", f"“{words}”里有繁体字“{sign}”，简体作“{right}”。"


@lru_cache(maxsize=30_000)
def _simplified(character: str) -> str:
    converted: str = _converter().convert(character)
    return converted


@lru_cache(maxsize=1)
def _converter() -> OpenCC:
    from opencc import OpenCC

    return OpenCC("t2s")


def _dots(text: str) -> Iterator[Suspicion]:
    """Find dots that are no Chinese ellipsis."""
    for match in DOTS.finditer(text):
        words = _around(text, match.start(), match.end(), 4)
        yield (
            match.start(),
            match.end(),
            "text-dots",
            f"“{words}”里的“{match.group()}”不是省略号，可能漏了字或多了点。",
        )


def _set_phrases(text: str) -> Iterator[Suspicion]:
    """Find set phrases with one character off."""
    for start, end, phrase in near_formulas(text):
        yield start, end, "text-phrase", f"“{text[start:end]}”，通常作“{phrase}”。"
    for match in CONGRESS.finditer(text):
        words = _around(text, match.start(), match.end(), 4)
        yield match.start(), match.end(), "text-phrase", f"“{words}”，通常作“党的……大”，“的”前可能缺“党”。"


CHECKS: tuple[Callable[[str], Iterator[Suspicion]], ...] = (
    _latin,
    _doubled,
    _loops,
    _traditional,
    _dots,
    _set_phrases,
)
"""Each takes the text of a heading or paragraph and yields what it suspects."""
