"""What is this line? Rules are asked in the order of the table; the last accepts anything."""

from __future__ import annotations

from generator.rules.anything import anything
from generator.rules.brief import brief
from generator.rules.byline import byline
from generator.rules.caption import caption
from generator.rules.colophon import colophon
from generator.rules.column_by_place import column_by_place
from generator.rules.credit import credit
from generator.rules.editors_note import editors_note
from generator.rules.heading import heading
from generator.rules.lead import lead
from generator.rules.lines import Finding, Line, PageLines, Rule
from generator.rules.list_item import list_item
from generator.rules.marked_column import marked_column
from generator.rules.named_column import named_column
from generator.rules.official import official
from generator.rules.paragraph import paragraph
from generator.rules.section import section
from generator.rules.short_line import short_line
from generator.rules.signature import signature

RULES: tuple[tuple[str, Rule], ...] = (
    ("colophon", colophon),
    ("marked-column", marked_column),
    ("named-column", named_column),
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


def identify(line: Line, page: PageLines) -> tuple[str, Finding]:
    """Return the name of the first rule that knows `line`, and what it found."""
    for name, rule in RULES:
        finding = rule(line, page)
        if finding is not None:
            return name, finding
    raise AssertionError("the last rule accepts anything")
