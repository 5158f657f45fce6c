"""Runs the tests that reach a mutant against it, and stops at the first that notices."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import CodeType
from typing import NamedTuple

import pytest

from tests.mutation.children import Outcome, Tell, race
from tests.mutation.home import come_home
from tests.mutation.mutants import Mutant, mutated_code
from tests.mutation.names import Names
from tests.mutation.reach import QUICK, Reach
from tests.mutation.swapping import Changed, Functions, module_name
from tests.mutation.trying import PYTEST, UNCOLLECTED, Chosen, run_items

FEW = 3
"""Tests of each file that are preferred to more of a quicker file."""
OVERHEAD = 0.003
"""Seconds that pytest itself takes for a test."""
REST = 90.0
"""Seconds of further tests for a mutant that the first choice of tests did not notice."""
SLOWER = 10.0
"""A test that takes so many times longer than it did hangs."""


@dataclass(frozen=True)
class Limits:
    """What a run may take."""

    workers: int
    until: float
    """When no mutant is begun any more, by the clock that only goes forward."""
    seconds: float
    """Of tests for one mutant, as long as they take without."""
    patience: float
    """Seconds that any test may take beyond what it should."""


@dataclass(frozen=True)
class Verdict:
    """What became of a mutant."""

    mutant: Mutant
    status: str
    """`killed`, `timeout`, `survived`, `unreached`; `untried` if the time was up or it could not be run."""
    by: str = ""
    ran: int = 0
    reaching: int = 0
    seconds: float = 0.0


Hear = Callable[[Verdict], None]


class Case(NamedTuple):
    """A mutant, and what is to be run for it."""

    mutant: Mutant
    tests: dict[str, float]
    """The tests to run now, with the seconds that each may take."""
    done: frozenset[str]
    """The tests that have been run before and noticed nothing."""
    reaching: int
    """How many tests reach it."""


def reaching_tests(mutant: Mutant, reach: Reach, names: Names) -> list[int]:
    """Return the tests that reach a mutant, the quickest first."""
    here = (mutant.path, *mutant.at)
    bits = reach.reached.get(here, 0)
    if not mutant.outermost or here in reach.early:
        statements, files = names.concerned(here, mutant.begins)
        for statement in statements:
            bits |= reach.reached.get(statement, 0)
        for place, (name, _) in enumerate(reach.tests):
            bits |= (name.split("::")[0] in files) << place
    reaching = [place for place, bit in enumerate(f"{bits:b}"[::-1]) if bit == "1"]
    return sorted(reaching, key=lambda place: reach.tests[place][1])


def chosen_tests(quickest: Sequence[int], tests: Sequence[tuple[str, float]], seconds: float) -> list[int]:
    """Choose from tests, the quickest first, as many as fit into so many seconds.

    A few of each file, so that all kinds of tests get their chance, then the quickest. Those of one file
    stay together, for they share fixtures.
    """
    by_file: dict[str, list[int]] = {}
    for place in quickest:
        by_file.setdefault(tests[place][0].split("::")[0], []).append(place)
    few = [place for places in by_file.values() for place in places[:FEW]]
    few.sort(key=lambda place: tests[place][1])
    chosen: set[int] = set()
    spent = 0.0
    for place in dict.fromkeys([*few, *quickest]):
        cost = tests[place][1] + OVERHEAD
        if spent + cost <= seconds or not chosen:
            spent += cost
            chosen.add(place)
    return [place for places in by_file.values() for place in places if place in chosen]


def verdict(mutant: Mutant, outcome: Outcome, before: int = 0, reaching: int = 0) -> Verdict:
    """Say what an outcome means for the mutant: an interpreter that ends at once is noticed as well."""
    status = {"crash": "killed", "broken": "untried"}.get(outcome.status, outcome.status)
    by, ran = outcome.told.get("by", ""), before + outcome.told.get("ran", 0)
    return Verdict(mutant, status, by, ran, reaching, round(outcome.seconds, 1))


class Judge:
    """Judges mutants by the tests that reach them."""

    def __init__(self, root: Path, reach: Reach, names: Names, limits: Limits) -> None:
        self.root, self.reach, self.names, self.limits = root, reach, names, limits

    def judge(self, mutants: Sequence[Mutant], hear: Hear) -> None:
        """Judge mutants by a choice of their tests, then what has survived by the rest, while there is time."""
        cases = [self._case(each, self.limits.seconds) for each in mutants]
        alive = self._round(cases, hear)
        self._round([self._case(each.mutant, REST, each.done.union(each.tests)) for each in alive], hear)

    def _case(self, mutant: Mutant, seconds: float, done: frozenset[str] = frozenset()) -> Case:
        reaching = reaching_tests(mutant, self.reach, self.names)
        new = [test for test in reaching if self.reach.tests[test][0] not in done]
        timed = [self.reach.tests[test] for test in chosen_tests(new, self.reach.tests, seconds)]
        tests = {name: spent * SLOWER + self.limits.patience for name, spent in timed}
        return Case(mutant, tests, done, len(reaching))

    def _round(self, cases: Sequence[Case], hear: Hear) -> list[Case]:
        """Judge those in functions by one collection of tests for all, others by one for each.

        Returns those that survived.
        """
        alive: list[Case] = []

        def sift(case: Case, outcome: Outcome) -> None:
            found = verdict(case.mutant, outcome, len(case.done), case.reaching)
            hear(found)
            if found.status == "survived":
                alive.append(case)

        early = set(self.reach.early)
        quick: list[Case] = []
        left: list[Case] = []
        for case in cases:
            if not case.reaching:
                hear(Verdict(case.mutant, "unreached"))
            elif case.tests:
                in_place = case.mutant.outermost and (case.mutant.path, *case.mutant.at) not in early
                (quick if in_place else left).append(case)
        server = InPlace(self, quick, sift)
        if quick:
            come_home(self.root)
            pytest.main([*PYTEST, "-m", QUICK, str(self.root / "tests")], plugins=[server])
        self._anew([*server.left, *left], sift)
        return alive

    def _anew(self, cases: Sequence[Case], sift: Callable[[Case, Outcome], None]) -> None:
        """Import everything anew for each mutant: what is changed runs when modules are imported."""
        jobs = ((case, partial(self._import_and_run, case.mutant, case.tests)) for case in cases)
        for case, outcome in race(jobs, self.limits.workers, self.limits.until):
            sift(case, outcome)

    def as_it_is(self, wanted: dict[str, float]) -> Callable[[Tell], None]:
        """Return the job of running some tests with the program as it is."""
        return partial(self._import_and_run, None, wanted)

    def _import_and_run(self, mutant: Mutant | None, tests: dict[str, float], tell: Tell) -> None:
        come_home(self.root)
        if mutant:
            sys.meta_path.insert(0, Changed(module_name(mutant.path), self.code(mutant)))
        files = list(dict.fromkeys(name.split("::")[0] for name in tests))
        pytest.main([*PYTEST, *files], plugins=[Chosen(tests, tell)])
        tell({"status": "killed", "by": UNCOLLECTED})

    def code(self, mutant: Mutant) -> CodeType:
        """Return the code of the mutant's whole module."""
        path = self.root / mutant.path
        return mutated_code(path.read_text("utf-8"), mutant.number, str(path))


class InPlace:
    """A pytest plugin that judges mutants in children of the collected session.

    Each child changes one function of what is already imported. What cannot be changed so is `left`.
    """

    def __init__(self, judge: Judge, cases: Sequence[Case], sift: Callable[[Case, Outcome], None]) -> None:
        self.judge, self.cases, self.sift = judge, cases, sift
        self.left: list[Case] = []

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Judge all mutants in place of running the tests."""
        functions = Functions(self.judge.root)
        gc.collect()
        gc.freeze()
        run = partial(self._change_and_run, functions, session.items)
        jobs = ((case, partial(run, case)) for case in self.cases)
        for case, outcome in race(jobs, self.judge.limits.workers, self.judge.limits.until):
            if outcome.status == "again":
                self.left.append(case)
            else:
                self.sift(case, outcome)
        return True

    def _change_and_run(self, functions: Functions, items: list[pytest.Item], case: Case, tell: Tell) -> None:
        try:
            functions.change(case.mutant, self.judge.code(case.mutant))
        except (KeyError, ValueError):
            tell({"status": "again"})  # Not yet imported, or of another shape: only a new import helps.
            return
        run_items(items, case.tests, tell)
