"""Where the archive knows something from: words in a file, down to the character."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.model.source import SourceText
from generator.model.spans import Span

EDITOR = "editor"
"""The rule of what an editor says; its words stand in the sidecar, never in the paper."""
GUESS = "guess"
"""The rule of a name that is almost a place's: it is suggested, and stated nowhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Words on one line of a page's file, or of the sidecar beside it, that prove a statement."""

    file: str
    """The name of the file: the page's own, or its sidecar's."""
    line: int
    """The 1-based line."""
    start: int
    """Where the words begin in the line, in code points from 0; the line is whole, with every sign of the file."""
    end: int
    """Where they end there: the line from `start` to `end` is `text`."""
    text: str
    """The words as they stand there."""
    rule: str
    """The name of the rule that used them: EDITOR for an editor's word, GUESS for a guess."""


def evidence_at(source: SourceText, spans: Iterable[Span], rule: str) -> tuple[Evidence, ...]:
    """Return the words of `spans` as evidence: one piece for each line that they stand on, in their order."""
    return tuple(piece for span in spans for piece in _pieces(source, span, rule))


def _pieces(source: SourceText, span: Span, rule: str) -> Iterator[Evidence]:
    """Yield the words of `span` line by line; what holds no character is no evidence."""
    for line in range(source.line_of(span.start), source.line_of(span.end) + 1):
        own = source.line_span(line)
        first, last = max(span.start, own.start), min(span.end, own.end)
        if first >= last:
            continue
        start, end = source.whole_columns(line, Span(first - own.start, last - own.start))
        text = source.whole_lines[line - 1][start:end]
        yield Evidence(file=source.name, line=line, start=start, end=end, text=text, rule=rule)
