"""The pages of newspapers and of their issues."""

from __future__ import annotations

from collections.abc import Iterator

from generator.archive.addresses import issue_url, list_references, paper_url
from generator.archive.papers import Newspaper
from generator.model.outfiles import OutFile
from generator.site.rendering.press import Press
from generator.site.views.heads import Head, reference_links, turns
from generator.site.views.papers import ISSUES, issue_rows, issue_view, paper_link, paper_view
from generator.site.views.rows import Link

STEPS = (Link(text="报纸", href="papers/index.html"),)


def paper_pages(press: Press) -> Iterator[OutFile]:
    """Yield the list of newspapers, the page of each, and the page of each of their issues."""
    papers = press.archive.newspapers
    unnamed = sum(page.issue.paper is None for page in press.archive.pages)
    views = [paper_view(newspaper) for newspaper in papers]
    yield press.sheet("papers/", "papers", title="报纸", section="pages", papers=views, unnamed=unnamed)
    for newspaper in papers:
        yield from _paper(press, newspaper)
        for at in range(len(newspaper.issues)):
            yield _issue(press, newspaper, at)


def _paper(press: Press, newspaper: Newspaper) -> Iterator[OutFile]:
    view = paper_view(newspaper)
    newest = newspaper.issues[::-1]
    for part in press.frame.parts([], paper_url(view.id), ISSUES, count=len(newest)):
        yield press.part(
            part,
            "paper",
            title=view.name,
            section="pages",
            crumbs=STEPS,
            paper=view,
            issues=issue_rows(newest[(part.number - 1) * ISSUES : part.number * ISSUES]),
        )


def _issue(press: Press, newspaper: Newspaper, at: int) -> OutFile:
    view = issue_view(press.frame, newspaper, at)
    issue = newspaper.issues[at]
    address = issue_url(newspaper.paper.id, issue.day)
    references = list_references(address, sum(len(page.items) for page in issue.pages))
    return press.sheet(
        address,
        "issue",
        title=view.name,
        section="pages",
        crumbs=(*STEPS, paper_link(newspaper)),
        here=view.day,
        head=Head(links=turns(view.previous, view.next) + reference_links(references)),
        references=references,
        issue=view,
    )
