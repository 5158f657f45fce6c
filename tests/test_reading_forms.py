"""The printed forms of leads, credits, signatures, offices, series and closings, wherever they stand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.model import ContributorRole
from generator.reading.grammar.forms import closes, find_credit, find_lead, find_signature
from generator.reading.grammar.officials import find_official
from generator.reading.grammar.series import known_name, split_series
from tests.reading_pages import make_taxonomy
from tests.test_reading_rules import written_out

CASES = Path(__file__).parent / "cases" / "grammar"
LEADS: list[dict[str, Any]] = yaml.safe_load((CASES / "leads.yml").read_text("utf-8"))
CREDITS: list[dict[str, Any]] = yaml.safe_load((CASES / "credits.yml").read_text("utf-8"))
OFFICES: list[str] = yaml.safe_load((CASES / "offices.yml").read_text("utf-8"))


def test_a_lead_reaches_so_far_and_names_so_many() -> None:
    for case in LEADS:
        text = written_out(case["text"])
        found = find_lead(text)
        lead = text[found.span.start : found.span.end] if found else None
        assert lead == (written_out(case["lead"]) if "lead" in case else None), case
        people = found.people if found else ()
        told = [[who.contributor.name, str(who.contributor.role), who.contributor.title] for who in people]
        assert told == [[written_out(name), *rest] for name, *rest in case.get("people", ())], case
        assert all(text[who.span.start : who.span.end] == who.contributor.name for who in people), case


def test_a_credit_closes_a_line() -> None:
    for case in CREDITS:
        text = written_out(case["text"])
        found = find_credit(text)
        credit = text[found.span.start : found.span.end] if found else None
        assert credit == (written_out(case["credit"]) if "credit" in case else None), case
        people = found.people if found else ()
        assert [who.contributor.name for who in people] == case.get("people", []), case
        assert all(text[who.span.start : who.span.end] == who.contributor.name for who in people), case


@pytest.mark.parametrize(
    ("text", "signature", "names"),
    [
        ("水满了。(林禾)", "(林禾)", ["林禾"]),
        ("水满了。（林禾、高岩）", "（林禾、高岩）", ["林禾", "高岩"]),
        ("(水)满了(林禾)", "(林禾)", ["林禾"]),
        ("水满了。(林禾)水", None, []),
        ("水满了。(渠水很甜)", None, []),
        ("水满了。(林)", None, []),
        ("水满了。林禾", None, []),
        ("水满了。(林小禾 林小高" + " 林禾" * 17 + ")", "(林小禾 林小高" + " 林禾" * 17 + ")", None),
        ("水满了。(林小禾 林小高" + " 林禾" * 18 + ")", None, []),
    ],
)
def test_a_signature_closes_a_text(text: str, signature: str | None, names: list[str] | None) -> None:
    found = find_signature(text)
    assert (text[found.span.start : found.span.end] if found else None) == signature
    people = found.people if found else ()
    if names is not None:
        assert [who.contributor.name for who in people] == names
    assert all(text[who.span.start : who.span.end] == who.contributor.name for who in people)


@pytest.mark.parametrize(
    ("text", "closing"),
    [
        ("水满了。(新华社青沙电)", True),
        ("水满了。（本报电）", True),
        ("水满了。(中新社青沙5月7日电)", True),
        ("水满了。(据青沙报电)", True),
        ("水满了。(据" + "水" * 20 + "电)", True),
        ("水满了。(据" + "水" * 21 + "电)", False),
        ("水满了。(青沙台电)", False),
        ("水满了。(新华社青沙电)水", False),
        ("水满了。(林禾)", False),
        ("水" * 57 + "(林禾)", True),
        ("水" * 56 + "(林禾)", False),
        ("水" * 60 + "(" + "井" * 30 + ")", True),
        ("水" * 60 + "(" + "井" * 31 + ")", False),
        ("水" * 61, False),
    ],
)
def test_a_text_closes_as_articles_do(text: str, closing: bool) -> None:
    assert closes(text) is closing


def test_an_office_and_a_name() -> None:
    for office in OFFICES:
        found = find_official(f"青沙县{office} 林禾")
        assert found is not None, office
        (who,) = found.people
        assert (who.contributor.name, who.contributor.title) == ("林禾", f"青沙县{office}")
        assert who.contributor.role is ContributorRole.OFFICIAL
        assert (found.span.start, found.span.end) == (0, len(office) + 6)
        assert (who.span.start, who.span.end) == (len(office) + 4, len(office) + 6)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("水务局局长　　林禾", "林禾"),
        ("水务局局长 林  禾", "林禾"),
        ("水务局局长 孟根巴特尔", "孟根巴特尔"),
        ("水务局局长 努尔哈赤说水", "努尔哈赤说水"),
        ("水务局局长 麦麦提艾力", "麦麦提艾力"),
        ("水务局局长 努尔·哈赤说水", "努尔·哈赤说水"),
        ("水务局局长 高度重水", "高度重水"),
        ("水务局局长 高度重视水", None),
        ("水务局局长 林", None),
        ("水务局局长 " + "努" * 8, "努" * 8),
        ("水务局局长 " + "努" * 9, None),
        ("水务局局长林禾", None),
        ("水务局局长 林禾。", None),
        ("局长 林禾", None),
        ("水局长 林禾", None),
        ("水务局长 林禾", "林禾"),
        ("水" * 40 + "局长 林禾", "林禾"),
        ("水" * 41 + "局长 林禾", None),
        ("水务，局局长 林禾", None),
        ("水务局职工 林禾", None),
    ],
)
def test_an_official_is_an_office_and_one_name(text: str, name: str | None) -> None:
    found = find_official(text)
    assert (found.people[0].contributor.name if found else None) == name


@pytest.mark.parametrize(
    ("printed", "name", "number", "numeral"),
    [
        ("窗口③", "窗口", 3, "③"),
        ("窗口  ⑳", "窗口", 20, "⑳"),
        ("窗口(三)", "窗口", 3, "(三)"),
        ("窗口 （十二）", "窗口", 12, "（十二）"),
        ("窗口(7)", "窗口", 7, "(7)"),
        ("窗口(二十一)", "窗口", 21, "(二十一)"),
        ("窗口(123)", "窗口", 123, "(123)"),
        ("窗口之三", "窗口", 3, "之三"),
        ("窗口之十二", "窗口", 12, "之十二"),
        ("窗口之12", "窗口", 12, "之12"),
        ("窗口·之三", "窗口", 3, "·之三"),
        ("窗口——之三", "窗口", 3, "——之三"),
        ("窗口—之三", "窗口", 3, "—之三"),
        ("窗口(1234)", "窗口(1234)", None, None),
        ("窗口之1234", "窗口之1234", None, None),
        ("窗口(二十一三)", "窗口(二十一三)", None, None),
        ("窗口之二十一三", "窗口之二十一三", None, None),
        ("窗口(一一)", "窗口(一一)", None, None),
        ("窗口(三)开", "窗口(三)开", None, None),
        ("窗口三", "窗口三", None, None),
        ("(三)", "(三)", None, None),
        ("窗口(水)", "窗口(水)", None, None),
    ],
)
def test_a_series_has_its_number_at_the_end(
    printed: str, name: str, number: int | None, numeral: str | None
) -> None:
    found, series = split_series(printed)
    assert found == name
    assert (series and (series.name, series.number, series.printed)) == (
        (name, number, numeral) if number else None
    )


def test_a_column_is_known_with_and_without_its_number() -> None:
    taxonomy = make_taxonomy({"灯下课堂": "articles", "水之三": "articles"})
    known = [known_name(printed, taxonomy) for printed in ("灯下课堂", "灯下课堂③", "水之三", "水", "灯下")]
    assert known == ["灯下课堂", "灯下课堂", "水之三", None, None]
