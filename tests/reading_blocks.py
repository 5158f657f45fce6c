"""Blocks made by hand for the tests of assembling: say what a line was taken for, get a block true to its text.

A row is `{role: text}` in the words of `Role`, with more where it matters: `rule`, `open`, `final`, `mark`
(what stands before the text and is no part of it), `lead`, `closing`, `photo` (a credit) and `names` (whom the line
names: `林禾`, or `局长 林禾` with a title). A blank line is None.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

from generator.model import (
    Block,
    Contributor,
    ContributorRole,
    Named,
    Naming,
    Role,
    SourceText,
    Span,
    Wording,
)

Row = Mapping[str, Any] | None
FORMS = {"lead": "lead", "closing": "closing", "photo": "credit", "names": "byline"}
ROLES = {str(role) for role in Role}


def make_blocks(rows: Sequence[Row]) -> tuple[SourceText, tuple[Block, ...]]:
    """Return a source of these rows, and its blocks."""
    text, blocks = "", []
    for line, row in enumerate(rows, 1):
        if row:
            (role,) = ROLES & row.keys()
            blocks.append(_block(row, role, line, len(text)))
            text += row.get("blanks", "") + row.get("mark", "") + row[role]
        text += "\n"
    digest = hashlib.sha256(text.encode()).hexdigest()
    source = SourceText(id="p-1", name="p-1.txt", text=text, encoding="utf-8", sha256=digest, path="p-1.txt")
    return source, tuple(blocks)


def _block(row: Mapping[str, Any], role: str, line: int, at: int) -> Block:
    start = at + len(row.get("blanks", ""))
    content = Span(start + len(row.get("mark", "")), start + len(row.get("mark", "")) + len(row[role]))
    named = {FORMS[key]: _naming(row[key], content) for key in FORMS if key in row}
    return Block(
        line=line,
        span=Span(start, content.end),
        content=content,
        role=Role(role),
        rule=row.get("rule", "short-line"),
        evidence="看上去是这样",
        byline=named.pop("byline", None),
        wording=Wording(openness=row.get("open", 0.0), final=row.get("final", False), **named),
    )


def _naming(names: Sequence[str], form: Span) -> Naming:
    """Return a form that names these people, each at its own place in it."""
    people = []
    for name in names:
        title, _, bare = name.rpartition(" ")
        who = Contributor(name=bare, role=ContributorRole.REPORTER, title=title)
        people.append(Named(contributor=who, span=form))
    return Naming(span=form, people=tuple(people))
