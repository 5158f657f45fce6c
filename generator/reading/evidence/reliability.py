"""How far the confidence of the reading could be trusted on pages that had no part in any fit."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.reading.evidence.places import FITTED, evidence_file
from generator.reading.evidence.stored import read_stored


@dataclass(frozen=True, slots=True, kw_only=True)
class Claims:
    """What came of the items that said nearly the same confidence."""

    said: float
    """Their mean confidence, 0 to 1."""
    right: float
    """The share of them that held just their own lines, 0 to 1."""
    count: int
    """How many items."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reliability:
    """A reliability diagram."""

    pages: int
    """The pages that were held out."""
    claims: tuple[Claims, ...]
    """From the lowest confidence up; a tenth each, those without an item left out."""


def load_reliability(path: Path | None = None) -> Reliability:
    """Read what the fit found on held-out pages; empty where it held out none. Raises ConfigError."""
    held_out = read_stored(path or evidence_file(FITTED), "fitted").get("right", {}).get("held_out", {})
    bins = held_out.get("figures", {}).get("reliability", ())
    claims = (Claims(said=each["confidence"], right=each["right"], count=each["count"]) for each in bins)
    return Reliability(pages=held_out.get("pages", 0), claims=tuple(claims))
