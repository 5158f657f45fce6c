"""The values of the pipeline: frozen, slotted, keyword-only, and complete when they are made.

Terms follow METS/ALTO, NDNP and impresso: an *issue* has *pages*, a page has *items*
(articles, captions, briefs ...), and a *column* is a named rubric (栏目), never a print column.
"""

from generator.model.blocks import Block, Doubt, Heading, Misprint, Paragraph, ParagraphKind, Role, Series
from generator.model.items import Issue, Item, Kind, Page
from generator.model.people import Byline, Contributor, ContributorRole
from generator.model.source import SourceText, Span
from generator.model.tags import DateTag, Evidence, Practice, RegionTag, Tags, ThemeTag

__all__ = [
    "Block",
    "Byline",
    "Contributor",
    "ContributorRole",
    "DateTag",
    "Doubt",
    "Evidence",
    "Heading",
    "Issue",
    "Item",
    "Kind",
    "Misprint",
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
    "ThemeTag",
]
