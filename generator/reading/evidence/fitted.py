"""The numbers of the models that weigh evidence, with what fitted them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from operator import mul
from pathlib import Path
from typing import Any

from generator.reading.evidence.places import FITTED, evidence_file
from generator.reading.evidence.stored import faults_of_names, read_stored, stored_fault
from generator.telling.errors import ConfigError

LIMIT = 30.0
"""Log odds beyond this are as good as certain."""
MODELS = ("start", "seam", "belongs", "headline", "opens", "right")
"""The models that the reading asks."""


def probability(odds: float) -> float:
    """Return the probability, 0 to 1, that log odds in nats stand for."""
    return 1 / (1 + math.exp(-max(-LIMIT, min(LIMIT, odds))))


@dataclass(frozen=True, slots=True, kw_only=True)
class Logistic:
    """A logistic regression (Cox 1958): how much more probable one answer is than the other."""

    bias: float
    """The log odds where every feature is zero, in nats, the frequency of the answers in the fit left out."""
    weights: tuple[float, ...]
    """What a unit of each feature adds, in nats."""

    def odds(self, features: Sequence[float]) -> float:
        """Return the log odds that as many features as there are weights give, in nats."""
        total = self.bias
        for weight, feature in zip(self.weights, features, strict=True):
            total += weight * feature
        return total


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """A network of one hidden layer of rectified units (Nair & Hinton 2010): as `Logistic`, with bends."""

    hidden: tuple[tuple[float, tuple[float, ...]], ...]
    """Of each unit: its bias, and what a unit of each feature adds."""
    out: tuple[float, ...]
    """What each unit adds to the answer, in nats."""
    bias: float
    """The answer where no unit adds anything."""
    seen: tuple[tuple[float, float], ...]
    """Of each feature: the least and the greatest that the fit saw often; what lies beyond counts as these."""

    def odds(self, features: Sequence[float]) -> float:
        """Return the log odds that as many features as a unit has weights give, in nats."""
        total = self.bias
        known = [
            least if feature < least else most if feature > most else feature
            for feature, (least, most) in zip(features, self.seen, strict=True)
        ]
        for (bias, weights), worth in zip(self.hidden, self.out, strict=True):
            value = bias + math.fsum(map(mul, weights, known))
            if value > 0:
                total += worth * value
        return total


Model = Logistic | Network


def load_fitted(path: Path | None = None) -> Mapping[str, Model]:
    """Read the models of `path`, by default those that the repository holds, by name.

    Raises ConfigError with a sentence for every model that is missing, unknown or broken.
    """
    return _load(path or evidence_file(FITTED))


@cache
def _load(path: Path) -> Mapping[str, Model]:
    said = read_stored(path, "models")
    faults = list(faults_of_names(said, MODELS, "models"))
    found: dict[str, Model] = {}
    for name in set(MODELS) & said.keys():
        try:
            found[name] = model_of(said[name])
        except (AttributeError, KeyError, IndexError, TypeError, ValueError):
            faults.append(f"models.{name} 不是一个模型。")
    if faults:
        raise ConfigError(stored_fault(path, fault) for fault in faults)
    return found


def model_of(said: Mapping[str, Any]) -> Model:
    """Return the model that the file says so. Raises KeyError, TypeError or ValueError where it says none."""
    if "hidden" not in said:
        return Logistic(bias=float(said["bias"]), weights=_numbers(said["weights"].values()))
    seen = tuple((float(least), float(most)) for least, most in said["seen"].values())
    units = [_numbers(unit) for unit in said["hidden"]]
    out = _numbers(said["out"])
    if len(out) != len(units) + 1 or {len(unit) for unit in units} != {len(seen) + 1}:
        raise ValueError
    return Network(hidden=tuple((unit[0], unit[1:]) for unit in units), out=out[1:], bias=out[0], seen=seen)


def _numbers(said: Iterable[float]) -> tuple[float, ...]:
    return tuple(map(float, said))
