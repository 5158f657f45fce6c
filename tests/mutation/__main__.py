"""Starts a mutation run: `python -m tests.mutation --rooms reading tagging`."""

from __future__ import annotations

import argparse
import ast
import importlib
import os
import sys
import time
import tomllib
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from itertools import zip_longest
from pathlib import Path
from typing import Any

from tests.mutation.children import Tell, race
from tests.mutation.control import believed
from tests.mutation.home import OWN
from tests.mutation.javascript import script_mutants
from tests.mutation.mutants import Mutant, draw, mutants_of, python_mutants, room_files
from tests.mutation.names import Names
from tests.mutation.reach import Reach, digest_of, record
from tests.mutation.report import is_killed, judged_survivors, markdown, save, share
from tests.mutation.running import Judge, Limits, Verdict
from tests.mutation.scripts import ScriptJudge, script_tests, timed
from tests.mutation.trying import PYTEST

HERE = Path(__file__).parent
CACHE = Path(".cache") / "mutation"


def options(plan: dict[str, Any], arguments: Sequence[str] | None) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutation", description=__doc__)
    parser.add_argument("--rooms", nargs="+", default=plan["rooms"], help="folders of generator/, or scripts")
    parser.add_argument("--sample", type=int, default=plan["sample"], help="mutants of each room")
    parser.add_argument(
        "--scripts-sample", type=int, default=plan["scripts_sample"], help="mutants of scripts"
    )
    parser.add_argument("--seed", type=int, default=1, help="another seed draws another sample")
    parser.add_argument("--minutes", type=float, default=plan["minutes"], help="no mutant is begun later")
    parser.add_argument("--seconds", type=float, default=plan["seconds"], help="of tests for one mutant")
    parser.add_argument(
        "--patience", type=float, default=plan["patience"], help="seconds beyond a test's own"
    )
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument(
        "--root", type=Path, default=OWN, help="another folder that holds generator/ and tests/"
    )
    parser.add_argument("--goal", type=float, default=plan["goal"], help="share to be killed, or exit code 1")
    return parser.parse_args(arguments)


def trees_of(root: Path, folder: str) -> dict[str, ast.Module]:
    """Return the trees of all modules of a folder."""
    files = sorted((root / folder).rglob("*.py"))
    return {path.relative_to(root).as_posix(): ast.parse(path.read_text("utf-8")) for path in files}


def reach_of(root: Path, trees: dict[str, ast.Module]) -> Reach:
    """Return which tests reach what: from the cache, or by running the tests once."""
    path, digest = root / CACHE / "reach.json", digest_of(root)
    known = Reach.load(path, digest)
    if known:
        return known
    say("Running the tests once to see what each of them reaches …")

    def job(tell: Tell) -> None:
        tell({"limit": 3600})
        record(root, trees, PYTEST).save(path, digest)
        tell({"status": "done"})

    for _, outcome in race([("reach", job)], 1, time.monotonic() + 1):
        if outcome.status != "done":
            sys.exit(f"The tests could not be run once: {outcome.status} {outcome.told}")
    return Reach.load(path, digest) or sys.exit("Sources changed while the tests ran.")


def judge(chosen: argparse.Namespace, plan: dict[str, Any], limits: Limits) -> list[Verdict]:
    """Draw the sample and judge it: scripts first, for they take longest."""
    found: list[Verdict] = []
    root: Path = chosen.root
    tests = script_tests(root, plan["scripts"])
    rooms = [room for room in chosen.rooms if room != "scripts"]
    if "scripts" in chosen.rooms:
        made = mutants_of(root, "scripts", tests, script_mutants)
        files = sorted({name for names in tests.values() for name in names})
        say("Timing the tests of the scripts, unless they are as they were …")
        times = timed(root, files, root / CACHE / "scripts.json", digest_of(root))
        patient = replace(limits, seconds=plan["scripts_seconds"], patience=plan["scripts_patience"])
        scripts = ScriptJudge(root, tests, times, patient)
        hearing = Hearing(draw(made, chosen.scripts_sample, chosen.seed))
        scripts.judge(hearing.sample, hearing.hear)
        found += believed(hearing.all(), scripts.as_they_are)
    by_room = {
        room: draw(mutants_of(root, room, room_files(root, room), python_mutants), chosen.sample, chosen.seed)
        for room in rooms
    }
    hearing = Hearing([each for row in zip_longest(*by_room.values()) for each in row if each])
    if hearing.sample:
        trees = trees_of(root, "generator")
        reach = reach_of(root, trees)
        names = Names(trees, reach.early, trees_of(root, "tests"))
        load(reach.packages)
        ready = Judge(root, reach, names, limits)
        ready.judge(hearing.sample, hearing.hear)
        found += believed(hearing.all(), ready.as_it_is)
    return sorted(found, key=lambda each: chosen.rooms.index(each.mutant.room))


def keep_compiled(root: Path) -> None:
    """Keep what Python compiles, out of the way, whatever the surroundings say: children import a lot."""
    sys.dont_write_bytecode = False
    sys.pycache_prefix = str(root / CACHE / "compiled")


def load(packages: Iterable[str]) -> None:
    """Import other packages once, before any child starts."""
    for name in packages:
        with suppress(ImportError):  # Some modules are made only while another is imported.
            importlib.import_module(name)


class Hearing:
    """Tells each verdict as it comes."""

    def __init__(self, sample: Sequence[Mutant]) -> None:
        self.sample = sample
        self._heard: dict[Mutant, Verdict] = {}

    def hear(self, verdict: Verdict) -> None:
        """Take in a verdict."""
        mutant = verdict.mutant
        self._heard[mutant] = verdict
        mark = "  " if is_killed(verdict) else "! "
        say(f"{mark}{verdict.status}  {mutant.path}:{mutant.line}  {mutant.before} → {mutant.after}")

    def all(self) -> list[Verdict]:
        """Return all verdicts; of mutants whose turn did not come, too."""
        return [self._heard.get(each) or Verdict(each, "untried", "the time was up") for each in self.sample]


def say(line: str) -> None:
    """Write a line at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main(arguments: Sequence[str] | None = None) -> int:
    """Judge a sample of mutants; return 0 if enough of them were noticed."""
    if not hasattr(os, "fork"):
        sys.exit("The mutation run starts each mutant by fork: it needs Linux or macOS.")
    plan = tomllib.loads((HERE / "plan.toml").read_text("utf-8"))
    chosen = options(plan, arguments)
    keep_compiled(chosen.root)
    until = time.monotonic() + chosen.minutes * 60
    limits = Limits(chosen.workers, until, chosen.seconds, chosen.patience)
    verdicts = judge(chosen, plan, limits)
    judged = judged_survivors(HERE / "judged.toml")
    save(verdicts, judged, chosen.root / CACHE)
    say("\n" + markdown(verdicts, judged))
    return 0 if share(verdicts, judged) >= chosen.goal else 1


if __name__ == "__main__":
    sys.exit(main())
