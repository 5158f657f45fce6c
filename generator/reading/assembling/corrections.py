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


def correct(
    drafts: Sequence[Draft], blocks: Sequence[Block], corrections: Iterable[Correction]
) -> tuple[Draft, ...]:
    """Return the drafts with every correction done, in order of the lines; empty drafts are gone."""
    numbers = {block.line: index for index, block in enumerate(blocks)}
    edited = list(drafts)
    for correction in corrections:
        number = numbers[correction.line]
        if correction.item == "new":
            _split_off(edited, number)
        elif correction.item == "none":
            _take_out(edited, number)
        elif isinstance(correction.item, int):
            _move(edited, blocks, number, numbers[correction.item], numbers.get(correction.after or 0))
        elif correction.after is not None:
            _move(edited, blocks, number, numbers[correction.after], numbers[correction.after])
        if isinstance(correction.joins, int):
            _join(edited, number, numbers[correction.joins])
        elif correction.joins == "none":
            _cut(edited, number)
    unchanged = set(drafts)
    return tuple(draft if draft in unchanged else _afresh(draft) for draft in edited if draft.blocks)


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


def owner(drafts: Sequence[Draft], number: int) -> int | None:
    """Return the place of the draft that holds a block, or None."""
    return next((place for place, draft in enumerate(drafts) if number in draft.blocks), None)


def _without(draft: Draft, numbers: frozenset[int]) -> Draft:
    body = tuple(tuple(line for line in piece if line not in numbers) for piece in draft.body)
    return replace(
        draft,
        heads=tuple(line for line in draft.heads if line not in numbers),
        bylines=tuple(line for line in draft.bylines if line not in numbers),
        body=tuple(piece for piece in body if piece),
        subheads=tuple(line for line in draft.subheads if line not in numbers),
    )


def _take_out(drafts: list[Draft], number: int) -> None:
    place = owner(drafts, number)
    if place is not None:
        drafts[place] = _without(drafts[place], frozenset({number}))


def _split_off(drafts: list[Draft], number: int) -> None:
    """Give a block, and all that is read behind it in its draft, a draft of its own."""
    place = owner(drafts, number)
    if place is None:
        drafts.append(Draft(kind=Kind.ARTICLE, body=((number,),)))
        return
    draft = drafts[place]
    order = [line for piece in draft.body for line in piece]
    behind = order[order.index(number) :] if number in order else [line for line in order if line > number]
    signs = [line for line in (*draft.heads, *draft.bylines) if line >= number]
    taken = frozenset([*behind, *signs])
    drafts[place] = _without(draft, taken)
    rest = frozenset(draft.blocks) - taken
    drafts.append(replace(_without(draft, rest), column=None, kind=draft.kind))


def _move(drafts: list[Draft], blocks: Sequence[Block], number: int, target: int, after: int | None) -> None:
    """Put a block into the draft that holds `target`, after a block or where source order has it."""
    if owner(drafts, target) is None and blocks[target].role is Role.COLUMN_MARK:
        place = next((at for at, draft in enumerate(drafts) if draft.column == target and draft.blocks), None)
        if place is None or blocks[number].role is Role.COLUMN_MARK:
            return
        target = next((line for line in drafts[place].blocks if line != number), number)
    if target == number:
        return
    if owner(drafts, target) is None:
        drafts.append(Draft(kind=Kind.ARTICLE, body=((target,),)))
    if blocks[number].role is Role.COLUMN_MARK:
        _stand_in(drafts, number, target)
        return
    subhead = any(number in draft.subheads for draft in drafts) or blocks[number].role is Role.CROSSHEAD
    _take_out(drafts, number)
    place, draft = next((at, draft) for at, draft in enumerate(drafts) if target in draft.blocks)
    if blocks[number].role in HEADS and not subhead:
        drafts[place] = replace(draft, heads=tuple(sorted([*draft.heads, number])))
    elif blocks[number].role in SIGNS:
        drafts[place] = replace(draft, bylines=tuple(sorted([*draft.bylines, number])))
    else:
        at = _place(draft.body, number, after)
        body = (*draft.body[:at], (number,), *draft.body[at:])
        drafts[place] = replace(draft, body=body, subheads=(*draft.subheads, *([number] if subhead else [])))


def _stand_in(drafts: list[Draft], mark: int, target: int) -> None:
    """Let the item that holds `target`, and no other, stand in the column of a mark."""
    place = owner(drafts, target)
    for at, draft in enumerate(drafts):
        if at == place:
            drafts[at] = replace(draft, column=mark, column_stated=True)
        elif draft.column == mark:
            drafts[at] = replace(draft, column=None, column_stated=True)


def _place(body: tuple[tuple[int, ...], ...], number: int, after: int | None) -> int:
    if after is not None:
        found = next((at for at, piece in enumerate(body) if after in piece), None)
        if found is not None:
            return found + 1
    return sum(piece[0] < number for piece in body)


def _join(drafts: list[Draft], number: int, above: int) -> None:
    """Make a block the next piece of the paragraph that `above` is in."""
    place = owner(drafts, above)
    if place is None or number == above:
        return
    _cut(drafts, number)
    start = owner(drafts, number)
    tail = (
        next((piece for piece in drafts[start].body if piece[0] == number), (number,))
        if start is not None
        else (number,)
    )
    if above in tail:
        return
    for line in tail:
        _take_out(drafts, line)
    body = tuple((*piece, *tail) if above in piece else piece for piece in drafts[place].body)
    if not any(above in piece for piece in body):
        body = (*body, tail)
    drafts[place] = replace(drafts[place], body=body)


def _cut(drafts: list[Draft], number: int) -> None:
    """Begin a paragraph with a block that was a later piece of one."""
    place = owner(drafts, number)
    if place is None:
        return
    body: list[tuple[int, ...]] = []
    for piece in drafts[place].body:
        at = piece.index(number) if number in piece else 0
        body += [piece[:at], piece[at:]] if at else [piece]
    drafts[place] = replace(drafts[place], body=tuple(body))
