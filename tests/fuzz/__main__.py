"""Try cases, or show one as a file of `kept/`: `python -m tests.fuzz [--cases 1000] [--first 0] [--show N]`."""

from __future__ import annotations

import sys
from argparse import ArgumentParser

from tests.fuzz.making import case_of
from tests.fuzz.running import run

parser = ArgumentParser()
parser.add_argument("--cases", type=int, default=1000)
parser.add_argument("--first", type=int, default=0)
parser.add_argument("--show", type=int)
asked = parser.parse_args()
if asked.show is not None:
    print(case_of(asked.show).told())
    sys.exit(0)
outcome = run(asked.first, asked.cases, told=True)
print(outcome)
sys.exit(bool(outcome.bad))
