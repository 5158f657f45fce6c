"""What speaks against the papers and issues that pages are said to be of."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.archive.groups import Archive
from generator.archive.papers import Newspaper, PaperIssue
from generator.editing.checks.codes import CODES
from generator.model import Page
from generator.telling.diagnostics import Diagnostic


def check_issues(archive: Archive) -> Iterator[Diagnostic]:
    """Yield papers that are not described, names and days that cannot be, and labels that stand twice in one issue."""
    for page in archive.pages:
        yield from _name(archive, page)
    for newspaper in archive.newspapers:
        yield from _issues(newspaper)


def _name(archive: Archive, page: Page) -> Iterator[Diagnostic]:
    name = page.issue.paper
    if name is None:
        return
    paper = archive.papers.paper(name)
    # With no paper described at all, that this one is not says nothing.
    if not paper.listed and archive.papers.listed:
        yield _found("paper-unknown", page, f"报名“{name}”不在报纸表里。")
    date = page.issue.date.edtf or ""
    if misfit := paper.misfit(name, date):
        yield _found("paper-date", page, f"{misfit},这一版的日期是 {date}。")


def _issues(newspaper: Newspaper) -> Iterator[Diagnostic]:
    for issue in newspaper.issues:
        span = issue.paper.said_of(issue.day)
        if span is not None and span.dated and not span.prints(issue.day):
            message = f"按报纸表,《{issue.paper.name}》{issue.day} 没有出报。"
            yield _found("issue-day", issue.pages[0], message)
        yield from _labels(issue)
        if issue.published is not None and len(issue.pages) > issue.published:
            message = f"《{issue.paper.name}》{issue.day} 收了 {len(issue.pages)} 版,报纸表写的是 {issue.published} 版。"
            yield _found("issue-pages", issue.pages[0], message)


def _labels(issue: PaperIssue) -> Iterator[Diagnostic]:
    seen: dict[str, Page] = {}
    for page in issue.pages:
        label = page.issue.label
        if label is None:
            continue
        if label in seen:
            other = seen[label].source.name
            message = f"《{issue.paper.name}》{issue.day} 的“{label}”版有两个:{other} 和 {page.source.name}。"
            yield _found("issue-label", page, message)
        seen.setdefault(label, page)


def _found(code: str, page: Page, message: str) -> Diagnostic:
    known = CODES[code]
    path = page.source.path or page.source.name
    stated = page.issue.paper_line
    return Diagnostic(
        code=code,
        severity=known.severity,
        path=str(Path(path).with_suffix(".yml")) if stated else path,
        line=stated,
        message=message,
        hint=known.hint,
    )
