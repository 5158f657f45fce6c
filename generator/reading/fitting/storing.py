"""Writes `fitted.json`: every number of the reading, and under `fitted` what fitted it, when, and how well it does."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from generator.reading.assembling.weights import Weights
from generator.reading.evidence.places import FITTED
from generator.reading.fitting.lessons import Lesson

ABOUT = (
    "Every number by which pages are read, in nats unless said otherwise; counts.txt and topics.npz lie beside. "
    "`fitted` tells of each what fitted it, when, on what kind of pages, and how well it does on pages held out. "
    "Written by `python -m generator fit`; docs/how-the-numbers-are-fitted.md."
)
PARTS = ("tables", "start", "seam", "belongs", "headline", "opens", "weights", "right")
"""What has its own entry under `fitted`."""


def provenance(
    lessons: Sequence[Lesson], held_out: Sequence[Lesson], day: str, figures: Any
) -> dict[str, Any]:
    """Return what is said of numbers that were fitted on `lessons` and held against others on a day (YYYY-MM-DD)."""
    return {
        "by": "python -m generator fit",
        "on": day,
        **told_of(lessons),
        "held_out": {**told_of(held_out), "figures": figures},
    }


def told_of(lessons: Sequence[Lesson]) -> dict[str, Any]:
    """Return how many pages of each manner there are, and how many items and characters in all; no path.

    A page that was parted counts once.
    """
    manners = {lesson.source.path: lesson.manner or "-" for lesson in lessons}
    lines = (
        lesson.source.lines[line - 1] for lesson in lessons for item in lesson.items for line in item.lines
    )
    return {
        "pages": len(manners),
        "manners": dict(sorted(Counter(manners.values()).items())),
        "items": sum(len(lesson.items) for lesson in lessons),
        "characters": sum(len(line.strip()) for line in lines),
    }


def write_fitted(
    folder: Path, weights: Weights, models: Mapping[str, Any], fitted: Mapping[str, Any]
) -> None:
    """Write the file, the same for the same numbers."""
    said = {"about": ABOUT, "weights": asdict(weights), "models": models, "fitted": fitted}
    told = _told(said, 0)
    (folder / FITTED).write_text(told + "\n", "utf-8", newline="\n")


def _told(value: Any, depth: int) -> str:
    """Return JSON with each mapping's keys on lines of their own, and each list on one."""
    if not isinstance(value, dict) or not value:
        return json.dumps(value, ensure_ascii=False)
    blanks = " " * (depth + 1)
    rows = [
        f"{blanks}{json.dumps(key, ensure_ascii=False)}: {_told(each, depth + 1)}"
        for key, each in value.items()
    ]
    return "{\n" + ",\n".join(rows) + "\n" + " " * depth + "}"


def read_fitted(path: Path) -> dict[str, Any]:
    """Return the whole file as it was written; what is wrong with its parts is told by those who read them."""
    found: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return found
