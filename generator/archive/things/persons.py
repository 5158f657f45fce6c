"""Persons who sign: one id and one page each, in however many ways their name is spelled."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.archive.things.gathering import kind_of
from generator.archive.things.names import normal_form, thing_id
from generator.archive.things.values import ThingKind
from generator.model import Contributor
from generator.vocabulary.persons import PersonNames


@dataclass(frozen=True, slots=True, kw_only=True)
class Spellings:
    """Which spellings are one person's."""

    preferred: Mapping[str, str]
    """Every other spelling to the preferred one, both in normal form."""

    @classmethod
    def of(cls, persons: Iterable[PersonNames]) -> Spellings:
        """Return what a vocabulary of persons says."""
        return cls(
            preferred={
                normal_form(other): normal_form(person.name) for person in persons for other in person.others
            }
        )

    def name(self, printed: str) -> str:
        """Return the preferred spelling of a name, in normal form; most have one spelling."""
        normal = normal_form(printed)
        return self.preferred.get(normal, normal)

    def id_of(self, who: Contributor) -> str | None:
        """Return the id of the person or body that signs; None for what is no thing."""
        kind = kind_of(who)
        if kind is None:
            return None
        return thing_id(self.name(who.name) if kind is ThingKind.PERSON else who.name)


AS_PRINTED = Spellings(preferred={})
"""Every spelling is a person's own."""
