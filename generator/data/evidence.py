"""Everything that is said of an item, with the words that prove it: one list, in one form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from generator.archive.dates import date_of
from generator.model import ContributorRole, Evidence, Item, Page
from generator.model.statements import About


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One thing that the archive says of an item."""

    kind: str
    """What is said: region, theme, practice, byline, institution, author, series, date, what an editor states, or check."""
    subject: str
    """Of what: a code of a place, a slug of a theme, a name, a date as EDTF, what is stated, or who checked and when."""
    evidence: tuple[Evidence, ...]
    """The words that prove it."""


def claims_of(page: Page, item: Item) -> Iterator[Claim]:
    """Yield everything that is said of `item` and has words to prove it, in the order of its row."""
    for byline in item.bylines:
        kind = "institution" if byline.contributor.role is ContributorRole.INSTITUTION else "byline"
        yield Claim(kind=kind, subject=byline.contributor.name, evidence=byline.evidence)
    for author in item.authors:
        yield Claim(kind="author", subject=author.contributor.name, evidence=author.evidence)
    for said in item.stated:
        if said.about is not About.SERIES or item.series is None:
            yield Claim(kind=str(said.about), subject=said.text, evidence=said.evidence)
    for check in item.checks:
        yield Claim(kind="check", subject=check.words, evidence=check.evidence)
    if item.series:
        yield Claim(kind="series", subject=item.series.name, evidence=item.series.evidence)
    for region in item.tags.regions:
        yield Claim(kind="region", subject=region.code, evidence=region.evidence)
    for theme in item.tags.themes:
        yield Claim(kind="theme", subject=theme.slug, evidence=theme.evidence)
    for practice in item.tags.practices:
        yield Claim(kind="practice", subject=practice.name, evidence=practice.evidence)
    date = date_of(page, item)
    if date.edtf:
        yield Claim(kind="date", subject=date.edtf, evidence=date.evidence)


def evidence_of(page: Page) -> Iterator[Evidence]:
    """Yield all evidence of a page: of its own date, of its items, and of what an editor corrects in them."""
    yield from page.issue.date.evidence
    for item in page.items:
        yield from (words for claim in claims_of(page, item) for words in claim.evidence)
        yield from (words for misprint in item.misprints for words in misprint.stated)


def proofs(evidence: Iterable[Evidence]) -> list[dict[str, Any]]:
    """Return evidence as rows: in which file, on which line and where in it the words stand, and by which rule."""
    return [
        {
            "file": words.file,
            "line": words.line,
            "start": words.start,
            "end": words.end,
            "text": words.text,
            "rule": words.rule,
        }
        for words in evidence
    ]
