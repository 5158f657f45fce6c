"""Pages whose right reading is known, as a fit sees them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain

from generator.model import SourceText
from generator.model.sidecar import Sidecar
from generator.reading.folding import folded
from generator.reading.printed.layout import Layout, lay_out

Lines = tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Taught:
    """One item as it should be read; all lines are 1-based source lines."""

    number: int
    """Its 0-based place in the page's answer, which stays when other items are taken away."""
    heads: Lines
    """The lines of kicker, headline and deck."""
    bylines: Lines
    """The lines that do nothing but name."""
    body: tuple[Lines, ...]
    """The lines of each paragraph."""
    crossheads: Lines
    """The lines of its crossheads."""

    @property
    def lines(self) -> frozenset[int]:
        """All its lines."""
        return frozenset(chain(self.heads, self.bylines, *self.body, self.crossheads))


@dataclass(frozen=True, kw_only=True)
class Lesson:
    """One page with its right reading."""

    source: SourceText
    """The page."""
    sidecar: Sidecar
    """What an editor says of it."""
    manner: str
    """The kind of page, for figures."""
    items: tuple[Taught, ...]
    """What it should be read as."""

    def text(self, line: int) -> str:
        """Return a 1-based line as it is recognised, without the blanks around it."""
        return folded(self.source.text)[
            self.source.line_span(line).start : self.source.line_span(line).end
        ].strip()

    def paragraphs(self, item: Taught) -> list[str]:
        """Return the paragraphs of an item, the lines of each in one."""
        found = ("".join(self.text(line) for line in lines) for lines in item.body)
        return [text for text in found if text]

    def only(self, numbers: Collection[int]) -> Lesson:
        """Return the page with the lines of all other items blank: every line keeps its number."""
        kept = tuple(item for item in self.items if item.number in numbers)
        gone = frozenset(chain.from_iterable(item.lines for item in self.items if item.number not in numbers))
        if not gone:
            return self
        lines = ["" if number in gone else line for number, line in enumerate(self.source.lines, 1)]
        prints = tuple(each for each in self.source.prints if each.line not in gone)
        source = replace(self.source, text="\n".join(lines), whole="", prints=prints)
        return replace(self, source=source, items=kept)


@dataclass(frozen=True, kw_only=True)
class Laid:
    """A lesson whose printed lines are joined to paragraphs, as the search sees it."""

    lesson: Lesson
    """The page as it was written."""
    layout: Layout
    """Which of its lines are one paragraph."""
    items: tuple[Taught, ...] = field(default=())
    """What it should be read as, each line being the one that its paragraph begins on."""

    @property
    def joined(self) -> Lesson:
        """The lesson as if paragraphs were printed on one line."""
        return replace(self.lesson, source=self.layout.joined, items=self.items)

    def printed(self, lines: Iterable[int]) -> frozenset[int]:
        """Return the lines that paragraphs which begin on `lines` are made of."""
        found: set[int] = set()
        for line in lines:
            pieces = self.layout.pieces.get(line)
            found |= {self.lesson.source.line_of(piece.start) for piece in pieces} if pieces else {line}
        return frozenset(found)


def lay(lesson: Lesson) -> Laid:
    """Join the printed lines of a lesson."""
    layout = lay_out(lesson.source, lesson.sidecar)
    taken: set[int] = set()
    items = tuple(_moved(item, layout.begins, taken) for item in lesson.items)
    return Laid(lesson=lesson, layout=layout, items=items)


def _moved(item: Taught, begins: Mapping[int, int], taken: set[int]) -> Taught:
    def moved(lines: Lines) -> Lines:
        found = [
            line for line in dict.fromkeys(begins.get(line, line) for line in lines) if line not in taken
        ]
        taken.update(found)
        return tuple(found)

    return Taught(
        number=item.number,
        heads=moved(item.heads),
        bylines=moved(item.bylines),
        body=tuple(lines for paragraph in item.body if (lines := moved(paragraph))),
        crossheads=moved(item.crossheads),
    )
