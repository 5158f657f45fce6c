"""What an item is about, each tag with the words that prove it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from generator.model.evidence import EDITOR, Evidence


class Level(StrEnum):
    """The rank of a place, from the province down; a zone (a functional zone) stands beside the counties."""

    PROVINCE = "province"
    LEAGUE = "league"
    COUNTY = "county"
    ZONE = "zone"
    TOWNSHIP = "township"
    COMMUNITY = "community"


class DateBasis(StrEnum):
    """How a date is known."""

    STATED = "stated"
    """A sidecar says it."""
    INFERRED = "inferred"
    """It follows from the page's words."""
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionTag:
    """A place that an item belongs to or mentions."""

    code: str
    """The official code: six digits to county level, nine for a township, twelve for a community."""
    name: str
    """The official name."""
    level: Level
    """Its rank."""
    path: tuple[str, ...]
    """Official names from the province down to the place itself."""
    primary: bool
    """True where the story belongs; false where the place is only mentioned."""
    evidence: tuple[Evidence, ...]
    """The words that prove it; never empty."""
    guess: bool = False
    """Whether it stands here only because a misprinted name was guessed: never to be stated as a fact."""


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
    evidence: tuple[Evidence, ...]
    """Its first mention as printed, with its quotation marks, never empty; behind it the editor's words that add it."""

    @property
    def mention(self) -> tuple[Evidence, ...]:
        """Its first mention as printed, a piece for each line that it runs over."""
        return tuple(words for words in self.evidence if words.rule != EDITOR)

    @property
    def line(self) -> int:
        """The 1-based source line of its first mention."""
        return self.evidence[0].line

    @property
    def printed(self) -> str:
        """The name as printed, with its quotation marks."""
        return "".join(words.text for words in self.mention)


@dataclass(frozen=True, slots=True, kw_only=True)
class DateTag:
    """When the item was printed, as an interval, or unknown; never a guessed day."""

    edtf: str | None = None
    """An EDTF date or interval (ISO 8601-2), None where unknown."""
    basis: DateBasis = DateBasis.UNKNOWN
    """How it is known."""
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
