"""What an editor says of a page, as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.model.blocks import Misprint, Role
from generator.model.evidence import Evidence
from generator.model.items import Issue, Item
from generator.model.people import StatedAuthor
from generator.model.statements import Check, Statement
from generator.model.withdrawals import Withdrawal
from generator.telling.diagnostics import Diagnostic


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What an editor says of one source line."""

    line: int
    """The 1-based source line."""
    role: Role | None = None
    """What the line is."""
    item: int | str | None = None
    """A line of the item that it belongs to, `new`, or `none`."""
    joins: int | str | None = None
    """The line whose paragraph it continues, or `none`."""
    after: int | None = None
    """The line after which it is read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TagChanges:
    """Tags that an editor adds or refuses; places by name or code, themes by name or slug, practices by name."""

    add_regions: tuple[str, ...] = ()
    """Places where the item belongs."""
    refuse_regions: tuple[str, ...] = ()
    """Places that the item has nothing to do with."""
    add_themes: tuple[str, ...] = ()
    """Themes that the item is about."""
    refuse_themes: tuple[str, ...] = ()
    """Themes that the item is not about."""
    add_practices: tuple[str, ...] = ()
    """Practices that the item tells of."""
    refuse_practices: tuple[str, ...] = ()
    """What the item tells of that is no practice."""
    said: tuple[tuple[str, str, Evidence], ...] = ()
    """`regions`, `themes` or `practices`, the name that is added there, and the editor's words that add it."""

    def words(self, kind: str, name: str) -> tuple[Evidence, ...]:
        """Return the words by which an editor adds `name` to a kind of tags, as often as she does."""
        return tuple(words for where, what, words in self.said if (where, what) == (kind, name))

    def __add__(self, other: TagChanges) -> TagChanges:
        return TagChanges(
            add_regions=self.add_regions + other.add_regions,
            refuse_regions=self.refuse_regions + other.refuse_regions,
            add_themes=self.add_themes + other.add_themes,
            refuse_themes=self.refuse_themes + other.refuse_themes,
            add_practices=self.add_practices + other.add_practices,
            refuse_practices=self.refuse_practices + other.refuse_practices,
            said=self.said + other.said,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Sidecar:
    """Everything an editor says of one page."""

    issue: Issue = field(default=Issue())
    """Paper, date, label, kind and rights of the text."""
    corrections: tuple[Correction, ...] = ()
    """By line."""
    misprints: tuple[Misprint, ...] = ()
    """Right readings beside the source readings, by line."""
    authors: Mapping[int, tuple[StatedAuthor, ...]] = field(default_factory=dict)
    """Whom an editor names as authors of the item that holds a line, by line."""
    statements: Mapping[int, tuple[Statement, ...]] = field(default_factory=dict)
    """What an editor states of the item that holds a line, by line."""
    checks: tuple[Check, ...] = ()
    """Which items an editor has read and found right."""
    tags: TagChanges = field(default=TagChanges())
    """For every item of the page."""
    item_tags: Mapping[int, TagChanges] = field(default_factory=dict)
    """For the item that holds a line, by line."""
    tag_lines: Mapping[str, int] = field(default_factory=dict)
    """The line of the sidecar on which a tag is named, by its name."""
    formerly: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    """Lines of the items that former addresses of items lead to, by id; none where nothing is left of an item."""
    former_pages: tuple[str, ...] = ()
    """Ids that the page had before."""
    withdrawn: tuple[Withdrawal, ...] = ()
    """Items, or the page, that are shown no more."""
    notes: tuple[Diagnostic, ...] = ()
    """Lines that were found at another number, and such as could not be found again if they moved."""
    lines: tuple[str, ...] = ()
    """The lines of the file, which the editor's words are quoted from."""
    path: str = ""
    """The file, as a person would type it; empty where there is none."""

    @classmethod
    def empty(cls) -> Sidecar:
        """Return the sidecar of a page that has none."""
        return cls()

    @property
    def mends(self) -> bool:
        """Whether it changes anything of how the page is read; to state paper and date is not to mend."""
        tags = self.tags != TagChanges() or bool(self.item_tags)
        said = (self.corrections, self.misprints, self.checks, self.authors, self.statements)
        return any(said) or tags

    def tags_for(self, item: Item) -> TagChanges:
        """Return what is said of the page's tags and of this item's."""
        own = (changes for line, changes in self.item_tags.items() if line in item.lines)
        return sum(own, self.tags)
