"""The values of the pipeline: frozen, slotted, keyword-only, and complete when they are made.

Terms follow METS/ALTO, NDNP and impresso: an *issue* has *pages*, a page has *items*
(articles, captions, briefs ...), and a *column* is a named rubric (栏目), never a print column.
"""

from generator.model.blocks import (
    Alternative,
    Block,
    Doubt,
    Heading,
    Misprint,
    Paragraph,
    ParagraphKind,
    Role,
    Series,
    Wording,
)
from generator.model.items import Issue, Item, Kind, Page, TextKind
from generator.model.people import Byline, BylinePlace, Contributor, ContributorRole, Named, Naming
from generator.model.source import SourceText, Span
from generator.model.tags import DateBasis, DateTag, Evidence, Level, Practice, RegionTag, Tags, ThemeTag

__all__ = [
    "Alternative",
    "Block",
    "Byline",
    "BylinePlace",
    "Contributor",
    "ContributorRole",
    "DateBasis",
    "DateTag",
    "Doubt",
    "Evidence",
    "Heading",
    "Issue",
    "Item",
    "Kind",
    "Level",
    "Misprint",
    "Named",
    "Naming",
    "Page",
    "Paragraph",
    "ParagraphKind",
    "Practice",
    "RegionTag",
    "Role",
    "Series",
    "SourceText",
    "Span",
    "Tags",
    "TextKind",
    "ThemeTag",
    "Wording",
]
