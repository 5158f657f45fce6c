"""Whether confidence means what it says: of the items that say 0.9, nine in ten should be right.

A reliability diagram as a table, after Murphy and Winkler; the expected calibration error; Brier's score.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

BINS = 10
"""Bins of equal width between 0 and 1; the last holds 1 as well."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """The items whose confidence lies between two bounds."""

    low: float
    """The lower bound, inside."""
    high: float
    """The upper bound, outside but for the last bin."""
    count: int
    """How many items; a bin without any is left out."""
    confidence: float
    """Their mean confidence."""
    right: float
    """The share of them that are right."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reliability:
    """How far the confidence of a set of items can be trusted; all figures 0 to 1, None without items."""

    bins: tuple[Bin, ...]
    """The diagram, from the lowest confidence up."""
    calibration_error: float | None
    """Expected calibration error: the mean distance of confidence and share right, bin by bin, by items."""
    brier: float | None
    """The mean square of confidence less outcome; 0 is perfect, 0.25 is what a coin earns."""


def reliability_of(claims: Iterable[tuple[float, bool]]) -> Reliability:
    """Return the reliability of claims: a confidence of 0 to 1, and whether it came true.

    Raises ValueError for a confidence outside 0 to 1, which is a bug of whoever stated it.
    """
    binned: dict[int, list[tuple[float, bool]]] = {}
    for confidence, right in claims:
        if not 0.0 <= confidence <= 1.0:
            raise ValueError(f"not a probability: {confidence}")
        binned.setdefault(min(int(confidence * BINS), BINS - 1), []).append((confidence, right))
    bins = tuple(_bin(number, members) for number, members in sorted(binned.items()))
    every = [claim for members in binned.values() for claim in members]
    if not every:
        return Reliability(bins=(), calibration_error=None, brier=None)
    return Reliability(
        bins=bins,
        calibration_error=sum(each.count * abs(each.confidence - each.right) for each in bins) / len(every),
        brier=sum((confidence - right) ** 2 for confidence, right in every) / len(every),
    )


def _bin(number: int, members: list[tuple[float, bool]]) -> Bin:
    return Bin(
        low=number / BINS,
        high=(number + 1) / BINS,
        count=len(members),
        confidence=sum(confidence for confidence, _ in members) / len(members),
        right=sum(right for _, right in members) / len(members),
    )
