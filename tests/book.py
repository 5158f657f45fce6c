"""The printed blocks of docs/how-a-page-is-read.md, made by the program itself.

`python -m tests.book` writes them into the document anew, where the reading has changed on purpose;
the words around them must then be read once more by a person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path

from generator.build import explain_page
from generator.model.sidecar import Sidecar
from generator.reading.assembling.beam import BeamSearch
from generator.reading.assembling.deciding import Survey, survey_page
from generator.reading.assembling.states import Slot, State
from generator.reading.assembling.tracing import taken_way
from generator.reading.files import read_source
from generator.reading.recognising import recognise
from generator.vocabulary.settings import ROOT, load_settings
from generator.vocabulary.taxonomy import load_taxonomy

BOOK = ROOT / "docs"
READING = BOOK / "how-a-page-is-read.md"
EXAMPLE = Path("docs/example-page.txt")
"""From the root, as the explanation names it."""
MADE = re.compile(r"(<!-- made: (\w+) -->\n\n```text\n)(.*?)(```\n)", re.DOTALL)
FIRST, SECOND = 3, 11
"""The lines of the two headlines."""
CHOSEN = (17, 19, 23)
"""The lines whose choices are shown."""
COMPARED = 2
COMPARED_AT = 19
"""The line that the best whole readings place differently."""


class Example:
    """The example page, with all that the search knew of it."""

    def __init__(self) -> None:
        taxonomy = load_taxonomy(ROOT / "site_config")
        source = read_source(ROOT / EXAMPLE)
        blocks = recognise(source, taxonomy, Sidecar.empty())
        self.survey: Survey = survey_page(source, blocks, taxonomy)[0]
        self.search = BeamSearch(self.survey.elements, self.survey.affinity, spread=float("inf"))
        self.index = {element.block.line: at for at, element in enumerate(self.survey.elements)}
        self.line = {at: line for line, at in self.index.items()}

    @cached_property
    def readings(self) -> list[State]:
        """The best whole readings, the best first."""
        return BeamSearch(self.survey.elements, self.survey.affinity).run()

    @cached_property
    def steps(self) -> dict[int, tuple[State, State, list[State]]]:
        """For each line the reading before it, the way that was taken, and all ways."""
        found, state = {}, State()
        for at, line in self.line.items():
            ways = self.search.ways(state, at)
            taken = taken_way(ways, self.readings[0], at)
            found[line] = (state, taken, ways)
            state = taken
        return found


def explanation() -> str:
    """Return what `banmian explain docs/example-page.txt` prints."""
    return explain_page(EXAMPLE, load_settings())


def choices(example: Example) -> str:
    """Return for some lines every way to place them, the best first, with what it adds in nats."""
    lines = []
    for line in CHOSEN:
        before, taken, ways = example.steps[line]
        for way in sorted(ways, key=lambda way: -way.score):
            mark = "<- taken" if way is taken else ""
            lines.append(
                f"{line}  {way.score - before.score:+5.1f}  {_place(example, way, line)}  {mark}".rstrip()
            )
    return "\n".join(lines) + "\n"


def _place(example: Example, way: State, line: int) -> str:
    return _place_in(example, way.slots[way.current], example.index[line])


def _place_in(example: Example, slot: Slot, at: int) -> str:
    part = "headline" if at in slot.heads else "crosshead" if at in slot.subheads else "paragraph"
    owners = [
        name
        for name, head in (("article 1", FIRST), ("article 2", SECOND))
        if example.index[head] in slot.heads
    ]
    return f"{part} of {owners[0] if owners else 'an item of its own'}"


def sums(example: Example) -> str:
    """Return what the score of some lines is the sum of."""
    lines = []
    for line, parts in _parts(example).items():
        before, taken, _ = example.steps[line]
        total = taken.score - before.score
        assert abs(sum(parts.values()) - total) < 0.01, f"line {line} has other parts now"
        said = "  ".join(f"{worth:+.1f} {name}" for name, worth in parts.items())
        lines.append(f"{line}  {total:+.1f}  =  {said}")
    return "\n".join(lines) + "\n"


def _parts(example: Example) -> Mapping[int, Mapping[str, float]]:
    affinity, at = example.survey.affinity, example.index
    weights = affinity.weights
    first = (at[FIRST],)
    return {
        17: {
            "Joins.score": affinity.joins.score(at[9], at[17]),
            "cohesion": affinity.cohesion(at[17], first, (at[7], at[9])),
            "resume_open": weights.resume_open + affinity.broken * weights.broken_resume_open,
            "leave_early": weights.leave_early + affinity.broken * weights.broken_early,
        },
    }


def wholes(example: Example) -> str:
    """Return the best whole readings: what dealing gave, what the end added, what the comparison added."""
    search, lines = example.search, [f"{f'line {COMPARED_AT} as':32} dealt    end  compared  total"]
    at = example.index[COMPARED_AT]
    for reading in example.readings[:COMPARED]:
        slot = next(slot for slot in reading.slots if at in (*slot.heads, *slot.body))
        place = _place_in(example, slot, at)
        compared = search._compare(reading) - reading.score
        end = search._finish(reading)
        dealt = reading.score - compared - end
        lines.append(f"{place:32}{dealt:6.1f} {end:+6.1f}    {compared:+6.1f} {reading.score:6.1f}")
    return "\n".join(lines) + "\n"


def made() -> dict[str, str]:
    """Return every block by its name."""
    example = Example()
    return {
        "explain": explanation(),
        "choices": choices(example),
        "sums": sums(example),
        "wholes": wholes(example),
    }


def printed(text: str) -> Iterator[tuple[str, str]]:
    """Yield name and text of each block that the document says is made."""
    for match in MADE.finditer(text):
        yield match[2], match[3]


def rewrite(path: Path = READING) -> None:
    """Put the blocks of today into the document."""
    blocks = made()
    text = path.read_text("utf-8")
    path.write_text(MADE.sub(lambda match: match[1] + blocks[match[2]] + match[4], text), encoding="utf-8")


if __name__ == "__main__":
    rewrite()
