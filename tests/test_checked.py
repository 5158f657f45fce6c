"""Checks that an editor ties to a text: they hold while it is the one that was checked, and are told when they lapse."""

from __future__ import annotations

import zlib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.data.exporting.tables import csv_row
from generator.data.records import item_record
from generator.editing.checks import check_page
from generator.model import Item, Page, SourceText, Span, evidence_at
from generator.model.sidecar import Sidecar
from generator.model.statements import About, Check, Statement
from generator.model.withdrawals import Withdrawn
from generator.reading.checked import hold_checks, text_sum
from generator.reading.stated import state
from generator.site.views.trust import verdict_of
from tests.growth.counting import counted
from tests.making import Draft, make_archive, make_page
from tests.reading_pages import make_source, make_taxonomy
from tests.test_sidecars import LINES, corrected

DOUBTED = ["@渡", "□灯下客", *LINES[2:]]
"""A page whose first item has a byline that nobody can read."""
WHO = "by: 林禾, on: 2026-12-01"


def source_of(*lines: str) -> SourceText:
    return SourceText(id="p-1", name="p-1.txt", text="\n".join(lines), encoding="utf-8", sha256="")


def page_of(folder: Path, checked: str, lines: list[str] | None = None) -> Page:
    """Return the page whose sidecar checks so; `$` stands for the sum of its first item's text."""
    own = lines or DOUBTED
    first = corrected(folder, "", own).items[0]
    text = checked.replace("$", text_sum(make_source(own), first.lines))
    page = corrected(folder, f"checked:\n  - {text}\n", own)
    return replace(page, sidecar=tuple((folder / "p-1.yml").read_text("utf-8").split("\n")))


def codes(item: Item) -> list[str]:
    return [doubt.code for doubt in item.doubts]


def lapsed(page: Page) -> list[tuple[int | None, str, str]]:
    """Return line, message and hint of each check that is told to hold no more."""
    found = [each for each in check_page(page, make_taxonomy({})) if each.code == "checked-lapsed"]
    assert all(each.path.endswith("p-1.yml") for each in found)
    return [(each.line, each.message, each.hint) for each in found]


def test_the_sum_is_the_crc_of_the_lines_without_blanks_and_remnants() -> None:
    source = source_of("渠成 水到", "", "&nbsp;&nbsp;水 来了。</p>", "　田里绿了。")
    wanted = format(zlib.crc32("渠成水到\n水来了。".encode()), "08x")
    assert text_sum(source, [1, 3]) == text_sum(source, (3, 1, 1)) == wanted
    assert text_sum(source, [1]) != wanted


@given(st.text(st.characters(blacklist_categories=["Cs", "Cc"]), min_size=1), st.integers(0, 20))
def test_a_sum_is_eight_hex_digits_and_blanks_do_not_change_it(text: str, at: int) -> None:
    found = text_sum(source_of(text), [1])
    assert len(found) == 8
    assert int(found, 16) >= 0
    inside = min(at, len(text))
    assert text_sum(source_of(f" {text[:inside]} {text[inside:]}　"), [1]) == found or set("&<") & set(text)


@pytest.mark.parametrize(
    "checked",
    ["1", "{item: 4}", f"{{item: 3, {WHO}}}", f"{{item: 1, {WHO}, text: $}}", '{item: 4, text: "$"}'],
)
def test_nothing_of_a_checked_item_is_doubted(tmp_path: Path, checked: str) -> None:
    assert "byline-unread" in codes(corrected(tmp_path, "", DOUBTED).items[0])
    page = page_of(tmp_path, checked)
    item = page.items[0]
    assert (codes(item), item.confidence, page.lapsed) == ([], 1.0, ())
    assert lapsed(page) == []


def test_a_check_lapses_when_the_text_is_another(tmp_path: Path) -> None:
    page = page_of(tmp_path, f"{{item: 1, {WHO}, text: 00000000}}")
    item = page.items[0]
    now = text_sum(page.source, item.lines)
    assert "byline-unread" in codes(item)
    assert (item.checks, [check.by for check in page.lapsed]) == ((), ["林禾"])
    ((line, message, hint),) = lapsed(page)
    assert line == 2
    assert "《老渡口办起便民船》:林禾 2026-12-01 核对过" in message
    assert message.endswith(f"(校验值 00000000,现在是 {now}),疑问照旧提示。")
    assert f'text: "{now}"' in hint


def test_renewed_as_the_warning_says_a_check_holds(tmp_path: Path) -> None:
    ((_, _, hint),) = lapsed(page_of(tmp_path, f"{{item: 1, {WHO}, text: 00000000}}"))
    renewed = hint.partition('text: "')[2].partition('"')[0]
    page = page_of(tmp_path, f'{{item: 1, {WHO}, text: "{renewed}"}}')
    assert (codes(page.items[0]), page.lapsed) == ([], ())


def test_a_check_lapses_when_a_line_leaves_the_item(tmp_path: Path) -> None:
    page = page_of(tmp_path, f"{{item: 1, {WHO}, text: $}}\ncorrections: {{4: {{item: none}}}}")
    assert len(page.lapsed) == 1


def test_a_check_of_no_item_is_told(tmp_path: Path) -> None:
    page = page_of(tmp_path, f"{{item: 4, {WHO}}}\ncorrections: {{4: {{item: none}}}}")
    ((line, message, hint),) = lapsed(page)
    assert (line, message) == (2, "林禾 2026-12-01 核对过第 4 行所在的一篇,那一行现在不属于任何一篇。")
    assert "删去" in hint
    gone = replace(page, withdrawn=(Withdrawn(item="", lines=(4,), reason="作者要求", on="2026-12-01"),))
    assert lapsed(gone) == []


def test_of_two_checks_one_may_hold(tmp_path: Path) -> None:
    page = page_of(tmp_path, f"{{item: 1, {WHO}, text: 00000000}}\n  - {{item: 4, by: 白露, text: $}}")
    assert [check.by for check in page.items[0].checks] == ["白露"]
    assert codes(page.items[0]) == []
    assert [check.by for check in page.lapsed] == ["林禾"]
    assert "另有核对还作数" in lapsed(page)[0][1]


def test_a_sum_of_decimal_digits_is_read_as_it_is_written(tmp_path: Path) -> None:
    page = page_of(tmp_path, "{item: 1, text: 01234567}")
    assert [check.text for check in page.lapsed] == ["01234567"]


@pytest.mark.parametrize(
    ("checked", "told"),
    [
        (f"{{item: 1, {WHO}, text: $}}", "林禾 2026-12-01 核对"),
        ("{item: 1, by: 林禾}", "林禾 核对"),
        ("{item: 1, on: 2026-12-01}", "编者 2026-12-01 核对"),
        ("1", "编者核对"),
        (f"{{item: 1, {WHO}, text: 00000000}}", "林禾 2026-12-01 核对过，后来文字有改动"),
        (f"{{item: 1, {WHO}}}\n  - {{item: 2, by: 白露}}", "林禾 2026-12-01 核对、白露 核对"),
    ],
)
def test_the_verdict_says_who_checked_and_when(tmp_path: Path, checked: str, told: str) -> None:
    page = page_of(tmp_path, checked)
    assert verdict_of(page, page.items[0]).checked == told
    assert verdict_of(page, page.items[1]).checked == ""


def test_the_data_say_who_checked_which_text(tmp_path: Path) -> None:
    page = page_of(tmp_path, f"{{item: 1, {WHO}, text: $}}")
    row = item_record(page, page.items[0])
    (check,) = row["checked"]
    assert (check["by"], check["on"]) == ("林禾", "2026-12-01")
    assert check["text"] == text_sum(page.source, page.items[0].lines)
    assert check["evidence"] == [
        {"file": "p-1.yml", "line": 2, "start": 11, "end": 12, "text": "1", "rule": "editor"}
    ]
    assert item_record(page, page.items[1])["checked"] == []
    assert csv_row(make_archive(page).items[0], "")["checked"] == "林禾 2026-12-01 核对"


def steps(count: int) -> int:
    """Return the steps of holding checks and statements to a page of so many items, each checked and stated."""
    page = make_page(*(Draft(headline=f"第{at}口井", paragraphs=("打出水来了。",)) for at in range(count)))
    lines = [item.lines[0] for item in page.items]
    proof = evidence_at(page.source, (Span(0, 1),), "editor")
    sidecar = Sidecar(
        checks=tuple(Check(line=line, text="00000000") for line in lines),
        statements={line: (Statement(about=About.KIND, text="note", evidence=proof),) for line in lines},
    )
    told: dict[str, int] = {}
    with counted(told, "held"):
        found = hold_checks(state(page, sidecar, make_taxonomy({})), sidecar)
    assert (len(found.lapsed), {item.kind for item in found.items}) == (count, {"note"})
    return told["held"]


def test_checks_and_statements_are_held_in_the_steps_of_their_number() -> None:
    assert steps(160) <= 12 * steps(20)
