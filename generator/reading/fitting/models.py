"""Fits the models: logistic regressions (Cox 1958) and small networks, and tells how well they do elsewhere."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from generator.reading.evidence.fitted import Model, model_of, probability
from generator.reading.fitting.examples import Examples
from generator.telling.errors import UsageError

if TYPE_CHECKING:
    from numpy import float64
    from numpy.typing import NDArray

UNITS = 8
"""Hidden units of a network."""
DIGITS = 4
"""Decimals that are stored."""
FEWEST = 10
"""Examples of each answer that a fit needs."""
FEW = 5000
"""Fewer examples are too few to hold some back."""
HELD = 3.0
"""The penalty of large weights where examples are few: a variance of one third for each weight (MacKay 1992)."""
OFTEN = (1, 99)
"""Per cent of the examples between which a feature is believed."""
Stored = dict[str, Any]
"""A model as `fitted.json` holds it."""


def need_sklearn() -> None:
    """Raise UsageError with a sentence that says how to install scikit-learn, where it is missing."""
    try:
        import sklearn  # noqa: F401
    except ImportError:
        raise UsageError(
            "fit 要用 scikit-learn,这里没有装。请在仓库的文件夹里运行 .venv/bin/python -m pip install -e '.[fit]'"
            "(Windows 是 .venv\\Scripts\\python)。"
        ) from None


def enough(examples: Examples, name: str) -> None:
    """Raise UsageError where there are too few examples to fit the model of that name."""
    right = sum(examples.answers)
    if min(right, len(examples.answers) - right) < FEWEST:
        raise UsageError(
            f"答案太少,拟合不出 {name}:是的只有 {right:,} 例,不是的只有 {len(examples.answers) - right:,} 例,"
            f"各要 {FEWEST} 例。请给出更多的版面和答案。"
        )


def fit_logistic(examples: Examples, names: Sequence[str], *, prior: bool = True) -> Stored:
    """Fit a logistic regression; `names` are those of its features, in order.

    With `prior`, how often the answer is yes in the examples is taken out of the bias: it was a choice of theirs.
    """
    from sklearn.linear_model import LogisticRegression

    rows, answers = _arrays(examples)
    model = LogisticRegression(max_iter=5000).fit(rows, answers)
    bias = float(model.intercept_[0]) - (log_odds(examples) if prior else 0.0)
    weights = dict(zip(names, _rounded(model.coef_[0]), strict=True))
    return {"bias": round(bias, DIGITS), "weights": weights}


def fit_network(
    examples: Examples, names: Sequence[str], *, alpha: float, seed: int, prior: bool = True
) -> Stored:
    """Fit a network of `UNITS` rectified units to features that are clipped and scaled; the scale is multiplied in.

    `alpha` is the penalty of large weights where examples are many, a tenth of them being held back to end the fit
    in time; of few examples every one is needed, and the penalty is `HELD`.
    """
    import numpy as np
    from sklearn.neural_network import MLPClassifier
    from sklearn.preprocessing import StandardScaler

    rows, answers = _arrays(examples)
    low, high = np.percentile(rows, OFTEN[0], axis=0), np.percentile(rows, OFTEN[1], axis=0)
    scaler = StandardScaler()
    scaled = scaler.fit_transform(np.clip(rows, low, high))
    if len(answers) < FEW:
        network = MLPClassifier((UNITS,), alpha=HELD, solver="lbfgs", max_iter=2000, random_state=seed)
    else:
        network = MLPClassifier(
            (UNITS,), alpha=alpha, max_iter=300, random_state=seed, early_stopping=True, n_iter_no_change=15
        )
    network.fit(scaled, answers)
    hidden, out = network.coefs_
    weights = hidden / scaler.scale_[:, None]
    biases = network.intercepts_[0] - (scaler.mean_ / scaler.scale_) @ hidden
    bias = float(network.intercepts_[1][0]) - (log_odds(examples) if prior else 0.0)
    return {
        "seen": {name: _rounded(ends) for name, *ends in zip(names, low, high, strict=True)},
        "hidden": [_rounded([biases[unit], *weights[:, unit]]) for unit in range(UNITS)],
        "out": _rounded([bias, *out[:, 0]]),
    }


def log_odds(examples: Examples) -> float:
    """Return how much more often the answer is yes than no, in nats."""
    yes = sum(examples.answers)
    return math.log(yes / (len(examples.answers) - yes))


def figures_of(model: Stored, held_out: Examples, *, prior: bool = True) -> Mapping[str, float | int | None]:
    """Return how well a model does on examples that it was not fitted on.

    `auc`: how often a case that is so gets more than one that is not, 0.5 by chance. `log_loss`: nats that the
    answers surprise it by, mean of the cases; with `prior`, told how often the answer is yes. None where the
    examples are all of one answer.
    """
    from sklearn.metrics import log_loss, roc_auc_score

    asked: Model = model_of(model)
    answers = held_out.answers
    if len(set(answers)) < 2:
        return {"examples": len(answers), "auc": None, "log_loss": None}
    more = log_odds(held_out) if prior else 0.0
    odds = [asked.odds(features) + more for features in held_out.features]
    chances = [probability(each) for each in odds]
    return {
        "examples": len(answers),
        "auc": round(float(roc_auc_score(answers, odds)), DIGITS),
        "log_loss": round(float(log_loss(answers, chances)), DIGITS),
    }


def auc_of(examples: Examples, feature: int) -> float | None:
    """Return how well one feature alone tells the answers, as `figures_of` does; None if they are all the same."""
    from sklearn.metrics import roc_auc_score

    if len(set(examples.answers)) < 2:
        return None
    return round(float(roc_auc_score(examples.answers, [row[feature] for row in examples.features])), DIGITS)


def _arrays(examples: Examples) -> tuple[NDArray[float64], NDArray[float64]]:
    import numpy as np

    return np.array(examples.features, dtype=float), np.array(examples.answers, dtype=float)


def _rounded(values: Sequence[float]) -> list[float]:
    return [round(float(value), DIGITS) for value in values]
