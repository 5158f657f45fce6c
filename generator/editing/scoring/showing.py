"""Scores as a table for a person, and as JSON for a program."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict

from generator.editing.scoring.measuring import AnswerMeasure, PageMeasure, ReadMeasure
from generator.editing.scoring.reliability import Reliability
from generator.editing.scoring.totals import Score

COLUMNS: Mapping[str, Callable[[Score], object]] = {
    "版面类": lambda score: score.manner,
    "版": lambda score: score.pages,
    "篇": lambda score: score.items,
    "行对F1": lambda score: score.pair_f1,
    "正文": lambda score: score.exact,
    "次序": lambda score: score.order,
    "标题": lambda score: score.headline,
    "署名": lambda score: score.byline,
    "种类": lambda score: score.kind,
    "可靠": lambda score: score.sure_share,
    "可靠且对": lambda score: score.sure_right,
    "可靠而混": lambda score: score.mixed,
    "校准误差": lambda score: score.reliability.calibration_error,
    "Brier": lambda score: score.reliability.brier,
}
"""Heading to figure, from left to right."""
NOTHING = "–"
"""Stands where there is nothing to count."""


def as_table(scores: Sequence[Score]) -> str:
    """Return the scores a line each, then the reliability diagram of the last one, which is of all pages."""
    rows = [list(COLUMNS), *([_cell(figure(score)) for figure in COLUMNS.values()] for score in scores)]
    return f"{_aligned(rows)}\n{_diagram(scores[-1].reliability)}"


def as_json(scores: Sequence[Score]) -> str:
    """Return a JSON array of the scores, the bins of their reliability among them; the last is of all pages."""
    return json.dumps([asdict(score) for score in scores], ensure_ascii=False, indent=1) + "\n"


def as_list(measures: Iterable[PageMeasure]) -> Iterator[str]:
    """Yield a line for each item that is read wrongly, with the line where a person finds it.

    First what is called sure and is not right, the worst there is, then what became of the items of the answer.
    """
    for measure in measures:
        for item in measure.read:
            if item.sure and not item.right:
                yield f"{measure.path}:{item.line}: {_told_of_claim(item)}"
        for answer in measure.answers:
            if wrong := list(_told_of_answer(answer)):
                yield f"{measure.path}:{answer.line}: {'、'.join(wrong)}不对。"


def _told_of_claim(item: ReadMeasure) -> str:
    return f"说可靠(把握 {item.confidence:.2f}),{'却混了两篇以上' if item.mixed else '正文却不对'}。"


def _told_of_answer(answer: AnswerMeasure) -> Iterator[str]:
    parts = {
        "正文": answer.exact,
        "次序": answer.order or not answer.exact,
        "标题": answer.headline,
        "署名": answer.byline,
        "种类": answer.kind,
    }
    return (name for name, right in parts.items() if right is False)


def _diagram(reliability: Reliability) -> str:
    rows = [["把握", "篇", "平均把握", "确实对"]]
    for each in reliability.bins:
        rows.append(
            [
                f"{each.low:.1f}–{each.high:.1f}",
                _cell(each.count),
                _cell(each.confidence),
                _cell(each.right),
            ]
        )
    return _aligned(rows)


def _cell(value: object) -> str:
    match value:
        case None:
            return NOTHING
        case float():
            return f"{value:.3f}"
        case int():
            return f"{value:,}"
        case _:
            return str(value)


def _aligned(rows: Sequence[Sequence[str]]) -> str:
    """Return the rows as lines, the first column to the left, the others to the right."""
    widths = [max(map(_width, column)) for column in zip(*rows, strict=True)]
    lines = []
    for row in rows:
        blanks = [" " * (width - _width(cell)) for width, cell in zip(widths, row, strict=True)]
        first, *others = zip(row, blanks, strict=True)
        lines.append("  ".join(["".join(first), *(blank + cell for cell, blank in others)]).rstrip())
    return "\n".join(lines) + "\n"


def _width(text: str) -> int:
    """Return how many columns of a terminal a text takes."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)
