"""Runs the tests that reach a mutant against it, and stops at the first that notices."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any, NamedTuple

import pytest
from _pytest.runner import runtestprotocol

from tests.mutation.children import Outcome, Tell, race
from tests.mutation.home import come_home
from tests.mutation.mutants import Mutant, mutated_code
from tests.mutation.names import Names
from tests.mutation.reach import QUICK, Reach

PYTEST = ["-s", "-q", "--assert=plain", "--tb=native", "-p", "no:cacheprovider", "--hypothesis-seed=0"]
UNCOLLECTED = "tests cannot be collected"
FEW = 3
"""Tests of each file that are preferred to more of a quicker file."""
OVERHEAD = 0.003
"""Seconds that pytest itself takes for a test."""
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
    """A mutant, the tests to run with the seconds that each may take, and how many tests reach it."""

    mutant: Mutant
    tests: dict[str, float]
    reaching: int


def module_name(path: str) -> str:
    """Return the name under which a file is imported."""
    return path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def chosen_tests(mutant: Mutant, reach: Reach, names: Names, seconds: float) -> tuple[list[int], int]:
    """Return the tests to run for a mutant, and how many reach it.

    As many as fit into so many seconds: a few of each file, so that all kinds of tests get their chance,
    then the quickest. Those of one file stay together, for they share fixtures.
    """
    here = (mutant.path, *mutant.at)
    bits = reach.reached.get(here, 0)
    if not mutant.outermost or here in reach.early:
        statements, files = names.concerned(here, mutant.begins)
        for statement in statements:
            bits |= reach.reached.get(statement, 0)
        for place, (name, _) in enumerate(reach.tests):
            bits |= (name.split("::")[0] in files) << place
    reaching = [place for place, bit in enumerate(f"{bits:b}"[::-1]) if bit == "1"]
    quickest = sorted(reaching, key=lambda place: reach.tests[place][1])
    by_file: dict[str, list[int]] = {}
    for place in quickest:
        by_file.setdefault(reach.tests[place][0].split("::")[0], []).append(place)
    few = [place for places in by_file.values() for place in places[:FEW]]
    few.sort(key=lambda place: reach.tests[place][1])
    chosen: set[int] = set()
    spent = 0.0
    for place in dict.fromkeys([*few, *quickest]):
        cost = reach.tests[place][1] + OVERHEAD
        if spent + cost <= seconds or not chosen:
            spent += cost
            chosen.add(place)
    return [place for places in by_file.values() for place in places if place in chosen], len(reaching)


class Chosen:
    """A pytest plugin that runs chosen tests in their order until one fails, and tells how it goes."""

    def __init__(self, wanted: dict[str, float] | None, tell: Tell, limit: float = 0.0) -> None:
        self.wanted, self.tell, self.limit = wanted, tell, limit

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Run the tests in place of pytest's own loop."""
        if session.testsfailed:
            self.tell({"status": "killed", "by": UNCOLLECTED})
            return True
        run_items(session.items, self.wanted, self.tell, self.limit)
        return True


def run_items(
    items: Sequence[pytest.Item], wanted: dict[str, float] | None, tell: Tell, limit: float = 0.0
) -> None:
    """Run the wanted tests (all, if none are named); tell the first that fails, or that none did.

    With each wanted test stand the seconds that it may take; `limit` is for those that are not named.
    """
    known = {item.nodeid: item for item in items}
    order = [known[name] for name in wanted if name in known] if wanted is not None else list(items)
    for place, item in enumerate(order):
        tell({"by": item.nodeid, "ran": place + 1, "limit": (wanted or {}).get(item.nodeid, limit)})
        following = order[place + 1] if place + 1 < len(order) else None
        if _fails(item, following):
            tell({"status": "killed"})
            return
    tell({"status": "survived", "by": "", "ran": len(order)})


def _fails(item: pytest.Item, following: pytest.Item | None) -> bool:
    try:
        return any(report.failed for report in runtestprotocol(item, log=False, nextitem=following))
    except (KeyboardInterrupt, pytest.exit.Exception):
        return True


class Changed:
    """An import hook that gives one module other code."""

    def __init__(self, name: str, code: CodeType) -> None:
        self.name, self.code = name, code

    def find_spec(self, name: str, path: Any = None, target: Any = None) -> ModuleSpec | None:
        """Find that one module as Python does, and load it with the other code."""
        spec = PathFinder.find_spec(name, path) if name == self.name else None
        if spec and isinstance(spec.loader, SourceFileLoader):
            spec.loader = _ChangedLoader(name, spec.loader.path, self.code)
        return spec


class _ChangedLoader(SourceFileLoader):
    def __init__(self, name: str, path: str, code: CodeType) -> None:
        super().__init__(name, path)
        self.code = code

    def get_code(self, fullname: str) -> CodeType:
        return self.code


def code_of(module: CodeType, name: str) -> dict[int, CodeType]:
    """Return the codes of a function of this qualified name, by their first line."""
    codes = [module]
    for part in name.split("."):
        inner = [each for code in codes for each in code.co_consts if isinstance(each, CodeType)]
        codes = [code for code in inner if code.co_name == part]
    return {code.co_firstlineno: code for code in codes}


class Functions:
    """All functions that are alive, by their file and name, to give them other code."""

    def __init__(self, root: Path) -> None:
        self.alive: dict[tuple[str, str], list[FunctionType]] = {}
        for each in gc.get_objects():
            if isinstance(each, FunctionType) and each.__code__.co_filename.startswith(str(root)):
                path = Path(each.__code__.co_filename).relative_to(root).as_posix()
                self.alive.setdefault((path, each.__code__.co_qualname), []).append(each)

    def change(self, mutant: Mutant, code: CodeType) -> None:
        """Give the mutant's function, wherever it is held, the mutant's code.

        Raises KeyError where there is no such function, ValueError where the code does not fit it.
        """
        codes = code_of(code, mutant.outermost)
        for function in self.alive[mutant.path, mutant.outermost]:
            function.__code__ = codes[function.__code__.co_firstlineno]


def verdict(mutant: Mutant, outcome: Outcome, reaching: int = 0) -> Verdict:
    """Say what an outcome means for the mutant: an interpreter that ends at once is noticed as well."""
    status = {"crash": "killed", "broken": "untried"}.get(outcome.status, outcome.status)
    by, ran = outcome.told.get("by", ""), outcome.told.get("ran", 0)
    return Verdict(mutant, status, by, ran, reaching, round(outcome.seconds, 1))


class Judge:
    """Judges mutants by the tests that reach them."""

    def __init__(self, root: Path, reach: Reach, names: Names, limits: Limits) -> None:
        self.root, self.reach, self.names, self.limits = root, reach, names, limits

    def judge(self, mutants: Sequence[Mutant], hear: Hear) -> None:
        """Judge mutants: those in functions by one collection of tests for all, others by one for each."""
        early = set(self.reach.early)
        quick, left = [], []
        for mutant in mutants:
            tests, reaching = chosen_tests(mutant, self.reach, self.names, self.limits.seconds)
            case = Case(mutant, self._with_limits(tests), reaching)
            if not tests:
                hear(Verdict(mutant, "unreached"))
            elif mutant.outermost and (mutant.path, *mutant.at) not in early:
                quick.append(case)
            else:
                left.append(case)
        server = InPlace(self, quick, hear)
        if quick:
            come_home(self.root)
            pytest.main([*PYTEST, "-m", QUICK, str(self.root / "tests")], plugins=[server])
        self._anew([*server.left, *left], hear)

    def _with_limits(self, tests: Sequence[int]) -> dict[str, float]:
        timed = [self.reach.tests[test] for test in tests]
        return {name: seconds * SLOWER + self.limits.patience for name, seconds in timed}

    def _anew(self, cases: Sequence[Case], hear: Hear) -> None:
        """Import everything anew for each mutant: what is changed runs when modules are imported."""
        jobs = ((case, partial(self._import_and_run, case.mutant, case.tests)) for case in cases)
        for case, outcome in race(jobs, self.limits.workers, self.limits.until):
            hear(verdict(case.mutant, outcome, case.reaching))

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

    def __init__(self, judge: Judge, cases: Sequence[Case], hear: Hear) -> None:
        self.judge, self.cases, self.hear = judge, cases, hear
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
                self.hear(verdict(case.mutant, outcome, case.reaching))
        return True

    def _change_and_run(self, functions: Functions, items: list[pytest.Item], case: Case, tell: Tell) -> None:
        try:
            functions.change(case.mutant, self.judge.code(case.mutant))
        except (KeyError, ValueError):
            tell({"status": "again"})  # Not yet imported, or of another shape: only a new import helps.
            return
        run_items(items, case.tests, tell)
