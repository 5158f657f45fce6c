"""Who wrote, sent or photographed an item, and where the page says so."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from generator.model.evidence import Evidence
from generator.model.spans import Span


class ContributorRole(StrEnum):
    """What a person named in a byline did."""

    REPORTER = "reporter"
    TRAINEE = "trainee"
    CORRESPONDENT = "correspondent"
    PHOTOGRAPHER = "photographer"
    AUTHOR = "author"
    OFFICIAL = "official"
    INSTITUTION = "institution"
    UNKNOWN = "unknown"
    """A line signs the item, and nobody could be told in it: its words stand for the name."""


class BylinePlace(StrEnum):
    """Where a contributor is named."""

    HEAD = "head"
    """On a line of its own under the headline."""
    TEXT = "text"
    """Inside a paragraph."""
    TAIL = "tail"
    """On a line of its own at the end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contributor:
    """A person or body named in a byline, a lead, a signature or a credit."""

    name: str
    """The name, without the spaces that print puts between its characters."""
    role: ContributorRole
    """What the person did, read from the words before or after the name."""
    title: str = ""
    """The words of the role or office as printed: 本报记者, 通讯员, 呼和浩特市副市长."""
    rank: str = ""
    """The word of `title` that says of what rank: 见习, 实习, 首席, 高级, 特约."""
    function: str = ""
    """The words, as printed, that say what was done for this item: 摄, 文/图, 整理, 采写."""
    institution: str = ""
    """The body for which someone signs: 青沙县委组织部."""

    @property
    def words(self) -> str:
        """Everything that print sets beside the name, in the order of body, role and work."""
        return " ".join(filter(None, (self.institution, self.title, self.function)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """One contributor and where the name is printed."""

    contributor: Contributor
    """Who."""
    span: Span
    """The name as printed, blanks between its characters included."""

    def moved(self, by: int) -> Named:
        """Return the name with its place counted from a point `by` code points before."""
        return replace(self, span=self.span.moved(by))


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """A printed form that names people: a byline, a lead, a signature or a credit."""

    span: Span
    """The whole form: `□本报记者 宋爽`, `本报讯(记者 林禾)`, `(李海珍)`."""
    people: tuple[Named, ...]
    """Who is named, in printed order, a body that stands in place of people among them; empty in a bare lead."""

    def moved(self, by: int) -> Naming:
        """Return the form with all its places counted from a point `by` code points before."""
        return Naming(span=self.span.moved(by), people=tuple(who.moved(by) for who in self.people))


@dataclass(frozen=True, slots=True, kw_only=True)
class Byline:
    """One contributor with the place where the name is printed."""

    contributor: Contributor
    """Who."""
    line: int
    """The 1-based source line that names the contributor."""
    span: Span
    """The span of the whole printed form, such as `□本报记者 宋爽` or `(李海珍)`."""
    place: BylinePlace
    """Where it stands in the item."""
    evidence: tuple[Evidence, ...] = ()
    """The name as printed, blanks between its characters included."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedAuthor:
    """Someone whom an editor names as an author, beside what is printed and never in its place."""

    contributor: Contributor
    """Who."""
    evidence: tuple[Evidence, ...]
    """The name as the sidecar writes it."""
