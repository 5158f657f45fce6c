"""Tells a person how far a long work is: a bar on a terminal, plain lines elsewhere, or nothing."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from typing import IO, Protocol, TypeVar

T = TypeVar("T")

PAUSE = 10.0
"""Seconds between two plain lines about the same work."""


class Progress(Protocol):
    """What a stage may say about its work while it goes on."""

    def step(self, name: str) -> None:
        """Say that the step called `name` begins."""

    def track(self, items: Iterable[T], *, name: str, total: int) -> Iterator[T]:
        """Yield `items` unchanged and show how many of `total` are done."""


def silent() -> Progress:
    """Return a progress that says nothing."""
    return _Silent()


def on(stream: IO[str] | None = None) -> Progress:
    """Return a progress that writes to `stream` (standard error): a bar if it is a terminal, else lines."""
    stream = stream or sys.stderr
    return _Bar(stream) if stream.isatty() else _Lines(stream)


class _Silent:
    def step(self, name: str) -> None:
        pass

    def track(self, items: Iterable[T], *, name: str, total: int) -> Iterator[T]:
        yield from items


class _Lines:
    def __init__(self, stream: IO[str]) -> None:
        self._stream = stream

    def step(self, name: str) -> None:
        self._say(f"{name} …")

    def track(self, items: Iterable[T], *, name: str, total: int) -> Iterator[T]:
        self._say(f"{name}:共 {total:,} 项")
        told = time.monotonic()
        for done, item in enumerate(items):
            if time.monotonic() - told >= PAUSE:
                told = time.monotonic()
                self._say(f"{name}:{done:,} / {total:,}")
            yield item

    def _say(self, line: str) -> None:
        self._stream.write(f"{line}\n")
        self._stream.flush()


class _Bar:
    def __init__(self, stream: IO[str]) -> None:
        self._stream = stream

    def step(self, name: str) -> None:
        self._stream.write(f"{name} …\n")
        self._stream.flush()

    def track(self, items: Iterable[T], *, name: str, total: int) -> Iterator[T]:
        from tqdm import tqdm

        yield from tqdm(items, desc=name, total=total, file=self._stream, unit="项", dynamic_ncols=True)
