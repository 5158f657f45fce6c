"""Lines that a sidecar names by number and words: found, followed where they move, refused where they are gone."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.editing.sidecars import read_sidecar
from generator.editing.sidecars.references import named, reference
from generator.model import SourceText
from generator.model.sidecar import Sidecar
from generator.telling.errors import PageFaults
from tests.growth.counting import counted

LINES = ["渠成水到", "□本报记者 林禾", "水从北山下来。", "一夜流到田边。", "水从南坡下来。"]


def source_of(lines: list[str]) -> SourceText:
    return SourceText(id="p-1", name="p-1.txt", text="\n".join(lines), encoding="utf-8", sha256="")


def read(folder: Path, text: str, lines: list[str]) -> Sidecar:
    (folder / "p-1.yml").write_text(text, encoding="utf-8")
    return read_sidecar(source_of(lines), folder / "p-1.yml")


def checked(sidecar: Sidecar) -> list[int]:
    """Return the lines by which checked items are named."""
    return [check.line for check in sidecar.checks]


@pytest.mark.parametrize("written", ["4 一夜流到", '"4 一夜流到田边。"', "4 一夜 流到"])
def test_a_line_is_found_by_its_number_and_words(tmp_path: Path, written: str) -> None:
    sidecar = read(tmp_path, f"corrections:\n  {written}: subhead\nchecked: [{written}]\n", LINES)
    assert [each.line for each in sidecar.corrections] == [4]
    assert (checked(sidecar), sidecar.notes) == ([4], ())


def test_a_line_that_moved_is_followed_with_a_note(tmp_path: Path) -> None:
    text = "corrections:\n  4 一夜流到: {item: 1 渠成水到}\ntags:\n  3 水从北山: {themes: {refuse: [水利]}}\n"
    sidecar = read(tmp_path, text, ["", "", *LINES])
    assert [(each.line, each.item) for each in sidecar.corrections] == [(6, 3)]
    assert list(sidecar.item_tags) == [5]
    assert [(note.code, note.line) for note in sidecar.notes] == [("sidecar-moved", 2)] * 2 + [
        ("sidecar-moved", 4)
    ]
    assert "6 一夜流到田边" in sidecar.notes[0].hint


def test_of_lines_that_begin_alike_the_one_that_moved_as_far_as_the_others_is_meant(tmp_path: Path) -> None:
    text = "corrections:\n  4 一夜流到: subhead\n  5 水从: subhead\n"
    sidecar = read(tmp_path, text, ["", *LINES])
    assert [each.line for each in sidecar.corrections] == [5, 6]


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("4 井水漫上来", "没有以“井水漫上来”开头的行(写的是第 4 行,那里现在是“一夜流到田边。”)"),
        ("9 水从", "这样开头的有第 3、5 行"),
    ],
)
def test_words_that_stand_there_no_more_are_an_error(tmp_path: Path, written: str, words: str) -> None:
    with pytest.raises(PageFaults) as caught:
        read(tmp_path, f"corrections:\n  {written}: subhead\n", LINES)
    (fault,) = caught.value.diagnostics
    assert (fault.code, fault.line) == ("sidecar-stale", 2)
    assert words in fault.message
    assert fault.hint


def test_a_bare_number_works_with_a_note_that_shows_the_better_form(tmp_path: Path) -> None:
    sidecar = read(tmp_path, "corrections:\n  4: subhead\n", LINES)
    assert [each.line for each in sidecar.corrections] == [4]
    assert [(note.code, "4 一夜流到田边。" in note.hint) for note in sidecar.notes] == [
        ("sidecar-bare", True)
    ]


def test_width_and_signs_do_not_matter(tmp_path: Path) -> None:
    lines = ["“五化协同”,大抓基层2022", "正文一行。"]
    assert read(tmp_path, 'checked: ["1 “五化协同”，大抓基层２０２２"]\n', lines).checks[0].line == 1


def test_two_keys_for_one_line_are_one_correction_and_two_tags_an_error(tmp_path: Path) -> None:
    text = "corrections:\n  4: subhead\n  4 一夜: {item: new}\n"
    (correction,) = read(tmp_path, text, LINES).corrections
    assert (correction.line, correction.item) == (4, "new")
    with pytest.raises(PageFaults, match="说的是同一行"):
        read(tmp_path, "tags:\n  4: {}\n  4 一夜: {}\n", LINES)


@pytest.mark.parametrize(
    ("text", "lines", "pages"),
    [
        ("p-0: page", {}, ("p-0",)),
        ("p-1-7fx7j: 4 一夜", {"p-1-7fx7j": (4,)}, ()),
        ("p-1-7fx7j: [1 渠成, 4 一夜]", {"p-1-7fx7j": (1, 4)}, ()),
        ("p-1-7fx7j: none", {"p-1-7fx7j": ()}, ()),
    ],
)
def test_former_addresses(
    tmp_path: Path, text: str, lines: dict[str, tuple[int, ...]], pages: tuple[str, ...]
) -> None:
    sidecar = read(tmp_path, f"formerly:\n  {text}\n", LINES)
    assert (sidecar.formerly, sidecar.former_pages) == (lines, pages)


@pytest.mark.parametrize("text", ["../x: none", "p-1: page", "p-0: 99", "p-0: gone", "p-0: []", "7: none"])
def test_a_former_address_that_is_none_is_told(tmp_path: Path, text: str) -> None:
    with pytest.raises(PageFaults) as caught:
        read(tmp_path, f"formerly:\n  {text}\n", LINES)
    assert {fault.line for fault in caught.value.diagnostics} == {2}


@given(st.text(st.characters(blacklist_categories=["Cs", "Cc"]), max_size=20))
def test_a_line_as_it_is_printed_is_read_as_that_line(text: str) -> None:
    written = yaml.safe_load(f"[{named(12, text)}]")
    words = "".join(text.split())
    assert len(written) == 1
    assert str(written[0]) == "12" or (
        str(written[0]).startswith("12 ") and words.startswith(str(written[0])[3:])
    )


def test_a_reference_names_the_line() -> None:
    assert reference(source_of(LINES), 3) == "3 水从北山下来。"


def test_what_is_left_of_a_web_page_before_a_line_does_not_name_it(tmp_path: Path) -> None:
    lines = ["&nbsp;&nbsp;渠成水到", "&nbsp;&n"]
    names = [reference(source_of(lines), number) for number in (1, 2)]
    assert names[0] == "1 渠成水到"
    sidecar = read(tmp_path, "checked:\n" + "".join(f"  - {name}\n" for name in names), lines)
    assert (checked(sidecar), sidecar.notes) == ([1, 2], ())


def test_thousands_of_lines_are_named_in_the_steps_of_their_number(tmp_path: Path) -> None:
    few, many = (named_steps(tmp_path, count) for count in (100, 1_000))
    assert many <= 15 * few


def named_steps(folder: Path, count: int) -> int:
    """Return the steps of following so many lines that all moved."""
    lines = [f"第{number}个书屋里有人读书。" for number in range(count)]
    names = [reference(source_of(lines), number) for number in range(1, count + 1)]
    steps: dict[str, int] = {}
    with counted(steps, "read"):
        sidecar = read(folder, "checked:\n" + "".join(f"  - {name}\n" for name in names), ["", *lines])
    assert len(sidecar.checks) == count
    return steps["read"]
