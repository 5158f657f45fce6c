"""addresses.jsonl: every address that an item has or had, and what stands there now."""

from __future__ import annotations

from collections.abc import Iterator

from generator.archive.addresses import item_url
from generator.archive.groups import Archive
from generator.archive.identity.formers import Days, Fate, Former
from generator.data.exporting.jsonlines import json_lines
from generator.data.records import Row
from generator.model.outfiles import OutFile

HERE = "here"
"""State of the address of an item that is in the archive."""
LOST = "lost"
"""State of an address of which nobody has said that nothing is left of its item."""
NEVER = Days("", "")


def addresses_file(archive: Archive) -> Iterator[OutFile]:
    """Yield data/addresses.jsonl."""
    yield OutFile("data/addresses.jsonl", json_lines(address_rows(archive)))


def address_rows(archive: Archive) -> Iterator[Row]:
    """Yield a row for each item, in the archive's order, then for each former address."""
    for entry in archive.items:
        days = archive.identity.days.get(entry.item.id, NEVER)
        yield {
            "id": entry.item.id,
            "url": item_url(entry.item),
            "state": HERE,
            "leads": [],
            "entered": days.entered or None,
            "changed": days.changed or None,
        }
    yield from map(_former, archive.identity.formers)


def _former(former: Former) -> Row:
    return {
        "id": former.id,
        "url": f"articles/{former.id}/",
        "state": str(former.fate) if former.acknowledged or former.fate is not Fate.GONE else LOST,
        "leads": _leads(former),
        "entered": former.entered or None,
        "changed": former.withdrawn or None,
    }


def _leads(former: Former) -> list[str]:
    if former.fate is Fate.LOOSE:
        return [f"pages/{former.page}/#L{former.line}"]
    return [f"articles/{target}/" for target in former.targets]
