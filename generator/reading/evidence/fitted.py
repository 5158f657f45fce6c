"""The numbers of the models that weigh evidence, with what fitted them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
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

    hidden: tuple[tuple[float, ...], ...]
    """Of each unit: its bias, then what a unit of each feature adds."""
    out: tuple[float, ...]
    """The bias of the answer, then what each unit adds, in nats."""

    def odds(self, features: Sequence[float]) -> float:
        """Return the log odds that as many features as a unit has weights give, in nats."""
        total = self.out[0]
        for (bias, *weights), worth in zip(self.hidden, self.out[1:], strict=True):
            value = bias
            for weight, feature in zip(weights, features, strict=True):
                value += weight * feature
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
        return Network(hidden=tuple(map(tuple, said["hidden"])), out=tuple(said["out"]))
    return Logistic(bias=said["bias"], weights=tuple(said["weights"].values()))
