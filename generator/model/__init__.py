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
from generator.model.boxes import Box, LinePrint, PrintedBox
from generator.model.evidence import EDITOR, GUESS, Evidence, evidence_at
from generator.model.items import Issue, Item, Kind, Page, TextKind
from generator.model.people import (
    Byline,
    BylinePlace,
    Contributor,
    ContributorRole,
    Named,
    Naming,
    StatedAuthor,
)
from generator.model.source import SourceText
from generator.model.spans import Span
from generator.model.tags import DateBasis, DateTag, Level, Practice, RegionTag, Tags, ThemeTag

__all__ = [
    "EDITOR",
    "GUESS",
    "Alternative",
    "Block",
    "Box",
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
    "LinePrint",
    "Misprint",
    "Named",
    "Naming",
    "Page",
    "Paragraph",
    "ParagraphKind",
    "Practice",
    "PrintedBox",
    "RegionTag",
    "Role",
    "Series",
    "SourceText",
    "Span",
    "StatedAuthor",
    "Tags",
    "TextKind",
    "ThemeTag",
    "Wording",
    "evidence_at",
]
