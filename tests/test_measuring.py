"""Size and digest of what lies in the data folder, and of nothing else."""

from __future__ import annotations

import hashlib

from generator.data.measuring import Measure, Tally, measure
from generator.model.outfiles import OutFile

FILES = (OutFile("data/a.csv", "雪\n".encode()), OutFile("index.md", b"x"), OutFile("data/b/c.json", b""))


def test_files_of_the_data_folder_are_measured() -> None:
    assert measure(FILES) == {
        "data/a.csv": Measure(size=4, sha256=hashlib.sha256("雪\n".encode()).hexdigest()),
        "data/b/c.json": Measure(size=0, sha256=hashlib.sha256(b"").hexdigest()),
    }


def test_files_pass_unchanged_and_in_order() -> None:
    assert tuple(Tally().watch(FILES)) == FILES
