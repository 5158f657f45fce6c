"""A page being laid out: lines put down in print order, each known to belong to an item or to none.

From the same lines come the page's text and its answer in the form of `generator/editing/scoring/answers.py`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

PARTS = ("kicker", "headline", "deck", "byline", "crossheads")


@dataclass(frozen=True, slots=True)
class Put:
    """One printed line."""

    text: str
    """The line, not blank."""
    item: int | None = None
    """The 0-based item it belongs to; None for furniture."""
    part: str = "body"
    """Its key in the answer."""
    paragraph: int = 0
    """The 0-based paragraph, of a body line."""


@dataclass
class Sheet:
    """A page of one manner."""

    name: str
    """The page's id."""
    blank: bool = True
    """Whether a blank line stands between printed lines."""
    puts: list[Put] = field(default_factory=list)
    """The lines in print order."""
    items: list[dict[str, Any]] = field(default_factory=list)
    """Kind and names of each item."""

    def new(self, names: Sequence[str] = (), kind: str = "article") -> int:
        """Begin an item and return its number."""
        self.items.append({"kind": kind, "names": list(names)})
        return len(self.items) - 1

    def put(self, *puts: Put) -> None:
        """Put lines down below what is there."""
        self.puts.extend(puts)

    def furnish(self, lines: Iterable[str]) -> None:
        """Put down lines that belong to no item."""
        self.puts.extend(Put(line) for line in lines)

    @property
    def text(self) -> str:
        """The page as a file holds it."""
        return ("\n\n" if self.blank else "\n").join(put.text for put in self.puts) + "\n"

    @property
    def answer(self) -> dict[str, Any]:
        """The page's answer: items in the order of their first lines, all lines 1-based."""
        step = 2 if self.blank else 1
        numbered = [(number * step + 1, put) for number, put in enumerate(self.puts)]
        order = list(dict.fromkeys(put.item for put in self.puts if put.item is not None))
        items = [self._item(item, numbered) for item in order]
        furniture = [number for number, put in numbered if put.item is None]
        return {"items": items, **({"furniture": furniture} if furniture else {})}

    def _item(self, item: int, numbered: list[tuple[int, Put]]) -> dict[str, Any]:
        own = [(number, put) for number, put in numbered if put.item == item]
        body: dict[int, list[int]] = {}
        for number, put in own:
            if put.part == "body":
                body.setdefault(put.paragraph, []).append(number)
        parts = {part: [number for number, put in own if put.part == part] for part in PARTS}
        told = {**self.items[item], **parts, "body": [body[key] for key in sorted(body)]}
        return {key: value for key, value in told.items() if value}

    def write(self, folder: Path) -> None:
        """Write the page and its answer to `folder`, which is made."""
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{self.name}.txt").write_text(self.text, encoding="utf-8", newline="\n")
        told = yaml.safe_dump(self.answer, allow_unicode=True, sort_keys=False, default_flow_style=None)
        (folder / f"{self.name}.answer.yml").write_text(told, encoding="utf-8", newline="\n")
