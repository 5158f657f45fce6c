"""Which printed lines are one paragraph, and a text in which they are one line."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from generator.model import SourceText, Span
from generator.model.sidecar import Sidecar
from generator.reading.grammar.sentences import open_quotes
from generator.reading.lines import HEADING, MARK
from generator.reading.printed.widths import Widths, ends
from generator.reading.remnants import text_of
from generator.reading.rules.list_item import DASH, NUMBERED, STAR


@dataclass(frozen=True, kw_only=True)
class Layout:
    """A page's text as it is read: each paragraph on the source line that it begins on."""

    source: SourceText
    """The page as it was written."""
    joined: SourceText
    """The same with paragraphs joined, as many lines as before; `source` itself where nothing was joined."""
    pieces: Mapping[int, tuple[Span, ...]]
    """By the 1-based line that a joined paragraph begins on: the stretches of `source` that it is made of."""

    @cached_property
    def begins(self) -> Mapping[int, int]:
        """The line that its paragraph begins on, by 1-based source line; only lines that were joined."""
        return {
            self.source.line_of(piece.start): line for line, pieces in self.pieces.items() for piece in pieces
        }

    def place(self, offset: int) -> int:
        """Return the offset in `source` of the character at `offset` in `joined`."""
        line = self.joined.line_of(offset)
        within = offset - self.joined.line_starts[line - 1]
        pieces = self.pieces.get(line)
        if pieces is None:
            return self.source.line_starts[line - 1] + within
        for piece in pieces:
            if within < len(piece):
                return piece.start + within
            within -= len(piece)
        return pieces[-1].end

    def span(self, span: Span) -> Span:
        """Return the stretch of `source` from the first to the last character of a stretch of `joined`."""
        if not len(span):
            return Span(self.place(span.start), self.place(span.start))
        return Span(self.place(span.start), self.place(span.end - 1) + 1)

    def parts(self, line: int, span: Span) -> tuple[Span, ...]:
        """Return the stretches of `source`, none across a line's end, that `span` of a joined line is made of."""
        pieces = self.pieces.get(line)
        whole = self.span(span)
        if pieces is None:
            return (whole,)
        cut = (
            Span(max(piece.start, whole.start), max(piece.start, whole.start, min(piece.end, whole.end)))
            for piece in pieces
        )
        return tuple(part for part in cut if len(part))


def lay_out(source: SourceText, sidecar: Sidecar) -> Layout:
    """Find printed lines and join them; a line that an editor speaks of begins a paragraph."""
    texts = ((number, text_of(raw)) for number, raw in enumerate(source.lines, 1))
    places = [(number, Span(*text)) for number, text in texts if text[0] < text[1]]
    lines = [source.lines[number - 1][text.start : text.end] for number, text in places]
    widths = Widths(lines)
    if not widths:
        return Layout(source=source, joined=source, pieces={})
    stated = _named_lines(sidecar)
    pieces: dict[int, tuple[Span, ...]] = {}
    reader = _Reader(lines, [text.start > 1 for _, text in places], widths)
    for group in _groups(reader, {index for index, (number, _) in enumerate(places) if number in stated}):
        if len(group) > 1:
            number = places[group[0]][0]
            spans = [places[index][1].moved(source.line_starts[places[index][0] - 1]) for index in group]
            pieces[number] = (Span(source.line_starts[number - 1], spans[0].end), *spans[1:])
    return Layout(source=source, joined=_joined(source, pieces), pieces=pieces)


def _named_lines(sidecar: Sidecar) -> frozenset[int]:
    """Return every line that a correction names."""
    found = (
        place
        for said in sidecar.corrections
        for place in (said.line, said.item, said.joins, said.after)
        if isinstance(place, int)
    )
    return frozenset(found)


def _joined(source: SourceText, pieces: Mapping[int, tuple[Span, ...]]) -> SourceText:
    if not pieces:
        return source
    lines = list(source.lines)
    for number, spans in pieces.items():
        for span in spans[1:]:
            lines[source.line_of(span.start) - 1] = ""
        lines[number - 1] = "".join(map(source.quote, spans))
    return replace(source, text="\n".join(lines), whole="")


def _groups(reader: _Reader, stated: Collection[int]) -> list[list[int]]:
    """Return the lines of each paragraph, by their indexes."""
    groups = [[0]]
    for index in range(1, len(reader.lines)):
        if index not in stated and reader.goes_on(index - 1, index, first=len(groups[-1]) == 1):
            groups[-1].append(index)
        else:
            groups.append([index])
    return groups


class _Reader:
    """Decides line by line whether the line below goes on with it."""

    def __init__(self, lines: Sequence[str], indented: Sequence[bool], widths: Widths) -> None:
        self.lines = lines
        self.indented = indented
        self.widths = widths
        firsts = sum(indented)
        self.keeps_indents = firsts > 2 and firsts < len(lines) * 0.7

    def goes_on(self, above: int, line: int, *, first: bool) -> bool:
        """Tell whether `line` is of the paragraph of `above`, which is its first line so far or a later one."""
        widths = self.widths
        if self._marked(line) or not widths.fits(line) or not widths.fits(above):
            return False
        if self.keeps_indents and self.indented[line]:
            return False
        if not self._runs(above, first=first):
            return False
        closed, last = ends(self.lines[above]), ends(self.lines[line])
        if widths.is_full(line):
            return not self._opens(line)
        if widths.is_first(line) and not self.keeps_indents:
            return not closed and last and not (first and self._titles(above))
        return last

    def _runs(self, above: int, *, first: bool) -> bool:
        """Tell whether a line fills its column, less the indent if it is the first of its paragraph."""
        if self.widths.is_full(above):
            return not (first and self._titles(above))
        if not first or not (self.widths.is_first(above) or self._short_of_a_blank(above)):
            return False
        return not self.keeps_indents or self.indented[above]

    def _short_of_a_blank(self, line: int) -> bool:
        """Tell whether a first line is one character short and a bracket in it open: a blank at its end is gone."""
        size = self.widths.sizes[line] + 1
        return size in self.widths.first and open_quotes(self.lines[line])

    def _titles(self, line: int) -> bool:
        """Tell whether a line stands over a byline, or in its place."""
        below = line + 1
        return self._marked(line) or (below < len(self.lines) and self._marked(below))

    def _opens(self, line: int) -> bool:
        """Tell whether a full line is a headline over its byline."""
        return not ends(self.lines[line]) and line + 1 < len(self.lines) and self._marked(line + 1)

    def _marked(self, line: int) -> bool:
        text = self.lines[line]
        return any(form.match(text) for form in (HEADING, MARK, DASH, STAR, NUMBERED))
