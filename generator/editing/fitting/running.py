"""Fits one thing after the other, and holds each against pages that had no part in it.

Tables are counted on one part of the pages, and models, weights and confidence fitted on another with those tables,
for a model that is fitted with tables of its own pages trusts them too much. Then the tables are counted on both.
"""

from __future__ import annotations

import shutil
from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from generator.editing.fitting.answered import Pages
from generator.editing.scoring import Score, add_up, measure_page
from generator.editing.scoring.reliability import reliability_of
from generator.reading.assembling.belonging import FEATURES as BELONGING
from generator.reading.assembling.confidence import FEATURES as RIGHTNESS
from generator.reading.assembling.joining import SEAM_FEATURES, START_FEATURES
from generator.reading.assembling.looks import FEATURES as HEADLINES
from generator.reading.assembling.opening import FEATURES as OPENINGS
from generator.reading.assembling.weights import Weights, load_weights
from generator.reading.evidence.fitted import load_fitted, model_of, probability
from generator.reading.evidence.places import COUNTS, EVIDENCE, FITTED, TOPICS, evidence_in
from generator.reading.fitting.examples import Examples, examples_of
from generator.reading.fitting.learning import learn_weights
from generator.reading.fitting.lessons import lay
from generator.reading.fitting.models import (
    DIGITS,
    Stored,
    auc_of,
    enough,
    figures_of,
    fit_logistic,
    fit_network,
)
from generator.reading.fitting.portions import distinct
from generator.reading.fitting.rightness import items_read
from generator.reading.fitting.storing import provenance, read_fitted, write_fitted
from generator.reading.fitting.tables import write_tables
from generator.reading.reading import read
from generator.telling.progress import Progress
from generator.vocabulary.taxonomy import Taxonomy

STEPS = ("tables", "models", "weights", "confidence")
"""What can be fitted, in the order in which one is fitted with the other."""
SHARED = BELONGING.index("subject, mean")
"""The feature of `belongs` by which the tables alone are judged."""
SIZE = BELONGING.index("size")
SEED = 5
"""Where the draws of the examples begin."""


@dataclass(kw_only=True)
class Fit:
    """A fit while it goes on, and when it is done."""

    pages: Pages
    """What it is fitted on, and held against."""
    taxonomy: Taxonomy
    """The vocabularies that pages are read with."""
    day: str
    """The day of the fit, YYYY-MM-DD."""
    progress: Progress
    """Where it tells how far it is."""
    weights: Weights
    """The weights so far."""
    models: dict[str, Any]
    """The models so far, as they are stored."""
    fitted: dict[str, Any]
    """What fitted them so far."""
    scores: tuple[Score, ...] = ()
    """How well pages that were held out are read with all of it, by manner, then all; empty until it is done."""
    held_out: dict[str, Examples] = field(default_factory=dict)
    """Examples of pages that were held out, by model."""


def fit(
    pages: Pages, taxonomy: Taxonomy, only: Collection[str], out: Path, day: str, *, progress: Progress
) -> Fit:
    """Fit those of `STEPS` that are in `only` and write them to `out`; what is not fitted stays as it is there.

    Where `out` holds no numbers yet, the fit begins with those of the repository. Raises ConfigError for a broken
    file there, UsageError where there are too few examples.
    """
    begun = out if (out / FITTED).is_file() else EVIDENCE
    weights = load_weights(begun / FITTED)
    load_fitted(begun / FITTED)
    stored = read_fitted(begun / FITTED)
    going = Fit(
        pages=pages,
        taxonomy=taxonomy,
        day=day,
        progress=progress,
        weights=weights,
        models=dict(stored["models"]),
        fitted=dict(stored.get("fitted", {})),
    )
    with TemporaryDirectory() as folder:
        _fit(going, Path(folder), only)
        out.mkdir(parents=True, exist_ok=True)
        _hand_out(going, Path(folder) / "all" if "tables" in only else begun, out)
    return going


def _fit(going: Fit, folder: Path, only: Collection[str]) -> None:
    progress = going.progress
    progress.step("数字和词:一半稿件的表,再是全部稿件的表")
    for name, lessons in (("half", going.pages.counted), ("all", going.pages.fitted)):
        (folder / name).mkdir()
        write_tables(distinct(lessons), folder / name)
    write_fitted(folder / "all", going.weights, going.models, going.fitted)
    with evidence_in(folder / "all"):
        going.held_out |= examples_of([lay(lesson).joined for lesson in going.pages.held_out], SEED)
    if "tables" in only:
        bodied = _bodied(going.held_out["belongs"])
        figures = {"examples": len(bodied.answers), "subject auc": auc_of(bodied, SHARED)}
        going.fitted["tables"] = provenance(going.pages.fitted, going.pages.held_out, going.day, figures)
    if "models" in only:
        progress.step("模型:段落的开头、断开的句子、同属一篇")
        _fit_models(going, _half(going, folder, "models"))
    if "weights" in only:
        half = _half(going, folder, "weights")
        going.weights = learn_weights(
            going.pages.taught, going.taxonomy, going.weights, half, progress=progress
        )
    if "confidence" in only:
        _fit_confidence(going, _half(going, folder, "confidence"), folder)
    if {"weights", "confidence"} & set(only):
        going.scores = _score(going, _with_tables(going, folder, "all", "score"))
        _tell_scores(going, only)


def _bodied(examples: Examples) -> Examples:
    """Return the cases in which the item has a paragraph, so that there is something to be alike."""
    found = Examples()
    for features, answer in zip(examples.features, examples.answers, strict=True):
        if features[SIZE]:
            found.add(features, answer)
    return found


def _half(going: Fit, folder: Path, name: str) -> Path:
    return _with_tables(going, folder, "half", name)


def _with_tables(going: Fit, folder: Path, tables: str, name: str) -> Path:
    """Return a new folder with some tables and all numbers so far."""
    made = folder / name
    made.mkdir()
    for file in (COUNTS, TOPICS):
        shutil.copyfile(folder / tables / file, made / file)
    write_fitted(made, going.weights, going.models, going.fitted)
    return made


def _fit_models(going: Fit, half: Path) -> None:
    with evidence_in(half):
        examples = examples_of([lay(lesson).joined for lesson in going.pages.taught], SEED)
    for name, of_one in examples.items():
        enough(of_one, name)
    going.models |= {
        "start": fit_logistic(examples["start"], START_FEATURES),
        "seam": fit_logistic(examples["seam"], SEAM_FEATURES),
        "headline": fit_logistic(examples["headline"], HEADLINES),
        "opens": fit_logistic(examples["opens"], OPENINGS),
        "belongs": fit_network(examples["belongs"], BELONGING, alpha=0.01, seed=0),
    }
    for name in examples:
        _tell(going, name, figures_of(going.models[name], going.held_out[name]))


def _fit_confidence(going: Fit, half: Path, folder: Path) -> None:
    given = (going.taxonomy, going.weights)
    examples = items_read(going.pages.taught, *given, half, progress=going.progress)
    enough(examples, "right")
    going.models["right"] = fit_network(examples, RIGHTNESS, alpha=1.0, seed=1, prior=False)
    whole = _with_tables(going, folder, "all", "rightness")
    held_out = items_read(going.pages.held_out, *given, whole, progress=going.progress)
    model = going.models["right"]
    figures = figures_of(model, held_out, prior=False)
    _tell(going, "right", {**figures, "reliability": _diagram(model, held_out)})


def _diagram(model: Stored, held_out: Examples) -> list[dict[str, float | int]]:
    """Return how far the chances that a model gives were right on pages that it did not see, a row a tenth."""
    asked = model_of(model)
    chances = [probability(asked.odds(features)) for features in held_out.features]
    found = reliability_of(zip(chances, held_out.answers, strict=True))
    return [
        {
            "low": each.low,
            "count": each.count,
            "confidence": round(each.confidence, DIGITS),
            "right": round(each.right, DIGITS),
        }
        for each in found.bins
    ]


def _tell(going: Fit, name: str, figures: Any) -> None:
    going.fitted[name] = provenance(going.pages.taught, going.pages.held_out, going.day, figures)


def _score(going: Fit, evidence: Path) -> tuple[Score, ...]:
    """Read the pages that were held out and hold each against its answer."""
    pages = going.pages
    measures = []
    with evidence_in(evidence):
        for lesson in going.progress.track(pages.held_out, name="考核", total=len(pages.held_out)):
            page = read(lesson.source, lesson.sidecar, going.taxonomy, going.weights)
            measures.append(measure_page(page, pages.answer(lesson), lesson.manner))
    return add_up(measures)


def _tell_scores(going: Fit, only: Collection[str]) -> None:
    if "weights" in only:
        _tell(going, "weights", _by_manner(going.scores, "pair_f1", "exact"))
    if "confidence" in only:
        told = going.fitted["right"]["held_out"]["figures"]
        told["by manner"] = _by_manner(going.scores, "sure_share", "sure_right", "mixed")


def _by_manner(scores: tuple[Score, ...], *names: str) -> dict[str, Any]:
    def rounded(value: float | None) -> float | None:
        return value if value is None else round(value, 3)

    return {score.manner: {name: rounded(getattr(score, name)) for name in names} for score in scores}


def _hand_out(going: Fit, tables: Path, out: Path) -> None:
    for name in (COUNTS, TOPICS):
        if tables != out:
            shutil.copyfile(tables / name, out / name)
    write_fitted(out, going.weights, going.models, going.fitted)
