"""What the archive says of its own confidence: a diagram of pages that had no part in the fit."""

from __future__ import annotations

import json
from pathlib import Path

from generator.reading.evidence.reliability import load_reliability


def test_the_diagram_of_the_repository_is_one_of_held_out_pages() -> None:
    found = load_reliability()
    assert found.pages > 0
    assert [each.said for each in found.claims] == sorted(each.said for each in found.claims)
    assert all(0 <= each.right <= 1 and each.count > 0 for each in found.claims)


def test_what_is_said_and_what_is_right_are_near_where_most_items_are() -> None:
    most = max(load_reliability().claims, key=lambda each: each.count)
    assert abs(most.said - most.right) < 0.02


def test_a_fit_that_held_out_nothing_has_no_diagram(tmp_path: Path) -> None:
    path = tmp_path / "fitted.json"
    path.write_text(json.dumps({"fitted": {"right": {"held_out": {}}}}))
    assert (load_reliability(path).pages, load_reliability(path).claims) == (0, ())
