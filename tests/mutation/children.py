"""Runs one job a child process, a few at a time, and ends those that hang."""

from __future__ import annotations

import json
import os
import selectors
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

Tell = Callable[[dict[str, Any]], None]
FOLDERS = ("TMPDIR", "PYTEST_DEBUG_TEMPROOT", "HYPOTHESIS_STORAGE_DIRECTORY")
"""Where a child would leave something behind that a later one could find."""
START = 90.0
"""Seconds until a job must have told something; collecting tests takes most of it."""


class Outcome(NamedTuple):
    """How a job ended: `status` is what it first told under that name, or `timeout`, or `crash`."""

    status: str
    told: dict[str, Any]
    seconds: float


@dataclass
class _Child:
    key: Any
    process: int
    pipe: int
    started: float
    limit: float
    folder: str
    rest: bytes
    told: dict[str, Any]


def race(
    jobs: Iterable[tuple[Any, Callable[[Tell], None]]], workers: int, until: float
) -> Iterator[tuple[Any, Outcome]]:
    """Run jobs in forked children, `workers` at a time; start none after `until`.

    A job tells how it goes; `limit` in what it tells is the seconds until it must tell more.
    """
    waiting = iter(jobs)
    running: dict[int, _Child] = {}
    with selectors.DefaultSelector() as selector:
        while True:
            while len(running) < workers and time.monotonic() < until:
                job = next(waiting, None)
                if job is None:
                    break
                child = _start(*job)
                running[child.pipe] = child
                selector.register(child.pipe, selectors.EVENT_READ)
            if not running:
                return
            for key, _ in selector.select(0.2):
                child = running[key.fd]
                if not _listen(child):
                    child.limit = 0.0
            for child in [each for each in running.values() if time.monotonic() > each.limit]:
                selector.unregister(child.pipe)
                del running[child.pipe]
                yield child.key, _finish(child)


def _start(key: Any, job: Callable[[Tell], None]) -> _Child:
    sys.stdout.flush()
    sys.stderr.flush()
    folder = tempfile.mkdtemp()
    reading, writing = os.pipe()
    process = os.fork()
    if process == 0:
        os.close(reading)
        os.environ.update(dict.fromkeys(FOLDERS, folder))
        tempfile.tempdir = folder
        _run(job, writing)
    os.close(writing)
    now = time.monotonic()
    return _Child(key, process, reading, now, now + START, folder, b"", {})


def _run(job: Callable[[Tell], None], writing: int) -> None:
    """Do the job in the child, with nothing on the terminal, and never return."""
    try:
        os.setsid()
        nowhere = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(nowhere, stream)
        job(lambda told: _write(writing, told))
    except BaseException as error:  # noqa: BLE001 - whatever it is, the parent tells it
        _write(writing, {"status": "broken", "by": repr(error)})
    finally:
        os._exit(0)


def _write(pipe: int, told: dict[str, Any]) -> None:
    os.write(pipe, json.dumps(told).encode() + b"\n")


def _listen(child: _Child) -> bool:
    """Take in what a child tells; return whether it may tell more."""
    data = os.read(child.pipe, 65536)
    *lines, child.rest = (child.rest + data).split(b"\n")
    for line in lines:
        if "status" in child.told:
            break  # The first word is the last: pytest may go on for a moment after it.
        child.told.update(json.loads(line))
        child.limit = time.monotonic() + child.told.get("limit", START)
    return bool(data) and "status" not in child.told


def _finish(child: _Child) -> Outcome:
    """End a child with all that it started; what told no end hangs or broke down."""
    status = child.told.get("status") or ("crash" if child.limit == 0.0 else "timeout")
    try:
        os.killpg(child.process, signal.SIGKILL)
    except ProcessLookupError:
        os.kill(child.process, signal.SIGKILL)
    os.waitpid(child.process, 0)
    os.close(child.pipe)
    shutil.rmtree(child.folder, ignore_errors=True)
    return Outcome(status, child.told, time.monotonic() - child.started)
