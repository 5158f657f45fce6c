"""What is shown of newspapers and their issues, and of what is missing of them."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.archive.addresses import issue_url, page_url, paper_url
from generator.archive.groups import Entry
from generator.archive.papers import Gap, Newspaper, PaperIssue
from generator.model import Page
from generator.model.date_words import date_words
from generator.site.views.frame import Frame
from generator.site.views.names import label_words, page_name
from generator.site.views.rows import ItemRow, Link
from generator.vocabulary.papers import Paper

ISSUES = 200
"""Issues on one page of a newspaper."""
LOOSE = 60
"""Pages without a day that are named; the others are found by their items."""
WEEKDAYS = "一二三四五六日"


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueRow:
    """An issue as a line of its newspaper's list."""

    link: Link
    """The way to it: its day in Chinese, the day of the week as note."""
    pages: tuple[Link, ...]
    """The ways to its pages, by their labels."""
    published: int
    """How many pages it had; 0 where nobody says so."""
    items: int
    """How many items its pages have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GapView:
    """What is missing of one year."""

    year: str
    """The year in Chinese."""
    published: int
    """How many issues were published, as far as an editor says so."""
    here: int
    """How many of them the archive has a page of."""
    missing: tuple[str, ...]
    """The days of the others, a line a month."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperView:
    """Everything that the template of a newspaper may use."""

    id: str
    """The paper's id."""
    name: str
    """Its name."""
    facts: tuple[tuple[str, str], ...]
    """What an editor says of it: a word, and what is known."""
    about: str
    """A word for readers; empty for none."""
    pages: int
    """How many of its pages the archive has."""
    issues: int
    """How many of its issues."""
    extent: tuple[str, str]
    """The days of the first and the last of them in Chinese; empty for none."""
    loose: tuple[Link, ...]
    """Pages whose day is not known."""
    more: int
    """How many such pages are not named."""
    gaps: tuple[GapView, ...]
    """What is missing year by year; empty where nobody says what was published."""
    printed: int
    """How many pages those issues had of which an editor says so; 0 where it is said of none."""
    kept: int
    """How many of these the archive has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuePage:
    """One page of an issue with its items."""

    link: Link
    """The way to it: its label, or its id where it has none; how many items it has."""
    rows: tuple[ItemRow, ...]
    """Its items, in reading order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueView:
    """Everything that the template of an issue may use."""

    name: str
    """The paper as its pages name it, and the day in Chinese."""
    paper: Link
    """The way to the newspaper."""
    day: str
    """The day in Chinese."""
    weekday: str
    """The day of the week in Chinese."""
    pages: tuple[IssuePage, ...]
    """Its pages, by their labels."""
    items: int
    """How many items they have."""
    published: int
    """How many pages it had; 0 where nobody says so."""
    previous: Link | None
    """The way to the issue before it that the archive has; None for the first."""
    next: Link | None
    """The way to the issue behind it; None for the last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperGaps:
    """How much of what a newspaper published is here."""

    paper: Link
    """The way to it."""
    published: int
    """How many issues were published, as far as an editor says so."""
    here: int
    """How many of them the archive has a page of."""


def paper_link(newspaper: Newspaper) -> Link:
    """Return the way to a newspaper, with the number of its pages."""
    paper = newspaper.paper
    return Link(text=paper.name, href=f"{paper_url(paper.id)}index.html", count=newspaper.pages)


def issue_link(issue: PaperIssue) -> Link:
    """Return the way to an issue, with the number of its pages."""
    address = issue_url(issue.paper.id, issue.day)
    return Link(
        text=date_words(issue.day),
        href=f"{address}index.html",
        count=len(issue.pages),
        note=weekday_words(issue.day),
    )


def ways_to_issue(frame: Frame, page: Page) -> tuple[Link | None, Link | None]:
    """Return the ways from a page to its newspaper and to its issue; None where it belongs to none."""
    newspaper = frame.newspapers.get(page.issue.paper_id)
    issue = frame.archive.issue_of.get(page.id)
    return (paper_link(newspaper) if newspaper else None, issue_link(issue) if issue else None)


def weekday_words(day: str) -> str:
    """Return the day of the week of a day.

    >>> weekday_words("2022-06-16")
    '星期四'
    """
    return f"星期{WEEKDAYS[datetime.date.fromisoformat(day).weekday()]}"


def paper_view(newspaper: Newspaper) -> PaperView:
    """Return the view of one newspaper."""
    paper = newspaper.paper
    days = [issue.day for issue in newspaper.issues]
    counted = [issue for issue in newspaper.issues if issue.published]
    return PaperView(
        id=paper.id,
        name=paper.name,
        facts=tuple(_facts(paper)),
        about=paper.about,
        pages=newspaper.pages,
        issues=len(days),
        extent=(date_words(days[0]), date_words(days[-1])) if days else ("", ""),
        loose=tuple(_named(page) for page in newspaper.loose[:LOOSE]),
        more=max(0, len(newspaper.loose) - LOOSE),
        gaps=tuple(_gap(gap) for gap in newspaper.gaps),
        printed=sum(issue.published or 0 for issue in counted),
        kept=sum(len(issue.pages) for issue in counted),
    )


def issue_rows(issues: Iterable[PaperIssue]) -> list[IssueRow]:
    """Return issues as lines of a list."""
    return [
        IssueRow(
            link=issue_link(issue),
            pages=tuple(_page_link(page) for page in issue.pages),
            published=issue.published or 0,
            items=sum(len(page.items) for page in issue.pages),
        )
        for issue in issues
    ]


def issue_view(frame: Frame, newspaper: Newspaper, at: int) -> IssueView:
    """Return the view of the issue of a newspaper at place `at`, from 0."""
    issue = newspaper.issues[at]
    after = newspaper.issues[at + 1] if at + 1 < len(newspaper.issues) else None
    return IssueView(
        name=issue_name(issue),
        paper=paper_link(newspaper),
        day=date_words(issue.day),
        weekday=weekday_words(issue.day),
        pages=tuple(
            IssuePage(
                link=_page_link(page),
                rows=tuple(frame.row(Entry(page=page, item=item)) for item in page.items),
            )
            for page in issue.pages
        ),
        items=sum(len(page.items) for page in issue.pages),
        published=issue.published or 0,
        previous=issue_link(newspaper.issues[at - 1]) if at else None,
        next=issue_link(after) if after else None,
    )


def issue_name(issue: PaperIssue) -> str:
    """Return what an issue is called: the paper's name as its first page states it, and the day."""
    return f"《{(issue.pages[0].issue.paper or '').strip('《》')}》 {date_words(issue.day)}"


def paper_gaps(newspapers: Iterable[Newspaper]) -> tuple[PaperGaps, ...]:
    """Return how much is here of each newspaper of which an editor says what was published."""
    return tuple(
        PaperGaps(
            paper=paper_link(newspaper),
            published=sum(gap.published for gap in newspaper.gaps),
            here=sum(gap.published - len(gap.missing) for gap in newspaper.gaps),
        )
        for newspaper in newspapers
        if newspaper.gaps
    )


def _facts(paper: Paper) -> Iterator[tuple[str, str]]:
    former = (f"{name.name}{_period(name.since, name.until)}" for name in paper.former)
    facts = (
        ("曾用名", "、".join(former)),
        ("刊号", paper.cn),
        ("出版地", paper.place),
        ("出版者", paper.publisher),
        ("创刊", date_words(paper.since) if paper.since else ""),
        ("停刊", date_words(paper.until) if paper.until else ""),
    )
    yield from ((word, known) for word, known in facts if known)


def _period(since: str, until: str) -> str:
    if since and until:
        return f"（{date_words(f'{since}/{until}')}）"
    if since or until:
        return f"（{date_words(since)}起）" if since else f"（到{date_words(until)}）"
    return ""


def _gap(gap: Gap) -> GapView:
    months: dict[str, list[str]] = {}
    for day in gap.missing:
        months.setdefault(day[5:7], []).append(str(int(day[8:])))
    return GapView(
        year=date_words(gap.year),
        published=gap.published,
        here=gap.published - len(gap.missing),
        missing=tuple(f"{int(month)}月{'、'.join(days)}日" for month, days in months.items()),
    )


def _named(page: Page) -> Link:
    return Link(text=page_name(page), href=f"{page_url(page)}index.html", count=len(page.items))


def _page_link(page: Page) -> Link:
    name = label_words(page.issue.label) if page.issue.label else f"版面 {page.id}"
    return Link(text=name, href=f"{page_url(page)}index.html", count=len(page.items))
