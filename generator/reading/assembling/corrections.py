"""What an editor says of where lines belong, done to a reading; the source is never touched."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from generator.model import Block, Kind, Role
from generator.model.sidecar import Correction
from generator.reading.assembling.drafts import FAR, Draft

HEADS = (Role.HEADLINE, Role.KICKER, Role.DECK)
SIGNS = (Role.BYLINE, Role.SIGNATURE, Role.CREDIT)
STATED = "correction"
"""The rule of a block of which an editor says what it is."""


def correct(
    drafts: Sequence[Draft], blocks: Sequence[Block], corrections: Iterable[Correction]
) -> tuple[Draft, ...]:
    """Return the drafts with every correction done, in order of the lines; empty drafts are gone."""
    numbers = {block.line: index for index, block in enumerate(blocks)}
    editing = _Editing(drafts, blocks)
    for correction in corrections:
        number = numbers[correction.line]
        if correction.item == "new":
            editing.split_off(number)
        elif correction.item == "none":
            editing.take_out(number)
        elif isinstance(correction.item, int):
            editing.move(number, numbers[correction.item], numbers.get(correction.after or 0))
        elif correction.after is not None:
            editing.move(number, numbers[correction.after], numbers[correction.after])
        if isinstance(correction.joins, int):
            editing.join(number, numbers[correction.joins])
        elif correction.joins == "none":
            editing.cut(number)
    unchanged = set(drafts)
    return tuple(draft if draft in unchanged else _afresh(draft) for draft in editing.drafts if draft.blocks)


class _Editing:
    """Drafts that an editor changes; which of them holds a block is known at once, however many there are."""

    def __init__(self, drafts: Iterable[Draft], blocks: Sequence[Block]) -> None:
        self.drafts = list(drafts)
        self.blocks = blocks
        self.homes = {number: place for place, draft in enumerate(self.drafts) for number in draft.blocks}

    def _put(self, place: int, draft: Draft) -> None:
        """Set the draft at a place, or behind the last."""
        if place == len(self.drafts):
            self.drafts.append(draft)
        else:
            for number in self.drafts[place].blocks:
                if self.homes[number] == place:
                    del self.homes[number]
            self.drafts[place] = draft
        self.homes |= dict.fromkeys(draft.blocks, place)

    def take_out(self, number: int) -> None:
        """Let no draft hold a block."""
        place = self.homes.get(number)
        if place is not None:
            self._put(place, _without(self.drafts[place], frozenset({number})))

    def split_off(self, number: int) -> None:
        """Give a block, and all that is read behind it in its draft, a draft of its own."""
        place = self.homes.get(number)
        if place is None:
            self._put(len(self.drafts), Draft(kind=Kind.ARTICLE, body=((number,),)))
            return
        draft = self.drafts[place]
        order = [line for piece in draft.body for line in piece]
        behind = (
            order[order.index(number) :] if number in order else [line for line in order if line > number]
        )
        signs = [line for line in (*draft.heads, *draft.bylines) if line >= number]
        taken = frozenset([*behind, *signs])
        self._put(place, _without(draft, taken))
        rest = frozenset(draft.blocks) - taken
        self._put(len(self.drafts), replace(_without(draft, rest), column=None, kind=draft.kind))

    def move(self, number: int, target: int, after: int | None) -> None:
        """Put a block into the draft that holds `target`, after a block or where source order has it."""
        role = self.blocks[number].role
        if target not in self.homes and self.blocks[target].role is Role.COLUMN_MARK:
            standing = (at for at, draft in enumerate(self.drafts) if draft.column == target and draft.blocks)
            place = next(standing, None)
            if place is None or role is Role.COLUMN_MARK:
                return
            target = next((line for line in self.drafts[place].blocks if line != number), number)
        if target == number:
            return
        if target not in self.homes:
            self._put(len(self.drafts), Draft(kind=Kind.ARTICLE, body=((target,),)))
        if role is Role.COLUMN_MARK:
            self._stand_in(number, target)
            return
        part = self._part(number)
        self.take_out(number)
        place = self.homes[target]
        self._put(place, self._with(self.drafts[place], number, after, part))

    def _part(self, number: int) -> Role:
        """Return which part of its draft a block is, or would be: what an editor says, else as it was read."""
        block, home = self.blocks[number], self.homes.get(number)
        if home is None or block.rule == STATED:
            return block.role
        draft = self.drafts[home]
        if number in draft.subheads:
            return Role.CROSSHEAD
        if number in draft.heads:
            return Role.HEADLINE
        return Role.BYLINE if number in draft.bylines else Role.PARAGRAPH

    def _with(self, draft: Draft, number: int, after: int | None, part: Role) -> Draft:
        """Return a draft that holds a block besides, where its part has it stand."""
        if part in HEADS:
            return replace(draft, heads=tuple(sorted([*draft.heads, number])))
        if part in SIGNS:
            return replace(draft, bylines=tuple(sorted([*draft.bylines, number])))
        at = _place(draft.body, number, after)
        body = (*draft.body[:at], (number,), *draft.body[at:])
        subheads = (*draft.subheads, *([number] if part is Role.CROSSHEAD else []))
        return replace(draft, body=body, subheads=subheads)

    def _stand_in(self, mark: int, target: int) -> None:
        """Let the item that holds `target`, and no other, stand in the column of a mark."""
        place = self.homes.get(target)
        for at, draft in enumerate(self.drafts):
            if at == place:
                self.drafts[at] = replace(draft, column=mark, column_stated=True)
            elif draft.column == mark:
                self.drafts[at] = replace(draft, column=None, column_stated=True)

    def join(self, number: int, above: int) -> None:
        """Make a block the next piece of the paragraph that `above` is in."""
        place = self.homes.get(above)
        if place is None or number == above:
            return
        self.cut(number)
        start = self.homes.get(number)
        tail = (
            next((piece for piece in self.drafts[start].body if piece[0] == number), (number,))
            if start is not None
            else (number,)
        )
        if above in tail:
            return
        for line in tail:
            self.take_out(line)
        draft = self.drafts[place]
        body = tuple((*piece, *tail) if above in piece else piece for piece in draft.body)
        if not any(above in piece for piece in body):
            body = (*body, tail)
        self._put(place, replace(draft, body=body))

    def cut(self, number: int) -> None:
        """Begin a paragraph with a block that was a later piece of one."""
        place = self.homes.get(number)
        if place is None:
            return
        body: list[tuple[int, ...]] = []
        for piece in self.drafts[place].body:
            at = piece.index(number) if number in piece else 0
            body += [piece[:at], piece[at:]] if at else [piece]
        self._put(place, replace(self.drafts[place], body=tuple(body)))


def _afresh(draft: Draft) -> Draft:
    """Forget what was doubted of a draft before an editor changed it, but for what is still so."""
    starts = {piece[0] for piece in draft.body}
    pairs = {pair for piece in draft.body for pair in pairwise(piece)}
    return replace(
        draft,
        margin=FAR,
        confidence=1.0,
        rival="",
        alternative=None,
        contested=(),
        weak=False,
        heir=None,
        loose=tuple(pair for pair in draft.loose if pair in pairs),
        lost=tuple(line for line in draft.lost if line in starts),
    )


def _without(draft: Draft, numbers: frozenset[int]) -> Draft:
    body = tuple(tuple(line for line in piece if line not in numbers) for piece in draft.body)
    return replace(
        draft,
        heads=tuple(line for line in draft.heads if line not in numbers),
        bylines=tuple(line for line in draft.bylines if line not in numbers),
        body=tuple(piece for piece in body if piece),
        subheads=tuple(line for line in draft.subheads if line not in numbers),
    )


def _place(body: tuple[tuple[int, ...], ...], number: int, after: int | None) -> int:
    if after is not None:
        found = next((at for at, piece in enumerate(body) if after in piece), None)
        if found is not None:
            return found + 1
    return sum(piece[0] < number for piece in body)
