"""What stands in a page on its own and needs no search: captions, briefs, lists, colophons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.model import Block, Kind, Role, SourceText
from generator.reading.assembling.drafts import Draft
from generator.reading.grammar.series import known_name
from generator.vocabulary.taxonomy import ColumnKind, Taxonomy

WIDE_GAP = 3
"""Blank lines above a block where print had a picture."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inserts:
    """The items that were found, and the blocks that they use up."""

    drafts: tuple[Draft, ...]
    """In the order of their first block."""
    used: frozenset[int]
    """Numbers of the blocks that the search has nothing to do with."""
    furniture: frozenset[int]
    """Those of them that belong to no item."""


class _Finder:
    def __init__(self, source: SourceText, blocks: Sequence[Block], taxonomy: Taxonomy) -> None:
        self.source = source
        self.blocks = blocks
        self.taxonomy = taxonomy
        self.drafts: list[Draft] = []
        self.used: set[int] = set()
        self.furniture: set[int] = set()
        self.waiting: tuple[int, int] | None = None

    def text(self, index: int) -> str:
        return self.source.quote(self.blocks[index].content)

    def role(self, index: int) -> Role | None:
        return self.blocks[index].role if 0 <= index < len(self.blocks) and index not in self.used else None

    def gap(self, index: int) -> int:
        above = self.blocks[index - 1].line if index else 0
        return self.blocks[index].line - above - 1

    def column_kind(self, index: int) -> ColumnKind | None:
        name = known_name(self.text(index), self.taxonomy)
        column = self.taxonomy.column(name) if name else None
        return column.kind if column else None

    def take(self, draft: Draft, *more: int | None) -> None:
        self.drafts.append(draft)
        self.used.update([*draft.heads, *draft.bylines, *(line for piece in draft.body for line in piece)])
        self.used.update(index for index in more if index is not None)

    def briefs(self) -> None:
        """Each bulleted paragraph is a brief, together with the rest of it that print cut off."""
        column: int | None = None
        for index, block in enumerate(self.blocks):
            if block.role is not Role.BRIEF:
                continue
            if self.role(index - 1) is Role.COLUMN_MARK:
                column = index - 1
            elif index - 1 not in self.used:
                column = None
            self._brief(index, column)

    def _brief(self, index: int, column: int | None) -> int:
        """Take a paragraph, what print cut off of it, and the names below as a brief; return the block behind."""
        pieces = [index]
        while self.blocks[pieces[-1]].wording.openness > 0.5 and self.role(pieces[-1] + 1) is Role.PARAGRAPH:
            pieces.append(pieces[-1] + 1)
        behind = pieces[-1] + 1
        signed = (behind,) if self.role(behind) is Role.SIGNATURE else ()
        self.take(Draft(kind=Kind.BRIEF, column=column, bylines=signed, body=(tuple(pieces),)), column)
        return behind + len(signed)

    def columns_of_briefs(self) -> None:
        """Below the mark of a column of briefs each paragraph is one, down to the next headline or mark."""
        for index, block in enumerate(self.blocks):
            if block.rule != "briefs-mark" or self.role(index) is None:
                continue
            below = index + 1
            while self.role(below) is Role.PARAGRAPH:
                below = self._brief(below, index)

    def lists(self) -> None:
        """A run of list items, with the paragraphs between and below them, is one list."""
        index = 0
        while index < len(self.blocks):
            if self.role(index) is not Role.LIST_ITEM:
                index += 1
                continue
            first, last = index, index
            while self.role(last + 1) in (Role.LIST_ITEM, Role.PARAGRAPH) and self._goes_on(first, last + 1):
                last += 1
            above = first - 1
            title = (above,) if self.role(above) is Role.HEADLINE else ()
            mark = above - len(title)
            column = mark if self.role(mark) is Role.COLUMN_MARK else None
            body = tuple((line,) for line in range(first, last + 1))
            self.take(Draft(kind=Kind.LIST, column=column, heads=title, body=body), column)
            index = last + 1

    def _goes_on(self, first: int, index: int) -> bool:
        """A paragraph belongs to the list under a head of the list, such as `★…:`."""
        if self.role(index) is Role.LIST_ITEM:
            return True
        return self.role(index) is Role.PARAGRAPH and self.text(index - 1).endswith((":", "："))

    def captions(self) -> None:
        """A paragraph with a photo credit is a caption, with the title above it and the credit below it."""
        for index, block in enumerate(self.blocks):
            if index in self.used:
                continue
            if block.role is Role.CREDIT and block.rule == "colophon":
                self.used.add(index)
                self.furniture.add(index)
            elif block.role is Role.CREDIT:
                if self.role(index - 1) in (Role.PARAGRAPH, Role.CAPTION):
                    self._caption(index - 1, (index,))
            elif block.role is Role.CAPTION and self.role(index + 1) is not Role.CREDIT:
                self._caption(index, ())
            elif block.role is Role.COLUMN_MARK and self.column_kind(index) is ColumnKind.CAPTIONS:
                titled = self.role(index + 1) is Role.HEADLINE and self.role(index + 2) is not Role.CAPTION
                self.release()
                if titled:
                    self.waiting = (index + 1, index)
                    self.used.update(self.waiting)

    def release(self) -> None:
        """Give a column's title that waits for a caption back to the search, together with the mark."""
        if self.waiting is not None:
            self.used.difference_update(self.waiting)
            self.waiting = None

    def _caption(self, index: int, credit: tuple[int, ...]) -> None:
        heads: tuple[int, ...] = ()
        column: int | None = None
        above = index - 1
        if self.role(above) is Role.HEADLINE and self._titles(above):
            heads, above = (above,), above - 1
        if self.role(above) is Role.COLUMN_MARK and self._shows_pictures(above, index + len(credit) + 1):
            column = above
        if not heads and self.waiting is not None:
            (title, column), self.waiting = self.waiting, None
            heads = (title,)
        draft = Draft(kind=Kind.CAPTION, column=column, heads=heads, bylines=credit, body=((index,),))
        self.take(draft, column)

    def _titles(self, index: int) -> bool:
        """A short line above a caption is its title where a picture stood or nothing else claims it."""
        if self.gap(index) >= WIDE_GAP or self.role(index - 1) is Role.COLUMN_MARK:
            return True
        block = self.blocks[index]
        return block.rule != "heading" and len(self.text(index)) <= 14

    def _shows_pictures(self, index: int, behind: int) -> bool:
        kind = self.column_kind(index)
        if kind is not None:
            return kind is ColumnKind.CAPTIONS
        return self.role(behind) not in (Role.HEADLINE, Role.BYLINE)


def find_inserts(source: SourceText, blocks: Sequence[Block], taxonomy: Taxonomy) -> Inserts:
    """Return the captions, briefs and lists among `blocks`."""
    finder = _Finder(source, blocks, taxonomy)
    finder.briefs()
    finder.columns_of_briefs()
    finder.lists()
    finder.captions()
    finder.release()
    return Inserts(
        drafts=tuple(finder.drafts), used=frozenset(finder.used), furniture=frozenset(finder.furniture)
    )
