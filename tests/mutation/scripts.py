"""Judges mutants of the site's scripts, in copies of the repository: its tests read the scripts as files."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tests.mutation.children import Tell, race
from tests.mutation.home import come_home
from tests.mutation.javascript import mutated_script
from tests.mutation.mutants import Mutant
from tests.mutation.running import Hear, Limits, verdict
from tests.mutation.trying import PYTEST, UNCOLLECTED, Chosen

ASIDE = shutil.ignore_patterns(".*", "build", "dist", "*.egg-info")
SLOWEST = 60.0
"""Seconds that one test of a script may take, with the fixtures that it needs."""


def script_tests(root: Path, plan: Sequence[Mapping[str, Any]]) -> dict[str, tuple[str, ...]]:
    """Return for each script the test files that try it out."""
    found: dict[str, tuple[str, ...]] = {}
    for entry in plan:
        tests = tuple(name for name in entry["tests"] if (root / name.split("::")[0]).is_file())
        for pattern in entry["files"]:
            for path in sorted(root.glob(pattern)):
                found.setdefault(path.relative_to(root).as_posix(), tests)
    return found


class ScriptJudge:
    """Judges mutants of scripts, each in a copy of its own."""

    def __init__(
        self, root: Path, tests: Mapping[str, tuple[str, ...]], leave_out: str, limits: Limits
    ) -> None:
        self.root, self.tests, self.leave_out, self.limits = root, tests, leave_out, limits

    def judge(self, mutants: Sequence[Mutant], hear: Hear) -> None:
        """Judge the mutants."""
        jobs = ((each, partial(self._run, each, None)) for each in mutants)
        for mutant, outcome in race(jobs, self.limits.workers, self.limits.until):
            hear(verdict(mutant, outcome))

    def as_they_are(self, wanted: dict[str, float]) -> Callable[[Tell], None]:
        """Return the job of running some tests with the scripts as they are."""
        return partial(self._run, None, wanted)

    def _run(self, mutant: Mutant | None, wanted: dict[str, float] | None, tell: Tell) -> None:
        folder = Path(tempfile.mkdtemp()) / "copy"  # In the child's own folder, which its parent removes.
        shutil.copytree(self.root, folder, ignore=ASIDE)
        files = [name.split("::")[0] for name in wanted or ()]
        if mutant:
            path = folder / mutant.path
            path.write_text(mutated_script(path.read_text("utf-8"), mutant.number), "utf-8")
            files = [*self.tests[mutant.path]]
        come_home(folder)
        options = [*PYTEST, "--rootdir", str(folder), "-k", f"not ({self.leave_out})"]
        pytest.main([*options, *dict.fromkeys(files)], plugins=[Chosen(wanted, tell, SLOWEST)])
        tell({"status": "killed", "by": UNCOLLECTED})
