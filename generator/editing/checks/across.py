"""What shows only across pages: names one character apart, and texts printed twice.

Everything is found through buckets, so the work grows with the archive and not with its square.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from generator.archive.groups import Archive, Entry
from generator.editing.checks.codes import CODES
from generator.editing.checks.naming import called
from generator.model import ContributorRole
from generator.reading.grammar.surnames import opens_name
from generator.telling.diagnostics import Diagnostic

PERSONS = frozenset(ContributorRole) - {ContributorRole.INSTITUTION, ContributorRole.UNKNOWN}
NAME_LENGTH = range(3, 8)
"""Names of two characters are too often one character apart."""
MOST_VARIANTS = 5
"""A pattern with more names than this is a common way to be named, not a misprint."""
CLAUSE = re.compile("[^,，、。;；:：!！?？…“”‘’\n]{10,}")
SAME = 0.5
"""Share of the shorter text from which two items are the same story."""
PASSAGE = 80
"""Characters in common from which a passage is worth a note."""
SAMPLED = 20_000
"""Items up to which every clause is looked at; beyond, an even sample of clauses."""


def check_archive(archive: Archive) -> Iterator[Diagnostic]:
    """Yield notes on likely variants of one name, and on texts that stand in two items."""
    yield from _name_variants(archive)
    yield from _shared_texts(archive.items)


def _name_variants(archive: Archive) -> Iterator[Diagnostic]:
    signed = _signed(archive)
    patterns: dict[str, list[str]] = defaultdict(list)
    for name in signed:
        if len(name) in NAME_LENGTH:
            for position in range(len(name)):
                patterns[f"{name[:position]}*{name[position + 1 :]}"].append(name)
    for pattern, names in patterns.items():
        two_families = pattern.startswith("*") and all(map(opens_name, names))
        if 2 <= len(names) <= MOST_VARIANTS and not two_families:
            yield _variant(names, signed)


def _signed(archive: Archive) -> Mapping[str, list[tuple[Entry, int]]]:
    """Return each person's name to the items signed with it, and the line of the byline.

    A spelling that an editor knows to be another's is told of no more.
    """
    signed: dict[str, list[tuple[Entry, int]]] = defaultdict(list)
    for entry in archive.items:
        for byline in entry.item.bylines:
            known = byline.contributor.name in archive.spellings.preferred
            if byline.contributor.role in PERSONS and not known:
                signed[byline.contributor.name].append((entry, byline.line))
    return signed


def _variant(names: list[str], signed: Mapping[str, list[tuple[Entry, int]]]) -> Diagnostic:
    """Return a note at the first byline with the rarest of the names."""
    rarest = min(names, key=lambda name: (len(signed[name]), -names.index(name)))
    entry, line = signed[rarest][0]
    counted = "、".join(f"{name}({len(signed[name])} 处)" for name in names)
    return _note("byline-variant", entry, line, f"署名{counted}只差一个字,可能是同一个人。")


def _shared_texts(entries: tuple[Entry, ...]) -> Iterator[Diagnostic]:
    shared: Counter[tuple[int, int]] = Counter()
    lengths = [0] * len(entries)
    step = 1 + len(entries) // SAMPLED
    last: dict[int, int] = {}
    for number, entry in enumerate(entries):
        for clause in _clauses(entry):
            key = zlib.crc32(clause.encode())
            if key % step == 0:
                lengths[number] += len(clause)
                other = last.get(key, number)
                if other != number:
                    shared[other, number] += len(clause)
                last[key] = number
    for (first, second), length in shared.items():
        shorter = min(lengths[first], lengths[second])
        if length * step >= PASSAGE or length >= SAME * shorter > PASSAGE / 2:
            yield _same(entries[first], entries[second], length / shorter)


def _clauses(entry: Entry) -> Iterator[str]:
    """Yield each clause of ten and more characters once."""
    yield from dict.fromkeys(CLAUSE.findall(entry.item.text))


def _same(first: Entry, second: Entry, share: float) -> Diagnostic:
    code = "reprint" if share >= SAME else "shared-passage"
    words = "大半相同" if share >= SAME else "有一段相同"
    message = f"{called(second.item)}与 {first.page.source.name} 的{called(first.item)}文字{words}(约 {share:.0%})。"
    return _note(code, second, min(second.item.lines), message)


def _note(code: str, entry: Entry, line: int, message: str) -> Diagnostic:
    source = entry.page.source
    return Diagnostic(
        code=code,
        severity=CODES[code].severity,
        path=source.path or source.name,
        line=line,
        message=message,
        hint=CODES[code].hint,
        item=entry.item.id,
    )
