"""Sums that every Python rounds alike."""

from __future__ import annotations

import math
from collections.abc import Iterable


def total(figures: Iterable[float]) -> float:
    """Return the exact sum of figures, rounded once; figures that carry slopes are added one by one and keep them."""
    found = list(figures)
    return sum(found) if any(hasattr(figure, "slopes") for figure in found) else math.fsum(found)
