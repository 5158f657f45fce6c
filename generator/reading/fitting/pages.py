"""Works over many pages at once: in a process for each core, with the evidence of a folder, results in order."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import Pool
from pathlib import Path
from typing import Any, TypeVar

from generator.model import Block, SourceText
from generator.reading.assembling.deciding import Survey, survey_page
from generator.reading.assembling.weights import Weights
from generator.reading.evidence.places import use_evidence
from generator.reading.fitting.deriving import Label, labels_of
from generator.reading.fitting.lessons import Laid, Lesson, lay
from generator.reading.recognising import recognise
from generator.vocabulary.taxonomy import Taxonomy

PROCESSES = min(4, os.cpu_count() or 1)
A = TypeVar("A")
R = TypeVar("R")


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A lesson whose lines are recognised."""

    laid: Laid
    """The lesson, its printed lines joined."""
    blocks: tuple[Block, ...]
    """What its lines are."""
    taxonomy: Taxonomy
    """The vocabularies it is read with."""

    @property
    def source(self) -> SourceText:
        """The text that the blocks are of."""
        return self.laid.layout.joined

    def survey(self, weights: Weights) -> Survey:
        """Return what the search starts from."""
        return survey_page(self.source, self.blocks, self.taxonomy, weights)[0]

    def labels(self, survey: Survey) -> list[Label]:
        """Return what each element should be read as."""
        return labels_of(survey.elements, self.laid.items)


_lessons: Sequence[Lesson] = ()
_taxonomies: list[Taxonomy] = []
_seen: dict[int, Seen] = {}


def seen(number: int) -> Seen:
    """Return a lesson of this process by its place."""
    if number not in _seen:
        laid = lay(_lessons[number])
        blocks = recognise(laid.layout.joined, _taxonomies[0], laid.lesson.sidecar)
        _seen[number] = Seen(laid=laid, blocks=tuple(blocks), taxonomy=_taxonomies[0])
    return _seen[number]


@contextmanager
def working(lessons: Sequence[Lesson], taxonomy: Taxonomy, evidence: Path) -> Iterator[Pools]:
    """Give out a way to work on `lessons`, which functions ask for with `seen`."""
    with Pool(PROCESSES, _begin, (lessons, taxonomy, evidence)) as pool:
        yield Pools(pool.imap)


@dataclass(frozen=True, slots=True)
class Pools:
    """Processes that work side by side."""

    _imap: Callable[..., Iterator[Any]]

    def over(self, function: Callable[[A], R], arguments: Sequence[A]) -> Iterator[R]:
        """Yield what a function of a module returns for each argument, in their order."""
        return self._imap(function, arguments)


def _begin(lessons: Sequence[Lesson], taxonomy: Taxonomy, evidence: Path) -> None:
    global _lessons
    _lessons = lessons
    _taxonomies[:] = [taxonomy]
    _seen.clear()
    use_evidence(evidence)
