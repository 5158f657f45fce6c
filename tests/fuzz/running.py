"""Many cases, one after the other: which crashed, by what, and which hung."""

from __future__ import annotations

import signal
import sys
import traceback
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from time import process_time
from types import FrameType

from tests.fuzz.cases import Case
from tests.fuzz.making import case_of, kind_of
from tests.fuzz.trying import try_case

SECONDS = 20
"""A case that takes more of the processor's time hangs; the longest page of them has 3,000 characters."""
EVERY, AGAIN = 500, 10
"""Of so many cases, progress is told; of so many, one is read again with a sidecar."""


class Hang(BaseException):
    """A case took too long."""


@dataclass(slots=True, kw_only=True)
class Outcome:
    """What came of the cases."""

    kinds: Counter[str] = field(default_factory=Counter)
    """How many there were of each kind."""
    refused: int = 0
    """How many were refused with a sentence."""
    crashes: dict[str, list[int]] = field(default_factory=dict)
    """The numbers of those that crashed, or of which something was wrong, by the cause."""
    hangs: list[int] = field(default_factory=list)
    """The numbers of those that took too long."""
    slowest: tuple[float, int] = (0.0, 0)
    """The most seconds that a case took, and its number."""
    seconds: float = 0.0
    """Processor time of all."""

    @property
    def bad(self) -> int:
        """How many crashed or hung."""
        return sum(map(len, self.crashes.values())) + len(self.hangs)

    def __str__(self) -> str:
        kinds = ", ".join(f"{count:,} {kind}" for kind, count in sorted(self.kinds.items()))
        crashes = sum(map(len, self.crashes.values()))
        head = (
            f"{sum(self.kinds.values()):,} cases ({kinds}): {self.refused:,} refused, {crashes} crashes of "
            f"{len(self.crashes)} causes, {len(self.hangs)} hangs; {self.seconds:.0f} s, the slowest "
            f"{self.slowest[0]:.1f} s (case {self.slowest[1]})"
        )
        causes = [f"{len(seeds)} × {cause} (cases {seeds[:5]})" for cause, seeds in self.crashes.items()]
        return "\n".join([head, *causes, *(f"hang: case {seed}" for seed in self.hangs)])


def cause_of(error: Exception) -> str:
    """Return what an error is and where in the program it was raised, so that the same faults count as one."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if "/generator/" in frame.filename.replace("\\", "/")] or frames
    place = own[-1].filename.replace("\\", "/").rpartition("/generator/")[2]
    return f"{type(error).__name__} in {place}:{own[-1].lineno} {own[-1].name}: {str(error)[:160]!r}"


def _too_long(number: int, frame: FrameType | None) -> None:
    raise Hang


def _key(error: Exception) -> str:
    return cause_of(error).rpartition(": '")[0] or cause_of(error)


def run(first: int, cases: int, *, make: Callable[[int], Case] = case_of, told: bool = False) -> Outcome:
    """Try cases, from the number `first` on."""
    found, keys = Outcome(), dict[str, str]()
    before = signal.signal(signal.SIGPROF, _too_long)
    start = process_time()
    try:
        for seed in range(first, first + cases):
            began = process_time()
            signal.setitimer(signal.ITIMER_PROF, SECONDS)
            try:
                found.kinds[kind_of(seed)] += 1
                found.refused += try_case(make(seed), again=seed % AGAIN == 0)
            except Hang:
                found.hangs.append(seed)
            except Exception as error:  # noqa: BLE001 - whatever it is, it is what is looked for
                cause = keys.setdefault(_key(error), cause_of(error))
                found.crashes.setdefault(cause, []).append(seed)
            finally:
                signal.setitimer(signal.ITIMER_PROF, 0)
            found.slowest = max(found.slowest, (process_time() - began, seed))
            found.seconds = process_time() - start
            if told and (seed - first + 1) % EVERY == 0:
                print(found, file=sys.stderr, flush=True)
    finally:
        signal.signal(signal.SIGPROF, before)
    return found
