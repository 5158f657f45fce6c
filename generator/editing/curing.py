"""Corrections that were tried: each was written beside the page, the page read again, and nothing got worse.

A correction makes an item certain, so that a doubt is gone says little by itself. It is a cure if the page that
was read with it has no fault, not this doubt, no other doubt more than before, no more sentences that break off or
begin within, no line less in an item; and if, judged as if nobody had spoken, its items are no less probable. Where
the doubt is only that the reading is improbable, they must be clearly more probable.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import cached_property

from generator.editing.sidecars.references import reference
from generator.editing.sidecars.schema import ROLES, WORD_OF
from generator.model import Doubt, Item, Page, ParagraphKind, SourceText
from generator.model.sidecar import Correction, Sidecar
from generator.reading.judging import Judge
from generator.reading.reading import read
from generator.telling.diagnostics import Diagnostic
from generator.telling.errors import PageFaults
from generator.vocabulary.taxonomy import Taxonomy

TRIES = 10
"""Readings for one doubt; a page is read in a tenth of a second."""
PAGE_TRIES = 60
"""Readings for all doubts of one page."""
PAGE_CHARACTERS = 400_000
"""Characters that are read for all doubts of one page: a long page is read fewer times."""
SHOWN = 2
"""Cures of one doubt that are kept: one who is offered more chooses by chance."""
CLEARLY, NO_LESS = 0.4, 0.1
"""By how much, in nats, items must be more probable together, or may be less."""
JUDGED = ("reading-unsure", "order-uncertain", "role-uncertain", "headline-weak", "byline-shared")
"""Doubts that any correction silences, right or wrong."""
SHORT = 30
"""Characters of the longest line that is tried as a headline, a crosshead or a byline."""
OPEN = 0.5
"""A line of more openness breaks off."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cure:
    """One correction that was tried."""

    lines: tuple[int, ...]
    """The 1-based lines that it speaks of, each in the same way."""
    key: str
    """What it says: `role`, `item` or `joins`."""
    value: int | str
    """A role's word, a line, `new` or `none`."""

    @property
    def corrections(self) -> tuple[Correction, ...]:
        """The corrections as reading takes them."""
        if self.key == "role":
            return tuple(Correction(line=line, role=ROLES[str(self.value)]) for line in self.lines)
        if self.key == "joins":
            return tuple(Correction(line=line, joins=self.value) for line in self.lines)
        return tuple(Correction(line=line, item=self.value) for line in self.lines)

    def written(self, source: SourceText) -> tuple[str, ...]:
        """Return it as lines of a sidecar's `corrections`."""
        value = reference(source, self.value) if isinstance(self.value, int) else self.value
        said = value if self.key == "role" else f"{{{self.key}: {value}}}"
        return tuple(f"{reference(source, line)}: {said}" for line in self.lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """What came of trying to mend one doubt."""

    cures: tuple[Cure, ...]
    """Those that cure, the best first."""
    tried: int
    """Corrections with which the page was read."""
    left: int
    """Corrections that were not tried, for want of time."""


class Clinic:
    """Tries corrections of one page; `tries` bounds the readings for all its doubts."""

    def __init__(
        self, source: SourceText, sidecar: Sidecar, taxonomy: Taxonomy, page: Page, *, tries: int = PAGE_TRIES
    ) -> None:
        self.source, self.sidecar, self.taxonomy, self.page = source, sidecar, taxonomy, page
        self.left = min(tries, PAGE_CHARACTERS // max(1, len(source.text)))
        self._seen: dict[Cure, Page | None] = {}

    @cached_property
    def judge(self) -> Judge:
        """What speaks for readings of the page."""
        return Judge(self.source, self.sidecar, self.taxonomy)

    @cached_property
    def _before(self) -> tuple[Counter[str], float]:
        return self._state(self.page), self.judge.worth(self.page)

    def cures(self, doubt: Doubt) -> Tried:
        """Return the corrections that mend a doubt of the page, as far as there was time to try them."""
        item = next((each for each in self.page.items if doubt in each.doubts), None)
        spoken = {said.line for said in self.sidecar.corrections}
        waiting = (
            []
            if item is None
            else [
                cure
                for cure in dict.fromkeys(_candidates(self.page, item, doubt))
                if spoken.isdisjoint(cure.lines)
            ]
        )
        found: list[tuple[float, Cure]] = []
        tried = 0
        for cure in waiting[:TRIES]:
            if cure not in self._seen and self.left <= 0:
                break
            tried += 1
            worth = self.worth(cure, doubt)
            if worth is not None:
                found.append((worth, cure))
        best = sorted(found, key=lambda each: -each[0])[:SHOWN]
        return Tried(cures=tuple(cure for _, cure in best), tried=tried, left=len(waiting) - tried)

    def worth(self, cure: Cure, doubt: Doubt) -> float | None:
        """Return how much more probable a cure makes the page's items together; None where it does not cure."""
        page = self._read(cure)
        if page is None or _shape(page) == _shape(self.page):
            return None
        if any(
            (found.code, found.line) == (doubt.code, doubt.line)
            for item in page.items
            for found in item.doubts
        ):
            return None
        before, worth = self._before
        if self._state(page) - before:
            return None
        gain = self.judge.worth(page) - worth
        return gain if gain >= (CLEARLY if doubt.code in JUDGED else -NO_LESS) else None

    def _read(self, cure: Cure) -> Page | None:
        if cure not in self._seen:
            self.left -= 1
            said = tuple(sorted((*self.sidecar.corrections, *cure.corrections), key=lambda each: each.line))
            try:
                self._seen[cure] = read(self.source, replace(self.sidecar, corrections=said), self.taxonomy)
            except PageFaults:
                self._seen[cure] = None
        return self._seen[cure]

    def _state(self, page: Page) -> Counter[str]:
        """Return everything that must not become more, counted."""
        counts = Counter(doubt.code for item in page.items for doubt in item.doubts)
        counts["lines in no item"] = len(page.unplaced) + len(page.furniture)
        for item in page.items:
            opened = {block.line: block.wording.openness for block in item.blocks}
            for paragraph in item.body:
                if paragraph.kind is not ParagraphKind.SUBHEAD:
                    counts["breaks off"] += opened.get(paragraph.lines[-1], 0.0) > OPEN
                    counts["begins within"] += self.judge.begins_within(paragraph.lines[0])
        return counts


def with_cures(findings: Iterable[Diagnostic], page: Page, clinic: Clinic) -> Iterator[Diagnostic]:
    """Yield the findings about a page; those that a correction mends, which was tried, say which."""
    doubts = {(doubt.code, doubt.line, item.id): doubt for item in page.items for doubt in item.doubts}
    for finding in findings:
        doubt = doubts.get((finding.code, finding.line or 0, finding.item))
        cures = clinic.cures(doubt).cures if doubt else ()
        if not cures:
            yield finding
            continue
        said = "或".join(f"“{';'.join(cure.written(page.source))}”" for cure in cures)
        told = f"{finding.hint}试过的改正(写进 {page.sidecar_name} 的 corrections):{said}。"
        yield replace(finding, hint=told)


def _shape(page: Page) -> Sequence[object]:
    """Return what a reader sees of a reading; two of one shape are the same."""
    return [
        (
            item.kind,
            item.column,
            [(block.line, block.role) for block in item.blocks],
            [(paragraph.kind, paragraph.lines) for paragraph in item.body],
        )
        for item in page.items
    ]


def _candidates(page: Page, item: Item, doubt: Doubt) -> Iterator[Cure]:
    """Yield corrections that may mend a doubt, the likeliest first; none is more than a guess before it is tried."""
    other = doubt.alternative
    if other is not None and other.role is not None:
        yield Cure(lines=(other.line,), key="role", value=WORD_OF[other.role])
    elif other is not None and other.item != other.line:
        yield Cure(
            lines=(other.line,), key="item", value=other.item if isinstance(other.item, int) else "new"
        )
    lines = [block.line for block in page.blocks]
    near = _near(lines, doubt.line)
    match doubt.code:
        case "sentence-open" | "cut-off":
            yield from _going_on(page, doubt.line)
        case "text-lost":
            yield from _goes_on_from(page, doubt.line)
        case "headline-missing" | "body-missing":
            for line in [line for line in near if _is_short(page, line)][:3]:
                yield Cure(lines=(line,), key="role", value="headline")
            if _is_short(page, doubt.line):
                yield Cure(lines=(doubt.line,), key="role", value="subhead")
        case "byline-missing":
            below = lines[lines.index(item.lines[0]) + 1 :][:3]
            for line in (line for line in below if _is_short(page, line)):
                yield Cure(lines=(line,), key="role", value="byline")
        case _:
            pass
    yield from _moves(page, item, near)


def _near(lines: Sequence[int], line: int) -> list[int]:
    """Return all lines, the nearest first; of two as near, the one above."""
    places = {other: place for place, other in enumerate(lines)}
    here = places.get(line, 0)
    return sorted(lines, key=lambda other: (abs(places[other] - here), other))


def _paragraphs(page: Page) -> Iterator[tuple[int, ...]]:
    for item in page.items:
        yield from (each.lines for each in item.body if each.kind is not ParagraphKind.SUBHEAD)


def _going_on(page: Page, line: int) -> Iterator[Cure]:
    """Yield each paragraph below as what a line that breaks off goes on with, the nearest first."""
    for first in sorted(lines[0] for lines in _paragraphs(page) if lines[0] > line):
        yield Cure(lines=(first,), key="joins", value=line)


def _goes_on_from(page: Page, line: int) -> Iterator[Cure]:
    """Yield each line above that breaks off as what a line goes on from, the nearest first."""
    opened = {block.line for block in page.blocks if block.wording.openness > OPEN}
    for last in sorted((lines[-1] for lines in _paragraphs(page) if lines[-1] < line), reverse=True):
        if last in opened:
            yield Cure(lines=(line,), key="joins", value=last)


def _is_short(page: Page, line: int) -> bool:
    """Tell whether a line can be a headline, a crosshead or a byline."""
    return len(page.source.lines[line - 1].strip()) <= SHORT


def _moves(page: Page, item: Item, near: Sequence[int]) -> Iterator[Cure]:
    """Yield moves over the seams of an item: paragraphs beside a foreign line go to the item of that line."""
    owners: Mapping[int, Item] = {line: each for each in page.items for line in each.lines}
    bodies = {line for each in page.items for paragraph in each.body for line in paragraph.lines}
    order = sorted(owners)
    places = {line: place for place, line in enumerate(order)}
    for line in near:
        if line not in bodies:
            continue
        place = places[line]
        for neighbour, run in ((place - 1, order[place:]), (place + 1, order[place::-1])):
            if not 0 <= neighbour < len(order):
                continue
            other = owners[order[neighbour]]
            if other is owners[line] or item not in (other, owners[line]):
                continue
            moved = tuple(_stretch(run, owners, bodies))
            for lines in dict.fromkeys((moved, (line,))):
                yield Cure(lines=tuple(sorted(lines)), key="item", value=other.lines[0])


def _stretch(run: Iterable[int], owners: Mapping[int, Item], bodies: Set[int]) -> Iterator[int]:
    """Yield the lines of `run` as long as they stand in the body of the item of the first."""
    first = None
    for line in run:
        first = first or owners[line]
        if owners[line] is not first or line not in bodies:
            return
        yield line
