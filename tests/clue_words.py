"""Shows what a page's words say of its date, one clue a line."""

from __future__ import annotations

from generator.tagging.clues import find_clues
from generator.tagging.date_clue import LIKELY, Clue
from generator.vocabulary.taxonomy import Event, Taxonomy
from tests.making import Draft, make_page

EVENTS = (
    Event(name="通水", start="2022-07-01", end="2022-12-31", terms=("通水了", "喜迎通水")),
    Event(name="开渠", start="2020-01-01", terms=("开渠",)),
)
TAXONOMY = Taxonomy(columns=(), themes=(), events=EVENTS)


def clues_of(text: str) -> str | None:
    """Return the clues of a text; | parts paragraphs, || parts items."""
    drafts = [Draft(paragraphs=item.split("|")) for item in text.split("||")]
    return " / ".join(map(_shown, find_clues(make_page(*drafts), TAXONOMY))) or None


def _shown(clue: Clue) -> str:
    first = clue.evidence[0]
    said = [
        f"{clue.rule} {first.line}“{''.join(words.text for words in clue.evidence)}”{first.rule}",
        f">={clue.floor}" * bool(clue.floor),
        f"<={clue.ceiling}" * bool(clue.ceiling),
        f"day {clue.day}" * bool(clue.day),
        f"{clue.holiday}-{clue.lead}" * bool(clue.holiday),
        f"fresh {clue.fresh}" * (clue.fresh is not None),
        f"until {clue.until}" * bool(clue.until),
        f"costs {_costs(clue)} else {clue.other_cost}" * bool(clue.costs or clue.other_cost),
        f"but for month {clue.spared}" * bool(clue.spared),
        "this year" * clue.same_year,
        f"weighs {clue.weight}" * (clue.weight != LIKELY),
    ]
    return " ".join(words for words in said if words)


def _costs(clue: Clue) -> str:
    return " ".join(f"{year}={cost}" for year, cost in clue.costs.items())
