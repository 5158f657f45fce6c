"""How well the pages of our own are read today, by manner, and what of it may not be lost.

`baseline.yml` holds the figures. A change of the reader that makes one of them worse fails
`tests/test_home.py`; one that is meant is written down with `python -m tests.home`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml

from generator.build import measure_pages
from generator.editing.scoring import Score, add_up
from generator.telling.progress import Progress, silent
from generator.vocabulary.settings import load_settings
from tests.home.manners import MANNERS, pages_of, write_pages

FILE = Path(__file__).with_name("baseline.yml")
HEADER = """# How well the pages of tests/home are read, by manner (what each figure means: banmian score --help).
# Floors, and for `mixed` a ceiling. Written by: python -m tests.home
"""
FIGURES = ("pair_f1", "exact", "headline", "sure_share", "sure_right")
"""Shares that may not fall."""
SLACK = 0.0006
"""What rounding may take."""
RENEW = "If the change is meant: python -m tests.home"
Figures = Mapping[str, float | int | None]
Baseline = Mapping[str, Figures]


def pages_digest() -> str:
    """Return a digest of every page and answer: figures of other pages cannot be compared."""
    sheets = [sheet for manner in MANNERS for sheet in pages_of(manner)]
    told = "".join(f"{sheet.name}\n{sheet.text}{sheet.answer}\n" for sheet in sheets)
    return hashlib.sha256(told.encode()).hexdigest()[:16]


def read_home(progress: Progress | None = None) -> Sequence[Score]:
    """Read all pages by way of files, as `banmian score` does; the last score is of all pages."""
    with TemporaryDirectory() as folder:
        write_pages(Path(folder))
        measures, _ = measure_pages(Path(folder), load_settings(), progress=progress or silent())
    return add_up(measures)


def figures_of(scores: Sequence[Score]) -> Baseline:
    """Return the figures of each manner, rounded to three places."""
    return {
        score.manner: {
            **{name: _rounded(getattr(score, name)) for name in FIGURES},
            "mixed": score.mixed,
        }
        for score in scores
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 3)


def fallen(baseline: Baseline, today: Baseline) -> list[str]:
    """Return a sentence for each figure that is worse than its floor, and each manner that is gone."""
    found = [f"{manner} is no longer measured" for manner in baseline if manner not in today]
    for manner, figures in today.items():
        if manner not in baseline:
            found.append(f"{manner} has no floor")
            continue
        for name, floor in baseline[manner].items():
            value = figures[name]
            if floor is None or (value is not None and value == floor):
                continue
            if name == "mixed":
                if value is None or value > floor:
                    found.append(f"{manner}: mixed items called sure rose from {floor} to {value}")
            elif value is None or value < floor - SLACK:
                lost = floor if value is None else floor - value
                found.append(f"{manner}: {name} fell by {lost:.3f}, from {floor:.3f} to {value}")
    return found


def load() -> tuple[str, Baseline]:
    """Return the digest of the pages that were measured, and the floors."""
    data = yaml.safe_load(FILE.read_text("utf-8"))
    return data["pages"], data["manners"]


def renew(scores: Sequence[Score]) -> None:
    """Write today's figures down."""
    data = {"pages": pages_digest(), "manners": figures_of(scores)}
    told = yaml.safe_dump(data, allow_unicode=True, sort_keys=False)
    FILE.write_text(HEADER + told, encoding="utf-8", newline="\n")
