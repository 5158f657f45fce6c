"""What the page of a newspaper page (版面) shows: its items in print order, and its source line by line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.archive.dates import page_date
from generator.archive.groups import Entry
from generator.model import Item, Page, TextKind
from generator.model.date_words import date_words, when_words
from generator.model.withdrawals import Withdrawn
from generator.model.words import BLOCK_ROLES
from generator.site.views.frame import Frame, line_href
from generator.site.views.names import label_words, page_name, title_of, unknown_words
from generator.site.views.papers import ways_to_issue
from generator.site.views.prints import sorted_misprints
from generator.site.views.reasons import Reason, corrections
from generator.site.views.rows import ItemRow, Link
from generator.site.views.scans import ScanView, scan_view
from generator.site.views.sketch import SketchView, sketch_of
from generator.site.views.trust import verdict_of

LEAD = 60
"""Characters of a body that a page's summary shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """An item in the summary of its page."""

    row: ItemRow
    """The item as a line of a list."""
    lead: str
    """How its first paragraph begins; empty where the title already says it."""
    size: int
    """1 for the longest items of a page to 3 for the shortest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Neighbouring items of one column."""

    column: Link | None
    """The way to the column; None where the items stand in none."""
    stories: tuple[Story, ...]
    """The items, in reading order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLine:
    """A printed line, and where it went."""

    number: int
    """The 1-based source line."""
    text: str
    """The whole line as it stands in the file."""
    role: str
    """What it was read as, in Chinese."""
    owner: Link | None
    """The way to where it went in its item, with that item's position as count; None where it went to none."""
    owner_id: str
    """That item's id; empty where it went to none."""
    shade: int
    """0 for no item, else 1 to 6 in turn."""
    unplaced: bool
    """Whether it could not be placed."""
    corrections: tuple[Reason, ...]
    """An editor's right readings on this line; empty for none."""
    withdrawn: str = ""
    """That so many lines from this one on are withdrawn, why and when; empty for a line that is not."""
    boxed: bool = False
    """Whether the page's picture shows where it stands."""
    also: tuple[int, ...] = ()
    """The other lines that are withdrawn with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemDoubts:
    """The doubts about one item."""

    item: Link
    """The way to the item."""
    reasons: tuple[Reason, ...]
    """Why its reading may be wrong, then what looks like a misprint; never empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageView:
    """Everything that the template of a newspaper page may use."""

    id: str
    """The page's id."""
    name: str
    """Paper, date and label in Chinese, or season and lead story where neither paper nor date is known."""
    paper: str
    """The paper's name; empty where it is not known."""
    date: str
    """When it was printed, in Chinese; an inferred date begins with 约. Empty where nothing is known."""
    unknown: str
    """What is to be found out of paper, date and label; empty where all are known."""
    label: str
    """Its place in the paper, such as `第07版`; empty where it is not known."""
    file: str
    """The name of the seed file."""
    encoding: str
    """The encoding that was found, in capitals."""
    sha256: str
    """Digest of the file's bytes, in hex."""
    abstract: bool
    """Whether its text is an abstract and not the newspaper's own."""
    rights: str
    """Who owns the text, in one sentence; empty where nothing is said."""
    characters: int
    """Characters of the file, white space left out."""
    sketch: SketchView
    """How it may have looked, by order and length."""
    scan: ScanView | None
    """Its picture; None where there is none."""
    sections: tuple[Section, ...]
    """Its items, cut where the column changes."""
    count: int
    """How many items it has."""
    lines: tuple[SourceLine, ...]
    """Its source lines that are not blank, in source order."""
    unplaced: int
    """How many of them could not be placed."""
    withdrawn: int
    """How many lines of the file are withdrawn."""
    doubts: tuple[ItemDoubts, ...]
    """Its doubted items; empty where nothing is doubted."""
    corrections: tuple[Reason, ...]
    """All right readings of an editor on this page, by line."""
    newspaper: Link | None
    """The way to its newspaper; None where that is not known."""
    issue: Link | None
    """The way to its issue, with the number of pages; None where paper or day are not known."""
    previous: Link | None
    """The way to the page before it, by id; None for the first."""
    next: Link | None
    """The way to the page behind it, by id; None for the last."""


def page_view(frame: Frame, page: Page, previous: Page | None, following: Page | None) -> PageView:
    """Return the view of one newspaper page; `previous` and `following` are its neighbours."""
    issue, date = page.issue, page_date(page)
    lines = tuple(_source_lines(page))
    newspaper, paper_issue = ways_to_issue(frame, page)
    return PageView(
        id=page.id,
        name=page_name(page),
        paper=issue.paper or "",
        date=when_words(date) if date.edtf else "",
        unknown=unknown_words(page, date),
        label=label_words(issue.label) if issue.label else "",
        file=page.source.name,
        encoding=page.source.encoding.upper(),
        sha256=page.source.sha256,
        abstract=issue.text_kind is TextKind.ABSTRACT,
        rights=issue.rights or "",
        characters=sum(not character.isspace() for character in page.source.text),
        sketch=sketch_of(page),
        scan=scan_view(page),
        sections=tuple(_sections(frame, page)),
        count=len(page.items),
        lines=lines,
        unplaced=sum(line.unplaced for line in lines),
        withdrawn=len(page.withdrawn_lines),
        doubts=tuple(_doubts(frame, page)),
        corrections=tuple(reason for line in lines for reason in line.corrections),
        newspaper=newspaper,
        issue=paper_issue,
        previous=frame.page_link(previous) if previous else None,
        next=frame.page_link(following) if following else None,
    )


def _doubts(frame: Frame, page: Page) -> Iterator[ItemDoubts]:
    for item in page.items:
        verdict = verdict_of(page, item)
        if reasons := verdict.reading + verdict.words:
            yield ItemDoubts(item=frame.item_link(Entry(page=page, item=item)), reasons=reasons)


def _sections(frame: Frame, page: Page) -> Iterator[Section]:
    stories: list[Story] = []
    column: str | None = None
    sizes = sorted((len(item.text) for item in page.items), reverse=True)
    for item in page.items:
        if stories and item.column != column:
            yield Section(column=frame.column_link(column) if column else None, stories=tuple(stories))
            stories = []
        column = item.column
        stories.append(_story(frame, page, item, sizes))
    if stories:
        yield Section(column=frame.column_link(column) if column else None, stories=tuple(stories))


def _story(frame: Frame, page: Page, item: Item, sizes: list[int]) -> Story:
    first = next((part.text for part in item.body if part.kind == "paragraph"), "")
    lead = first if len(first) <= LEAD else f"{first[:LEAD]}…"
    rank = sizes.index(len(item.text))
    return Story(
        row=frame.row(Entry(page=page, item=item)),
        lead=lead if item.headline else "",
        size=1 if rank == 0 else 2 if rank < max(3, len(sizes) // 2) else 3,
    )


def _source_lines(page: Page) -> Iterator[SourceLine]:
    owners = {block.line: (item, block) for item in page.items for block in item.blocks}
    furniture = {block.line: block for block in page.furniture}
    unplaced = {block.line: block for block in page.unplaced}
    scan = page.source.scan
    boxed = page.source.print_of if scan and scan.unit is not None and not scan.withheld else {}
    gaps = {gap[0]: _gap(each, gap) for each in page.withdrawn for gap in _gaps(each, page.source.lines)}
    for number, text in enumerate(page.source.lines, start=1):
        if number in gaps:
            yield gaps[number]
        if not text.strip():
            continue
        item, block = owners.get(number, (None, furniture.get(number) or unplaced.get(number)))
        yield SourceLine(
            number=number,
            text=text,
            role=BLOCK_ROLES[block.role] if block else "",
            owner=_owner(item, number) if item else None,
            owner_id=item.id if item else "",
            shade=(item.position - 1) % 6 + 1 if item else 0,
            unplaced=number in unplaced,
            corrections=_corrected(page, item, number) if item else (),
            boxed=number in boxed,
        )


def _gaps(gone: Withdrawn, lines: Sequence[str]) -> list[list[int]]:
    """Return withdrawn lines, cut where a line that is shown stands between them."""
    cut: list[list[int]] = []
    for line in gone.lines:
        if not cut or any(text.strip() for text in lines[cut[-1][-1] : line - 1]):
            cut.append([])
        cut[-1].append(line)
    return cut


def _gap(gone: Withdrawn, lines: Sequence[int]) -> SourceLine:
    return SourceLine(
        number=lines[0],
        text="",
        role="",
        owner=Link(text="撤下的一篇", href=f"articles/{gone.item}/index.html") if gone.item else None,
        owner_id="",
        shade=0,
        unplaced=False,
        corrections=(),
        withdrawn=f"已撤下{len(lines)}行（{date_words(gone.on)}）：{gone.reason}",
        also=tuple(lines[1:]),
    )


def _owner(item: Item, line: int) -> Link:
    """Return the way from a source line to the paragraph that it went to."""
    return Link(text=title_of(item), href=line_href(item, line), count=item.position)


def _corrected(page: Page, item: Item, line: int) -> tuple[Reason, ...]:
    return corrections(page, (misprint for misprint in sorted_misprints(item) if misprint.line == line))
