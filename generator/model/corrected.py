"""Headings and paragraphs with the right readings that an editor gives, beside their source reading."""

from __future__ import annotations

from collections.abc import Iterable

from generator.model import Item, Misprint
from generator.model.passages import HEADINGS, Passage, passages


def corrected(passage: Passage, misprints: Iterable[Misprint]) -> str | None:
    """Return the text of `passage` with every right reading in its place; None where none belongs to it."""
    text = passage.text
    for misprint in sorted(misprints, key=lambda misprint: misprint.span, reverse=True):
        for piece in passage.pieces:
            if piece.start is None:
                continue
            start = misprint.span.start - piece.start + piece.begin
            end = start + len(misprint.span)
            if piece.begin <= start and end <= piece.end:
                text = text[:start] + misprint.corrected + text[end:]
    return text if text != passage.text else None


def corrected_headings(item: Item) -> dict[str, str]:
    """Return those of kicker, headline and deck that an editor corrected, by these names, corrected."""
    headings = ((each, corrected(each, item.misprints)) for each in passages(item) if each.place in HEADINGS)
    return {str(each.place): text for each, text in headings if text}


def corrected_body(item: Item) -> tuple[str | None, ...]:
    """Return each paragraph of the body corrected, None where the source reading stands."""
    if not item.misprints:
        return (None,) * len(item.body)
    body = (each for each in passages(item) if each.place not in HEADINGS)
    return tuple(corrected(each, item.misprints) for each in body)


def corrected_text(item: Item) -> str | None:
    """Return the whole body corrected, one paragraph a line; None where the source reading stands."""
    texts = corrected_body(item)
    if not any(texts):
        return None
    pairs = zip(texts, item.body, strict=True)
    return "\n".join(text or paragraph.text for text, paragraph in pairs)
