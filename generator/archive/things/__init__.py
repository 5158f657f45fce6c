"""Persons, organisations and practices as things of their own, and every mention of each."""

from __future__ import annotations

from generator.archive.things.gathering import Things, gather, kind_of
from generator.archive.things.names import normal_form, thing_id
from generator.archive.things.values import How, Mention, Thing, ThingKind

__all__ = ["How", "Mention", "Thing", "ThingKind", "Things", "gather", "kind_of", "normal_form", "thing_id"]
