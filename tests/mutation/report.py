"""Says how the mutants fared: a table by room, and those that no test noticed."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

from tests.mutation.running import Verdict

SHOWN = 120
"""Of a statement; the keys in report.json are whole."""
KEY = ("file", "function", "operator", "statement", "change")
HEAD = ("room", "mutants", "killed", "timeout", "survived", "unreached", "judged", "untried", "share")


def judged_survivors(path: Path) -> dict[tuple[str, ...], str]:
    """Read the survivors that a person has judged, with the reasons."""
    data = tomllib.loads(path.read_text("utf-8"))
    return {tuple(entry[name] for name in KEY): entry["reason"] for entry in data.get("survivor", ())}


def is_killed(verdict: Verdict) -> bool:
    """Tell whether a test noticed the mutant; one that runs for ever is noticed too."""
    return verdict.status in ("killed", "timeout")


def share(verdicts: Sequence[Verdict], judged: Mapping[tuple[str, ...], str]) -> float:
    """Return how many of the mutants were killed, of those that were tried and not judged to be no fault."""
    counted = [each for each in verdicts if each.status != "untried" and _counts(each, judged)]
    return sum(map(is_killed, counted)) / len(counted) if counted else 1.0


def _counts(verdict: Verdict, judged: Mapping[tuple[str, ...], str]) -> bool:
    return is_killed(verdict) or verdict.mutant.key not in judged


def table(verdicts: Sequence[Verdict], judged: Mapping[tuple[str, ...], str]) -> str:
    """Return the table by room, with a last line for all."""
    rooms = dict.fromkeys(each.mutant.room for each in verdicts)
    groups = {room: [each for each in verdicts if each.mutant.room == room] for room in rooms}
    rows = [HEAD, *(_row(room, group, judged) for room, group in {**groups, "all": list(verdicts)}.items())]
    widths = [max(len(row[place]) for row in rows) for place in range(len(HEAD))]
    padded = [[cell.ljust(width) for cell, width in zip(row, widths, strict=True)] for row in rows]
    lines = ["| " + " | ".join(row) + " |" for row in padded]
    rule = "|" + "|".join("-" * (width + 2) for width in widths) + "|"
    return "\n".join([lines[0], rule, *lines[1:]])


def _row(room: str, verdicts: Sequence[Verdict], judged: Mapping[tuple[str, ...], str]) -> tuple[str, ...]:
    counted = [each for each in verdicts if _counts(each, judged)]
    numbers = [sum(each.status == status for each in counted) for status in HEAD[2:6]]
    untried = sum(each.status == "untried" for each in counted)
    cells = [len(verdicts), *numbers, len(verdicts) - len(counted), untried]
    return (room, *map(str, cells), f"{share(verdicts, judged):.0%}")


def markdown(verdicts: Sequence[Verdict], judged: Mapping[tuple[str, ...], str]) -> str:
    """Return the whole report."""
    alive = [each for each in verdicts if each.status in ("survived", "unreached")]
    alive.sort(key=lambda each: (each.mutant.room, each.mutant.path, each.mutant.line))
    open_ones = [each for each in alive if each.mutant.key not in judged]
    known = [each for each in alive if each.mutant.key in judged]
    parts = [table(verdicts, judged), "", "## Survivors", "", *map(_line, open_ones)]
    if known:
        parts += ["", "## Survivors judged to be no fault of the tests", ""]
        parts += [f"{_line(each)}: {judged[each.mutant.key]}" for each in known]
    return "\n".join(parts) + "\n"


def _line(verdict: Verdict) -> str:
    mutant = verdict.mutant
    tried = f"{verdict.ran} of {verdict.reaching} tests" if verdict.reaching else verdict.status
    return (
        f"- `{mutant.path}:{mutant.line}` {mutant.function}  **{mutant.operator}**  "
        f"`{mutant.before}` → `{mutant.after or 'nothing'}`  in `{mutant.statement[:SHOWN]}`  ({tried})"
    )


def save(verdicts: Sequence[Verdict], judged: Mapping[tuple[str, ...], str], folder: Path) -> None:
    """Write the report for people and for programs."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "report.md").write_text(markdown(verdicts, judged), "utf-8")
    data = [{**asdict(each), "key": dict(zip(KEY, each.mutant.key, strict=True))} for each in verdicts]
    (folder / "report.json").write_text(json.dumps(data, ensure_ascii=False, indent=1), "utf-8")
