"""Pages that are made to hurt: ten times the page is at most fifteen times the steps, and nothing of it is lost."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest

from generator.archive.identity.naming import title_of, words_of
from generator.archive.identity.records import SUFFIX, Ledger, Record
from generator.archive.identity.settling import settle
from generator.archive.identity.sketches import sketch
from generator.build import read_page
from generator.editing.sidecars import read_sidecar
from generator.model import SourceText
from generator.model.sidecar import Sidecar
from generator.reading.assembling import sections
from generator.reading.files import LIMIT, read_source
from tests.drawn_pages import EM, FORMS, PITCH, Drawn, corners
from tests.fuzz.trying import hold
from tests.growth.counting import counted, steps_of, vocabularies
from tests.growth.pages import bound_of, is_taken, page_of, recipes


def drawn(number: int, column: float, row: float, width: int = 8) -> Drawn:
    """Return a box of words of its own, so many characters to the right and so many rows down."""
    text = "".join(chr(0x4E00 + (number * 37 + at * 977) % 8_000) for at in range(width))
    left, top = 100 + column * EM, 100 + row * PITCH * EM
    return Drawn(text, corners(left, top, left + width * EM, top + EM))


LAYOUTS: Mapping[str, Callable[[int], Drawn]] = {
    "one-upon-the-other": lambda number: drawn(number, 0, 0),
    "one-row": lambda number: drawn(number, number * 3, 0, 2),
    "a-slope": lambda number: drawn(number, number / 4, number / 4),
    "single-characters": lambda number: drawn(number, number % 40, number // 40, 1),
    "the-same-words": lambda number: Drawn(
        "草原书屋里有人", drawn(number, number % 4 * 10, number // 4).points
    ),
}
"""Boxes by their number, laid as no printer would lay them."""
SMALL, LARGE = 1_900, 19_000
"""Bytes of a page and of one ten times as large."""
ONE_LINE = sorted(name for name in recipes() if not name.startswith("lines-"))
MANY_LINES = sorted(name for name in recipes() if name.startswith("lines-"))
MADE = ("lines-credits", "lines-list", "lines-paragraphs", "lines-signatures-named")
"""Pages of which the site is made as well; `python -m tests.growth` does so with all."""
MOST = 15.0
"""How many times the steps ten times the page may take."""
FIXED = 2_000
"""Steps of any page, which tell nothing of growth."""
SHORT_SECTION = 16
"""Elements of a section, for these tests: then a page that a test can pay for has many, as the largest have."""


@pytest.fixture
def sections_are_short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sections, "LONGEST", SHORT_SECTION)
    monkeypatch.setattr(sections, "SHORTEST", SHORT_SECTION // 2)
    monkeypatch.setattr(sections, "SHARE", 1)


def check_reading(name: str) -> None:
    """Hold the steps of reading a large page against those of a small one; nothing of the large one is lost."""
    small = page_of(name, SMALL)
    steps_of(small, made=False)
    few, _ = steps_of(small, made=False)
    many, archive = steps_of(page_of(name, LARGE), made=False)
    hold(archive.pages)
    check(name, few["read"] + FIXED, many["read"])


def check(name: str, few: int, many: int) -> None:
    """Fail where ten times the input took too many steps."""
    assert many <= MOST * few, f"{name}: {few:,} steps, then {many:,}"


@pytest.mark.parametrize("name", ONE_LINE)
def test_ten_times_the_line_is_read_in_no_more_than_fifteen_times_the_steps(name: str) -> None:
    check_reading(name)


@pytest.mark.usefixtures("sections_are_short")
@pytest.mark.parametrize("name", MANY_LINES)
def test_ten_times_the_lines_are_read_in_no_more_than_fifteen_times_the_steps(name: str) -> None:
    check_reading(name)


@pytest.fixture(scope="module")
def bare() -> int:
    """Return the steps of making the site of a page of one line."""
    steps_of("草。\n", made=True)
    return steps_of("草。\n", made=True)[0]["make"]


@pytest.mark.usefixtures("sections_are_short")
@pytest.mark.parametrize("name", MADE)
def test_the_site_of_ten_times_the_lines_is_made_in_no_more_than_fifteen_times_the_steps(
    name: str, bare: int
) -> None:
    few, many = (steps_of(page_of(name, size), made=True)[0]["make"] for size in (SMALL, LARGE))
    check(name, max(0, few - bare) + 10 * FIXED, many - bare)


def settling_steps(count: int) -> int:
    """Return the steps of finding the articles of a page again that was recorded as it is."""
    words = [
        "".join(chr(0x4E00 + (item * 611 + at * 977) % 8_000) for at in range(30)) for item in range(count)
    ]
    steps, archive = steps_of("\n\n".join(f"# {each[:12]}\n\n{each}。" for each in words), made=False)
    page = archive.pages[0]
    records = tuple(
        Record(id=item.id, sketch=sketch(words_of(page.source, item)), title=title_of(page.source, item))
        for item in page.items
    )
    assert len(records) > count / 2
    ledger = Ledger(page=page.id, path=f"{page.id}{SUFFIX}", records=records, formerly=())
    with counted(steps, "settle"):
        settle(archive.pages, (ledger,), {page.id: Sidecar.empty()}, {})
    return steps["settle"]


def test_ten_times_the_items_are_found_again_in_no_more_than_fifteen_times_the_steps() -> None:
    check("settle", *(settling_steps(count) for count in (20, 20, 200)[1:]))


CHANGES = {
    "moved": "{{item: {near}}}",
    "split off": "{{item: new}}",
    "joined": "{{joins: {above}}}",
    "misprints": "{{read: 新书, as: 好书}}",
}
"""Corrections of a line, by the number of one above it that has text and of one in an item near it."""


@pytest.mark.parametrize("name", sorted(CHANGES))
def test_ten_times_the_corrections_are_done_in_no_more_than_fifteen_times_the_steps(
    name: str, tmp_path: Path
) -> None:
    check(
        name, *(correcting_steps(name, size, tmp_path / "page-1.yml") for size in (SMALL, SMALL, LARGE)[1:])
    )


def correcting_steps(name: str, size: int, path: Path) -> int:
    """Return the steps of reading a page of which every other paragraph is corrected."""
    text = page_of("lines-articles", size)
    lines = [number for number, line in enumerate(text.splitlines(), 1) if line.startswith("入冬前")]
    changes = [
        f"  {line}: {CHANGES[name].format(near=lines[max(0, at - 9)], above=lines[at - 1])}"
        for at, line in enumerate(lines)
        if at % 2
    ]
    path.write_text("\n".join(["corrections:", *changes, ""]), encoding="utf-8")
    source = SourceText(id="page-1", name="page-1.txt", text=text, encoding="utf-8", sha256="0")
    steps: dict[str, int] = {}
    with counted(steps, "read"):
        read_page(source, read_sidecar(source, path), *vocabularies())
    return steps["read"]


@pytest.mark.parametrize("form", sorted(FORMS))
def test_ten_times_the_boxes_are_composed_in_no_more_than_fifteen_times_the_steps(
    form: str, tmp_path: Path
) -> None:
    boxes = [drawn(number, number % 4 * 10, number // 4) for number in range(600)]
    suffix, write = FORMS[form]
    check(
        form, *(box_steps(tmp_path / f"page.{suffix}", write(boxes[:count])) for count in (60, 60, 600)[1:])
    )


@pytest.mark.parametrize("layout", sorted(LAYOUTS))
@pytest.mark.parametrize("beside", [False, True], ids=["alone", "beside-a-text"])
def test_boxes_that_lie_badly_take_no_more_steps(layout: str, beside: bool, tmp_path: Path) -> None:
    boxes = [LAYOUTS[layout](number) for number in range(600)]
    steps = []
    for count in (60, 60, 600):
        path = tmp_path / "page.json"
        steps.append(box_steps(path, FORMS["RapidOCR 3"][1](boxes[:count]), boxes[:count] if beside else ()))
    check(layout, *steps[1:])


def box_steps(path: Path, written: str, beside: Sequence[Drawn] = ()) -> int:
    """Return the steps of reading a file of boxes, beside a text in which every third character is another."""
    path.write_text(written, encoding="utf-8")
    if beside:
        path = path.with_suffix(".txt")
        path.write_text("\n".join(f"{box.text[:2]}禾{box.text[3:]}" for box in beside), encoding="utf-8")
    steps: dict[str, int] = {}
    with counted(steps, "read"):
        read_source(path)
    return steps["read"]


@pytest.mark.parametrize("name", ["lines-digits", "lines-paragraphs", "one-character"])
def test_the_largest_page_that_is_taken_is_found(name: str) -> None:
    most = bound_of(name)
    assert is_taken(page_of(name, most))
    assert not is_taken(page_of(name, most + 1_000)) or most > LIMIT - 1_000
