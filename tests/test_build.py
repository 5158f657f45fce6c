"""The pipeline as a whole: what it refuses before anything is written, and what it passes on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.build import check, check_alone, gather_files, read_archive
from generator.commands.recording import record_addresses
from generator.telling.errors import PageFaults
from generator.telling.progress import silent
from generator.vocabulary.settings import load_settings

TEXT = "\n草原书屋开门\n\n□本报记者 林禾\n\n赤峰市翁牛特旗的草原书屋本周开门,书架上有牧民捐来的旧书。\n"


def seeds(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


FAULTY = "tags:\n  themes: {add: [没有的主题]}\n"


def faults_of(folder: Path, files: dict[str, str]) -> tuple[list[str], list[tuple[str, str]]]:
    """Return the pages that are read of these files, and code and file of what stopped the others."""
    archive = read_archive(load_settings(seeds_dir=seeds(folder, files)), progress=silent())
    found = [(fault.code, Path(fault.path).name) for fault in archive.faults]
    return [page.id for page in archive.pages], found


def test_a_page_whose_sidecar_is_faulty_is_left_out_and_the_others_are_read(tmp_path: Path) -> None:
    files = {f"p{number}.txt": TEXT for number in (1, 2, 3)} | {"p1.yml": FAULTY, "p2.yml": "date: 昨天\n"}
    pages, found = faults_of(tmp_path, files)
    assert pages == ["p3"]
    assert {name for _, name in found} == {"p1.yml", "p2.yml"}


def test_where_no_page_is_left_every_fault_is_told_at_once(tmp_path: Path) -> None:
    files = {"p1.txt": TEXT, "p2.txt": TEXT, "p1.yml": FAULTY, "p2.yml": FAULTY}
    with pytest.raises(PageFaults) as told:
        faults_of(tmp_path, files)
    assert [Path(fault.path).name for fault in told.value.diagnostics] == ["p1.yml", "p2.yml"]


@pytest.mark.parametrize("name", ["p2.yml", "p1.yaml"])
def test_a_sidecar_that_no_page_stands_beside_is_a_fault_and_stops_no_page(tmp_path: Path, name: str) -> None:
    pages, found = faults_of(tmp_path, {"p1.txt": TEXT, name: "text: abstract\n"})
    assert (pages, found) == (["p1"], [("sidecar-orphan", name)])


def test_a_recorded_page_whose_sidecar_is_faulty_is_not_told_to_be_gone_nor_recorded_so(
    tmp_path: Path,
) -> None:
    settings = load_settings(seeds_dir=seeds(tmp_path, {"p1.txt": TEXT, "p2.txt": TEXT}))
    record_addresses(settings, "2026-11-30", progress=silent())
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    seeds(tmp_path, {"p1.yml": FAULTY})
    codes = {finding.code for finding in check(read_archive(settings, progress=silent()))}
    assert "address-lost" not in codes
    with pytest.raises(PageFaults, match=r"p1\.yml"):
        record_addresses(settings, "2026-12-01", progress=silent())
    assert {name: (tmp_path / name).read_bytes() for name in before} == before


def test_a_page_that_is_checked_alone_tells_of_no_other(tmp_path: Path) -> None:
    files = {"p1.txt": TEXT.replace("旧书。", "旧书,还有"), "p2.txt": TEXT, "p2.yml": FAULTY}
    settings = load_settings(seeds_dir=seeds(tmp_path, files))
    found = check_alone([tmp_path / "p1.txt"], settings)
    assert "cut-off" in {finding.code for finding in found}
    assert {Path(finding.path).name for finding in found} == {"p1.txt"}
    assert {Path(each.path).name for each in check_alone([tmp_path / "p2.txt"], settings)} == {"p2.yml"}


@pytest.mark.parametrize(
    "sidecar",
    ["colour: red\n", "corrections:\n  2 夜校: headline\n", "authors:\n  1: [林禾]\n", "paper: [\n"],
)
def test_a_page_with_a_faulty_sidecar_is_left_out_and_the_others_are_read(
    tmp_path: Path, sidecar: str
) -> None:
    files = {"p1.txt": TEXT, "p2.txt": TEXT.replace("草原", "牧区"), "p1.yml": sidecar}
    archive = read_archive(load_settings(seeds_dir=seeds(tmp_path, files)), progress=silent())
    assert [page.id for page in archive.pages] == ["p2"]
    assert {Path(fault.path).name for fault in archive.faults} == {"p1.yml"}


@pytest.mark.parametrize("name", ["p1.yml", "p1.yaml", "p3.yml"])
def test_a_faulty_sidecar_that_withdraws_stops_everything(tmp_path: Path, name: str) -> None:
    withdrawn = "withdrawn: {item: 2 夜校, reason: 撤, on: 2026-11-30}\n"
    files = {"p1.txt": TEXT, "p2.txt": TEXT.replace("草原", "牧区"), name: withdrawn}
    with pytest.raises(PageFaults):
        read_archive(load_settings(seeds_dir=seeds(tmp_path, files)), progress=silent())


def test_a_sidecar_too_large_to_be_read_may_withdraw_and_stops_everything(tmp_path: Path) -> None:
    folder = seeds(tmp_path, {"p1.txt": TEXT, "p2.txt": TEXT.replace("草原", "牧区")})
    with (folder / "p1.yml").open("wb") as file:
        file.truncate(100_000_000_000)
    with pytest.raises(PageFaults, match="too-large"):
        read_archive(load_settings(seeds_dir=folder), progress=silent())


def test_a_faulty_page_is_left_out_and_told_of_and_its_sidecar_is_no_orphan(tmp_path: Path) -> None:
    files = {"p1.txt": TEXT, "p2.txt": "水\0满", "p2.yml": "paper: 晚报\n"}
    archive = read_archive(load_settings(seeds_dir=seeds(tmp_path, files)), progress=silent())
    assert [page.id for page in archive.pages] == ["p1"]
    assert [(fault.code, Path(fault.path).name) for fault in archive.faults] == [("character", "p2.txt")]
    assert check(archive)[0] == archive.faults[0]


def test_the_published_report_holds_what_the_checks_found(tmp_path: Path) -> None:
    cut = TEXT.replace("旧书。", "旧书,还有")
    settings = load_settings(seeds_dir=seeds(tmp_path, {"p1.txt": cut}))
    archive = read_archive(settings, progress=silent())
    found = check(archive)
    report = next(file for file in gather_files(archive, found) if file.uri == "data/report.json")
    assert [row["code"] for row in json.loads(report.data)["diagnostics"]] == [row.code for row in found]
    assert found


def test_no_two_files_share_a_name_and_all_names_are_ascii(tmp_path: Path) -> None:
    archive = read_archive(load_settings(seeds_dir=seeds(tmp_path, {"p1.txt": TEXT})), progress=silent())
    names = [file.uri for file in gather_files(archive, ())]
    assert len(names) == len(set(names))
    assert all(name.isascii() for name in names)


def test_two_builds_of_the_same_seeds_are_equal_to_the_byte(tmp_path: Path) -> None:
    settings = load_settings(seeds_dir=seeds(tmp_path, {"p1.txt": TEXT, "p2.txt": TEXT}))
    first, second = (
        {file.uri: file.data for file in gather_files(archive, check(archive))}
        for archive in (read_archive(settings, progress=silent()) for _ in range(2))
    )
    assert first == second
