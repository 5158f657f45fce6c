"""Gives each item the id it was published under, and finds what became of published items that are no more.

An item keeps the id of the record that it holds most of: SAME of its words, and more of them than of any other
record. A record that no item keeps leads to where its words are now. So no address ever shows another article,
whatever is split, joined, moved or read anew.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from generator.archive.identity.formers import Days, Fate, Former, Identity
from generator.archive.identity.naming import new_ids, title_of, words_of
from generator.archive.identity.records import Ledger, Record
from generator.archive.identity.sketches import Sought, grams, sketch
from generator.model import Page
from generator.model.sidecar import Sidecar

if TYPE_CHECKING:
    from generator.archive.identity.sketches import Grams

SAME = 2 / 3
"""Share of a record's words that an item must hold to be the same article."""
PART = 0.25
"""Share from which an item holds a part of it; turns of phrase that all share are less."""
OWN = 0.3
"""Share of an item that a record must say for the item to be that article; else it is a small part of a new one."""
Place = tuple[int, int]
"""Number of a page and of an item on it."""


@dataclass(frozen=True, slots=True)
class _Held:
    """How much of a record an item holds."""

    share: float
    place: Place
    size: int
    """Runs of the item."""


def settle(
    pages: Sequence[Page],
    ledgers: Iterable[Ledger],
    sidecars: Mapping[str, Sidecar],
    uncorrected: Mapping[str, Page],
) -> tuple[tuple[Page, ...], Identity]:
    """Return the pages with lasting ids, and where else their items have been.

    `sidecars` are by page id; `uncorrected` holds, for pages that an editor corrected and that were never recorded,
    what they were read as without her: they may have been published so.
    """
    return _Settling(pages, tuple(ledgers), sidecars, uncorrected).done()


class _Settling:
    def __init__(
        self,
        pages: Sequence[Page],
        ledgers: tuple[Ledger, ...],
        sidecars: Mapping[str, Sidecar],
        uncorrected: Mapping[str, Page],
    ) -> None:
        self.pages = pages
        self.ledgers = ledgers
        self.sidecars = sidecars
        self.numbers = {page.id: number for number, page in enumerate(pages)}
        self.records: dict[str, tuple[Record, str]] = {}
        self.files: dict[str, str] = {}
        for ledger in ledgers:
            for record in ledger.records:
                self.records[record.id] = record, ledger.page
                self.files[record.id] = ledger.path
        for page in uncorrected.values():
            for record in self._supposed(page, page.id):
                self.records.setdefault(record.id, (record, page.id))
        recorded = {name for ledger in ledgers for name in (ledger.page, *ledger.formerly)}
        for new, sidecar in sidecars.items():
            for old in sidecar.former_pages:
                if old in recorded or new not in self.numbers:
                    continue
                for record in self._supposed(pages[self.numbers[new]], old):
                    self.records.setdefault(record.id, (record, new))

    @staticmethod
    def _supposed(page: Page, stem: str) -> Iterator[Record]:
        """Yield what a page would have been published as under the id `stem`."""
        for id_, item in zip(new_ids(page.source, stem, page.items), page.items, strict=True):
            words = words_of(page.source, item)
            yield Record(id=id_, sketch=sketch(words), title=title_of(page.source, item))

    def done(self) -> tuple[tuple[Page, ...], Identity]:
        held = self._held()
        kept = self._kept(held)
        names = self._names(kept)
        pages = tuple(self._named(number, names) for number in range(len(self.pages)))
        elsewhere = sorted({*self.records, *self.stated} - set(kept.values()))
        formers = tuple(self._former(id_, held.get(id_, []), names) for id_ in elsewhere)
        known = ((id_, self.records[id_][0]) for id_ in kept.values())
        days = {id_: Days(record.entered, record.changed) for id_, record in known if record.entered}
        records = {id_: record for id_, (record, _) in self.records.items()}
        return pages, Identity(
            formers=formers, former_pages=self._former_pages(kept), days=days, records=records
        )

    @cached_property
    def stated(self) -> dict[str, tuple[str, tuple[int, ...]]]:
        """What editors say of former addresses: the page beside which it is said, and the lines to lead to."""
        said = {
            id_: (page, lines)
            for page, sidecar in self.sidecars.items()
            for id_, lines in sidecar.formerly.items()
        }
        for ledger in self.ledgers:
            if ledger.page in said and ledger.page not in self.numbers:
                said.update({record.id: said[ledger.page] for record in ledger.records})
        pages = {ledger.page for ledger in self.ledgers}
        return {id_: told for id_, told in said.items() if id_ not in pages}

    def _held(self) -> dict[str, list[_Held]]:
        """Return which items hold how much of each record, most first: on its own page, else anywhere."""
        asked = {
            id_: each for id_, each in self.records.items() if id_ not in self.stated and not each[0].gone
        }
        found: dict[str, list[_Held]] = {}
        strayed: dict[str, Record] = {}
        of_page: dict[str, list[str]] = defaultdict(list)
        for id_, (_, page) in asked.items():
            of_page[page].append(id_)
        for page, ids in of_page.items():
            wanted = {id_: asked[id_][0] for id_ in ids}
            here = self._in_places(wanted, self._places(self.numbers.get(page)))
            found |= here
            strayed |= {id_: record for id_, record in wanted.items() if id_ not in here}
        everywhere = (place for number in range(len(self.pages)) for place in self._places(number))
        return found | self._in_places(strayed, everywhere)

    def _places(self, number: int | None) -> list[Place]:
        return [] if number is None else [(number, at) for at in range(len(self.pages[number].items))]

    def _in_places(self, records: Mapping[str, Record], places: Iterable[Place]) -> dict[str, list[_Held]]:
        """Return which items at `places` hold how much of each record, most first; of those that any holds.

        Each item is looked at once for all records.
        """
        if not records:
            return {}
        held: dict[str, list[_Held]] = defaultdict(list)
        sought = Sought({id_: record.sketch.hashes for id_, record in records.items()})
        for place in places:
            found = self._grams(place)
            for id_, share in sought.in_text(found, PART):
                held[id_].append(_Held(share, place, len(found)))
        return {id_: sorted(where, key=_least) for id_, where in held.items()}

    def _grams(self, place: Place) -> Grams:
        page = self.pages[place[0]]
        return grams(words_of(page.source, page.items[place[1]]))

    def _kept(self, held: Mapping[str, list[_Held]]) -> dict[Place, str]:
        """Return the id that each item keeps: of the records that are the same article, the one that says most.

        Of records and items that all say the same, each record claims an item of its own, in their order.
        """
        claims: dict[Place, list[tuple[float, str]]] = defaultdict(list)
        alike: dict[tuple[Place, Sequence[int]], int] = defaultdict(int)
        for id_, places in held.items():
            record, best = self.records[id_][0], places[0]
            said = best.share * record.sketch.size
            if best.share < SAME or said < OWN * best.size:
                continue
            turn = (best.place, record.sketch.hashes)
            equal = places[alike[turn] : alike[turn] + 1]
            claimed = (
                equal[0] if equal and (equal[0].share, equal[0].size) == (best.share, best.size) else best
            )
            alike[turn] += 1
            claims[claimed.place].append((said, id_))
        return {place: max(each, key=lambda claim: (claim[0], claim[1]))[1] for place, each in claims.items()}

    def _names(self, kept: Mapping[Place, str]) -> dict[Place, str]:
        """Return the id of every item, those that keep none newly named."""
        taken = {*self.records, *self.stated}
        names = dict(kept)
        for number, page in enumerate(self.pages):
            places = [place for place in self._places(number) if place not in kept]
            items = [page.items[at] for _, at in places]
            names.update(zip(places, new_ids(page.source, page.id, items, taken), strict=True))
        return names

    def _named(self, number: int, names: Mapping[Place, str]) -> Page:
        page = self.pages[number]
        items = tuple(replace(item, id=names[number, at]) for at, item in enumerate(page.items))
        return replace(page, items=items)

    def _former(self, id_: str, held: Sequence[_Held], names: Mapping[Place, str]) -> Former:
        """Return where the address of `id_` leads, which no item keeps."""
        record, page = self.records.get(id_, (None, ""))
        told = self.stated.get(id_)
        gone = Former(id=id_, fate=Fate.GONE, page=page if page in self.numbers else "")
        if record is not None:
            acknowledged = record.gone or told is not None
            gone = replace(
                gone,
                title=record.title,
                cited=record.cited,
                entered=record.entered,
                file=self.files.get(id_, ""),
                acknowledged=acknowledged,
            )
        if told is not None:
            home = gone.page or (told[0] if told[0] in self.numbers else "")
            return self._as_told(replace(gone, page=home), *told, names)
        if held:
            whole = held[0].share >= SAME
            targets = tuple(names[each.place] for each in (held[:1] if whole else held))
            return replace(gone, fate=Fate.MOVED if whole else Fate.PARTED, targets=targets)
        line = self._loose_line(record, page) if record else 0
        return replace(gone, fate=Fate.LOOSE, line=line) if line else gone

    def _as_told(
        self, former: Former, page: str, lines: tuple[int, ...], names: Mapping[Place, str]
    ) -> Former:
        number = self.numbers.get(page, -1)
        items = self.pages[number].items if number >= 0 else ()
        owners = [next((at for at, item in enumerate(items) if line in item.lines), None) for line in lines]
        targets = tuple(dict.fromkeys(names[number, at] for at in owners if at is not None))
        if targets:
            fate = Fate.PARTED if len(targets) > 1 else Fate.MOVED
            return replace(former, fate=fate, targets=targets)
        loose = bool(lines) and number >= 0
        return replace(former, fate=Fate.LOOSE, page=page, line=lines[0]) if loose else former

    def _loose_line(self, record: Record, page: str) -> int:
        """Return the first line of its page, outside items, that holds words of a record; 0 for none."""
        number = self.numbers.get(page)
        if number is None:
            return 0
        source = self.pages[number].source
        blocks = (*self.pages[number].unplaced, *self.pages[number].furniture)
        hashes = set(record.sketch.hashes)
        shares = {block.line: hashes & set(grams(source.quote(block.span)).tolist()) for block in blocks}
        seen = set().union(*shares.values()) if shares else set()
        if len(seen) < PART * len(hashes):
            return 0
        return min(line for line, found in shares.items() if found)

    def _former_pages(self, kept: Mapping[Place, str]) -> dict[str, str]:
        """Return where each former page is now: as an editor says, as recorded, or where most of its items went."""
        moves: dict[str, str] = {}
        for ledger in self.ledgers:
            here = ledger.page
            if here not in self.numbers:
                here = self._heir({record.id for record in ledger.records}, kept)
                moves[ledger.page] = here
            moves.update(dict.fromkeys(ledger.formerly, here))
        for page, sidecar in self.sidecars.items():
            moves.update(dict.fromkeys(sidecar.former_pages, page if page in self.numbers else ""))
        return {old: new for old, new in sorted(moves.items()) if old not in self.numbers}

    def _heir(self, ids: set[str], kept: Mapping[Place, str]) -> str:
        counts: dict[int, int] = defaultdict(int)
        for (number, _), id_ in kept.items():
            counts[number] += id_ in ids
        best = max(counts, key=lambda number: (counts[number], -number), default=None)
        return self.pages[best].id if best is not None and counts[best] else ""


def _least(held: _Held) -> tuple[float, int]:
    """Return by what items are sorted: those first that hold most of a record and, of these, least besides."""
    return -held.share, held.size
