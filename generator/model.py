"""The values of the pipeline: frozen, slotted, keyword-only, and complete when they are made.

Terms follow METS/ALTO, NDNP and impresso: an *issue* has *pages*, a page has *items*
(articles, captions, briefs ...), and a *column* is a named rubric (栏目), never a print column.
"""

from __future__ import annotations

import bisect
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch of a source text, in Unicode code points."""

    start: int
    """Offset of the first code point."""
    end: int
    """Offset behind the last code point."""

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start


@dataclass(frozen=True, kw_only=True)
class SourceText:
    """One seed page as it was read."""

    id: str
    """The page's id: the stem of its file, fit for an address."""
    name: str
    """The file's name, as `source` in the data files."""
    text: str
    """The decoded text, newlines as LF, otherwise untouched."""
    encoding: str
    """The encoding that was found, by its IANA name in lower case."""
    sha256: str
    """Digest of the file's bytes, in hex."""
    path: str = ""
    """The file's path as a person would type it, for messages."""

    def quote(self, span: Span) -> str:
        """Return the characters of `span`."""
        return self.text[span.start : span.end]

    @cached_property
    def line_starts(self) -> tuple[int, ...]:
        """Offset of the first character of each line; line 1 is at index 0."""
        starts = [0]
        for offset, character in enumerate(self.text):
            if character == "\n":
                starts.append(offset + 1)
        return tuple(starts)

    def line_of(self, offset: int) -> int:
        """Return the 1-based number of the line that holds `offset`."""
        return bisect.bisect_right(self.line_starts, offset)

    def line_span(self, line: int) -> Span:
        """Return the span of 1-based `line` without its newline."""
        start = self.line_starts[line - 1]
        ends = self.line_starts[line] - 1 if line < len(self.line_starts) else len(self.text)
        return Span(start, ends)

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines without their newlines; line 1 is at index 0."""
        return tuple(self.text.split("\n"))


class Role(StrEnum):
    """What a printed line is."""

    COLUMN_MARK = "column mark"
    KICKER = "kicker"
    HEADLINE = "headline"
    DECK = "deck"
    CROSSHEAD = "crosshead"
    BYLINE = "byline"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list item"
    BRIEF = "brief"
    EDITORS_NOTE = "editor's note"
    CAPTION = "caption"
    CREDIT = "credit"
    SIGNATURE = "signature"
    UNKNOWN = "unknown"


class Kind(StrEnum):
    """What an item is."""

    ARTICLE = "article"
    COMMENTARY = "commentary"
    CAPTION = "caption"
    BRIEF = "brief"
    LIST = "list"
    NOTE = "note"


class ContributorRole(StrEnum):
    """What a person named in a byline did."""

    REPORTER = "reporter"
    TRAINEE = "trainee"
    CORRESPONDENT = "correspondent"
    PHOTOGRAPHER = "photographer"
    AUTHOR = "author"
    OFFICIAL = "official"
    INSTITUTION = "institution"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contributor:
    """A person or body named in a byline, a lead, a signature or a credit."""

    name: str
    """The name, without the spaces that print puts between its characters."""
    role: ContributorRole
    """What the person did, read from the words before or after the name."""
    title: str = ""
    """The words of the role or office as printed: 本报记者, 通讯员, 呼和浩特市副市长."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Byline:
    """One contributor with the place where the name is printed."""

    contributor: Contributor
    """Who."""
    line: int
    """The 1-based source line that names the contributor."""
    span: Span
    """The span of the whole printed form, such as `□本报记者 宋爽` or `(李海珍)`."""
    place: str
    """head (a line of its own under the headline), text (inside a paragraph), or tail (a line of its own at the end)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One printed line that is not blank, and what it was taken for."""

    line: int
    """The 1-based source line."""
    span: Span
    """The line without blanks at its ends, marks such as `##` and `□` included."""
    content: Span
    """The part of `span` that a reader sees as text: without `#`, list dashes, and a column's or byline's mark."""
    role: Role
    """What the line is."""
    rule: str
    """The name of the rule, or the correction, that decided the role."""
    evidence: str = ""
    """One short sentence: what the rule saw."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A kicker, a headline or a deck, printed on one or more lines."""

    text: str
    """The lines joined by one blank."""
    lines: tuple[int, ...]
    """The 1-based source lines, in order."""


class ParagraphKind(StrEnum):
    """What a piece of a body is."""

    PARAGRAPH = "paragraph"
    SUBHEAD = "subhead"
    ITEM = "item"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph of a body, made whole again where print columns had cut it."""

    kind: ParagraphKind
    """paragraph, subhead (a crosshead) or item (of a list)."""
    pieces: tuple[Span, ...]
    """The spans that the paragraph is made of, in reading order."""
    lines: tuple[int, ...]
    """The 1-based source line of each piece."""
    text: str
    """The pieces joined without a blank: the source reading, never corrected."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """A column that is a numbered series, and the part that this item is."""

    name: str
    """The series' name without its number."""
    number: int
    """The part's number, from ① or (一) or 之三."""
    printed: str
    """The number as printed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """A reason why an item may be read wrongly."""

    code: str
    """The code, listed with its meaning in generator/doubts.py."""
    line: int
    """The 1-based source line where an editor should look."""
    detail: str = ""
    """What was found there, in Chinese, for a reader of the site."""
    span: Span | None = None
    """The source characters that are meant, where they are known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Words of the page that prove a tag."""

    text: str
    """The words as printed."""
    line: int
    """The 1-based source line."""
    rule: str = ""
    """The name of the rule that used them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionTag:
    """A place that an item belongs to or mentions."""

    code: str
    """The official code: six digits to county level, nine for a township, twelve for a community."""
    name: str
    """The official name."""
    level: str
    """province, league, county, township or community; zone for a functional zone."""
    path: tuple[str, ...]
    """Official names from the province down to the place itself."""
    primary: bool
    """True where the story belongs; false where the place is only mentioned."""
    evidence: tuple[Evidence, ...]
    """The words that prove it; never empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeTag:
    """A theme of an item."""

    slug: str
    """The theme's slug in site_config."""
    name: str
    """The theme's name."""
    score: float
    """How strongly the words speak for it, rounded to two places."""
    evidence: tuple[Evidence, ...]
    """The words that prove it; never empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Practice:
    """A named method or brand that the item tells of."""

    name: str
    """The name without quotation marks."""
    line: int
    """The 1-based source line of its first mention."""
    printed: str
    """The name as printed, with its quotation marks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateTag:
    """When the item was printed, as an interval, or unknown; never a guessed day."""

    edtf: str | None = None
    """An EDTF date or interval (ISO 8601-2), None where unknown."""
    basis: str = "unknown"
    """stated (a sidecar says it), inferred (from the page's words) or unknown."""
    evidence: tuple[Evidence, ...] = ()
    """The words that bound the interval."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tags:
    """What an item is about, each with its evidence."""

    regions: tuple[RegionTag, ...] = ()
    """Primary places first, then places mentioned; each in order of first mention."""
    themes: tuple[ThemeTag, ...] = ()
    """At most three, the best first."""
    practices: tuple[Practice, ...] = ()
    """In order of first mention."""
    date: DateTag = DateTag()
    """When the item was printed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Misprint:
    """A right reading that an editor gives beside the source reading."""

    line: int
    """The 1-based source line."""
    span: Span
    """Where the source reading stands."""
    read: str
    """The source reading."""
    corrected: str
    """The right reading; shown and searched beside the source reading, never in its place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A content item of a page: an article, a caption, a brief, a list or a note."""

    id: str
    """The page's id and the item's two-digit reading position."""
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
    text_doubts: tuple[Doubt, ...] = ()
    """What looks like a misprint in the text; it says nothing against the reading. Empty until the page is tagged."""
    misprints: tuple[Misprint, ...] = ()
    """Right readings given by an editor."""
    tags: Tags = field(default=Tags())
    """What it is about; empty until the page is tagged."""

    @property
    def sure(self) -> bool:
        """Whether nothing speaks against the reading."""
        return not self.doubts

    @property
    def lines(self) -> tuple[int, ...]:
        """The 1-based source lines of all blocks, in order."""
        return tuple(block.line for block in self.blocks)

    @property
    def text(self) -> str:
        """The body's text, one paragraph a line."""
        return "\n".join(paragraph.text for paragraph in self.body)


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """What is known of the issue that a page belongs to; only from a sidecar, never guessed."""

    paper: str | None = None
    """The newspaper's name."""
    date: DateTag = DateTag()
    """The issue's date as stated."""
    label: str | None = None
    """The page's label as printed: 07, A3, 第七版."""
    text_kind: str = "full"
    """full (the newspaper's text) or abstract (提要, our own words)."""
    rights: str | None = None
    """A word on the rights of the text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One read page: each of its blocks is in exactly one item, furniture or unplaced."""

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

    @property
    def id(self) -> str:
        """The page's id."""
        return self.source.id

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Every block of the page, in source order."""
        owned = [block for item in self.items for block in item.blocks]
        return tuple(sorted([*owned, *self.furniture, *self.unplaced], key=lambda block: block.line))
