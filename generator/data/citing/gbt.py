"""References after GB/T 7714, the Chinese standard, in its 2015 form and in that in force since 1 July 2026.

Both take the numeric system (顺序编码制), without the number itself, which depends on where it is cited.

- Four authors and more: the first three, then 等. No author: the title comes first, as the numeric
  system allows, so 佚名 is not written: the print names nobody, which is not the same.
- A paper, date or page that is not known is left out with its punctuation.
- With an address the medium is [N/OL]; without one it is [N].
- The 2015 form asks of what is online for the day on which the reader saw the page. A build has no clock
  and is not the reader, so it stands there only when `accessed` is given; a page prints `ACCESSED`
  there, and a script puts the day in its place. The 2025 form has no such day.
- An inferred date stands in square brackets, an interval as ISO 8601 writes it. The official styles
  have no form for either: they print `2022-06-11/30`, as if the paper came out on all these days.
- 2015 writes half-width punctuation, 2025 full-width comma and brackets.

But for such dates the strings are those of the official CSL styles
(`china-national-standard-gb-t-7714-20xx-numeric`) as citeproc-js prints them from our CSL-JSON;
tests/cases/citing says how they were made.
"""

from __future__ import annotations

from generator.data.citing.facts import CitationFacts

MOST_AUTHORS = 3
"""The standard names three authors and writes 等 for the rest."""
ACCESSED = "引用日期"
"""The words of the standard that keep the place of the day of reading until it is known."""


def gbt2015(facts: CitationFacts) -> str:
    """Return a reference after GB/T 7714-2015."""
    source = ", ".join(filter(None, (facts.paper, facts.date)))
    page = f"({facts.label})" if facts.label else ""
    accessed = f"[{facts.accessed}]" if facts.accessed else ""
    return _join(_authors(facts, ", "), _title(facts), f"{source}{page}{accessed}", facts.url)


def gbt2025(facts: CitationFacts) -> str:
    """Return a reference after GB/T 7714-2025."""
    source = "，".join(filter(None, (facts.paper, facts.date)))
    page = f"（{facts.label}）" if facts.label else ""
    return _join(_authors(facts, "，"), _title(facts), f"{source}{page}", facts.url)


def _authors(facts: CitationFacts, comma: str) -> str:
    names = facts.authors[:MOST_AUTHORS]
    return comma.join((*names, "等") if len(facts.authors) > MOST_AUTHORS else names)


def _title(facts: CitationFacts) -> str:
    return f"{facts.title}[N/OL]" if facts.url else f"{facts.title}[N]"


def _join(*parts: str) -> str:
    return ". ".join(part for part in parts if part) + "."
