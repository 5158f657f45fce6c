"""Lists and indexes cut into pages, so that none grows without bound."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """One page of an index from A to Z."""

    letter: str
    """Its capital letter, `0` for other beginnings; empty where the whole index is one page."""
    address: str
    """Where it stands below the site's root, with a slash at its end."""
    names: tuple[str, ...]
    """The names on it, in order of their slugs."""
    number: int = 1
    """Which page of its letter it is."""

    def titled(self, index: str) -> str:
        """Return the page's title; `index` is what the whole index is called."""
        if not self.letter:
            return index
        part = f"（第{self.number}页）" if self.number > 1 else ""
        return f"{index}：{self.letter if self.letter != '0' else '其他'}{part}"


def leaves(slugs: Mapping[str, str], address: str, size: int = 200) -> tuple[Leaf, ...]:
    """Cut an index into pages by first letter and then by `size`; a short one stays on one page.

    `slugs` holds an ASCII slug by name; names without a Latin letter in front go under `0`.
    """
    order = sorted(slugs, key=lambda name: (not slugs[name][0].isalpha(), slugs[name], name))
    if len(order) <= size:
        return (Leaf(letter="", address=address, names=tuple(order)),)
    letters: dict[str, list[str]] = {}
    for name in order:
        letters.setdefault(letter_of(slugs[name]), []).append(name)
    return tuple(
        Leaf(
            letter=letter,
            address=part_address(f"{address}{letter.lower()}/", start // size + 1),
            names=tuple(names[start : start + size]),
            number=start // size + 1,
        )
        for letter, names in letters.items()
        for start in range(0, len(names), size)
    )


def letter_of(slug: str) -> str:
    """Return the letter that a slug stands under in an index."""
    return slug[0].upper() if slug[0].isalpha() else "0"


def part_address(address: str, number: int) -> str:
    """Return the address of one part of a list."""
    return address if number == 1 else f"{address}{number}/"
