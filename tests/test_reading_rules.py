"""Each rule by itself: the lines that it takes, just inside and just outside, and what it says of them.

A case is a line, or a line with the one above or below it; what is shown is the line, unless `shows` says
otherwise. `水×3` is written out as 水水水, `⟨ 林禾⟩×2` as two such pieces.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.model import SourceText
from generator.reading.lines import Finding, PageLines, split_lines
from generator.reading.rules import RULES
from tests.reading_pages import make_source, make_taxonomy

CASES = Path(__file__).parent / "cases" / "rules"
RULE_OF = dict(RULES)
TIMES = re.compile(r"(?:⟨(.+?)⟩|(.))×([0-9]+)")


def written_out(text: str) -> str:
    return TIMES.sub(lambda found: (found[1] or found[2]) * int(found[3]), text)


def asked(rule: str, group: dict[str, Any], case: dict[str, str]) -> tuple[SourceText, Finding | None]:
    """Return what the rule of this name says of the case's line."""
    places = [place for place in ("above", "line", "below") if place in case]
    columns = group.get("columns", {"灯下课堂": "articles"})
    source, page = laid_out([case[place] for place in places], columns)
    line = page.lines[places.index("line")]
    return source, RULE_OF[rule](line, page)


def laid_out(lines: list[str], columns: dict[str, str]) -> tuple[SourceText, PageLines]:
    source = make_source([written_out(line) for line in lines])
    return source, split_lines(source, make_taxonomy({written_out(name): columns[name] for name in columns}))


def groups(kind: str) -> list[Any]:
    """Return the groups of cases of this kind with their rules; each group is one test, for tests cost time."""
    return [
        pytest.param(path.stem.replace("_", "-"), group, id=f"{path.stem} {group.get('says', '')}")
        for path in sorted((CASES / "lines").glob("*.yml"))
        for group in yaml.safe_load(path.read_text("utf-8"))
        if kind in group
    ]


@pytest.mark.parametrize(("rule", "group"), groups("takes"))
def test_a_rule_takes_a_line_and_says_why(rule: str, group: dict[str, Any]) -> None:
    for entry in group["takes"]:
        case = entry if isinstance(entry, dict) else {"line": entry}
        source, finding = asked(rule, group, case)
        assert finding is not None, case
        assert (str(finding.role), finding.evidence) == (group["role"], written_out(group["says"])), case
        shown = source.text[finding.start : finding.end]
        assert shown == written_out(case.get("shows", case["line"].lstrip("# "))), case
        if "whom" in case:
            assert finding.byline is not None, case
            people = finding.byline.people
            assert [who.contributor.name for who in people] == case["whom"], case
            assert [source.quote(who.span) for who in people] == case["whom"], case
            assert case.get("named_at", "") in ("", source.quote(finding.byline.span)), case


@pytest.mark.parametrize(("rule", "group"), groups("leaves"))
def test_a_rule_leaves_a_line(rule: str, group: dict[str, Any]) -> None:
    cases = [entry if isinstance(entry, dict) else {"line": entry} for entry in group["leaves"]]
    assert [case for case in cases if asked(rule, group, case)[1] is not None] == []


def test_every_rule_but_the_one_that_asks_the_whole_page_has_such_lines() -> None:
    named = {path.stem.replace("_", "-") for path in (CASES / "lines").glob("*.yml")}
    assert named == set(RULE_OF) - {"column-by-place"}


PAGES = yaml.safe_load((CASES / "column_by_place.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", PAGES, ids=[case["why"] for case in PAGES])
def test_short_lines_are_columns_by_their_place(case: dict[str, Any]) -> None:
    lines = case["page"].split(" / ")
    _, page = laid_out(lines, case.get("columns", {}))
    findings = {line.number: RULE_OF["column-by-place"](line, page) for line in page.lines}
    taken = {number: finding.evidence for number, finding in findings.items() if finding}
    assert sorted(taken) == case["at"]
    for number, evidence in taken.items():
        words = lines[number - 1].lstrip("# ")
        others = f"本版另有{case['others']}处同样压在标题上的短行"
        assert evidence == f"“{words}”只有{len(words)}个字,{others}"
