"""Judges mutants of the site's scripts, in copies of the repository: its tests read the scripts as files."""

from __future__ import annotations

import json
import math
import shutil
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tests.mutation.children import Tell, race
from tests.mutation.home import come_home
from tests.mutation.javascript import mutated_script
from tests.mutation.mutants import Mutant
from tests.mutation.running import SLOWER, Case, Hear, Limits, Verdict, chosen_tests, verdict
from tests.mutation.trying import PYTEST, UNCOLLECTED, Chosen

ASIDE = shutil.ignore_patterns(".*", "build", "dist", "*.egg-info")
SLOWEST = 600.0
"""Seconds that a test may take while it is not yet known how long it takes."""


def script_tests(root: Path, plan: Sequence[Mapping[str, Any]]) -> dict[str, tuple[str, ...]]:
    """Return for each script the test files that try it out."""
    found: dict[str, tuple[str, ...]] = {}
    for entry in plan:
        tests = tuple(name for name in entry["tests"] if (root / name.split("::")[0]).is_file())
        for pattern in entry["files"]:
            for path in sorted(root.glob(pattern)):
                found.setdefault(path.relative_to(root).as_posix(), tests)
    return found


class Timing:
    """A pytest plugin that notes how long each test takes, with the fixtures that it is the first to need."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self.failed: set[str] = set()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Add a part of a test; what does not pass by itself says nothing about mutants."""
        self.seconds[report.nodeid] = self.seconds.get(report.nodeid, 0.0) + report.duration
        if not report.passed:
            self.failed.add(report.nodeid)


def timed(root: Path, files: Sequence[str], kept: Path, digest: str) -> list[tuple[str, float]]:
    """Return the tests of some files that pass, the quickest first, and how long they take; `kept` keeps it."""

    def job(tell: Tell) -> None:
        tell({"limit": SLOWEST * len(files)})
        come_home(root)
        timing = Timing()
        pytest.main([*PYTEST, *files], plugins=[timing])
        passed = [(seconds, name) for name, seconds in timing.seconds.items() if name not in timing.failed]
        data = {"digest": digest, "files": files, "tests": [(name, each) for each, name in sorted(passed)]}
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(json.dumps(data, ensure_ascii=False), "utf-8")
        tell({"status": "done"})

    for _ in range(2):
        data = json.loads(kept.read_text("utf-8")) if kept.is_file() else {}
        if data.get("digest") == digest and data["files"] == list(files):
            return [(name, seconds) for name, seconds in data["tests"]]
        list(race([("timing", job)], 1, time.monotonic() + 1))
    raise RuntimeError("The tests of the scripts could not be run once.")


class ScriptJudge:
    """Judges mutants of scripts, each in a copy of its own."""

    def __init__(
        self,
        root: Path,
        tests: Mapping[str, tuple[str, ...]],
        times: Sequence[tuple[str, float]],
        limits: Limits,
    ) -> None:
        self.root, self.tests, self.times, self.limits = root, tests, times, limits

    def judge(self, mutants: Sequence[Mutant], hear: Hear) -> None:
        """Judge mutants by a choice of their tests, then what has survived by the rest, while there is time."""
        alive = self._round([self._case(each, self.limits.seconds) for each in mutants], hear)
        rest = [self._case(each.mutant, math.inf, each.done.union(each.tests)) for each in alive]
        self._round(rest, hear)

    def _case(self, mutant: Mutant, seconds: float, done: frozenset[str] = frozenset()) -> Case:
        files = self.tests[mutant.path]
        known = [place for place, (name, _) in enumerate(self.times) if name.split("::")[0] in files]
        new = [place for place in known if self.times[place][0] not in done]
        chosen = [self.times[place] for place in chosen_tests(new, self.times, seconds)]
        tests = {name: spent * SLOWER + self.limits.patience for name, spent in chosen}
        return Case(mutant, tests, done, len(known))

    def _round(self, cases: Sequence[Case], hear: Hear) -> list[Case]:
        """Judge the mutants by the tests that are chosen for them; return those that survived."""
        for case in cases:
            if not case.reaching:
                hear(Verdict(case.mutant, "unreached"))
        alive = []
        jobs = ((case, partial(self._run, case.mutant, case.tests)) for case in cases if case.tests)
        for case, outcome in race(jobs, self.limits.workers, self.limits.until):
            found = verdict(case.mutant, outcome, len(case.done), case.reaching)
            hear(found)
            if found.status == "survived":
                alive.append(case)
        return alive

    def as_they_are(self, wanted: dict[str, float]) -> Callable[[Tell], None]:
        """Return the job of running some tests with the scripts as they are."""
        return partial(self._run, None, wanted)

    def _run(self, mutant: Mutant | None, wanted: dict[str, float], tell: Tell) -> None:
        folder = Path(tempfile.mkdtemp()) / "copy"  # In the child's own folder, which its parent removes.
        shutil.copytree(self.root, folder, ignore=ASIDE)
        if mutant:
            path = folder / mutant.path
            path.write_text(mutated_script(path.read_text("utf-8"), mutant.number), "utf-8")
        come_home(folder)
        files = dict.fromkeys(name.split("::")[0] for name in wanted)
        pytest.main([*PYTEST, "--rootdir", str(folder), *files], plugins=[Chosen(wanted, tell)])
        tell({"status": "killed", "by": UNCOLLECTED})
