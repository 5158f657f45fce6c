"""What is this line? Rules are asked in the order of the table; the last accepts anything."""

from __future__ import annotations

from generator.reading.lines import Finding, Line, PageLines, Rule
from generator.reading.rules.anything import anything
from generator.reading.rules.brief import brief
from generator.reading.rules.briefs_mark import briefs_mark
from generator.reading.rules.byline import byline
from generator.reading.rules.caption import caption
from generator.reading.rules.colophon import colophon
from generator.reading.rules.column_by_place import column_by_place
from generator.reading.rules.credit import credit
from generator.reading.rules.editors_note import editors_note
from generator.reading.rules.heading import heading
from generator.reading.rules.lead import lead
from generator.reading.rules.list_item import list_item
from generator.reading.rules.marked_column import marked_column
from generator.reading.rules.named_column import named_column
from generator.reading.rules.official import official
from generator.reading.rules.paragraph import paragraph
from generator.reading.rules.section import section
from generator.reading.rules.short_line import short_line
from generator.reading.rules.signature import signature

RULES: tuple[tuple[str, Rule], ...] = (
    ("colophon", colophon),
    ("marked-column", marked_column),
    ("named-column", named_column),
    ("briefs-mark", briefs_mark),
    ("byline", byline),
    ("official", official),
    ("credit", credit),
    ("signature", signature),
    ("caption", caption),
    ("editors-note", editors_note),
    ("list-item", list_item),
    ("brief", brief),
    ("column-by-place", column_by_place),
    ("heading", heading),
    ("lead", lead),
    ("section", section),
    ("short-line", short_line),
    ("paragraph", paragraph),
    ("anything", anything),
)
"""First what only the page says of itself, then what words alone decide (names of columns and of people),
then what a mark decides, last what only the length of a line decides. So a rule may count on those above it:
`named-column` stands before `heading` because `## 广角` is a column, `byline` before `section` because `□` opens
both, and `column-by-place` behind `byline` because it asks what bylines stand below.
"""


def identify(line: Line, page: PageLines) -> tuple[str, Finding]:
    """Return the name of the first rule that knows `line`, and what it found."""
    return next((name, finding) for name, rule in RULES if (finding := rule(line, page)) is not None)
