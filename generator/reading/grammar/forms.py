"""The printed forms of leads, credits and signatures, wherever they stand in a line."""

from __future__ import annotations

import re

from generator.model import Contributor, ContributorRole, Named, Naming, Span
from generator.model.numerals import DIGITS
from generator.reading.grammar.people import ROLE, parse_people

_DIGIT = f"[0-9０-９{DIGITS}]"
_DATE = rf"{_DIGIT}{{1,3}}月{_DIGIT}{{1,3}}日"
LEAD = re.compile(
    rf"(?:[一-鿿]{{0,8}}讯(?=\s*[（(]|\s*(?:全媒体?|融媒体?|本报|见习|实习|首席)*记者|\s+)"
    rf"|(?:据)?(?:本报|中新网|社|[一-鿿]{{2,6}}社)[一-鿿]{{0,8}}{_DATE}专?[电讯]"
    rf"|(?:据)?(?:本报|新华社|中新社)[一-鿿]{{2,8}}电)\s*"
)
BRACKET = re.compile(r"[（(]([^（()）]{2,80})[)）]")
REPORTS = re.compile(r"([^，,。:：]{2,30}?)(?:报道|摄影报道)\s*[:：]")
CREDIT = re.compile(
    r"(?:^|(?<=[\s。！？!?…”’」)）]))[（(]?([^。！？!?，,“”（()）]{2,60}?(?:摄影报道|摄影|摄|图))[)）]?$"
)
PAGE_TAG = re.compile(r"[①-⑳]?\d+\s*")
CLOSING = re.compile(r"[（(]([^（()）]{2,60})[)）]$")
WIRE = re.compile(r"[（(](?:本报|新华社|据|中新社)[^（()）]{0,20}电[)）]$")
SOURCE = re.compile(
    r"[（(]?(?:以上均?据|据|来源[:：]|原载|摘自|转自)[^（()）。]{2,30}[)）]?"
    rf"|[（(]?(?:本报|新华社|中新社)[^（()）。]{{0,12}}{_DATE}电[)）]?"
)


def _moved(people: tuple[Named, ...], by: int) -> tuple[Named, ...]:
    return tuple(who.moved(by) for who in people)


def find_lead(text: str) -> Naming | None:
    """Read `本报讯(记者 林禾)` and its kin at the beginning of `text`."""
    lead = LEAD.match(text)
    if lead is None:
        return None
    bracket = BRACKET.match(text, lead.end())
    if bracket:
        return Naming(span=Span(0, bracket.end()), people=_in_bracket(bracket))
    reports = REPORTS.match(text, lead.end())
    if reports:
        people = _moved(parse_people(reports.group(1)), reports.start(1))
        return Naming(span=Span(0, reports.end()), people=people)
    return Naming(span=Span(0, lead.end()), people=())


def _in_bracket(bracket: re.Match[str]) -> tuple[Named, ...]:
    """Return the people whom the bracket of a lead names, or the body that it names instead."""
    words = bracket.group(1)
    people = _moved(parse_people(words, bare=True), bracket.start(1))
    if people or not _is_body(words):
        return people
    who = Contributor(name=words, role=ContributorRole.INSTITUTION)
    return (Named(contributor=who, span=Span(bracket.start(1), bracket.end(1))),)


def _is_body(text: str) -> bool:
    return not re.search(r"[0-9０-９月日电据:：,，]", text)


def find_credit(text: str) -> Naming | None:
    """Read a photo credit at the end of `text`: `本报记者 林禾 摄`."""
    credit = CREDIT.search(text)
    if credit is None:
        return None
    start = credit.start(1)
    tag = PAGE_TAG.match(credit.group(1))
    words = credit.group(1)[tag.end() if tag else 0 :]
    for cut in _starts(words):
        people = parse_people(words[cut:], bare=True)
        if people:
            shift = start + (tag.end() if tag else 0) + cut
            return Naming(span=Span(start if cut == 0 else shift, len(text)), people=_moved(people, shift))
    return None


def _starts(words: str) -> list[int]:
    """Return where the credit's own words may begin: a caption that was cut runs into its credit."""
    role = ROLE.search(words)
    if role:
        return [role.start()]
    blanks = [match.end() for match in re.finditer(r"\s+", words)]
    return [0, *blanks[:-1]] if blanks else [0]


def find_signature(text: str) -> Naming | None:
    """Read a bracket at the end of `text` that holds nothing but names: `(林禾)`."""
    closing = CLOSING.search(text)
    if closing is None:
        return None
    people = parse_people(closing.group(1), bare=True)
    if not people:
        return None
    return Naming(span=Span(closing.start(), len(text)), people=_moved(people, closing.start(1)))


def closes(text: str) -> bool:
    """Tell whether a paragraph closes as articles do: a wire's place and date, a short bracket behind long text."""
    last = CLOSING.search(text)
    return bool(WIRE.search(text) or (last and len(last.group(1)) <= 30 and len(text) > 60))
