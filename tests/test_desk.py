"""What the desk has of a page: all of its lines, its items as read, its doubts, and nothing that is withdrawn."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.build import read_archive
from generator.editing.desk import desk_of
from generator.telling.progress import silent
from generator.vocabulary.settings import Settings, load_settings

WORDS = "◎草原书屋\n\n# 书送到牧民家门口\n\n□本报记者 林禾\n\n入冬前，流动书车走了三个苏木。\n\n# 夜校里的灯\n\n牧民白音塔拉进城念书。\n"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    (tmp_path / "a-01.txt").write_text(WORDS, encoding="utf-8")
    return load_settings(seeds_dir=tmp_path)


def told(settings: Settings, sidecar: str = "") -> dict[str, Any]:
    """Return what the desk has of the page beside which a sidecar says this."""
    if sidecar:
        (settings.seeds_dir / "a-01.yml").write_text(sidecar, encoding="utf-8")
    page = read_archive(settings, progress=silent()).pages[0]
    return desk_of(page, {item.id: item.headline.text for item in page.items if item.headline})


def test_it_has_every_line_with_its_item_and_its_name(settings: Settings) -> None:
    lines = told(settings)["lines"]
    assert [line["number"] for line in lines] == [1, 3, 5, 7, 9, 11]
    assert [line["item"] for line in lines] == [-1, 0, 0, 0, 1, 1]
    assert lines[1]["name"] == '"3 #书送到牧民家门"'
    assert "\n".join(line["text"] for line in lines) == WORDS.replace("\n\n", "\n").rstrip("\n")


def test_it_has_the_parts_of_every_item(settings: Settings) -> None:
    first, second = told(settings)["items"]
    assert (first["heads"], first["signs"], first["body"]) == ([3], [5], [[7]])
    assert (second["title"], second["headless"], second["kind"]) == ("夜校里的灯", False, "article")
    assert len(first["sum"]) == 8


def test_it_takes_up_what_the_sidecar_says(settings: Settings) -> None:
    sidecar = "# 核过\npaper: 草原晚报\ncorrections:\n  7 入冬前: {item: 9}\n  3: headline\nchecked: [9]\n"
    desk = told(settings, sidecar)
    assert desk["text"] == sidecar
    assert desk["said"] == {
        "paper": "草原晚报",
        "corrections": {7: [{"item": 9}], 3: [{"role": "headline"}]},
        "checked": [{"item": 9}],
    }
    assert [item["checked"] for item in desk["items"]] == [False, True]


def test_it_has_nothing_that_is_withdrawn(settings: Settings) -> None:
    sidecar = (
        "withdrawn: {item: 11 牧民白音塔拉, reason: 本人要求, on: 2026-11-30}\nauthors:\n  11: [白音塔拉]\n"
    )
    desk = told(settings, sidecar)
    assert desk["hidden"]
    assert (desk["text"], desk["said"]) == ("", {})
    assert "白音塔拉" not in json.dumps(desk, ensure_ascii=False)
