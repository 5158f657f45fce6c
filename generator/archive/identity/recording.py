"""Records what is being published, so that later builds keep its addresses."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from generator.archive.groups import Archive, Entry
from generator.archive.identity.naming import title_of, words_of
from generator.archive.identity.records import Ledger, Record, digest_of
from generator.archive.identity.sketches import sketch

Cite = Callable[[Entry], str]


def recorded(archive: Archive, ledgers: Iterable[Ledger], day: str, cite: Cite) -> tuple[Ledger, ...]:
    """Return the ledgers of an archive that is published on `day` (ISO 8601), in order of their pages.

    A record goes with its item, else with its page; a ledger that is not returned has nothing left to say. `cite`
    returns how an item is cited.
    """
    old = {ledger.page: ledger for ledger in ledgers}
    homes = _homes(archive, old)
    entries = {entry.item.id: entry for entry in archive.items}
    rows: dict[str, list[Record]] = defaultdict(list)
    for id_, record in archive.identity.records.items():
        entry = entries.pop(id_, None)
        if entry is not None:
            rows[entry.page.id].append(_renewed(record, entry, day, cite))
        else:
            rows[homes[id_]].append(_dated(record, day))
    for entry in entries.values():
        rows[entry.page.id].append(_renewed(None, entry, day, cite))
    return tuple(
        Ledger(page=page, formerly=tuple(_names(archive, page, old)), records=tuple(rows[page]))
        for page in sorted(rows)
    )


def _homes(archive: Archive, old: dict[str, Ledger]) -> dict[str, str]:
    """Return the page in whose ledger each record without an item stands."""
    moved = archive.identity.former_pages
    homes = {former.id: former.page for former in archive.identity.formers}
    for ledger in old.values():
        here = moved.get(ledger.page, "") or ledger.page
        homes.update({record.id: here for record in ledger.records})
    return homes


def _renewed(record: Record | None, entry: Entry, day: str, cite: Cite) -> Record:
    digest = digest_of(entry.item)
    if record is not None and record.digest == digest:
        return record
    return Record(
        id=entry.item.id,
        sketch=sketch(words_of(entry.page.source, entry.item)),
        title=title_of(entry.page.source, entry.item),
        cited=cite(entry),
        entered=(record.entered if record else "") or day,
        changed=day,
        digest=digest,
    )


def _dated(record: Record, day: str) -> Record:
    return replace(record, entered=record.entered or day, changed=record.changed or day)


def _names(archive: Archive, page: str, old: dict[str, Ledger]) -> Iterator[str]:
    """Yield the ids that a page had before, each once, the oldest first."""
    known = old[page].formerly if page in old else ()
    came = sorted(name for name, here in archive.identity.former_pages.items() if here == page)
    yield from dict.fromkeys((*known, *came))
