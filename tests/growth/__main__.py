"""Measure every page of `pages.yml`, or those named, at growing sizes, and print a table.

`python -m tests.growth [--sizes 10000,bound] [--limit 60] [NAME…]`
"""

from __future__ import annotations

from argparse import ArgumentParser

from tests.growth.measuring import Cost, cost_of
from tests.growth.pages import bound_of, recipes


def cell(cost: Cost) -> str:
    """Return what a cost is in the table."""
    if cost.seconds is None:
        return cost.told
    stages = " ".join(f"{name} {seconds:.1f}" for name, seconds in cost.stages.items())
    refused = f" {cost.told}" if cost.told else ""
    return f"{cost.seconds:.2f} s ({stages}) {cost.megabytes:.0f} MB{refused}"


parser = ArgumentParser()
parser.add_argument("names", nargs="*")
parser.add_argument("--sizes", default="1000,10000,100000,bound")
parser.add_argument("--limit", type=int, default=60)
told = parser.parse_args()
for name in told.names or recipes():
    sizes = {bound_of(name) if size == "bound" else int(size) for size in told.sizes.split(",")}
    for size in sorted(sizes):
        cost = cost_of(name, size, limit=told.limit)
        print(f"{name:28} {size:>9,}  {cell(cost)}", flush=True)
        if cost.seconds is None:
            break
