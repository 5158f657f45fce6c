"""Pages whose explanation and checks are told in full in tests/cases/editing.

Run `python -m tests.editing_cases` to write the files anew after a change that is meant; read what differs.
"""

from __future__ import annotations

from dataclasses import replace
from math import inf
from pathlib import Path
from typing import Any

import yaml

from generator.archive.groups import Archive
from generator.editing.checks import CODES, check_archive, check_page
from generator.editing.explaining import explain
from generator.editing.sidecars import ROLES, SCHEMA
from generator.model import Alternative, Doubt, Page, Role, Series, Span
from generator.model.sidecar import Sidecar
from generator.model.statements import Check
from generator.reading.assembling.tracing import Step
from generator.telling.diagnostics import Diagnostic
from tests.making import COLUMN, Draft, by, make_archive, make_page

FOLDER = Path(__file__).parent / "cases" / "editing"
HEADER = "# Sentences that editors read, and the words that they may write: held as a whole, for each is a promise.\n"
STEPS = {
    1: Step(score=0.0, margin=inf),
    3: Step(score=2.44, margin=5.06),
    5: Step(score=-1.0, margin=-2.0),
    7: Step(score=0.5, margin=0.0),
}
CODES_OF_READING = (
    "headline-missing",
    "headline-weak",
    "body-missing",
    "byline-missing",
    "byline-shared",
    "sentence-open",
    "cut-off",
    "text-lost",
    "order-uncertain",
    "column-uncertain",
    "role-uncertain",
)


def doubted_page() -> Page:
    """Return a page with every doubt, and with the other readings that a sidecar can state."""
    doubts = [Doubt(code=code, line=11) for code in CODES_OF_READING]
    others = (
        Doubt(code="role-uncertain", line=9, detail="也可能是小标题", alternative=Alternative(line=9, role=Role.CROSSHEAD)),
        Doubt(code="order-uncertain", line=9, detail="也可能属于下一篇", alternative=Alternative(line=9, item=15)),
        Doubt(code="order-uncertain", line=9, alternative=Alternative(line=9)),
        Doubt(code="sentence-open", line=9, detail="没有说完"),
        Doubt(code="moon-phase", line=9),
    )  # fmt: skip
    page = make_page(
        Draft(
            column=COLUMN.name,
            headline="水渠通水",
            bylines=(by("林禾", "本报记者"), by("高远", "通讯员")),
            paragraphs=("渠里有水了,麦子绿了。", ("水从北山下来,", "一夜流到田边。")),
            series=Series(name="渠", number=3, printed="③"),
            doubts=(*doubts, *others),
        ),
        Draft(paragraphs=("雪后的清晨几位老人在活动室门口扫雪",), doubts=(Doubt(code="headline-missing", line=1),)),
        Draft(headline="安静的一篇", column="新栏目", complete=False),
        Draft(headline="再一篇", column="新栏目", paragraphs=("长" * 36, "短" * 18 + "中" + "长" * 18)),
        unplaced=("风吹草低见牛羊的那一天老魏又", "风吹草低见牛羊的那一天老魏又去渠边"),
    )  # fmt: skip
    told = (
        Doubt(code="text-doubled", line=7, detail="“水水”可能多印了一个字。", span=Span(8, 10)),
        Doubt(code="text-dots", line=7),
        Doubt(code="moon-phase", line=7, detail="天上的月亮"),
    )
    return replace(page, items=(replace(page.items[0], text_doubts=told), *page.items[1:]))


def explained() -> dict[str, list[str]]:
    """Return the lines of explanations by what they show."""
    page = doubted_page()
    quiet = make_page(Draft(headline="水渠通水", paragraphs=("渠里有水了。",)), encoding="gb18030")
    ends = make_page(
        Draft(headline="通水", paragraphs=("渠",), doubts=(Doubt(code="text-lost", line=1), Doubt(code="cut-off", line=3))),
    )  # fmt: skip
    texts = {
        "every doubt and its cure": explain(page, Sidecar.empty()),
        "what each line adds": explain(quiet, Sidecar(path="seeds/page-01.yml"), STEPS),
        "a page that was mended": explain(
            replace(quiet, source=replace(quiet.source, path="")),
            Sidecar(path="seeds/page-01.yml", checks=(Check(line=1),)),
        ),
        "a page without items": explain(make_page(unplaced=("风吹草低",)), Sidecar.empty()),
        "nothing above and nothing below": explain(ends, Sidecar.empty()),
    }
    return {name: text.split("\n") for name, text in texts.items()}


def said(diagnostic: Diagnostic) -> str:
    """Return all that a diagnostic says, on one line."""
    return f"{diagnostic.place} {diagnostic.severity} {diagnostic.code} [{diagnostic.item}] {diagnostic.message} {diagnostic.hint}"


def checked() -> dict[str, list[str]]:
    """Return what an editor is told of pages."""
    page, empty = doubted_page(), make_page(unplaced=("风吹草低",))
    nameless = replace(empty, source=replace(empty.source, path=""))
    return {
        "every doubt": [said(each) for each in check_page(page, make_archive(page).taxonomy)],
        "no items": [said(each) for each in check_page(nameless, make_archive(page).taxonomy)],
        "across": [said(each) for each in check_archive(alike())],
    }


def alike() -> Archive:
    """Return an archive with names one character apart and a story that stands twice."""
    story = "".join(f"柳河的{name}渠在立夏前一天放水了，" for name in "甲乙丙丁戊己庚") + "麦子喝足了水。"
    drafts = (
        Draft(headline="水渠通水", bylines=(by("魏青原", "记者"),), paragraphs=(story,)),
        Draft(bylines=(by("魏青原", "记者"),), paragraphs=("短。",)),
        Draft(bylines=(by("魏寅原", "记者"),), paragraphs=(story,)),
        Draft(headline="另一条渠", paragraphs=(story[: len(story) // 2 + 40], *(f"第{each}段渠堤的石头是从北山运来的，另有一些沙土" for each in "一二三四五六七八九十"))),
    )  # fmt: skip
    return make_archive(*(make_page(draft, page_id=f"page-{at:02}") for at, draft in enumerate(drafts)))


def told() -> dict[str, Any]:
    """Return everything that is told, by file."""
    codes = {code: f"{known.severity} {known.meaning} {known.hint}" for code, known in CODES.items()}
    roles = {word: str(role) for word, role in ROLES.items()}
    return {
        "explained": explained(),
        "checked": checked(),
        "words": {"codes": codes, "roles": roles, "keys": list(SCHEMA["properties"])},
    }


def read_told(name: str) -> Any:
    """Return what a file tells."""
    return yaml.safe_load((FOLDER / f"{name}.yml").read_text("utf-8"))


if __name__ == "__main__":
    for file, value in told().items():
        words = yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=100_000)
        (FOLDER / f"{file}.yml").write_text(HEADER + words, encoding="utf-8", newline="\n")
