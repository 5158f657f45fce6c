"""Items, and the pages they stand on."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from generator.model.blocks import Block, Doubt, Heading, Misprint, Paragraph, Series
from generator.model.people import Byline, Contributor, StatedAuthor
from generator.model.source import SourceText
from generator.model.statements import About, Check, Statement
from generator.model.tags import DateTag, Tags
from generator.model.withdrawals import Withdrawn


class Kind(StrEnum):
    """What an item is."""

    ARTICLE = "article"
    COMMENTARY = "commentary"
    CAPTION = "caption"
    BRIEF = "brief"
    LIST = "list"
    NOTE = "note"


class TextKind(StrEnum):
    """Whose words a page holds."""

    FULL = "full"
    """The newspaper's own text."""
    ABSTRACT = "abstract"
    """An abstract (提要) in our own words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A content item of a page: an article, a caption, a brief, a list or a note."""

    id: str
    """What its address is made of: as read, the page's id and its position; in an archive, an id that lasts."""
    position: int
    """1-based place in the page's reading order."""
    kind: Kind
    """What it is."""
    column: str | None
    """Name of the column it stands in, None outside columns."""
    series: Series | None
    """The series it is a part of."""
    kicker: Heading | None
    """The line above the headline (引题)."""
    headline: Heading | None
    """The headline (主题)."""
    deck: Heading | None
    """The line under the headline (副题)."""
    bylines: tuple[Byline, ...]
    """Everyone named, in printed order."""
    body: tuple[Paragraph, ...]
    """The body in reading order."""
    blocks: tuple[Block, ...]
    """Every block that the item is made of, in source order; no block has two owners."""
    complete: bool
    """False where the print cuts the item off."""
    doubts: tuple[Doubt, ...] = ()
    """Why the reading may be wrong; an item without doubts is sure."""
    confidence: float = 1.0
    """How probably it holds just its own lines, 0 to 1; 1 where an editor has checked it."""
    text_doubts: tuple[Doubt, ...] = ()
    """What looks like a misprint in the text; it says nothing against the reading. Empty until the page is tagged."""
    misprints: tuple[Misprint, ...] = ()
    """Right readings given by an editor."""
    tags: Tags = field(default=Tags())
    """What it is about; empty until the page is tagged."""
    authors: tuple[StatedAuthor, ...] = ()
    """Whom an editor names as its authors; citations name them, and `bylines` stays what is printed."""
    stated: tuple[Statement, ...] = ()
    """What an editor states of it; column, kind and series are as stated, `headline` stays what is printed."""
    checks: tuple[Check, ...] = ()
    """By which of an editor's words it was checked; only such as hold for its text of today."""

    @property
    def sure(self) -> bool:
        """Whether nothing speaks against the reading."""
        return not self.doubts

    @property
    def supplied(self) -> str:
        """The headline that an editor gives it because the page prints none; empty where there is none."""
        return next((said.text for said in self.stated if said.about is About.HEADLINE), "")

    @property
    def lines(self) -> tuple[int, ...]:
        """The 1-based source lines of all blocks, in order."""
        return tuple(block.line for block in self.blocks)

    @property
    def contributors(self) -> tuple[Contributor, ...]:
        """Everyone whom an editor or the print names, the editor's first."""
        stated = tuple(author.contributor for author in self.authors)
        return (*stated, *(byline.contributor for byline in self.bylines))

    @property
    def added_authors(self) -> tuple[StatedAuthor, ...]:
        """Of `authors` those who say more than the print; all, where the editor leaves out someone who is printed."""
        printed = {byline.contributor.name: byline.contributor.words for byline in self.bylines}
        if printed.keys() - {author.contributor.name for author in self.authors}:
            return self.authors
        return tuple(
            author
            for author in self.authors
            if author.contributor.name not in printed
            or set(author.contributor.words.split()) - set(printed[author.contributor.name].split())
        )

    @property
    def text(self) -> str:
        """The body's text, one paragraph a line."""
        return "\n".join(paragraph.text for paragraph in self.body)


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """What is known of the issue that a page belongs to; only from a sidecar and the papers' vocabulary, never guessed."""

    paper: str | None = None
    """The newspaper's name."""
    date: DateTag = field(default=DateTag())
    """The issue's date as stated."""
    label: str | None = None
    """The page's label as printed: 07, A3, 第七版."""
    text_kind: TextKind = TextKind.FULL
    """Whose words the page holds."""
    rights: str | None = None
    """A word on the rights of the text."""
    paper_line: int | None = None
    """The line of the sidecar that names the paper."""
    paper_id: str = ""
    """The id of the paper; empty where its name is not known."""
    cn: str = ""
    """The paper's CN number; empty where site_config/papers.yml does not have it."""
    place: str = ""
    """Where the paper is published, likewise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One read page: each of its blocks is in exactly one item, furniture or unplaced, or withdrawn."""

    source: SourceText
    """The text that was read."""
    issue: Issue
    """What is known of the issue."""
    items: tuple[Item, ...]
    """In reading order."""
    furniture: tuple[Block, ...]
    """Blocks that belong to the page and to no single item: column marks."""
    unplaced: tuple[Block, ...]
    """Blocks that could not be placed; shown as such on the page."""
    sidecar: tuple[str, ...] = ()
    """The lines of the sidecar beside it, which an editor's decisions are quoted from; empty where there is none."""
    withdrawn: tuple[Withdrawn, ...] = ()
    """Lines whose words `source` holds no more, in source order of their first lines."""
    lapsed: tuple[Check, ...] = ()
    """Checks that hold no more, in the order of the sidecar: the text has changed, or their line is in no item."""

    @property
    def id(self) -> str:
        """The page's id."""
        return self.source.id

    @property
    def sidecar_name(self) -> str:
        """The name of the file in which an editor speaks of it, whether there is one or not."""
        return f"{self.id}.yml"

    @property
    def withdrawn_lines(self) -> frozenset[int]:
        """The 1-based source lines that are withdrawn."""
        return frozenset(line for each in self.withdrawn for line in each.lines)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Every block of the page, in source order."""
        owned = [block for item in self.items for block in item.blocks]
        return tuple(sorted([*owned, *self.furniture, *self.unplaced], key=lambda block: block.line))
