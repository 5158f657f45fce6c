"""Newspapers and their issues: all pages of one paper, and all its pages of one day.

Only what is stated counts: a page whose paper is not named belongs to none, and a page whose date is not
one stated day to no issue.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.model import DateBasis, Page
from generator.model.edtf import bounds
from generator.model.numerals import number_of
from generator.vocabulary.papers import Paper, Papers

DAY = 10
"""Characters of a whole day: 2022-06-16."""
_LABEL = re.compile(r"第?\s*([A-Za-z]*)\s*(\S*?)\s*版?")


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperIssue:
    """All pages of one paper of one day that the archive has."""

    paper: Paper
    """The newspaper."""
    day: str
    """The day, ISO 8601."""
    pages: tuple[Page, ...]
    """By their labels; never empty."""

    @property
    def id(self) -> str:
        """Its id: that of the paper, and the day."""
        return f"{self.paper.id}/{self.day}"

    @property
    def published(self) -> int | None:
        """How many pages the issue had; None where nobody says so."""
        span = self.paper.said_of(self.day)
        return span.pages if span else None


@dataclass(frozen=True, kw_only=True)
class Newspaper:
    """A paper with what the archive has of it."""

    paper: Paper
    """The newspaper."""
    issues: tuple[PaperIssue, ...]
    """Its issues, by day."""
    loose: tuple[Page, ...]
    """Pages of it that belong to no issue, because their day is not known."""

    @property
    def pages(self) -> int:
        """How many pages the archive has of it."""
        return sum(len(issue.pages) for issue in self.issues) + len(self.loose)

    @cached_property
    def gaps(self) -> tuple[Gap, ...]:
        """What is missing, year by year, of what was published; empty where nobody says on which days."""
        here = {issue.day for issue in self.issues}
        years: dict[str, list[str]] = {}
        for span in self.paper.published:
            for day in span.issues() if span.dated else ():
                years.setdefault(day[:4], []).append(day)
        return tuple(
            Gap(
                year=year,
                published=len(days),
                missing=tuple(day for day in days if day not in here),
            )
            for year, days in sorted(years.items())
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """What of one year is not in the archive."""

    year: str
    """The year in four digits."""
    published: int
    """How many issues were published, as far as an editor says so."""
    missing: tuple[str, ...]
    """The days whose issue the archive has no page of."""


def day_of(page: Page) -> str:
    """Return the day that a sidecar states for a page; empty where it states none, or no single day."""
    date = page.issue.date
    first, last = bounds(date.edtf or "")
    return first if date.basis is DateBasis.STATED and first == last and len(first) == DAY else ""


def newspapers(pages: Iterable[Page], papers: Papers) -> tuple[Newspaper, ...]:
    """Return every paper that is described or that a page is of: those described first, then others by id."""
    known: dict[str, Paper] = {paper.id: paper for paper in papers.listed}
    groups: dict[str, list[Page]] = {}
    for page in pages:
        if page.issue.paper is not None:
            paper = papers.paper(page.issue.paper)
            known.setdefault(paper.id, paper)
            groups.setdefault(paper.id, []).append(page)
    order = [*(paper.id for paper in papers.listed), *sorted(set(known) - {p.id for p in papers.listed})]
    return tuple(_newspaper(known[name], groups.get(name, [])) for name in order)


def issues_by_page(papers: Iterable[Newspaper]) -> Mapping[str, PaperIssue]:
    """Return the issue of each page that belongs to one, by the page's id."""
    issues = (issue for newspaper in papers for issue in newspaper.issues)
    return {page.id: issue for issue in issues for page in issue.pages}


def _newspaper(paper: Paper, pages: Iterable[Page]) -> Newspaper:
    days: dict[str, list[Page]] = {}
    for page in pages:
        days.setdefault(day_of(page), []).append(page)
    loose = days.pop("", [])
    return Newspaper(paper=paper, issues=tuple(_issues(paper, days)), loose=tuple(loose))


def _issues(paper: Paper, days: Mapping[str, list[Page]]) -> Iterator[PaperIssue]:
    for day in sorted(days):
        yield PaperIssue(paper=paper, day=day, pages=tuple(sorted(days[day], key=_place)))


def _place(page: Page) -> tuple[bool, str, int, str, str]:
    """Return what orders the pages of an issue: 01, 02, 10; A1, A2, B1; those without a label last."""
    label = (page.issue.label or "").strip()
    found = _LABEL.fullmatch(label)
    letters, figure = (found[1].upper(), found[2]) if found else ("", label)
    number = int(figure) if figure.isdecimal() else number_of(figure)
    return not label, letters, 10**6 if number is None else number, label, page.id
