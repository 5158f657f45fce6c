"""The numbers of the models that weigh evidence, with what fitted them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from operator import mul
from pathlib import Path
from typing import Any

FITTED = Path(__file__).parent / "fitted.json"


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
            value = bias + sum(map(mul, weights, known))
            if value > 0:
                total += worth * value
        return total


Model = Logistic | Network


@cache
def load_fitted(path: Path = FITTED) -> Mapping[str, Model]:
    """Read the models that the repository holds, by name."""
    found = json.loads(path.read_text("utf-8"))["models"]
    return {name: _model(said) for name, said in found.items()}


def _model(said: Mapping[str, Any]) -> Model:
    if "hidden" in said:
        hidden = tuple((unit[0], tuple(unit[1:])) for unit in said["hidden"])
        seen = tuple((least, most) for least, most in said["seen"].values())
        return Network(hidden=hidden, out=tuple(said["out"][1:]), bias=said["out"][0], seen=seen)
    return Logistic(bias=said["bias"], weights=tuple(said["weights"].values()))
