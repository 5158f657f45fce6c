"""A stretch of a source text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch of a source text, in Unicode code points."""

    start: int
    """Offset of the first code point."""
    end: int
    """Offset behind the last code point."""

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def moved(self, by: int) -> Span:
        """Return the stretch counted from a point `by` code points before."""
        return Span(self.start + by, self.end + by)
