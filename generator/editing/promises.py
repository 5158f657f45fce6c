"""Whether every address of an older version still means what it meant; each that does not with the line that mends it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING

from generator.archive.identity.settling import PART, SAME
from generator.archive.identity.sketches import grams, letters, share_in
from generator.editing.comparing import Version
from generator.editing.differing import Row
from generator.editing.sidecars.references import named
from generator.telling.diagnostics import Diagnostic, Severity
from generator.telling.errors import UsageError

if TYPE_CHECKING:
    from generator.archive.identity.sketches import Grams

NEEDED = frozenset(("page", "source", "paragraphs", "headline_lines"))
"""The fields by which a row is known again."""


def broken(old: Version, new: Version, seeds: str = "seeds") -> Iterator[Diagnostic]:
    """Yield an error for each address of `old` that in `new` is dead or shows another article, with its cure.

    `seeds` is the folder of the pages, as a person would type it. Raises UsageError for rows of which too little is
    known.
    """
    for id_, row in (*old.rows.items(), *new.rows.items()):
        if lacking := NEEDED - row.keys():
            raise UsageError(f"稿件 {id_} 的数据缺少 {min(lacking)},不能比较。请用当时的程序重新建成。")
    yield from _Promises(old, new, seeds).broken()


class _Promises:
    def __init__(self, old: Version, new: Version, seeds: str) -> None:
        self.old = old
        self.new = new
        self.seeds = seeds
        self.grams: dict[tuple[bool, str], Grams] = {}

    def broken(self) -> Iterator[Diagnostic]:
        dead = [
            row for id_, row in self.old.rows.items() if id_ not in self.new.rows and not self._answers(id_)
        ]
        renamed = self._renamed(dead)
        for page, (heir, count) in renamed.items():
            yield self._of_page(page, heir, count)
        for row in dead:
            if row["page"] not in renamed:
                yield self._lost(row)
        for id_, row in self.old.rows.items():
            if id_ in self.new.rows and self._share(row, self.new.rows[id_]) < SAME:
                yield self._changed(row)

    def _answers(self, id_: str) -> bool:
        address = self.new.addresses.get(id_)
        return address is not None and address["state"] != "lost"

    def _renamed(self, dead: Sequence[Row]) -> dict[str, tuple[str, int]]:
        """Return the new page of each page that is gone and most of whose items stand on one other, with their count."""
        here = {row["page"] for row in self.new.rows.values()}
        moved: dict[str, Counter[str]] = defaultdict(Counter)
        for row in dead:
            if row["page"] not in here and (found := self._holders(row)) and found[0][0] >= SAME:
                moved[row["page"]][self.new.rows[found[0][1]]["page"]] += 1
        best = {page: counts.most_common(1)[0] for page, counts in moved.items()}
        total = Counter(row["page"] for row in dead)
        return {page: each for page, each in best.items() if 2 * each[1] > total[page]}

    def _share(self, row: Row, other: Row) -> float:
        """Return how much of an old row's words a new row holds."""
        return share_in(self._grams(row), self._grams(other, new=True))

    def _grams(self, row: Row, *, new: bool = False) -> Grams:
        key = new, row["id"]
        if key not in self.grams:
            self.grams[key] = grams(_words(row))
        return self.grams[key]

    def _holders(self, row: Row) -> list[tuple[float, str]]:
        """Return share and id of the new items that hold a part of an old one, most first: of its page, else of any."""
        page = row["page"]
        here = {id_: other for id_, other in self.new.rows.items() if other["page"] == page}
        return self._holding(row, here) or self._holding(row, self.new.rows)

    def _holding(self, row: Row, others: Mapping[str, Row]) -> list[tuple[float, str]]:
        shares = ((self._share(row, other), id_) for id_, other in others.items())
        return sorted((each for each in shares if each[0] >= PART), reverse=True)

    def _of_page(self, page: str, heir: str, count: int) -> Diagnostic:
        message = f"版面 {page} 现在叫 {heir},它的 {count} 个地址会打不开。"
        return self._error(self._sidecar(heir), message, f"{page}: page", code="address-lost")

    def _lost(self, row: Row) -> Diagnostic:
        found = self._holders(row)
        page = self.new.rows[found[0][1]]["page"] if found else row["page"]
        message = f"已发表的地址 articles/{row['id']}/{_named(row)}会打不开。"
        line = f"{row['id']}: {self._where(found, page)}"
        return self._error(self._sidecar(page), message, line, code="address-lost")

    def _changed(self, row: Row) -> Diagnostic:
        found = self._holders(row)
        page = self.new.rows[found[0][1]]["page"] if found else row["page"]
        message = f"已发表的地址 articles/{row['id']}/{_named(row)}会变成另一篇。"
        line = f"{row['id']}: {self._where(found, page)}"
        return self._error(self._sidecar(page), message, line, code="address-changed")

    def _where(self, found: Sequence[tuple[float, str]], page: str) -> str:
        """Return the lines that an address should lead to, as a sidecar says it."""
        here = [(share, id_) for share, id_ in found if self.new.rows[id_]["page"] == page]
        if not here:
            return "none"
        whole = here[0][0] >= SAME
        lines = [_first_line(self.new.rows[id_]) for _, id_ in (here[:1] if whole else here)]
        return lines[0] if len(lines) == 1 else f"[{', '.join(lines)}]"

    def _sidecar(self, page: str) -> str:
        rows = [
            row for rows in (self.new.rows, self.old.rows) for row in rows.values() if row["page"] == page
        ]
        source = PurePath(rows[0]["source"]) if rows else PurePath(page)
        return str(PurePath(self.seeds) / source.with_suffix(".yml").name)

    def _error(self, path: str, message: str, line: str, *, code: str) -> Diagnostic:
        hint = f"请在 {path} 的 formerly: 下面写一行(没有 formerly: 就先写上):  {line}"
        return Diagnostic(code=code, severity=Severity.ERROR, path=path, message=message, hint=hint)


def _words(row: Row) -> str:
    body = "\n".join(paragraph["text"] for paragraph in row["paragraphs"])
    return body if letters(body) else f"{row.get('headline') or ''}{body}"


def _named(row: Row) -> str:
    return f"《{row['headline']}》" if row.get("headline") else ""


def _first_line(row: Row) -> str:
    """Return the line that an item's body begins on, with its words, as a sidecar names it."""
    paragraph = next((each for each in row["paragraphs"] if each["lines"]), None)
    if paragraph is not None:
        return named(paragraph["lines"][0], paragraph["text"])
    return named(row["headline_lines"][0], row["headline"]) if row["headline_lines"] else "1"
