"""The values that the template of an item may use."""

from __future__ import annotations

from dataclasses import dataclass

from generator.archive.groups import Entry
from generator.model import Page
from generator.site.views.announced import Announced
from generator.site.views.prints import PrintedLine, PrintedPiece
from generator.site.views.reasons import LineLink, Reason
from generator.site.views.rows import Link
from generator.site.views.series import SeriesView
from generator.site.views.shared import SharedView
from generator.site.views.trust import Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphView:
    """A paragraph with its anchor and the source lines it is made of."""

    id: str
    """Its anchor on the item's page."""
    kind: str
    """What it is, as the data files have it: `paragraph`, `subhead` or `item`."""
    pieces: tuple[PrintedPiece, ...]
    """Its words, cut at seams and at misprints."""
    lines: tuple[LineLink, ...]
    """The ways to the source lines it is made of, in reading order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chip:
    """A tag, and the words of the page that prove it."""

    text: str
    """The tag as readers see it."""
    href: str
    """The address of the tag's page or entry."""
    note: str
    """What else is known of it; empty for nothing."""
    reasons: tuple[Reason, ...]
    """The words that prove it, with their lines."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """The contributors of one role."""

    role: str
    """The role, in Chinese."""
    people: tuple[Link, ...]
    """Who had it, in printed order, each once; the note holds the role or office as printed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateView:
    """When an item was printed, and how that is known."""

    text: str
    """The date in Chinese, about when where it is inferred, or that there is none."""
    within: str
    """The interval of an inferred date, in Chinese; empty for others."""
    basis: str
    """How it is known, in Chinese; empty where there is no date."""
    inferred: bool
    """Whether it follows from the page's words."""
    reasons: tuple[Reason, ...]
    """The words that bound it; empty for a stated date."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemView:
    """Everything that the template of an item may use."""

    id: str
    """The item's id."""
    title: str
    """The headline; in brackets the one that an editor supplies, or a short name from the item's words."""
    supplied: bool
    """Whether `title` is one that an editor supplies."""
    position: int
    """Its 1-based place among the items of its page."""
    kind: str
    """What it is, in Chinese."""
    kind_slug: str
    """The same as the data files have it, for styles."""
    kicker: tuple[PrintedPiece, ...]
    """The words above the headline, cut at misprints; empty for none."""
    headline: tuple[PrintedPiece, ...]
    """The headline, likewise."""
    deck: tuple[PrintedPiece, ...]
    """The words below the headline, likewise."""
    before: tuple[PrintedLine, ...]
    """Lines outside heading and body that stand before the body, such as bylines."""
    after: tuple[PrintedLine, ...]
    """Lines outside heading and body that stand after the body, such as signatures."""
    body: tuple[ParagraphView, ...]
    """Its paragraphs, crossheads and list items, in reading order; empty where only a headline was found."""
    credits: tuple[Credit, ...]
    """Who made it, by role; empty where nobody is named."""
    date: DateView
    """When it was printed."""
    page: Link
    """The way to the newspaper page it stands on."""
    entered: str
    """When it entered the archive and when it changed there, in Chinese; empty where that was not recorded."""
    issue: Link | None
    """The way to the issue of that page; None where paper or day are not known."""
    column: Link | None
    """The way to its column; None where it stands in none."""
    series: SeriesView | None
    """The series it is a part of, the parts around it; None where it is in none."""
    part: str
    """The number of its part as printed, such as `⑦`, or as an editor states it; empty where it is in no series."""
    source_line: str
    """Paper, date and page in Chinese, as far as they are known, and what is to be found out."""
    file: str
    """The name of the seed file."""
    first_line: int
    """The 1-based source line of the first of its lines."""
    desk: str
    """Where it is held against the source and mended."""
    belongs: tuple[Chip, ...]
    """The places where the story belongs."""
    mentioned: tuple[Chip, ...]
    """The places that are only mentioned."""
    themes: tuple[Chip, ...]
    """Its themes, the best first."""
    practices: tuple[Chip, ...]
    """The methods and brands it tells of, in order of first mention."""
    narrow: bool
    """Whether it has half-width punctuation that is shown as Chinese print has it."""
    verdict: Verdict
    """How far its reading and its text can be trusted, with every reason."""
    corrections: tuple[Reason, ...]
    """An editor's right readings; empty for none."""
    stated: tuple[Reason, ...]
    """What an editor states beside the reading: what it is, and as note what was read or printed."""
    abstract: bool
    """Whether its text is an abstract and not the newspaper's own."""
    rights: str
    """Who owns the text, in one sentence; empty where nothing is said."""
    characters: int
    """Characters of the body, white space left out."""
    previous: Link | None
    """The way to the item before it in the archive; None for the first."""
    next: Link | None
    """The way to the item behind it; None for the last."""
    previous_page: Link | None
    """The way to the newspaper page before its own; None for the first."""
    next_page: Link | None
    """The way to the newspaper page behind its own; None for the last."""
    announced: Announced | None
    """The items that it announces, if it is an editor's note that speaks of a number; else None."""
    note: Link | None
    """The way to the editor's note that announces it; None where none does."""
    related: tuple[Link, ...]
    """A few items that go with it, the reason as note; empty for none."""
    shared: tuple[SharedView, ...]
    """Its text that stands in other items too; empty for none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbours:
    """What stands before and after an item in the archive, and before and after its newspaper page."""

    previous: Entry | None
    """The item before it; None for the archive's first."""
    next: Entry | None
    """The item behind it; None for the archive's last."""
    previous_page: Page | None
    """The newspaper page before its own; None for the first."""
    next_page: Page | None
    """The newspaper page behind its own; None for the last."""
