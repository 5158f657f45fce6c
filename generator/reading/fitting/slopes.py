"""Figures that know how they change with each weight: forward differentiation by dual numbers (Wengert 1964)."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from generator.reading.assembling.affinity import Affinity
from generator.reading.assembling.weights import Weights, names_of

FIXED = frozenset(("sure", "enough", "apart", "loose", "within", "limit"))
"""Bounds that no slope can find: they decide what is told, not which reading is taken. Nor is the group `join` a
fit's to find: the model of seams is fitted on what it says."""
Vector = dict[str, float]
"""The worth of each weight, in nats, by name: `prefix`."""


class Slope(float):
    """A figure with how much it grows if a weight does, by the weight's name."""

    __slots__ = ("slopes",)
    slopes: Mapping[str, float]

    def __new__(cls, value: float, slopes: Mapping[str, float]) -> Slope:
        """Make the figure `value`."""
        made = float.__new__(cls, value)
        made.slopes = slopes
        return made

    def __add__(self, other: float) -> Slope:
        """Return the sum."""
        slopes = self.slopes
        if isinstance(other, Slope):
            slopes = dict(slopes)
            for name, slope in other.slopes.items():
                slopes[name] = slopes.get(name, 0.0) + slope
        return Slope(float(self) + float(other), slopes)

    __radd__ = __add__

    def __neg__(self) -> Slope:
        """Return the figure's opposite."""
        return self._times(-1.0)

    def __sub__(self, other: float) -> Slope:
        """Return the difference."""
        return self + (-other)

    def __rsub__(self, other: float) -> Slope:
        """Return the difference, the other way round."""
        return (-self) + other

    def __mul__(self, other: float) -> Slope:
        """Return the product."""
        made = self._times(float(other))
        if isinstance(other, Slope):
            return made + Slope(0.0, other._times(float(self)).slopes)
        return made

    __rmul__ = __mul__

    def chain(self, value: float, slope: float) -> Slope:
        """Return a function's `value` at this figure, where it grows by `slope` for each unit."""
        return Slope(value, self._times(slope).slopes)

    def _times(self, factor: float) -> Slope:
        return Slope(float(self) * factor, {name: slope * factor for name, slope in self.slopes.items()})


class SlopedAffinity(Affinity):
    """An affinity whose weights are `Slope`s."""

    def _chances(self, score: float) -> tuple[float, float]:
        first, second = super()._chances(score)
        if not isinstance(score, Slope):
            return first, second
        rise = 1 / (1 + math.exp(score))
        return score.chain(first, rise), score.chain(second, rise - 1)


def vector_of(weights: Weights) -> Vector:
    """Return the weights that a fit can find, by name."""
    return {name: float(getattr(weights, name)) for name in names_of(Weights) if name not in FIXED}


def weights_of(vector: Mapping[str, float], known: Weights, *, sloped: bool = False) -> Weights:
    """Return `known` with the weights of `vector`; `sloped`, each a `Slope` of itself."""
    found: dict[str, Any] = {
        name: Slope(value, {name: 1.0}) if sloped else value for name, value in vector.items()
    }
    return replace(known, **found)
