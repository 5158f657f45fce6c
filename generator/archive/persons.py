"""Persons who sign: one id and one page each, in however many ways their name is spelled.

An id follows from the preferred name alone, so that no other page, and nobody of the same sound, can change it.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from generator.vocabulary.persons import PersonNames
from generator.vocabulary.taxonomy import slug_of

DIGITS = 6
"""Hexadecimal digits that tell names apart which sound alike."""
LONGEST = 60
"""Characters of the longest slug before them: addresses and file names are limited."""


@lru_cache(maxsize=65_536)
def name_id(name: str) -> str:
    """Return the id of whoever or whatever bears `name`: its slug, and a short digest of the name itself.

    >>> name_id("林禾"), name_id("临河")
    ('lin-he-cc24df', 'lin-he-821278')
    """
    plain = unicodedata.normalize("NFC", "".join(name.split()))
    digest = hashlib.sha256(plain.encode("utf-8")).hexdigest()[:DIGITS]
    return f"{slug_of(name)[:LONGEST].strip('-') or 'x'}-{digest}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Spellings:
    """Which spellings are one person's."""

    preferred: Mapping[str, str]
    """Every other spelling, to the preferred one."""

    @classmethod
    def of(cls, persons: Iterable[PersonNames]) -> Spellings:
        """Return what a vocabulary of persons says."""
        return cls(preferred={other: person.name for person in persons for other in person.others})

    def name(self, printed: str) -> str:
        """Return the preferred spelling of a name; most have one spelling."""
        return self.preferred.get(printed, printed)

    def id(self, printed: str) -> str:
        """Return the id of the person whose name is printed so."""
        return name_id(self.name(printed))


AS_PRINTED = Spellings(preferred={})
"""Every spelling is a person's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Someone who signs items of the archive."""

    id: str
    """The id, which is the last part of the address of the person's page."""
    name: str
    """The preferred spelling of the name."""
    spellings: tuple[str, ...]
    """Every spelling that the archive's items have, in order of first appearance."""
    former_ids: tuple[str, ...]
    """The ids that the person's other spellings would have by themselves: addresses that may have been published."""


def person_of(name: str, signed: Iterable[str], names: Iterable[PersonNames]) -> Person:
    """Return the person called `name`, whom bylines call `signed`."""
    others = {other for person in names if person.name == name for other in person.others}
    spellings = tuple(dict.fromkeys(signed))
    former = tuple(name_id(other) for other in sorted(others))
    return Person(id=name_id(name), name=name, spellings=spellings, former_ids=former)
