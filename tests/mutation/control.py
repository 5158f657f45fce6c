"""Runs the tests that noticed mutants once more without any: a test that then fails has noticed nothing."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import replace

from tests.mutation.children import Tell, race
from tests.mutation.running import Verdict
from tests.mutation.trying import UNCOLLECTED

LONGEST = 120.0
"""Seconds that a test may take here: only whether it passes is asked."""
MOST = 20
"""If so many tests fail by themselves, the run as a whole says nothing."""


def believed(
    verdicts: Sequence[Verdict], as_it_is: Callable[[dict[str, float]], Callable[[Tell], None]]
) -> list[Verdict]:
    """Return the verdicts; those that rest on a test that fails by itself are no longer any."""
    false = failing_by_themselves(verdicts, as_it_is)
    return [
        replace(each, status="untried", by=f"fails by itself: {each.by}") if each.by in false else each
        for each in verdicts
    ]


def failing_by_themselves(
    verdicts: Sequence[Verdict], as_it_is: Callable[[dict[str, float]], Callable[[Tell], None]]
) -> set[str]:
    """Return the tests that noticed a mutant and fail without one too."""
    noticing = {each.by: LONGEST for each in verdicts if each.status in ("killed", "timeout")}
    noticing.pop(UNCOLLECTED, None)
    false: set[str] = set()
    while noticing and len(false) < MOST:
        ((_, outcome),) = race([("control", as_it_is(noticing))], 1, time.monotonic() + 1)
        if outcome.status == "survived":
            break
        failing = outcome.told.get("by", "")
        false.add(failing)
        if noticing.pop(failing, None) is None:
            return {*noticing, *false, UNCOLLECTED}  # Not even collected: then nothing is to be believed.
    return false
