"""Printed lines and what they were taken for, and what is made of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from generator.model.evidence import Evidence
from generator.model.people import Naming
from generator.model.spans import Span


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """What the words of a line show by themselves, whatever it turns out to be; read once, by the rules."""

    lead: Naming | None = None
    """The words of a lead that it opens with."""
    closing: Naming | None = None
    """The bracket of names that it closes with."""
    credit: Naming | None = None
    """The photo credit that it closes with."""
    openness: float = 0.0
    """How surely it breaks off: 0 for a whole sentence, 1 for a sentence that goes on elsewhere."""
    final: bool = False
    """Whether it closes as articles do: with a wire's place and date, a name or a source in brackets."""


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
    byline: Naming | None = None
    """Whom the line names where naming is all it does."""
    wording: Wording = field(default=Wording())
    """What its words show by themselves."""


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
    """The number as printed; empty where an editor states it."""
    evidence: tuple[Evidence, ...] = field(default=(), compare=False)
    """The words of the column's mark that say so, or those of an editor."""

    @property
    def part(self) -> str:
        """The number as a reader sees it behind the name: as printed, or in brackets where an editor states it."""
        return self.printed or f"（{self.number}）"


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternative:
    """What a line would be in the other reading that a doubt is about."""

    line: int
    """The 1-based source line."""
    role: Role | None = None
    """The role that it would have; None where it would keep its own and go to another item."""
    item: int | None = None
    """A line of the item that it would go to; None for an item of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """A reason why an item may be read wrongly."""

    code: str
    """The code, listed with its meaning in generator/model/doubts.py."""
    line: int
    """The 1-based source line where an editor should look."""
    detail: str = ""
    """What was found there, in Chinese, for a reader of the site."""
    span: Span | None = None
    """The source characters that are meant, where they are known."""
    alternative: Alternative | None = None
    """The other reading, where there is one that a correction could state."""


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
    stated: tuple[Evidence, ...] = ()
    """The editor's words in the sidecar that give it."""
