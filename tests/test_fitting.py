"""The numbers of the reading fitted anew: on a few pages of our own, held against others."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.commands import cli
from generator.commands import fitting as command
from generator.editing import fitting
from generator.editing.fitting import Fit, Pages, read_pages
from generator.editing.fitting.answered import lessons_of
from generator.reading.assembling.weights import WEIGHTS, load_weights, names_of
from generator.reading.evidence.fitted import MODELS, load_fitted
from generator.reading.evidence.language import load_language
from generator.reading.evidence.places import EVIDENCE, FILES, evidence_file, evidence_in
from generator.reading.evidence.topics import load_topics
from generator.reading.fitting.lessons import lay
from generator.reading.fitting.portions import parted, sentences, without_articles
from generator.reading.fitting.storing import PARTS
from generator.telling.errors import ConfigError, UsageError
from generator.telling.progress import silent
from generator.vocabulary.settings import ROOT
from generator.vocabulary.taxonomy import load_taxonomy
from tests.home.manners import pages_of

DAY = "2026-03-05"
STORED: Mapping[str, Any] = json.loads((EVIDENCE / "fitted.json").read_text("utf-8"))
FITTED_MANNERS, OTHER_MANNERS = (
    ("columns", "in-order", "interleaved", "neighbours", "printed-lines"),
    ("in-order", "briefs"),
)


def write(folder: Path, half: int, manners: tuple[str, ...], most: int = 8) -> Path:
    for manner in manners:
        for sheet in pages_of(manner, 7, half)[:most]:
            sheet.write(folder / manner)
    return folder


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Return a folder to fit on, and one of other articles to hold out."""
    base = tmp_path_factory.mktemp("fit")
    return write(base / "own", 0, FITTED_MANNERS), write(base / "other", 1, OTHER_MANNERS)


@pytest.fixture(scope="module")
def pages(folders: tuple[Path, Path]) -> Pages:
    return read_pages(*folders, progress=silent())


def fitted(pages: Pages, out: Path, *steps: str) -> Fit:
    taxonomy = load_taxonomy(ROOT / "site_config")
    return fitting.fit(pages, taxonomy, steps or fitting.STEPS, out, DAY, progress=silent())


@pytest.fixture(scope="module")
def whole(pages: Pages, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Fit]:
    out = tmp_path_factory.mktemp("numbers") / "evidence"
    return out, fitted(pages, out)


# ---- what is written ----


def test_the_files_load(whole: tuple[Path, Fit]) -> None:
    out, _ = whole
    assert {path.name for path in out.iterdir()} == set(FILES)
    assert load_language(out / "counts.txt").total > 5_000
    topics = load_topics(out / "topics.npz")
    assert len(topics.rows) == len(topics.vectors) > 100
    assert set(load_fitted(out / "fitted.json")) == set(MODELS)
    assert load_weights(out / "fitted.json") != WEIGHTS


@pytest.mark.parametrize(
    ("name", "least"),
    [("belongs", 0.8), ("right", 0.6), ("start", 0.55), ("seam", 0.55), ("headline", 0.8)],
)
def test_a_model_tells_other_articles_better_than_chance(
    name: str, least: float, whole: tuple[Path, Fit]
) -> None:
    figures = whole[1].fitted[name]["held_out"]["figures"]
    assert figures["examples"] > 50
    assert figures["auc"] > least


def test_every_number_says_what_fitted_it(whole: tuple[Path, Fit]) -> None:
    said = json.loads((whole[0] / "fitted.json").read_text("utf-8"))
    assert set(said["fitted"]) == set(PARTS)
    for told in said["fitted"].values():
        assert (told["by"], told["on"]) == ("python -m generator fit", DAY)
        assert told["held_out"]["manners"] == {"briefs": 8, "in-order": 8}
        assert told["held_out"]["pages"] == 16
        assert set(told["manners"]) == set(FITTED_MANNERS)
        assert told["items"] > 40
        assert told["characters"] > 5_000
    assert set(said["fitted"]["weights"]["held_out"]["figures"]) == {"briefs", "in-order", "全部"}
    assert said["fitted"]["weights"]["items"] < said["fitted"]["tables"]["items"]


def test_no_path_is_written(whole: tuple[Path, Fit], folders: tuple[Path, Path]) -> None:
    said = (whole[0] / "fitted.json").read_text("utf-8")
    assert not [
        folder for folder in folders if folder.name in json.loads(said)["fitted"]["tables"]["manners"]
    ]
    assert str(folders[0].parent) not in said


def test_what_is_not_fitted_stays(whole: tuple[Path, Fit]) -> None:
    weights = whole[1].weights
    assert weights.join == WEIGHTS.join
    fixed = ("sure", "apart", "loose", "within", "limit")
    assert {getattr(weights, name) == getattr(WEIGHTS, name) for name in fixed} == {True}


def test_the_same_pages_give_the_same_numbers(
    whole: tuple[Path, Fit], folders: tuple[Path, Path], tmp_path: Path
) -> None:
    fitted(read_pages(*folders, progress=silent()), tmp_path)
    for name in FILES:
        assert (tmp_path / name).read_bytes() == (whole[0] / name).read_bytes(), name


def test_tables_alone_leave_the_models(pages: Pages, tmp_path: Path, whole: tuple[Path, Fit]) -> None:
    fitted(pages, tmp_path, "tables")
    said = json.loads((tmp_path / "fitted.json").read_text("utf-8"))
    assert {part: said[part] for part in ("weights", "models")} == {
        part: STORED[part] for part in ("weights", "models")
    }
    assert said["fitted"]["tables"]["on"] == DAY
    assert (tmp_path / "counts.txt").read_bytes() == (whole[0] / "counts.txt").read_bytes()


def test_models_alone_leave_the_tables(pages: Pages, tmp_path: Path) -> None:
    fitted(pages, tmp_path, "models")
    said = json.loads((tmp_path / "fitted.json").read_text("utf-8"))
    assert said["models"]["right"] == STORED["models"]["right"]
    assert said["models"]["belongs"] != STORED["models"]["belongs"]
    assert (tmp_path / "counts.txt").read_bytes() == (EVIDENCE / "counts.txt").read_bytes()


# ---- the command ----


def test_the_command_tells_how_well_it_went(
    folders: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own, other = map(str, folders)
    assert cli.run(["fit", own, "--held-out", other, "--only", "models", "--out", str(tmp_path)]) == 0
    told = capsys.readouterr()
    assert "同属一篇(belongs):AUC 0." in told.out
    assert "留出来的 16 版" in told.out
    assert f"写好 {tmp_path}" in told.err


def test_the_command_knows_the_steps() -> None:
    assert command.STEPS == fitting.STEPS


def test_without_scikit_learn_a_sentence_says_how_to_install_it(
    folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "sklearn", None)
    assert cli.run(["fit", str(folders[0])]) == 2
    assert "pip install -e '.[fit]'" in capsys.readouterr().err


def test_too_few_pages_are_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"有答案的版面太少:.*最少的一份只有"):
        read_pages(write(tmp_path, 0, ("in-order",), most=2), None, progress=silent())


def test_too_few_examples_are_a_sentence(tmp_path: Path) -> None:
    pages = read_pages(
        write(tmp_path / "own", 0, ("bulletin", "traditional")),
        write(tmp_path / "other", 1, ("in-order",)),
        progress=silent(),
    )
    few = replace(pages, taught=[lesson for lesson in pages.taught if lesson.manner == "bulletin"])
    with pytest.raises(UsageError, match="答案太少,拟合不出 start"):
        fitted(few, tmp_path / "out", "models")
    assert not (tmp_path / "out").exists()


def test_pages_of_the_same_articles_cannot_be_held_out(folders: tuple[Path, Path], tmp_path: Path) -> None:
    own = folders[0]
    with pytest.raises(UsageError, match="也有的稿件"):
        read_pages(own, own, progress=silent())
    with pytest.raises(UsageError, match=r"没有|找不到"):
        read_pages(own, tmp_path, progress=silent())


def test_a_broken_file_is_a_sentence(pages: Pages, tmp_path: Path) -> None:
    (tmp_path / "fitted.json").write_text("{}", "utf-8")
    with pytest.raises(ConfigError, match="缺少 weights 一节"):
        fitted(pages, tmp_path, "tables")


# ---- the numbers of the repository ----


@pytest.mark.parametrize("part", PARTS)
def test_every_number_of_the_repository_says_what_fitted_it(part: str) -> None:
    told = STORED["fitted"][part]
    assert told["by"]
    assert told["on"].startswith("20")
    assert sum(told["manners"].values()) == told["pages"]
    assert {"items", "characters", "held_out"} <= set(told)
    assert not {character for manner in told["manners"] for character in manner} & set("/\\~")


def test_the_file_has_nothing_without_an_origin() -> None:
    assert set(STORED) == {"about", "weights", "models", "fitted"}
    assert set(STORED["models"]) <= set(STORED["fitted"])
    assert len(names_of(type(WEIGHTS))) > 40


# ---- parts ----


def test_no_article_stands_in_two_parts(pages: Pages) -> None:
    parts = (pages.counted, pages.taught, pages.held_out)
    said = [
        {each for lesson in part for item in lesson.items for each in sentences(lesson, item)}
        for part in parts
    ]
    assert all(said)
    assert not said[0] & said[1]
    assert not (said[0] | said[1]) & said[2]


def test_pages_without_common_articles_stay_whole(tmp_path: Path) -> None:
    lessons = lessons_of(write(tmp_path, 0, ("neighbours",)), {}, silent())
    parts = parted(lessons, 2)
    assert len(lessons) == sum(map(len, parts)) > 5
    assert all(lesson in lessons for part in parts for lesson in part)
    sizes = [sum(len(lesson.source.text) for lesson in part) for part in parts]
    assert max(sizes) < 1.5 * min(sizes)


def test_a_page_cut_down_keeps_its_line_numbers(pages: Pages) -> None:
    lesson = pages.held_out[0]
    first = lesson.items[0]
    alone = lesson.only({first.number})
    assert alone.items == (first,)
    assert len(alone.source.lines) == len(lesson.source.lines)
    kept = {number for number, line in enumerate(alone.source.lines, 1) if line.strip()}
    assert first.lines <= kept
    assert not kept & {line for item in lesson.items[1:] for line in item.lines}


def test_an_article_is_known_again_in_another_print(tmp_path: Path) -> None:
    answers = write(tmp_path / "a", 0, ("in-order",)), write(tmp_path / "b", 1, ("in-order",))
    pages = read_pages(*answers, progress=silent())
    others = read_pages(
        write(tmp_path / "c", 0, ("traditional", "printed-lines")), answers[1], progress=silent()
    )
    assert not without_articles(list(pages.fitted), list(others.fitted))


def test_joined_lines_are_those_that_were_printed(pages: Pages) -> None:
    lesson = next(lesson for lesson in pages.fitted if lesson.manner == "printed-lines")
    laid = lay(lesson)
    assert laid.layout.pieces
    lines = {line for item in laid.items for paragraph in item.body for line in paragraph}
    assert laid.printed(lines) >= {line for item in lesson.items for part in item.body for line in part}


def test_evidence_of_a_folder_is_used_for_a_while(whole: tuple[Path, Fit]) -> None:
    with evidence_in(whole[0]):
        assert evidence_file("counts.txt") == whole[0] / "counts.txt"
    assert evidence_file("counts.txt") == EVIDENCE / "counts.txt"
