"""No address ever shows another article, whatever is done to the pages; none dies but that an editor says so."""

from __future__ import annotations

import re
import shutil
import tempfile
from functools import cache
from pathlib import Path

import pytest

from generator.archive.groups import Archive
from generator.archive.identity.formers import Fate
from generator.archive.identity.records import SUFFIX
from generator.build import check
from generator.commands.cli import run
from generator.commands.comparing import version_now
from generator.editing.promises import broken
from generator.telling.diagnostics import Diagnostic
from generator.vocabulary.settings import ROOT, load_settings
from tests.address_changes import (
    CHANGES,
    NEED_A_WORD,
    Change,
    delete_the_shortest,
    edit,
    judge,
    read_seeds,
    rename,
    split,
)

PASTE = re.compile(r"在 (\S+) 的 formerly:.*:  (\S+: .+)$")


@cache
def before() -> Archive:
    """Return the archive of two pages, as it is before any change."""
    with tempfile.TemporaryDirectory() as folder:
        return read_seeds(copied(Path(folder)))


def copied(folder: Path) -> Path:
    """Return a folder with copies of the two first pages of the repository."""
    (folder / "seeds").mkdir()
    for path in sorted((ROOT / "seeds").glob("*.txt"))[:2]:
        for each in (path, path.with_suffix(".yml")):
            shutil.copy(each, folder / "seeds")
    return folder / "seeds"


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    """Return a copy of two pages, which a test may change."""
    return copied(tmp_path)


def record(seeds: Path, day: str = "2026-11-30") -> None:
    assert run(["record", "--seeds", str(seeds), "--on", day]) == 0


def paste(faults: list[Diagnostic]) -> int:
    """Do what each fault says; return how many lines were pasted."""
    rows: dict[Path, list[str]] = {}
    for fault in faults:
        match = PASTE.search(fault.hint)
        assert match, fault
        rows.setdefault(Path(match[1]), []).append(match[2])
    for path, lines in rows.items():
        with path.open("a", encoding="utf-8") as file:
            file.write("formerly:\n" + "".join(f"  {line}\n" for line in lines))
    return sum(map(len, rows.values()))


def leads(archive: Archive) -> dict[str, tuple[str, ...]]:
    """Return where each former address leads."""
    return {former.id: former.targets for former in archive.identity.formers}


@pytest.mark.parametrize("recorded", [False, True], ids=["unrecorded", "recorded"])
@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_no_address_shows_another_article(seeds: Path, change: Change, recorded: bool) -> None:
    if recorded:
        record(seeds)
    change(seeds, before().pages[0])
    found = judge(before(), read_seeds(seeds))
    assert not found["other"]
    needs_a_word = change is delete_the_shortest or (change in NEED_A_WORD and not recorded)
    assert bool(found["dead"]) == needs_a_word


@pytest.mark.parametrize("change", NEED_A_WORD, ids=lambda change: change.__name__)
def test_what_diff_says_mends_every_address(seeds: Path, change: Change) -> None:
    settings = load_settings(seeds_dir=seeds)
    old = version_now(settings)
    change(seeds, before().pages[0])
    faults = list(broken(old, version_now(settings), str(seeds)))
    assert paste(faults) == 1
    assert list(broken(old, version_now(settings), str(seeds))) == []
    found = judge(before(), read_seeds(seeds))
    assert (found["other"], found["dead"]) == (0, 0)


def test_a_recorded_item_that_is_gone_is_an_error_with_the_line_that_says_so(seeds: Path) -> None:
    record(seeds)
    delete_the_shortest(seeds, before().pages[0])
    lost = [fault for fault in check(read_seeds(seeds)) if fault.code == "address-lost"]
    assert paste(lost) == 1
    archive = read_seeds(seeds)
    assert [former.fate for former in archive.identity.formers] == [Fate.GONE]
    assert [fault for fault in check(archive) if fault.code == "address-lost"] == []


def test_what_is_recorded_again_is_the_same(seeds: Path) -> None:
    record(seeds)
    files = {path.name: path.read_bytes() for path in seeds.glob(f"*{SUFFIX}")}
    record(seeds, "2026-12-24")
    assert files == {path.name: path.read_bytes() for path in seeds.glob(f"*{SUFFIX}")}


def test_a_renamed_page_takes_its_record_along(seeds: Path) -> None:
    page = before().pages[0]
    record(seeds)
    rename(seeds, page)
    assert read_seeds(seeds).identity.former_pages == {page.id: f"renamed-{page.id}"}
    record(seeds, "2026-12-01")
    assert not (seeds / f"{page.id}{SUFFIX}").exists()
    archive = read_seeds(seeds)
    assert archive.identity.former_pages == {page.id: f"renamed-{page.id}"}
    assert judge(before(), archive)["same"] == len(before().items)


def test_an_item_that_was_split_leads_to_its_parts_and_they_stay(seeds: Path) -> None:
    page = before().pages[0]
    record(seeds)
    split(seeds, page)
    once = read_seeds(seeds)
    record(seeds, "2026-12-01")
    again = read_seeds(seeds)
    assert [entry.item.id for entry in once.items] == [entry.item.id for entry in again.items]
    assert leads(once) == leads(again) != {}


def test_an_item_entered_once_and_changed_when_its_words_did(seeds: Path) -> None:
    record(seeds, "2026-11-01")
    entry = before().items[0]
    line = entry.item.body[-1].lines[-1]
    edit(
        seeds,
        entry.page,
        lambda lines: [f"{each}又添一句。" if at == line else each for at, each in enumerate(lines, 1)],
    )
    record(seeds, "2026-11-15")
    days = read_seeds(seeds).identity.days
    assert (days[entry.item.id].entered, days[entry.item.id].changed) == ("2026-11-01", "2026-11-15")
    assert {days[id_].changed for id_ in days if id_ != entry.item.id} == {"2026-11-01"}


def test_a_page_that_was_withdrawn_whole_is_told_once_and_leaves_its_stones(seeds: Path) -> None:
    page = before().pages[0]
    record(seeds)
    (seeds / page.source.name).unlink()
    (seeds / f"{page.id}.yml").unlink()
    lost = [fault for fault in check(read_seeds(seeds)) if fault.code == "address-lost"]
    assert paste(lost) == 1
    archive = read_seeds(seeds)
    assert [fault for fault in check(archive) if fault.code == "address-lost"] == []
    assert {former.id for former in archive.identity.formers} == {item.id for item in page.items}
    assert archive.identity.former_pages == {page.id: ""}


def test_a_page_that_was_renamed_and_then_withdrawn_whole_ends_in_stones(seeds: Path) -> None:
    page = before().pages[0]
    record(seeds)
    (seeds / page.source.name).unlink()
    (seeds / f"{page.id}.yml").write_text(
        f"formerly:\n  older-name: page\n  {page.id}: none\n", encoding="utf-8"
    )
    archive = read_seeds(seeds)
    assert archive.identity.former_pages == {page.id: "", "older-name": ""}
    assert {former.fate for former in archive.identity.formers} == {Fate.GONE}


def test_items_that_say_the_same_keep_an_address_each(tmp_path: Path) -> None:
    folder = tmp_path / "seeds"
    folder.mkdir()
    said = "◎书声\n\n# 渠成水到\n\n水从北山下来，一夜流到了田边。（林禾）\n\n"
    (folder / "page-1.txt").write_text(said * 3, encoding="utf-8")
    old = [entry.item.id for entry in read_seeds(folder).items]
    record(folder)
    new = read_seeds(folder)
    assert len(set(old)) == 3
    assert ([entry.item.id for entry in new.items], new.identity.formers) == (old, ())
