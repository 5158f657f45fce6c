"""A drafted page is one that Banmian reads without a fault."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.editing.new_page import draft_page
from generator.editing.sidecars import read_sidecar
from generator.reading.files import read_source
from generator.telling.errors import UsageError


def test_the_draft_can_be_read_with_its_sidecar(tmp_path: Path) -> None:
    page, path = draft_page("nmgrb-20220616-07", tmp_path / "seeds")
    source = read_source(page)
    assert source.id == "nmgrb-20220616-07"
    assert read_sidecar(source, path).issue.paper is None


def test_every_line_of_the_sidecar_works_once_its_mark_is_taken_off(tmp_path: Path) -> None:
    page, path = draft_page("a", tmp_path)
    lines = [line.removeprefix("# ") for line in path.read_text("utf-8").splitlines()[1:]]
    path.write_text("\n".join(lines), encoding="utf-8")
    issue = read_sidecar(read_source(page), path).issue
    assert (issue.paper, issue.date.edtf, issue.label) == ("报纸的名称", "2022-06-16", "07")


@pytest.mark.parametrize("stem", ["版面", "a/b", "..", "con", "index", "a" * 61])
def test_a_stem_that_can_be_no_address(tmp_path: Path, stem: str) -> None:
    with pytest.raises(UsageError, match="版面编号"):
        draft_page(stem, tmp_path)


@pytest.mark.parametrize("suffix", [".txt", ".yml"])
def test_nothing_is_written_over(tmp_path: Path, suffix: str) -> None:
    (tmp_path / f"a{suffix}").write_text("在此")
    with pytest.raises(UsageError, match="已经在了"):
        draft_page("a", tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [f"a{suffix}"]
