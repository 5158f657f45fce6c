"""Words that may not be told: runs of characters that a source had and has no more."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.model import SourceText

RUN = 4
"""Characters of a run; shorter ones stand in too many texts to tell anything."""
MASK = "〓"
"""What stands in the place of each hidden character: the printers' mark of a missing one."""


@dataclass(frozen=True, slots=True)
class Secret:
    """The runs of withdrawn words that stand nowhere in what is left of their page."""

    runs: frozenset[str]
    """Runs of RUN characters without blanks."""

    @classmethod
    def of(cls, before: SourceText, after: SourceText, *others: str) -> Secret:
        """Return what the one text, or one of the others, tells and the other text does not."""
        return cls(frozenset(_runs((*before.whole_lines, *others)) - _runs(after.whole_lines)))

    def told_by(self, text: str) -> bool:
        """Tell whether a text holds one of the runs."""
        return not self.runs.isdisjoint(_runs([text]))

    def masked(self, text: str) -> str:
        """Return a text of the same length in which a mark stands for each character of a hidden run.

        >>> Secret(frozenset({"草原深处"})).masked("12 草原 深处的党支部")
        '12 〓〓 〓〓的党支部'
        """
        places = [place for place, sign in enumerate(text) if not sign.isspace()]
        squeezed = "".join(text[place] for place in places)
        hidden = {
            places[at]
            for start in range(len(squeezed) - RUN + 1)
            if squeezed[start : start + RUN] in self.runs
            for at in range(start, start + RUN)
        }
        return "".join(MASK if place in hidden else sign for place, sign in enumerate(text))


def _runs(lines: Iterable[str]) -> set[str]:
    texts = ("".join(line.split()) for line in lines)
    return {text[at : at + RUN] for text in texts for at in range(len(text) - RUN + 1)}
