"""The reader behind the desk reads what is said, and writes pages and sidecars among the seeds and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.commands.desking import DeskReader
from generator.telling.errors import PageFaults, UsageError
from generator.vocabulary.settings import load_settings

WORDS = (
    "# 书送到牧民家门口\n\n□本报记者 林禾\n\n入冬前，流动书车走了三个苏木。\n\n# 夜校里的灯\n\n夜校开课了。\n"
)
MOVED = "corrections:\n  5 入冬前: {item: 7}\n"


@pytest.fixture
def reader(tmp_path: Path) -> DeskReader:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "a-01.txt").write_text(WORDS, encoding="utf-8")
    return DeskReader(load_settings(seeds_dir=seeds))


def files(reader: DeskReader) -> list[str]:
    return sorted(path.name for path in reader.settings.seeds_dir.parent.rglob("*") if path.is_file())


def test_a_page_is_read_with_what_is_said(reader: DeskReader) -> None:
    assert [item["body"] for item in reader.read("a-01")["page"]["items"]] == [[[5]], [[9]]]
    told = reader.read("a-01", MOVED)
    assert [item["body"] for item in told["page"]["items"]] == [[], [[5], [9]]]
    assert told["faults"] == []
    assert files(reader) == ["a-01.txt"]


def test_a_fault_comes_back_with_its_line_and_its_cure(reader: DeskReader) -> None:
    (fault,) = reader.read("a-01", "corrections:\n  5 入夏前: {item: 7}\n")["faults"]
    assert fault["line"] == 2
    assert "入夏前" in fault["message"]


def test_a_faulty_sidecar_is_shown_as_it_is(reader: DeskReader) -> None:
    (reader.settings.seeds_dir / "a-01.yml").write_text("colour: red\n", encoding="utf-8")
    told = reader.read("a-01")
    assert told["page"]["text"] == "colour: red\n"
    assert len(told["faults"]) == 1


def test_a_sidecar_is_saved_and_taken_away_again(reader: DeskReader) -> None:
    path = reader.settings.seeds_dir / "a-01.yml"
    reader.save("a-01", MOVED, "")
    assert path.read_text("utf-8") == MOVED
    assert reader.read("a-01")["page"]["text"] == MOVED
    reader.save("a-01", "", MOVED)
    assert files(reader) == ["a-01.txt"]


def test_what_has_changed_elsewhere_is_not_written_over(reader: DeskReader) -> None:
    (reader.settings.seeds_dir / "a-01.yml").write_text("paper: 草原晚报\n", encoding="utf-8")
    with pytest.raises(UsageError, match="在别处改过了"):
        reader.save("a-01", MOVED, "")


def test_a_faulty_sidecar_is_not_saved(reader: DeskReader) -> None:
    with pytest.raises(PageFaults):
        reader.save("a-01", "colour: red\n", "")
    assert files(reader) == ["a-01.txt"]


def test_a_link_is_not_followed(reader: DeskReader, tmp_path: Path) -> None:
    (tmp_path / "elsewhere.yml").write_text("", encoding="utf-8")
    (reader.settings.seeds_dir / "a-01.yml").symlink_to(tmp_path / "elsewhere.yml")
    with pytest.raises(UsageError, match="链接"):
        reader.save("a-01", MOVED, "")


def test_a_new_page_is_read_before_it_is_there_and_then_added(reader: DeskReader) -> None:
    assert len(reader.try_new("b-01", WORDS)["page"]["items"]) == 2
    assert files(reader) == ["a-01.txt"]
    reader.add("b-01", WORDS.rstrip("\n"))
    assert (reader.settings.seeds_dir / "b-01.txt").read_text("utf-8") == WORDS


@pytest.mark.parametrize(
    "name", ["", "../c-01", "/tmp/c", "a/b", "..", "c\0d", "版面", "c d", ".hidden", "A-01", "c.txt"]
)
def test_a_name_that_is_none_or_taken_is_refused(name: str, reader: DeskReader) -> None:
    with pytest.raises((UsageError, PageFaults)):
        reader.add(name, WORDS)
    assert files(reader) == ["a-01.txt"]


def test_a_page_that_is_not_there_is_told_so(reader: DeskReader) -> None:
    for ask in (lambda: reader.read("b-01"), lambda: reader.save("../a-01", "", "")):
        with pytest.raises(UsageError, match="没有"):
            ask()
