"""What it costs to take one page through every stage, measured in a child process that may be stopped."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

from generator.build import check, gather_files, read_archive
from generator.telling.errors import PageFaults
from generator.telling.progress import silent
from generator.vocabulary.settings import load_settings
from tests.growth.pages import page_of

MEMORY = 2_000_000_000
"""Most memory of a measurement, in bytes; beyond, the page has failed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What one page cost."""

    seconds: float | None
    """Processor time of reading, checking and making the files of the site; none where it was stopped."""
    stages: dict[str, float]
    """The seconds of each stage."""
    megabytes: float
    """Most memory beyond what the program takes with an empty page."""
    told: str
    """The sentence that refuses the page, the name of the error that ended it, or nothing."""


def cost_of(name: str, size: int, *, limit: int) -> Cost:
    """Return what the page of a name and size costs; it is stopped after `limit` seconds of the processor."""
    command = [sys.executable, "-m", "tests.growth.measuring", name, str(size), str(limit)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode < 0:
        return Cost(seconds=None, stages={}, megabytes=0, told=f"> {limit} s")
    if done.returncode:
        return Cost(seconds=None, stages={}, megabytes=0, told=done.stderr.strip().splitlines()[-1][:100])
    return Cost(**json.loads(done.stdout))


def run(text: str) -> Cost:
    """Take a page through every stage in this process; nothing is published."""
    stages: dict[str, float] = {}
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    told = ""
    with TemporaryDirectory() as folder:
        seeds = Path(folder)
        (seeds / "page-1.txt").write_text(text, encoding="utf-8", newline="")
        settings = load_settings(seeds_dir=seeds)
        try:
            with clocked(stages, "read"):
                archive = read_archive(settings, progress=silent())
            with clocked(stages, "check"):
                faults = check(archive)
            with clocked(stages, "make"):
                gather_files(archive, faults)
        except PageFaults as error:
            told = error.diagnostics[0].message
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return Cost(seconds=sum(stages.values()), stages=stages, megabytes=(most - before) / 1024, told=told)


@contextmanager
def clocked(stages: dict[str, float], name: str) -> Iterator[None]:
    """Note the processor time of what is done inside."""
    start = process_time()
    try:
        yield
    finally:
        stages[name] = process_time() - start


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    run("书\n\n读书的人来了。\n")
    spent = int(process_time())
    resource.setrlimit(resource.RLIMIT_CPU, (spent + int(sys.argv[3]), spent + int(sys.argv[3]) + 1))
    cost = run(page_of(sys.argv[1], int(sys.argv[2])))
    print(json.dumps({name: getattr(cost, name) for name in Cost.__dataclass_fields__}))
