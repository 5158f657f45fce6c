"""What is this line? Every rule with lines that it takes and lines that it leaves."""

from __future__ import annotations

import inspect
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.model import ContributorRole, Naming
from generator.model.numerals import number_of
from generator.model.sidecar import Sidecar
from generator.reading.grammar.forms import find_credit, find_lead
from generator.reading.grammar.officials import find_official
from generator.reading.grammar.people import is_person, parse_people
from generator.reading.grammar.series import split_series
from generator.reading.grammar.surnames import split_names
from generator.reading.lines import split_lines
from generator.reading.recognising import recognise
from generator.reading.rules import RULES, identify
from tests.reading_pages import make_source, make_taxonomy

CASES = Path(__file__).parent / "cases" / "rules"
FORMS: list[dict[str, Any]] = yaml.safe_load((CASES / "names_in_every_printed_form.yml").read_text("utf-8"))
PAGES: dict[str, Any] = yaml.safe_load((CASES / "what_each_line_is.yml").read_text("utf-8"))


def naming_of(text: str) -> Naming | None:
    """Return whom a line of its own names: as a byline, a credit or a signature, or in running text."""
    (block,) = recognise(make_source([text]), make_taxonomy({}), Sidecar.empty())
    in_text = {"caption": block.wording.credit, "lead": block.wording.lead}
    return block.byline or in_text.get(block.rule) or find_official(text)


@pytest.mark.parametrize("case", FORMS, ids=[case["line"] for case in FORMS])
def test_names_are_read_in_every_printed_form(case: dict[str, Any]) -> None:
    naming = naming_of(case["line"])
    people = naming.people if naming else ()
    told = [who.contributor for who in people]
    assert [[who.name, str(who.role), who.title, *filter(None, [who.function])] for who in told] == case[
        "people"
    ]
    source = make_source([case["line"]])
    assert all("".join(source.quote(who.span).split()) == who.contributor.name for who in people)


@pytest.mark.parametrize("case", PAGES["pages"], ids=[" / ".join(case["lines"]) for case in PAGES["pages"]])
def test_each_line_is_taken_for_what_it_is(case: dict[str, Any]) -> None:
    source = make_source(case["lines"])
    blocks = recognise(source, make_taxonomy(PAGES["columns"]), Sidecar.empty())
    assert [str(block.role) for block in blocks] == case["roles"]
    for block, rule in zip(blocks, case["rules"], strict=True):
        assert block.rule in rule.split("-or-")
        assert block.evidence


def test_every_rule_of_the_table_takes_a_line_of_the_cases() -> None:
    taken = {rule for case in PAGES["pages"] for name in case["rules"] for rule in name.split("-or-")}
    by_place = {"column-by-place"}
    assert {name for name, _ in RULES} - by_place <= taken | {"lead"}


def test_each_rule_lives_in_a_short_file_of_its_name() -> None:
    for name, rule in RULES:
        module = import_module(f"generator.reading.rules.{name.replace('-', '_')}")
        assert getattr(module, name.replace("-", "_")) is rule
        assert len(inspect.getsource(module).splitlines()) <= 80


def test_the_last_rule_accepts_anything() -> None:
    page = split_lines(make_source(["§"]), make_taxonomy({}))
    assert identify(page.lines[0], page)[0] == RULES[-1][0] == "anything"


def test_short_lines_above_headlines_are_columns_where_the_page_repeats_them() -> None:
    lines = [
        "山乡人物",
        "马鞍坡上的琴声",
        "■本报记者 林禾",
        "@琴.1",
        "河岸新事",
        "老渡口办起便民船",
        "■本报记者 高岩",
        "@渡.1",
    ]
    blocks = recognise(make_source(lines), make_taxonomy({}), Sidecar.empty())
    assert [block.line for block in blocks if block.rule == "column-by-place"] == [1, 5]
    once = recognise(make_source(lines[:4]), make_taxonomy({}), Sidecar.empty())
    assert not [block for block in once if block.rule == "column-by-place"]


@pytest.mark.parametrize(
    ("printed", "name", "number"),
    [
        ("草原讲堂③", "草原讲堂", 3),
        ("草原讲堂(十二)", "草原讲堂", 12),
        ("草原讲堂之二", "草原讲堂", 2),
        ("草原讲堂", "草原讲堂", None),
        ("③", "③", None),
    ],
)
def test_a_series_is_split_from_its_number(printed: str, name: str, number: int | None) -> None:
    found, series = split_series(printed)
    assert (found, series.number if series else None) == (name, number)


def test_numbers_are_read_in_both_digits() -> None:
    assert [number_of(digits) for digits in ("3", "十", "十一", "二十", "二十三")] == [3, 10, 11, 20, 23]


@pytest.mark.parametrize(
    ("run", "names"),
    [
        ("王飞李永", ("王飞", "李永")),
        ("张宗桥贾胜波", ("张宗桥", "贾胜波")),
        ("欧阳小禾", ("欧阳小禾",)),
        ("乌兰其其格", ("乌兰其其格",)),
        ("林禾", ("林禾",)),
    ],
)
def test_names_are_split_by_family_names_alone(run: str, names: tuple[str, ...]) -> None:
    assert split_names(run) == names


def test_words_that_are_no_names_are_refused() -> None:
    assert parse_people("青沙县双柳镇党委", bare=True) == ()
    assert parse_people("林禾", bare=False) == ()
    assert parse_people("记者", bare=True) == ()
    assert not is_person("师者之尊")
    assert is_person("林 禾")


def test_an_institution_in_a_lead_is_no_person() -> None:
    form = find_lead("本报讯(青沙县双柳镇党委)渡口的船又开了。")
    assert form is not None
    assert [(who.contributor.name, who.contributor.role) for who in form.people] == [
        ("青沙县双柳镇党委", ContributorRole.INSTITUTION)
    ]


def test_a_caption_that_was_cut_does_not_lend_its_last_word_as_a_name() -> None:
    form = find_credit("花湾村的晒场上铺满新收的辣椒。近年来 本报记者 高岩 摄")
    assert form is not None
    assert [who.contributor.name for who in form.people] == ["高岩"]
