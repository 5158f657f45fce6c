"""Runs chosen tests within pytest until one fails."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from _pytest.runner import runtestprotocol

from tests.mutation.children import Tell

PYTEST = ["-s", "-q", "--assert=plain", "--tb=native", "-p", "no:cacheprovider", "--hypothesis-seed=0"]
UNCOLLECTED = "tests cannot be collected"


class Chosen:
    """A pytest plugin that runs chosen tests in their order until one fails, and tells how it goes."""

    def __init__(self, wanted: dict[str, float], tell: Tell) -> None:
        self.wanted, self.tell = wanted, tell

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Run the tests in place of pytest's own loop."""
        if session.testsfailed:
            self.tell({"status": "killed", "by": UNCOLLECTED})
            return True
        run_items(session.items, self.wanted, self.tell)
        return True


def run_items(items: Sequence[pytest.Item], wanted: dict[str, float], tell: Tell) -> None:
    """Run the wanted tests, each with the seconds that it may take; tell the first that fails, if any."""
    known = {item.nodeid: item for item in items}
    order = [known[name] for name in wanted if name in known]
    for place, item in enumerate(order):
        tell({"by": item.nodeid, "ran": place + 1, "limit": wanted[item.nodeid]})
        following = order[place + 1] if place + 1 < len(order) else None
        if _fails(item, following):
            tell({"status": "killed"})
            return
    tell({"status": "survived", "by": "", "ran": len(order)})


def _fails(item: pytest.Item, following: pytest.Item | None) -> bool:
    try:
        return any(report.failed for report in runtestprotocol(item, log=False, nextitem=following))
    except (KeyboardInterrupt, pytest.exit.Exception):
        return True
