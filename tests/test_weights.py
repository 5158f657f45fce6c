"""Every weight of the reading's search is felt: without it, a page of our own is read otherwise."""

from __future__ import annotations

import pytest
import yaml

from generator.reading.assembling.weights import WEIGHTS
from tests.felt import FELT, NAMES, lines_of, reading, without

PAGES = yaml.safe_load(FELT.read_text("utf-8"))


@pytest.mark.parametrize("name", NAMES)
def test_a_page_is_read_otherwise_without_a_weight(name: str) -> None:
    lines = lines_of(PAGES[name])
    assert reading(lines, without(name)) != reading(lines, WEIGHTS)


def test_every_weight_has_its_page() -> None:
    assert list(PAGES) == NAMES
