"""Pages and answers as a fit uses them, in parts that share no article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.editing.scoring import Answer, AnsweredPage, find_answers, read_answer
from generator.editing.sidecars import read_sidecar
from generator.reading.files import read_source
from generator.reading.fitting.lessons import Lesson, Taught
from generator.reading.fitting.portions import parted, without_articles
from generator.telling.diagnostics import Diagnostic
from generator.telling.errors import PageFaults, UsageError
from generator.telling.progress import Progress

FEWEST = 4
"""Pages that each part needs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """Lessons in parts that share no article."""

    counted: Sequence[Lesson]
    """Those that the tables are counted on while models are fitted on the others."""
    taught: Sequence[Lesson]
    """Those that models, weights and confidence are fitted on."""
    held_out: Sequence[Lesson]
    """Those that have no part in the fit."""
    answers: Mapping[str, Answer]
    """The answers, by the path of their pages."""

    @property
    def fitted(self) -> Sequence[Lesson]:
        """All that have a part in the fit."""
        return [*self.counted, *self.taught]

    def answer(self, lesson: Lesson) -> Answer:
        """Return the answer of a page that may have been cut down to some of its items."""
        whole = self.answers[lesson.source.path]
        return replace(whole, items=tuple(whole.items[item.number] for item in lesson.items))


def read_pages(folder: Path, held_out: Path | None, *, progress: Progress) -> Pages:
    """Read every page with an answer below `folder` and part them.

    What stands below `held_out` has no part in the fit: its articles are taken out of the other pages. Where it is
    not given, a third of the articles is held out. Raises PageFaults with every fault of every file, and UsageError
    where too few pages have answers, or the articles of both folders are the same.
    """
    answers: dict[str, Answer] = {}
    own = lessons_of(folder, answers, progress)
    if held_out is None:
        others, counted, taught = parted(own, 3)
    else:
        others = lessons_of(held_out, answers, progress)
        left = without_articles(own, others)
        if len(left) < 2 * FEWEST:
            raise UsageError(
                f"{folder} 里有 {len(own):,} 版,去掉 {held_out} 里也有的稿件,只剩 {len(left):,} 版:"
                "留出来考核的应当是别的稿件。"
            )
        counted, taught = parted(left, 2)
    fewest = min(len(counted), len(taught), len(others))
    if fewest < FEWEST:
        raise UsageError(f"有答案的版面太少:分成几份,最少的一份只有 {fewest:,} 版,每份至少要 {FEWEST} 版。")
    return Pages(counted=counted, taught=taught, held_out=others, answers=answers)


def lessons_of(folder: Path, answers: dict[str, Answer], progress: Progress) -> list[Lesson]:
    """Return the pages with an answer below `folder`, by path, and add their answers to `answers`.

    Raises PageFaults with every fault of every file, and UsageError where there is none.
    """
    found, _ = find_answers(folder)
    lessons: list[Lesson] = []
    faults: list[Diagnostic] = []
    for page in progress.track(found, name="读答案", total=len(found)):
        try:
            lessons.append(_lesson(page, answers))
        except PageFaults as error:
            faults.extend(error.diagnostics)
    if faults:
        raise PageFaults(faults)
    return lessons


def _lesson(page: AnsweredPage, answers: dict[str, Answer]) -> Lesson:
    source = read_source(page.path)
    beside = page.path.with_suffix(".yml")
    answer = answers[source.path] = read_answer(source, page.answer)
    items = tuple(
        Taught(
            number=number,
            heads=item.display,
            bylines=item.byline,
            body=item.body,
            crossheads=item.crossheads,
        )
        for number, item in enumerate(answer.items)
    )
    sidecar = read_sidecar(source, beside if beside.is_file() else None)
    return Lesson(source=source, sidecar=sidecar, manner=page.manner, items=items)
