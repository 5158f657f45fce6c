"""What an editor states of items in a sidecar, beside what the page prints: column, kind, part, headline, authors."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from generator.model import Evidence, Item, Kind, Page, Series
from generator.model.sidecar import Sidecar
from generator.model.statements import NONE, About, Statement
from generator.reading.assembling.columns import kind_in
from generator.reading.grammar.series import known_name, part_number, split_series
from generator.telling.diagnostics import Diagnostic, Severity
from generator.telling.errors import PageFaults
from generator.vocabulary.taxonomy import Taxonomy

ANSWERED = ("byline-missing", "byline-unread")
"""Doubts that are none where an editor says who wrote."""
ANSWERS: Mapping[About, str] = {
    About.COLUMN: "column-uncertain",
    About.HEADLINE: "headline-missing",
}
"""The doubt that is none where an editor states something."""
NO_COLUMN = "请用 column 写明是哪个栏目的系列,或删去 series。"


def state(page: Page, sidecar: Sidecar, taxonomy: Taxonomy) -> Page:
    """Return `page` with what its sidecar states of items; what is printed stays as it is.

    Raises PageFaults for every line that is in no item, and for what an item cannot have.
    """
    if not sidecar.authors and not sidecar.statements:
        return page
    faults = (*_unowned(page, sidecar), *_faults(page, sidecar))
    if faults:
        raise PageFaults(faults)
    return replace(page, items=tuple(_stated(item, sidecar, taxonomy) for item in page.items))


def _stated(item: Item, sidecar: Sidecar, taxonomy: Taxonomy) -> Item:
    authors = tuple(who for line in item.lines for who in sidecar.authors.get(line, ()))
    stated = _statements(item, sidecar)
    if not authors and not stated:
        return item
    answered = {ANSWERS[about] for about in stated if about in ANSWERS} | set(ANSWERED if authors else ())
    kept = tuple(doubt for doubt in item.doubts if doubt.code not in answered)
    read = tuple(replace(said, read=_read(item, about)) for about, said in stated.items())
    return replace(_amended(item, stated, taxonomy), authors=authors, stated=read, doubts=kept)


def _statements(item: Item, sidecar: Sidecar) -> dict[About, Statement]:
    """Return what is stated of an item, each thing once, in the order of About."""
    found = {each.about: each for each in _every(item, sidecar)}
    return {about: found[about] for about in About if about in found}


def _every(item: Item, sidecar: Sidecar) -> tuple[Statement, ...]:
    return tuple(each for line in item.lines for each in sidecar.statements.get(line, ()))


def _amended(item: Item, stated: Mapping[About, Statement], taxonomy: Taxonomy) -> Item:
    """Return an item with column, series and kind as stated; a stated column is taken as a printed mark is.

    A part keeps its printed number in a column that is stated without one.
    """
    column, series, kind = item.column, item.series, item.kind
    if said := stated.get(About.COLUMN):
        name, part = split_series(said.text)
        column = None if said.text == NONE else known_name(said.text, taxonomy) or name
        words = said.evidence if part else (*(series.evidence if series else ()), *said.evidence)
        series = part or series
        series = replace(series, name=column, evidence=words) if series and column else None
        kind = kind_in(column, kind, taxonomy)
    if said := stated.get(About.SERIES):
        series = _series(said.text, column or "", said.evidence)
    if said := stated.get(About.KIND):
        kind = Kind(said.text)
    return replace(item, column=column, series=series, kind=kind)


def _series(written: str, name: str, evidence: tuple[Evidence, ...]) -> Series | None:
    number = part_number(written)
    return Series(name=name, number=number, printed="", evidence=evidence) if number else None


def _read(item: Item, about: About) -> str:
    """Return what was read where an editor states something else: for column and series the mark as it is printed."""
    mark = "".join(words.text for words in item.series.evidence) if item.series else ""
    read = {About.COLUMN: mark or item.column or "", About.KIND: str(item.kind), About.SERIES: mark}
    return read.get(about, "")


def _unowned(page: Page, sidecar: Sidecar) -> Iterator[Diagnostic]:
    """Yield a fault for each line of which something is stated and that is in no item."""
    owned = {line for item in page.items for line in item.lines}
    hint = "请写这一篇里的一行,例如标题的行号;banmian explain 列出每一行属于哪一篇。"
    name = page.source.name
    for line, authors in sidecar.authors.items():
        if line not in owned:
            message = f"authors:{name} 的第 {line} 行不属于任何一篇。"
            yield _fault(sidecar, authors[0].evidence, message, hint, code="sidecar-author")
    for line, said in sidecar.statements.items():
        if line not in owned:
            message = f"items:{name} 的第 {line} 行不属于任何一篇。"
            yield _fault(sidecar, said[0].evidence, message, hint, code="sidecar-item")


def _faults(page: Page, sidecar: Sidecar) -> Iterator[Diagnostic]:
    """Yield what an item cannot have: a second headline, a part of no series, one thing stated in two ways."""
    for item in page.items:
        stated = _statements(item, sidecar)
        for each in _every(item, sidecar):
            if each.text != stated[each.about].text:
                message = f"items.{each.about}:同一篇写了“{each.text}”和“{stated[each.about].text}”。"
                yield _fault(sidecar, each.evidence, message, "请只留一个。", code="sidecar-item")
        if item.headline and (said := stated.get(About.HEADLINE)):
            message = f"items.headline:这一篇印有标题“{item.headline.text}”(第 {item.headline.lines[0]} 行),不能另拟。"
            hint = "印错的字,在 corrections 里写 {read: …, as: …};那一行不是标题的,在 corrections 里写明它是什么。"
            yield _fault(sidecar, said.evidence, message, hint, code="sidecar-item")
        said = stated.get(About.SERIES)
        column = stated[About.COLUMN].text if About.COLUMN in stated else item.column
        if said and said.text != NONE and column in (None, NONE):
            message = f"items.series:写了第 {said.text} 篇,这一篇却不在任何栏目里。"
            yield _fault(sidecar, said.evidence, message, NO_COLUMN, code="sidecar-item")


def _fault(
    sidecar: Sidecar, words: tuple[Evidence, ...], message: str, hint: str, *, code: str
) -> Diagnostic:
    return Diagnostic(
        code=code,
        severity=Severity.ERROR,
        path=sidecar.path,
        line=words[0].line if words else None,
        message=message,
        hint=hint,
    )
